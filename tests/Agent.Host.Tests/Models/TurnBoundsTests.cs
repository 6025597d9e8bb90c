using Microsoft.Extensions.AI;
using System.Text.Json;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Data.Sharing;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>At most eight rounds and 24 calls a turn; what repeats itself, or cannot mend its arguments, is stopped.</summary>
public sealed class TurnBoundsTests
{
    [Fact]
    public void AfterSevenRoundsNothingMayBeCalled()
    {
        Assert.True(new TurnBounds([.. Rounds(6)], None).MayCall);
        Assert.False(new TurnBounds([.. Rounds(7)], None).MayCall);
    }

    [Fact]
    public void CallsOverTwentyFourAreTakenFromTheAnswer()
    {
        var bounds = new TurnBounds([Called([.. Enumerable.Range(0, 20).Select(n => Call("notes_save_note", n))]), Answered("{}")], None);
        List<AIContent> answer = [.. Enumerable.Range(100, 10).Select(n => (AIContent)Call("notes_save_note", n))];

        bounds.Trim(answer);

        Assert.Equal(4, answer.Count);
    }

    [Fact]
    public void TheSameCallTwiceInOneAnswerIsOne()
    {
        List<AIContent> answer = [Call("tasks_create_task", 1), Call("tasks_create_task", 2), Call("tasks_create_task", 1)];

        new TurnBounds([], None).Trim(answer);

        Assert.Equal(2, answer.Count);
    }

    [Fact]
    public void ARoundThatOnlyRepeatsIsTheLast()
    {
        var round = Called(Call("tasks_list_tasks", 1));
        Assert.True(new TurnBounds([round, Answered("{}")], None).MayCall);
        Assert.False(new TurnBounds([round, Answered("{}"), round, Answered("{}")], None).MayCall);
    }

    [Fact]
    public void InvalidArgumentsMayBeMendedOnce()
    {
        const string Invalid = """{"error":"invalid","message":"x"}""";
        Assert.True(new TurnBounds([Called(Call("tasks_create_task", 1)), Answered(Invalid)], None).MayCall);
        Assert.False(new TurnBounds([Called(Call("tasks_create_task", 1)), Answered(Invalid), Called(Call("tasks_create_task", 2)), Answered(Invalid)], None).MayCall);
    }

    [Fact]
    public void WhereNothingMayBeCalledNoCallIsHandedOn()
    {
        List<AIContent> answer = [new TextContent("ok"), Call("tasks_create_task", 9)];

        new TurnBounds([.. Rounds(7)], None).Trim(answer);

        Assert.IsType<TextContent>(Assert.Single(answer));
    }

    private static readonly HashSet<DataKind> None = [];

    private static IEnumerable<ChatMessage> Rounds(int count) =>
        Enumerable.Range(0, count).SelectMany(n => new[] { Called(Call("tasks_list_tasks", n)), Answered("{}") });

    private static FunctionCallContent Call(string name, int n) => new("id", name, new Dictionary<string, object?> { ["n"] = n });

    private static ChatMessage Called(params FunctionCallContent[] calls) => new(ChatRole.Assistant, [.. calls]);

    private static ChatMessage Answered(string json) => new(ChatRole.Tool, [new FunctionResultContent("id", JsonDocument.Parse(json).RootElement)]);
}
