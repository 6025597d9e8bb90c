namespace TbPersonalOs.Common;

/// <summary>People's time, moved by the test. Timers and deadlines stay real.</summary>
public sealed class ManualClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>Now.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
