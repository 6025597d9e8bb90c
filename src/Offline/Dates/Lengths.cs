using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>How long: "por 30 minutos", "de 2 horas", "durante 1h30", "for an hour", "por 3 meses", "10 vezes". Alone, an amount of time is one only where asked for.</summary>
internal static class Lengths
{
    private static readonly PhraseTable<bool> Leads = new((true, ["por|de|durante|for|com", "with? duration of", "com duracao de", "pelos|pelas proximos|proximas", "for the next"]));

    public static TimeExpression? Read(Cursor cursor, TimeContext context) => Led(cursor, context) ?? Closing(cursor) ?? Times(cursor) ?? (context.BareLengths ? Bare(cursor) : null);

    private static TimeExpression? Led(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var of = cursor.Word is "de" or "com";
        if (!Leads.Take(ref cursor, out _) || !Span.Take(ref cursor, out var span))
        {
            return null;
        }

        if (!span.IsClockTime)
        {
            return of ? null : new TimeExpression { From = from, To = cursor.At, For = span, Ends = Dated.Plus(context.Today, span, 1)?.PlusDays(-1) };
        }

        return span.Seconds is >= 60 and <= 7 * 24 * 3600 || context.BareLengths && !of
            ? !(cursor.Previous.Norm is "h" or "hora" && cursor.At == from + 3 && cursor.Word is "da") ? new TimeExpression { From = from, To = cursor.At, Minutes = span.Minutes, For = span } : null
            : null;
    }

    /// <summary>"…, 45 min": a length that closes the message.</summary>
    private static TimeExpression? Closing(Cursor cursor)
    {
        var from = cursor.At;
        var bracketed = cursor.Previous.Norm is "(";
        if (!(cursor.Take(",") || cursor.Previous.Norm is "," || bracketed) || !Span.Take(ref cursor, out var span) || span is not { IsClockTime: true, Seconds: >= 60 and <= 7 * 24 * 3600 })
        {
            return null;
        }

        if ((bracketed && cursor.Take(")")) || cursor.TakeAll("de", "duracao") || cursor.TakeAll("long"))
        {
            return new TimeExpression { From = from, To = cursor.At, Minutes = span.Minutes, For = span };
        }

        return cursor.Previous.Norm is "minutos" or "minuto" or "minutes" or "hora" or "horas" or "hour" or "hours" or "meia" or "meio" && (cursor.AtEnd || !cursor.Token.IsWord)
            ? new TimeExpression { From = from, To = cursor.At, Minutes = span.Minutes, For = span }
            : null;
    }

    /// <summary>"10 vezes", "5 times", "10x": how often a repetition comes.</summary>
    private static TimeExpression? Times(Cursor cursor)
    {
        var from = cursor.At;
        cursor.TakeAny("por", "for");
        return Numbers.Take(ref cursor, out var count) && count is > 0 and < 1000 && (cursor.TakeAny("vezes", "times", "ocorrencias", "occurrences") || (cursor.Touching && cursor.Take("x")))
            && cursor.Word is not ("por" or "ao" or "na" or "no" or "a" or "per")
            ? new TimeExpression { From = from, To = cursor.At, Count = count }
            : null;
    }

    private static TimeExpression? Bare(Cursor cursor)
    {
        var from = cursor.At;
        return Span.Take(ref cursor, out var span) ? new TimeExpression { From = from, To = cursor.At, Minutes = span.IsClockTime ? span.Minutes : null, For = span } : null;
    }
}
