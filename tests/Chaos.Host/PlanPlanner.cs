using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Chaos.Host;

/// <summary>
/// Plays plans: a message is a JSON list of calls, made one a round; the messages of a turn follow each other. So a test decides by whichever
/// message which functions of the catalogue run.
/// </summary>
internal sealed class PlanPlanner : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = messages.ToList();
        var last = all.FindLastIndex(message => message.Role == ChatRole.User);
        var first = last;
        while (first > 0 && all[first - 1].Role == ChatRole.User)
        {
            first--;
        }

        var calls = all.Skip(first).Take(last - first + 1).SelectMany(message => JsonSerializer.Deserialize<List<PlannedCall>>(message.Text, JsonSerializerOptions.Web)!).ToList();
        var round = all.Skip(last + 1).Count(message => message.Role == ChatRole.Tool);
        return Task.FromResult(new ChatResponse(round < calls.Count
            ? new ChatMessage(ChatRole.Assistant, [new FunctionCallContent(
                $"call-{round}", calls[round].Function.Replace('.', '_'), calls[round].Arguments.ToDictionary(argument => argument.Key, argument => (object?)argument.Value))])
            : new ChatMessage(ChatRole.Assistant, "Fim.")));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    /// <summary>A call of a plan.</summary>
    internal sealed record PlannedCall(string Function, Dictionary<string, JsonElement> Arguments);
}
