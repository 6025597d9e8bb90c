using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// Shows a planner that takes every word for a wish only what the owner said. Where a turn holds nothing but what others wrote, nobody is asked:
/// the reply says that it was received, and its channel offers what can be done with it.
/// </summary>
/// <param name="planner">The planner.</param>
/// <param name="received">What is said where nobody is asked.</param>
internal sealed class OwnersWords(IChatClient planner, Func<string> received) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> all = [.. messages];
        var own = all.Where(message => message.Role != ChatRole.User || IsSaid(message)).ToList();
        return !SpeaksNow(all)
            ? new ChatResponse(new ChatMessage(ChatRole.Assistant, received())) { ModelId = PlannerRun.Offline }
            : await planner.GetResponseAsync(own, options, cancellationToken);
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => planner.GetService(serviceType, serviceKey);

    public void Dispose()
    {
    }

    /// <summary>Whether the owner says something in the last run of messages of people.</summary>
    private static bool SpeaksNow(IReadOnlyList<ChatMessage> messages)
    {
        var last = messages.ToList().FindLastIndex(message => message.Role == ChatRole.User);
        return last < 0 || messages.Take(last + 1).Reverse().TakeWhile(message => message.Role == ChatRole.User).Any(IsSaid);
    }

    /// <summary>Whether it holds words, and they are the owner's.</summary>
    private static bool IsSaid(ChatMessage message) =>
        !string.IsNullOrWhiteSpace(message.Text) && !message.Contents.Any(content => content.AdditionalProperties?.ContainsKey(TurnHistory.ForeignLabel) == true);
}
