using NodaTime;

namespace TbPersonalOs.Plugins.Calendar;

/// <summary>A free stretch of time.</summary>
/// <param name="Start">From when.</param>
/// <param name="End">Until when.</param>
public sealed record FreeSlot(Moment Start, Moment End);

/// <summary>The free time of one day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Slots">Free stretches in their order.</param>
/// <param name="AllDay">All-day events, which do not take the hours away.</param>
public sealed record FreeDay(Moment Day, IReadOnlyList<FreeSlot> Slots, IReadOnlyList<string> AllDay);

/// <summary>Free time in the calendar.</summary>
/// <param name="Minutes">How long a stretch had to be.</param>
/// <param name="Days">Days that have free time.</param>
public sealed record FreeTimeView(int Minutes, IReadOnlyList<FreeDay> Days) : IView
{
    private static readonly Texts Text = new(typeof(FreeTimeView));

    /// <inheritdoc />
    public string InWords(Words words) => Days.Count == 0
        ? Text["NoFreeTime", Minutes]
        : Paging.Lines(Text["FreeTime", Minutes, Words.City(words.Zone)], Days.Select(day => Line(day, words)), false);

    private static string Line(FreeDay day, Words words) =>
        words.Day(day.Day.Date)
        + (day.AllDay.Count == 0 ? "" : $" ({Text["AllDay", string.Join(", ", day.AllDay)]})")
        + ": " + string.Join(", ", day.Slots.Select(slot => $"{Hour(slot.Start)}–{Hour(slot.End)}"));

    private static string Hour(Moment moment) => Words.Hour(moment.Local.TimeOfDay);

    internal static FreeSlot Slot(Interval free, DateTimeZone zone) =>
        new(new Moment(free.Start.InZone(zone).LocalDateTime, true), new Moment(free.End.InZone(zone).LocalDateTime, true));
}
