using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>A write is whole or not at all, and what failed is on record.</summary>
public sealed class WriteTests(TestHost host, ScriptedHost scripted)
{
    [Theory]
    [InlineData(true, ErrorCode.Invalid)]
    [InlineData(false, ErrorCode.Unavailable)]
    public async Task AWriteThatFailsAfterAChangeLeavesNothingButItsRecord(bool mendable, ErrorCode code)
    {
        var person = await host.NewPersonAsync();

        var error = await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("probe.stumble", new { text = "half done", mendable }));

        Assert.Equal(code, error.Code);
        Assert.Empty(await person.NotesAsync());
        Assert.Equal(ActionState.Failed, (await person.ActionAsync()).State);
        Assert.Equal(["failed"], await person.LogAsync());
        Assert.Null(await person.FirstFaultOfLogAsync());
    }

    [Theory]
    [InlineData(true, "invalid")]
    [InlineData(false, "unavailable")]
    public async Task InATurnThePlannerIsToldTheErrorAndTheOtherCallsGoOn(bool mendable, string code)
    {
        var person = await scripted.NewPersonAsync();
        IReadOnlyList<string> results = [];

        var turn = await person.SayAsync(scripted.Planner.Script(async asked =>
        {
            await Task.CompletedTask;
            results = asked.Results;
            return asked.Round == 0
                ? Calls(("probe.stumble", new { text = "half done", mendable }), ("notes.save_note", new { text = "whole" }))
                : Say("fim");
        }));

        Assert.Contains($"\"error\":\"{code}\"", results[0], StringComparison.Ordinal);
        Assert.Equal(["whole"], await person.NotesAsync());
        Assert.Equal([ActionState.Failed, ActionState.Done], turn.Receipts.Select(receipt => receipt.State));
        Assert.Equal(["failed", "done"], await person.LogAsync());
        Assert.DoesNotContain("half", turn.Reply, StringComparison.Ordinal);
        Assert.EndsWith("fim", turn.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABugTellsNobodyItsInnerWords()
    {
        var person = await host.NewPersonAsync();

        var error = await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("probe.stumble", new { text = "x" }));

        Assert.DoesNotContain("a bug", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a bug", (await person.ActionAsync()).Result, StringComparison.Ordinal);
    }
}
