using NodaTime;
using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>Two pieces that say how often, and one of them on which days: "mensal, todo dia 20", "toda sexta de quinze em quinze dias", "a cada 15 dias às segundas".</summary>
internal static class Finer
{
    private static readonly string[] Between = [",", "pra", "para", "na", "no", "nas", "nos", "as", "aos", "on", "the", "for", "em", "toda", "todo", ":"];

    /// <summary>The rule of what was read and what follows it, where they are one rule.</summary>
    public static Repeat Take(ref Cursor cursor, Repeat read, TimeContext context)
    {
        var c = cursor;
        if ((Rule(ref c, context) ?? Day(ref c)) is not { } more || Joined(read.Rule, more.Rule) is not { } rule)
        {
            return read;
        }

        cursor = c;
        return new Repeat(rule, read.Part ?? more.Part);
    }

    private static Repeat? Rule(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        c.Take(",");
        c.TakeAny("pra", "para", "for", ":");
        var found = Alternations.Take(ref c) ?? Every.Take(ref c, context) ?? Habits.Take(ref c);
        cursor = found is null ? cursor : c;
        return found;
    }

    /// <summary>"…, na segunda": a weekday of its own.</summary>
    private static Repeat? Day(ref Cursor cursor)
    {
        var c = cursor;
        var led = false;
        while (c.TakeAny(Between))
        {
            led = true;
        }

        var at = c.At;
        if (!led || !Habits.Days(ref c, out var days) || (days.Count == 1 && WeekdayNames.IsOrdinal(c, at)) || c.Word is "que" or "next")
        {
            return null;
        }

        cursor = c;
        return Repeat.Weekly(days);
    }

    private static Recurrence? Joined(Recurrence one, Recurrence other) =>
        Weeks(one) is { } often && other.Weekdays.Count > 0 && other is { Frequency: Frequency.Weekly, Interval: 1 } ? other with { Interval = often }
        : Weeks(other) is { } rare && one.Weekdays.Count > 0 && one is { Frequency: Frequency.Weekly, Interval: 1 } ? one with { Interval = rare }
        : one == new Recurrence(one.Frequency) { Weekdays = one.Weekdays } && one.Weekdays.Count == 0 && one.Interval == 1 && other.Frequency == one.Frequency && Says(other) ? other
        : null;

    private static bool Says(Recurrence rule) => rule.Weekdays.Count > 0 || rule.MonthDay is not null || rule.YearDay is not null;

    /// <summary>Every so many weeks, also where they are counted in days: nobody means a sixteenth day by "15 dias, na segunda".</summary>
    private static int? Weeks(Recurrence rule) => rule switch
    {
        { Minutely: true } or { Weekdays.Count: > 0 } => null,
        { Frequency: Frequency.Weekly } => rule.Interval,
        { Frequency: Frequency.Daily, Interval: 14 or 15 } => 2,
        { Frequency: Frequency.Daily, Interval: 7 or 21 or 28 } => rule.Interval / 7,
        _ => null,
    };
}
