using TbPersonalOs.Offline.Text;
using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Lengths of time that stand anywhere in a wish: "uma hora livre", "adia 10 minutos".</summary>
internal static class Amounts
{
    public static int? Minutes(Wish wish) => Find(wish)?.Minutes;

    public static (int Minutes, int From, int To)? Find(Wish wish)
    {
        for (var at = wish.From; at < wish.End; at++)
        {
            var cursor = wish.At(at);
            if (cursor.TakeAll("free", "hour"))
            {
                return (60, at, cursor.At);
            }

            if (Numbers.Take(ref cursor, out var minutes) && cursor.TakeAny("free", "livres", "open") && cursor.TakeAny("minutos", "minutes"))
            {
                return (minutes, at, cursor.At);
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
