using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>
/// An amount of time as spoken: "20 minutos", "uma hora e meia", "2h30", "meia hora", "half an hour", "two weeks".
/// Clock time and calendar time stand apart: a day is not always 24 hours.
/// </summary>
internal readonly record struct Span(int Seconds, int Days, int Months)
{
    public bool IsClockTime => Days == 0 && Months == 0;
    public int Minutes => Seconds / 60;

    public static bool Take(ref Cursor cursor, out Span span)
    {
        var c = cursor;
        span = default;
        if (HalfHour(ref c))
        {
            span = new Span(1800, 0, 0);
        }
        else if (Amount(ref c, out var amount) && Unit(ref c, amount, out span))
        {
            span = WithRest(ref c, span);
        }

        if (span == default)
        {
            return false;
        }

        cursor = c;
        return true;
    }

    private static bool HalfHour(ref Cursor c) =>
        c.TakeAll("meia", "hora") || c.TakeAll("half", "an", "hour") || c.TakeAll("half", "hour") || c.TakeAll("a", "half", "hour");

    private static bool Amount(ref Cursor c, out decimal amount)
    {
        amount = 1;
        if (c.Word is "a" or "an" && c.Peek(1) is "minute" or "hour" or "day" or "week" or "month" or "year")
        {
            c.Skip();
            return true;
        }

        return Numbers.TakeDecimal(ref c, out amount) && amount is > 0 and < 100_000;
    }

    private static bool Unit(ref Cursor c, decimal amount, out Span span)
    {
        var unit = c.Word;
        span = unit switch
        {
            "segundo" or "segundos" or "second" or "seconds" or "seg" => new Span((int)amount, 0, 0),
            "minuto" or "minutos" or "minute" or "minutes" or "m" => new Span((int)(amount * 60), 0, 0),
            "hora" or "horas" or "hour" or "hours" or "h" => new Span((int)Math.Min(amount * 3600, 300_000_000), 0, 0),
            "dia" or "dias" or "day" or "days" => new Span(0, (int)amount, 0),
            "semana" or "semanas" or "week" or "weeks" => new Span(0, (int)amount * 7, 0),
            "mes" or "meses" or "month" or "months" => new Span(0, 0, (int)amount),
            "ano" or "anos" or "year" or "years" => new Span(0, 0, (int)Math.Min(amount, 1000) * 12),
            _ => default,
        };
        if (span != default)
        {
            c.Skip();
        }

        return span is { Days: >= 0 and < 40_000, Months: >= 0 and < 1_300 } && span != default;
    }

    /// <summary>The part after the unit: "e meia", "e 15 minutos", "2h30".</summary>
    private static Span WithRest(ref Cursor c, Span span)
    {
        if (span.Seconds < 3600 || !span.IsClockTime)
        {
            return span;
        }

        var rest = c;
        if (rest.TakeAll("e", "meia") || rest.TakeAll("and", "a", "half"))
        {
            c = rest;
            return span with { Seconds = span.Seconds + 1800 };
        }

        var joined = rest.TakeAny("e", "and");
        if ((joined || rest.Touching || rest.Token.IsNumber) && Numbers.Take(ref rest, out var minutes) && minutes < 60)
        {
            var touching = !joined && c.Touching;
            if (rest.TakeAny("minutos", "minuto", "minutes", "minute", "m") || touching)
            {
                c = rest;
                return span with { Seconds = span.Seconds + minutes * 60 };
            }
        }

        return span;
    }
}
