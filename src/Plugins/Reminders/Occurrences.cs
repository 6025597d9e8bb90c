using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Plugins.Reminders;

/// <summary>When a reminder rings, as its row says: for whoever tells it.</summary>
/// <param name="Come">The times that have come, in order.</param>
/// <param name="Next">The first one still to come, or none.</param>
public sealed record Occurrences(IReadOnlyList<Instant> Come, Instant? Next)
{
    /// <summary>Those of a reminder that has not been ticked off.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="zone">Where the person is.</param>
    /// <param name="dealtWith">The last time of it that was dealt with since it was set or put off, or none.</param>
    /// <param name="now">Now.</param>
    public static Occurrences Of(Reminder reminder, DateTimeZone zone, Instant? dealtWith, Instant now)
    {
        var due = reminder.Due.At.ToInstant();
        Instant[] first = dealtWith is null ? [due] : [];
        if (reminder.Repeat is null)
        {
            return Split(first, now);
        }

        var (come, next) = Recurrence.Between(
            reminder.Repeat, LocalDateTime.FromDateTime(reminder.Anchor), zone, dealtWith is { } last && last > due ? last : due, now);
        var all = Split(first, now);
        return new Occurrences([.. all.Come, .. come], all.Next ?? next);
    }

    private static Occurrences Split(Instant[] instants, Instant now) =>
        new([.. instants.Where(instant => instant <= now)], instants.Where(instant => instant > now).Cast<Instant?>().FirstOrDefault());
}
