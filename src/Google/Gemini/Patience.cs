namespace TbPersonalOs.Google.Gemini;

/// <summary>The time that one request may take: as a whole, and for the step that it is at. The caller may end it earlier.</summary>
internal sealed class Patience : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _link;
    private readonly CancellationToken _caller;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _whole;
    private readonly long _start;

    public Patience(TimeSpan whole, TimeProvider clock, CancellationToken caller)
    {
        (_whole, _clock, _caller, _start) = (whole, clock, caller, clock.GetTimestamp());
        _source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        _link = caller.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
        AllowTheRest();
    }

    public CancellationToken Token => _source.Token;

    public TimeSpan Left => _whole - _clock.GetElapsedTime(_start);

    /// <summary>From now on the step at hand has this long, and no longer than is left.</summary>
    public void Allow(TimeSpan step)
    {
        var left = Left;
        var until = step < left ? step : left;
        _source.CancelAfter(until > TimeSpan.Zero ? until : TimeSpan.Zero);
    }

    public void AllowTheRest() => Allow(TimeSpan.MaxValue);

    public Task WaitAsync(TimeSpan delay)
    {
        AllowTheRest();
        return Task.Delay(delay, _clock, Token);
    }

    /// <summary>What a cancelled step is to the caller: the caller's own wish stays what it is, anything else is a timeout.</summary>
    public Exception Ended(OperationCanceledException cancelled)
    {
        return _caller.IsCancellationRequested
            ? new OperationCanceledException(cancelled.Message, cancelled, _caller)
            : new GeminiException(GeminiFault.Timeout);
    }

    public void Dispose()
    {
        _link.Dispose();
        _source.Dispose();
    }
}
