using NodaTime;
using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Dates.Stretches;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>After "todo": a day of each month, by its number or by its place: "dia 10", "5º dia útil", "primeira segunda do mês", "último dia do mês", "mês no dia 5".</summary>
internal static class MonthRepeats
{
    public static Repeat? Take(ref Cursor cursor)
    {
        var c = cursor;
        var monthly = c.TakeAny("mes", "month", "meses");
        _ = monthly && c.Take(",");
        _ = monthly && c.TakeAny("no", "na", "on", "in", "as", "em");
        c.TakeAny("the", "o", "a");
        var rule = ByPlace(ref c, monthly) ?? ByNumber(ref c, monthly);
        cursor = rule is null ? cursor : c;
        return rule;
    }

    private static Repeat? ByPlace(ref Cursor cursor, bool monthly)
    {
        var c = cursor;
        var doubtful = c.Word is "segunda" or "quarta" or "quinta" or "sexta";
        if (!NthDays.Take(ref c, out var nth))
        {
            return null;
        }

        var ofMonth = OfMonth(ref c);
        if (doubtful && !ofMonth && !nth.Workdays || c.Word is "de" && !ofMonth && nth.Weekday is not null && c.Peek(1) is not "manha" and not "tarde" and not "noite")
        {
            return null;
        }

        if (nth is { Weekday: null, Workdays: false } && !(ofMonth || monthly))
        {
            return null;
        }

        cursor = c;
        return Of(nth);
    }

    public static Repeat Of(NthDay nth) => new(nth switch
    {
        { Workdays: true } => new Recurrence(Frequency.Monthly) { Weekdays = Repeat.Workdays, Place = nth.Place },
        { Weekday: { } weekday } => new Recurrence(Frequency.Monthly) { Weekdays = [weekday], Place = nth.Place },
        _ => new Recurrence(Frequency.Monthly) { MonthDay = nth.Place },
    });

    private static Repeat? ByNumber(ref Cursor cursor, bool monthly)
    {
        var c = cursor;
        if (!c.TakeAny("dia", "dias") && !(monthly && c.Token.IsNumber) && !(c.Token.IsNumber && c.Peek(1) is "st" or "nd" or "rd" or "th"))
        {
            return null;
        }

        if (!WrittenDates.TakeDay(ref c, out var day) || day is < 1 or > 31)
        {
            return null;
        }

        OfMonth(ref c);
        if (OfNamedMonth(c) || c.Word is "h" || IsMinutes(c) || (c.Touching && c.Word == "/"))
        {
            return null;
        }

        cursor = c;
        return new Repeat(new Recurrence(Frequency.Monthly) { MonthDay = day });
    }

    /// <summary>"Todo dia 10:30" is an hour of every day; "todo dia 10: pagar" is a day of every month.</summary>
    public static bool IsMinutes(Cursor c)
    {
        var touches = c.Touching && c.Take(":");
        return touches && c.Touching && c.Token.IsNumber;
    }

    /// <summary>"Todo dia 10 de março" is a date; "todo dia 10 de pagar a luz" is a day of every month.</summary>
    private static bool OfNamedMonth(Cursor c) => c.TakeAny("de", "of") && MonthNames.Take(ref c, out _);

    private static bool OfMonth(ref Cursor c) =>
        c.TakeAll("do", "mes") || c.TakeAll("de", "cada", "mes") || c.TakeAll("de", "todo", "mes") || c.TakeAll("de", "todos", "os", "meses") || c.TakeAll("of", "the", "month")
        || c.TakeAll("of", "each", "month") || c.TakeAll("of", "every", "month") || c.TakeAll("of", "month") || c.TakeAll("in", "the", "month") || c.TakeAll("no", "mes");
}
