using TbPersonalOs.Offline.Text;
using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Lengths of time that stand anywhere in a wish: "uma hora livre", "adia 10 minutos".</summary>
internal static class Amounts
{
    public static int? Minutes(Wish wish) => Find(wish)?.Minutes;

    /// <summary>"Free hour", "free half hour", "free hour and a half", "free two hours".</summary>
    private static int? Free(ref Cursor cursor)
    {
        var rest = cursor;
        if (!rest.TakeAny("free", "spare", "open"))
        {
            return null;
        }

        if (Span.Take(ref rest, out var span) && span is { IsClockTime: true, Minutes: > 0 })
        {
            cursor = rest;
            return span.Minutes;
        }

        if (!rest.TakeAny("hour"))
        {
            return null;
        }

        cursor = rest;
        return SpanRests.Take(ref cursor, new Span(3600, 0, 0)).Minutes;
    }

    public static (int Minutes, int From, int To)? Find(Wish wish)
    {
        for (var at = wish.From; at < wish.End; at++)
        {
            var cursor = wish.At(at);
            if (Free(ref cursor) is { } free)
            {
                return (free, at, cursor.At);
            }

            if (Numbers.Take(ref cursor, out var minutes) && cursor.TakeAny("free", "livres", "open") && cursor.TakeAny("minutos", "minutes"))
            {
                return (minutes, at, cursor.At);
            }

            cursor = wish.At(at);
            if (Numbers.Take(ref cursor, out var hours) && hours is > 0 and < 13 && cursor.TakeAny("free", "spare", "open", "empty") && cursor.TakeAny("hours", "hour"))
            {
                return (60 * hours, at, cursor.At);
            }

            cursor = wish.At(at);
            if (cursor.Previous.Norm is not ("as" or "at" or "pras" or "ate" or "das" or "after" or "before" or "until") && Span.Take(ref cursor, out var span) && span is { IsClockTime: true, Minutes: > 0 })
            {
                return (span.Minutes, at, cursor.At);
            }
        }

        return null;
    }
}
