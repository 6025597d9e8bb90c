using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>Answers as a planner that calls one function, and has nothing to say after it.</summary>
internal sealed class TypedCommand(OwnersCommand command) : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(messages.Last().Role == ChatRole.Tool
            ? new ChatMessage(ChatRole.Assistant, "")
            : new ChatMessage(ChatRole.Assistant, [.. Calls()])));

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    private IEnumerable<FunctionCallContent> Calls()
    {
        for (var next = command; next is not null; next = next.Then)
        {
            var (plugin, function) = FunctionName.Split(next.Function);
            yield return new FunctionCallContent(next == command ? "command" : $"command-{function}", $"{plugin}_{function}", new Dictionary<string, object?>(next.Arguments));
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
