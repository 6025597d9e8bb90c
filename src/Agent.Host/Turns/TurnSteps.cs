namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>The points of a message's way at which a power cut makes a difference.</summary>
internal enum TurnStep
{
    /// <summary>The message is committed and not yet acknowledged.</summary>
    Received,

    /// <summary>The turn has its context and has asked nobody yet.</summary>
    Gathered,

    /// <summary>The planner has answered; nothing of it is stored.</summary>
    Answered,

    /// <summary>A write's transaction is open and its function has not run.</summary>
    WriteOpened,

    /// <summary>A write's function has run; nothing is committed.</summary>
    WriteRun,

    /// <summary>A write is committed and nobody has been told.</summary>
    WriteCommitted,

    /// <summary>An act elsewhere is about to be sent.</summary>
    InFlight,

    /// <summary>An act elsewhere was sent; its outcome is not stored.</summary>
    Sent,

    /// <summary>All calls are done; the reply is not stored.</summary>
    Replied,

    /// <summary>The turn's end is written and not committed.</summary>
    EndWritten,

    /// <summary>The turn's end is committed and nobody has been told.</summary>
    Ended,
}

/// <summary>
/// Lets a test stop the process at a step. In any other environment than Development each step costs nothing.
/// </summary>
internal sealed class TurnSteps(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly TurnStep? _pauseAt =
        environment.IsDevelopment() && Enum.TryParse<TurnStep>(configuration["Chaos:PauseAt"], out var step) ? step : null;

    /// <summary>Goes on at once, or, at the step that a test named, says so and waits to be killed.</summary>
    public async ValueTask ReachedAsync(TurnStep step)
    {
        if (step == _pauseAt)
        {
            await Console.Out.WriteLineAsync($"paused at {step}");
            await Console.Out.FlushAsync();
            await Task.Delay(Timeout.Infinite);
        }
    }
}
