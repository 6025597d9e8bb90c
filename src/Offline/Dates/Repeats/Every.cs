using NodaTime;
using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Dates.Feasts;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>What follows "todo", "toda", "a cada", "every": a day, weekdays, a part of the day, so many units, a date, a holiday.</summary>
internal static class Every
{
    private static readonly PhraseTable<DayPart> Parts = new(
        (DayPart.Morning, ["manha|manhas", "morning|mornings"]), (DayPart.Afternoon, ["tarde|tardes", "afternoon|afternoons"]),
        (DayPart.Evening, ["noite|noites", "evening|evenings|night|nights"]), (DayPart.Dawn, ["madrugada|madrugadas"]));

    public static Repeat? Take(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        c.Take("em");
        var cadence = c.TakeAll("a", "cada") || c.TakeAny("cada");
        if (!cadence && !c.TakeAny("todo", "toda", "todos", "todas", "every", "each"))
        {
            return null;
        }

        c.TakeAny("os", "as", "o", "a", "santo");
        var rule = MonthRepeats.Take(ref c);
        var other = rule is not null ? 1 : c.TakeAny("outro", "outra", "other", "alternate", "second") ? 2 : c.TakeAny("third") ? 3 : c.TakeAny("fourth") ? 4 : 1;
        rule ??= Working(ref c) ?? OnWeekdays(ref c, other) ?? OnPart(ref c) ?? ByUnit(ref c, other, cadence) ?? ByDate(ref c, context) ?? ByFeast(ref c);
        cursor = rule is null ? cursor : c;
        return rule;
    }

    private static Repeat? Working(ref Cursor c) =>
        c.TakeAll("dia", "de", "semana") || c.TakeAll("dias", "de", "semana") || c.TakeAny("weekday", "weekdays") ? Repeat.Working : null;

    private static Repeat? OnWeekdays(ref Cursor cursor, int interval)
    {
        var c = cursor;
        c.Take("de");
        if (!Habits.Days(ref c, out var days) || (days.Count == 1 && WeekdayNames.IsOrdinal(c, cursor.At)))
        {
            return null;
        }

        cursor = c;
        return Repeat.Weekly(days, interval);
    }

    private static Repeat? OnPart(ref Cursor c) =>
        c.Word is not "day" && Parts.Take(ref c, out var part) ? new Repeat(new Recurrence(Frequency.Daily), part) : null;

    /// <summary>"A cada duas semanas na sexta", "every 2 weeks on friday", "toda semana às terças".</summary>
    private static Repeat? ByUnit(ref Cursor cursor, int other, bool cadence)
    {
        var c = cursor;
        var said = Numbers.Take(ref c, out var count) && count is > 0 and < 1000;
        if (!Units.Take(ref c, out var unit) || unit == Unit.Second || (cadence && !said && unit == Unit.Weekend && other > 1) || Repeat.Each(unit, said ? count : other) is not { } rule)
        {
            return null;
        }

        cursor = c;
        c.Take(",");
        _ = c.TakeAny("na", "no", "nas", "nos", "as", "aos", "on", "de") && c.TakeAny("the");
        var days = c;
        if (rule.Rule.Frequency == Frequency.Weekly && rule.Rule.Weekdays.Count == 0 && Habits.Days(ref days, out var weekdays))
        {
            cursor = days;
            return Repeat.Weekly(weekdays, rule.Rule.Interval);
        }

        return rule.Rule.Frequency == Frequency.Daily && !said && DaysOfWeek(ref cursor) is { } some ? some : rule;
    }

    /// <summary>"Todo dia de segunda a sexta".</summary>
    private static Repeat? DaysOfWeek(ref Cursor cursor)
    {
        var c = cursor;
        c.TakeAny(",", "de", "from");
        c.TakeAny("de", "from");
        if (!Habits.Days(ref c, out var days) || days.Count < 2)
        {
            return null;
        }

        cursor = c;
        return Repeat.Weekly(days);
    }

    private static Repeat? ByDate(ref Cursor cursor, TimeContext context)
    {
        if ((NumericDates.Read(cursor, context) ?? WrittenDates.Read(cursor, context)) is not { Day: { } day } date)
        {
            return null;
        }

        cursor = new Cursor(cursor, date.To);
        return new Repeat(new Recurrence(Frequency.Yearly) { YearDay = date.Loose?.Date ?? new AnnualDate(day.Month, day.Day) });
    }

    private static Repeat? ByFeast(ref Cursor cursor)
    {
        var c = cursor;
        if (!FeastNames.Table.Take(ref c, out var feast) || (feast.Date is null && feast.Weekday is null))
        {
            return null;
        }

        cursor = c;
        return feast.Weekday is var (month, weekday, place)
            ? new Repeat(new Recurrence(Frequency.Yearly) { Month = month, Weekdays = [weekday], Place = place })
            : new Repeat(new Recurrence(Frequency.Yearly) { YearDay = feast.Date });
    }
}
