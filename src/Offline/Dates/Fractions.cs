using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Parts of an hour: "meia hora", "hora e meia", "half an hour", "um quarto de hora", "1/2 h", "3/4 hour", "meia horinha".</summary>
internal static class Fractions
{
    public static bool Take(ref Cursor cursor, out Span span)
    {
        var c = cursor;
        var minutes = Half(ref c) ? 30 : Quarters(ref c) ?? Written(ref c) ?? (c.TakeAll("hora", "e", "meia") ? 90 : 0);
        span = new Span(minutes * 60, 0, 0);
        cursor = minutes > 0 ? c : cursor;
        return minutes > 0;
    }

    private static bool Half(ref Cursor c) =>
        c.TakeAll("meia", "hora") || c.TakeAll("meia", "horinha") || c.TakeAll("half", "an", "hour") || c.TakeAll("half", "hour") || c.TakeAll("a", "half", "hour");

    private static int? Quarters(ref Cursor cursor)
    {
        var c = cursor;
        var quarters = c.TakeAll("three", "quarters") ? 3 : c.TakeAll("a", "quarter") || c.Take("quarter") || c.TakeAll("um", "quarto") ? 1 : 0;
        if (quarters == 0 || !(c.TakeAll("of", "an", "hour") || c.TakeAll("hour") || c.TakeAll("de", "hora")))
        {
            return null;
        }

        cursor = c;
        return 15 * quarters;
    }

    private static int? Written(ref Cursor cursor)
    {
        var c = cursor;
        if (!c.TakeDigits(out var part) || !c.Touching || !c.Take("/") || !c.Touching || !c.TakeDigits(out var whole) || !c.TakeAny("h", "hour", "hours", "hora", "horas"))
        {
            return null;
        }

        cursor = c;
        return (part, whole) is (> 0, 2 or 3 or 4) && part < whole ? 60 * part / whole : null;
    }
}
