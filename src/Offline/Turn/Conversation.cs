using Microsoft.Extensions.AI;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Questions;

namespace TbPersonalOs.Offline.Turn;

/// <summary>
/// What a turn hands over, taken apart: the person's current messages, the answers of functions to this turn's calls,
/// what went before, and the question that was open.
/// </summary>
internal sealed class Conversation
{
    private readonly List<ChatMessage> messages;
    private readonly int current;

    public Conversation(IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        this.messages = [.. messages.Where(message => message.Role != ChatRole.System)];
        var lastUser = this.messages.FindLastIndex(message => message.Role == ChatRole.User);
        current = lastUser < 0 ? 0 : FirstOfRun(lastUser);
        Said = lastUser < 0 ? [] : this.messages[current..(lastUser + 1)];
        After = lastUser < 0 ? [] : this.messages[(lastUser + 1)..];
        Before = this.messages[..current];
        Context = TimeContext.Read(Text(options, PlannerContext.Now), Text(options, PlannerContext.Zone));
        Language = Text(options, PlannerContext.Language);
        Tools = [.. options?.Tools ?? []];
        Offered = Tools.Select(tool => tool.Name).ToHashSet();
    }

    public IReadOnlyList<ChatMessage> Said { get; }
    public IReadOnlyList<ChatMessage> Before { get; }
    /// <summary>This turn's calls and what came back.</summary>
    public IReadOnlyList<ChatMessage> After { get; }
    public TimeContext? Context { get; }
    public string? Language { get; }
    /// <summary>The functions that may be called.</summary>
    public IReadOnlyList<AITool> Tools { get; }
    /// <summary>Their names.</summary>
    public IReadOnlySet<string> Offered { get; }

    /// <summary>The question asked in the message before, if it is still open: thirty minutes.</summary>
    public PendingQuestion? Open(TimeContext context)
    {
        var asked = Before.Count > 0 && Before[^1].Role == ChatRole.Assistant ? Before[^1] : null;
        var question = PendingQuestion.Read(asked);
        var now = context.Now.ToDateTimeOffset();
        return question is null || (asked!.CreatedAt is { } at && now - at > TimeSpan.FromMinutes(30)) ? null : question;
    }

    private int FirstOfRun(int at)
    {
        while (at > 0 && messages[at - 1].Role == ChatRole.User)
        {
            at--;
        }

        return at;
    }

    private static string? Text(ChatOptions? options, string key) =>
        options?.AdditionalProperties?.TryGetValue(key, out var value) == true ? Json.Text(value) : null;
}
