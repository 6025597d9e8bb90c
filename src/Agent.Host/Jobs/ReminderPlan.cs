using NodaTime;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Plugins.Reminders;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>The last telling of a reminder since it was set or put off.</summary>
/// <param name="Due">The time at which it was due.</param>
/// <param name="Repetition">Which telling of that time.</param>
/// <param name="ClaimedAt">When.</param>
internal sealed record LastTelling(Instant Due, int Repetition, Instant ClaimedAt);

/// <summary>A telling that is due now.</summary>
/// <param name="Due">The time at which the reminder was due.</param>
/// <param name="Repetition">Which telling of that time.</param>
/// <param name="MinutesLate">How many whole minutes late.</param>
internal sealed record DueTelling(Instant Due, int Repetition, int MinutesLate);

/// <summary>What is to be done about a reminder now: the policy, without a database or a clock.</summary>
/// <param name="Tell">What is told now, or none.</param>
/// <param name="Skipped">Earlier times that passed unheard: the latest is told in their stead.</param>
/// <param name="LookAt">When to look again, or never.</param>
internal sealed record ReminderPlan(DueTelling? Tell, IReadOnlyList<Instant> Skipped, Instant? LookAt)
{
    /// <summary>How often one that insists is told again.</summary>
    public const int MostRepetitions = 12;

    /// <summary>After how long one that insists is told again.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(10);

    /// <summary>An hour of the night that the person named still counts as theirs for so long: who is to be woken at five is not left to sleep until seven.</summary>
    private static readonly Duration StillNamed = Duration.FromHours(1);

    /// <summary>The plan of a reminder that is pending.</summary>
    public static ReminderPlan Of(Reminder reminder, LastTelling? last, Instant now, QuietHours quiet)
    {
        var times = Occurrences.Of(reminder, quiet.Zone, last?.Due, now);
        var (ring, telling) = times.Come.Count > 0
            ? (times.Come[^1], new DueTelling(times.Come[^1], 0, MinutesBetween(times.Come[^1], now)))
            : reminder.Insists && last is { Repetition: < MostRepetitions }
                ? (last.ClaimedAt + Pause, new DueTelling(last.Due, last.Repetition + 1, MinutesBetween(last.ClaimedAt + Pause, now)))
                : (Instant.MaxValue, null);
        if (telling is null || ring > now)
        {
            return new ReminderPlan(null, [], Earlier(times.Next, telling is null ? null : ring));
        }

        var named = quiet.Contain(ring) && now - ring < StillNamed;
        return telling.MinutesLate > 0 && quiet.Contain(now) && !named
            ? new ReminderPlan(null, [], Earlier(times.Next, quiet.EndAfter(now)))
            : new ReminderPlan(telling, [.. times.Come.SkipLast(1)], Earlier(times.Next, reminder.Insists && telling.Repetition < MostRepetitions ? now + Pause : null));
    }

    /// <summary>How many whole minutes lie between; none where the clock was put back.</summary>
    public static int MinutesBetween(Instant due, Instant now) => (int)Math.Max(0, (now - due).TotalMinutes);

    private static Instant? Earlier(Instant? one, Instant? other) => one is { } first && other is { } second ? Instant.Min(first, second) : one ?? other;
}
