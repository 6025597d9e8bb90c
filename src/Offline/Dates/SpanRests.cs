using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>What follows a unit: "2 horas e meia", "1 hora e 15 minutos", "2h30", "an hour and a half", "um ano e meio", "um mês e 10 dias".</summary>
internal static class SpanRests
{
    public static Span Take(ref Cursor cursor, Span span) =>
        span is { IsClockTime: true, Seconds: >= 60 } ? Clock(ref cursor, span) : span.Workdays == 0 ? Calendar(ref cursor, span) : span;

    private static Span Clock(ref Cursor cursor, Span span)
    {
        var rest = cursor;
        if (rest.TakeAll("e", "meia") || rest.TakeAll("and", "a", "half") || rest.TakeAll("e", "meio"))
        {
            cursor = rest;
            return span with { Seconds = span.Seconds + (span.Seconds >= 3600 ? 1800 : 30) };
        }

        var joined = rest.TakeAny("e", "and");
        if (!(joined || rest.Touching || rest.Token.IsNumber) || !Numbers.Take(ref rest, out var amount) || amount > 59)
        {
            return span;
        }

        var seconds = span.Seconds >= 3600 && (rest.TakeAny("minutos", "minuto", "minutes", "minute", "m") || (!joined && cursor.Touching)) ? amount * 60
            : rest.TakeAny("segundos", "segundo", "seconds", "second", "s", "seg") ? amount : 0;
        cursor = seconds > 0 ? rest : cursor;
        return span with { Seconds = span.Seconds + seconds };
    }

    private static Span Calendar(ref Cursor cursor, Span span)
    {
        var rest = cursor;
        if (span.Months > 0 && (rest.TakeAll("e", "meio") || rest.TakeAll("and", "a", "half")))
        {
            cursor = rest;
            return span.Months % 12 == 0 ? span with { Months = span.Months + 6 } : span with { Days = span.Days + 15 };
        }

        if (span is { Months: 0, Days: > 0 } && span.Days % 7 == 0 && (rest.TakeAll("e", "meia") || rest.TakeAll("and", "a", "half")))
        {
            cursor = rest;
            return span with { Days = span.Days + 3 };
        }

        if (rest.TakeAny("e", "and") && Numbers.Take(ref rest, out var amount) && Units.Take(ref rest, out var unit) && unit is Unit.Day or Unit.Week or Unit.Month
            && Span.Of(unit, amount, out var more))
        {
            cursor = rest;
            return span with { Days = span.Days + more.Days, Months = span.Months + more.Months };
        }

        return span;
    }
}
