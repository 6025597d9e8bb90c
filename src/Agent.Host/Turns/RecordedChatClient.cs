using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// Stands below the function loop: answers a round from the record where there is one, and keeps a new answer to be stored with the
/// first row that it causes. So a resumed turn does not think again.
/// </summary>
internal sealed class RecordedChatClient(IChatClient planner, TurnRecord turn, TurnSteps steps, TimeProvider clock) : DelegatingChatClient(planner)
{
    private int _round;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        turn.Stopping.ThrowIfCancellationRequested();
        var round = _round++;
        if (Recorded(round) is { } recorded)
        {
            turn.Planner = recorded.ModelId == PlannerRun.Offline ? turn.Planner.GoneOffline() : turn.Planner;
            foreach (var update in recorded.ToChatResponseUpdates())
            {
                yield return update;
            }

            yield break;
        }

        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            updates.Add(update);
            yield return update;
        }

        var answer = updates.ToChatResponse();
        foreach (var message in answer.Messages)
        {
            // A question is as old as its asking, however late the person's words were read.
            message.CreatedAt = clock.GetUtcNow();
        }

        turn.Answers[round] = Write(answer);
        turn.Unsaved.Add(round);
        await steps.ReachedAsync(TurnStep.Answered);
    }

    /// <summary>An answer as it is stored: lossless, also what other models need back.</summary>
    public static string Write(ChatResponse answer) => JsonSerializer.Serialize(answer, AIJsonUtilities.DefaultOptions);

    /// <summary>A stored answer.</summary>
    public static ChatResponse Read(string answer) => JsonSerializer.Deserialize<ChatResponse>(answer, AIJsonUtilities.DefaultOptions)!;

    private ChatResponse? Recorded(int round)
    {
        if (turn.Answers.TryGetValue(round, out var stored))
        {
            return Read(stored);
        }

        if (turn.Approved is not { } approved)
        {
            return null;
        }

        // The owner approved one call: it is the whole answer, and nobody is asked.
        if (round > 0)
        {
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, ""));
        }

        var (plugin, function) = FunctionName.Split(approved.Function);
        var call = new FunctionCallContent(
            "approved", $"{plugin}_{function}",
            approved.Arguments.ToDictionary(pair => pair.Key, pair => (object?)JsonSerializer.SerializeToElement(pair.Value, ToolJson.Options)));
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, [call]));
    }
}

/// <summary><c>plugin.function</c> and its parts.</summary>
internal static class FunctionName
{
    /// <summary>The same of a planner's name, <c>plugin_function</c>; one without a plugin is all plugin.</summary>
    public static (string Plugin, string Function) OfTool(string name)
    {
        var at = name.IndexOf('_', StringComparison.Ordinal);
        return at < 0 ? (name, "") : (name[..at], name[(at + 1)..]);
    }

    public static (string Plugin, string Function) Split(string fullName)
    {
        var dot = fullName.IndexOf('.', StringComparison.Ordinal);
        return (fullName[..dot], fullName[(dot + 1)..]);
    }
}
