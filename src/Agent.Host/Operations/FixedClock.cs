using System.Globalization;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>People's time, standing still: for reproducible checks, in Development only.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    /// <summary>The setting.</summary>
    public const string Setting = "Clock:Now";

    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();

    /// <summary>The system's clock, or the fixed one where the setting asks for it.</summary>
    public static TimeProvider Of(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration[Setting] is not { Length: > 0 } text)
        {
            return System;
        }

        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("Clock__Now only works in Development: set ASPNETCORE_ENVIRONMENT=Development, or unset Clock__Now.");
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now)
            ? new FixedClock(now)
            : throw new InvalidOperationException($"Clock__Now is not an instant: {text}. Write it as 2026-11-23T12:00:00Z.");
    }
}
