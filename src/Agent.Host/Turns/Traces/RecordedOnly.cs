using Microsoft.Extensions.AI;

namespace TbPersonalOs.Agent.Host.Turns.Traces;

/// <summary>Stands where a planner would: in a replay nobody is asked, and what was not recorded ends it.</summary>
internal sealed class RecordedOnly : IChatClient
{
    /// <inheritdoc />
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new RecordEndsException();

    /// <inheritdoc />
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new RecordEndsException();

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    /// <inheritdoc />
    public void Dispose()
    {
    }
}

/// <summary>The record of a turn ends here: it was stopped, or failed, before its next answer.</summary>
internal sealed class RecordEndsException() : Exception("The record of this turn ends here.");
