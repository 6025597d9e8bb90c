using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Repetitions: "todo dia", "toda segunda e quarta", "todo dia 5", "dias úteis", "a cada 2 horas", "every weekday", "weekly".</summary>
internal static class Recurrences
{
    private static readonly IsoDayOfWeek[] Workdays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var rule = Adverb(ref cursor) ?? Every(ref cursor, context) ?? Habitual(ref cursor);
        return rule is null ? null : new TimeExpression { From = from, To = cursor.At, Recurrence = rule };
    }

    private static Recurrence? Adverb(ref Cursor c) =>
        c.TakeAny("diariamente", "daily") ? new Recurrence(Frequency.Daily)
        : c.TakeAny("semanalmente", "weekly") ? new Recurrence(Frequency.Weekly)
        : c.TakeAny("mensalmente", "monthly") ? new Recurrence(Frequency.Monthly)
        : c.TakeAll("dias", "uteis") || c.TakeAll("dias", "de", "semana") || c.TakeAny("weekdays") ? new Recurrence(Frequency.Weekly) { Weekdays = Workdays }
        : c.TakeAny("anualmente", "yearly", "annually") ? new Recurrence(Frequency.Yearly) : null;

    private static Recurrence? Every(ref Cursor cursor, TimeContext context)
    {
        var c = cursor;
        c.Take("em");
        if (!c.TakeAny("todo", "toda", "todos", "todas", "every", "each", "cada") && !c.TakeAll("a", "cada"))
        {
            return null;
        }

        c.TakeAny("os", "as", "o", "a");
        var other = c.TakeAny("outro", "outra", "other") ? 2 : 1;
        var rule = Working(ref c) ?? OnDay(ref c) ?? (OnWeekdays(ref c) is { } days ? days with { Interval = other } : null) ?? ByUnit(ref c, other) ?? ByDate(ref c, context);
        cursor = rule is null ? cursor : c;
        return rule;
    }

    private static Recurrence? Working(ref Cursor c) =>
        c.TakeAll("dia", "util") || c.TakeAll("dias", "uteis") || c.TakeAll("dia", "de", "semana") || c.TakeAny("weekday", "weekdays", "workday")
            ? new Recurrence(Frequency.Weekly) { Weekdays = Workdays }
            : c.TakeAny("weekend", "weekends") || c.TakeAll("fim", "de", "semana") || c.TakeAll("final", "de", "semana")
                ? new Recurrence(Frequency.Weekly) { Weekdays = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday] }
                : null;

    private static Recurrence? OnDay(ref Cursor cursor)
    {
        var c = cursor;
        var monthly = c.TakeAll("mes", "no") || c.TakeAll("mes") || c.TakeAll("month", "on") || c.TakeAll("month");
        c.TakeAny("the", "no");
        if (!c.Take("dia") && !(monthly && c.Token.IsNumber) && !(c.Token.IsNumber && c.Peek(1) is "st" or "nd" or "rd" or "th"))
        {
            return null;
        }

        if (!c.TakeDigits(out var day) || day is < 1 or > 31)
        {
            return null;
        }

        c.TakeAny("st", "nd", "rd", "th");
        if (!c.TakeAll("do", "mes") && !c.TakeAll("de", "cada", "mes"))
        {
            c.TakeAll("of", "the", "month");
        }

        if (c.Word is "de" or "of" or "h" or ":")
        {
            return null;
        }

        cursor = c;
        return new Recurrence(Frequency.Monthly) { MonthDay = day };
    }

    private static Recurrence? OnWeekdays(ref Cursor cursor)
    {
        var c = cursor;
        var days = new List<IsoDayOfWeek>();
        while (Weekdays.TakeName(ref c, out var day))
        {
            days.Add(day);
            cursor = c;
            while (c.TakeAny(",", "e", "and", "as", "toda", "every"))
            {
            }
        }

        return days.Count == 0 ? null : new Recurrence(Frequency.Weekly) { Weekdays = [.. days.Distinct()] };
    }

    private static Recurrence? ByUnit(ref Cursor cursor, int other)
    {
        var c = cursor;
        var said = Numbers.Take(ref c, out var count) && count is > 0 and < 1000;
        Recurrence? rule = c.Word switch
        {
            "minuto" or "minutos" or "minute" or "minutes" => new Recurrence(Frequency.Hourly) { Minutely = true },
            "hora" or "horas" or "hour" or "hours" => new Recurrence(Frequency.Hourly),
            "dia" or "dias" or "day" or "days" => new Recurrence(Frequency.Daily),
            "manha" or "tarde" or "noite" or "morning" or "afternoon" or "evening" or "night" => new Recurrence(Frequency.Daily),
            "semana" or "semanas" or "week" or "weeks" => new Recurrence(Frequency.Weekly),
            "mes" or "meses" or "month" or "months" => new Recurrence(Frequency.Monthly),
            "ano" or "anos" or "year" or "years" => new Recurrence(Frequency.Yearly),
            _ => null,
        };
        if (rule is null)
        {
            return null;
        }

        c.Skip();
        cursor = c;
        return rule with { Interval = said ? count : other };
    }

    private static Recurrence? ByDate(ref Cursor cursor, TimeContext context)
    {
        if (MonthDays.Read(cursor, context) is not { Day: { } day } date)
        {
            return null;
        }

        cursor = new Cursor(cursor, date.To);
        return new Recurrence(Frequency.Yearly) { YearDay = new AnnualDate(day.Month, day.Day) };
    }

    /// <summary>"Às segundas", "on mondays": the plural says it.</summary>
    private static Recurrence? Habitual(ref Cursor cursor)
    {
        var c = cursor;
        return c.TakeAny("as", "aos", "nas", "nos", "on") && c.Word.EndsWith('s') && !c.Word.StartsWith("thurs", StringComparison.Ordinal) | c.Word == "thursdays"
            && OnWeekdays(ref c) is { } rule ? Accept(ref cursor, c, rule) : null;
    }

    private static Recurrence Accept(ref Cursor cursor, Cursor after, Recurrence rule)
    {
        cursor = after;
        return rule;
    }
}
