using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// Shows a planner that takes every word for a wish only what the owner said. Where a turn holds nothing but what others wrote, nobody is asked:
/// the reply says that it was received, and its channel offers what can be done with it.
/// </summary>
internal sealed class OwnersWords(IChatClient planner) : IChatClient
{
    private static readonly Texts Text = new(typeof(OwnersWords));

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<ChatMessage> all = [.. messages];
        var own = all.Where(message => !IsForeign(message)).ToList();
        return own.Count < all.Count && !SpeaksNow(all)
            ? new ChatResponse(new ChatMessage(ChatRole.Assistant, Text["Received"])) { ModelId = "offline" }
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
        return messages.Take(last + 1).Reverse().TakeWhile(message => message.Role == ChatRole.User).Any(message => !IsForeign(message));
    }

    private static bool IsForeign(ChatMessage message) =>
        message.Role == ChatRole.User && message.Contents.Any(content => content.AdditionalProperties?.ContainsKey(TurnHistory.ForeignLabel) == true);
}
