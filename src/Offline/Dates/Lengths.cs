using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>How long: "por 30 minutos", "de 2 horas", "durante 1h30", "for an hour", "a 45 minute call".</summary>
internal static class Lengths
{
    /// <summary>"…, 45 min": a length that closes the message.</summary>
    private static bool Ends(Cursor cursor) => Span.Take(ref cursor, out _) && cursor.Previous.Norm is "minutos" or "minuto" or "minutes" or "hora" or "horas" or "hour" or "hours" && (cursor.AtEnd || !cursor.Token.IsWord);

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var tail = cursor.TakeAny(",") && Ends(cursor);
        return (cursor.TakeAny("por", "de", "durante", "for", "com", "duracao") || tail) && (cursor.TakeAll("duracao", "de") || cursor.Take("de") || true) && Span.Take(ref cursor, out var span)
            && span is { IsClockTime: true, Seconds: >= 60 and <= 7 * 24 * 3600 }
            && !(cursor.Previous.Norm is "h" or "hora" && cursor.At == from + 3 && cursor.Word is "da")
            ? new TimeExpression { From = from, To = cursor.At, Minutes = span.Minutes }
            : null;
    }
}
