namespace TbPersonalOs.Common.Telegram;

/// <summary>Tells those who wait that something has happened at the fake.</summary>
internal sealed class BotSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the next thing happens. Taken before one looks, so that nothing is missed.</summary>
    public Task NextAsync() => Volatile.Read(ref _next).Task;

    /// <summary>Something has happened.</summary>
    public void Pulse() => Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
