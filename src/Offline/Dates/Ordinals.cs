using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Places in a row: "primeira", "5º", "3rd", "twenty first", "décimo segundo"; counted from the end they are negative: "última", "third last".</summary>
internal static class Ordinals
{
    private static readonly FrozenDictionary<string, int> Names = Rows(
        ["primeiro primeira first", "segundo segunda second", "terceiro terceira third", "quarto quarta fourth", "quinto quinta fifth", "sexto sexta sixth",
         "setimo setima seventh", "oitavo oitava eighth", "nono nona ninth", "decimo decima tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
         "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"]);

    private static readonly FrozenDictionary<string, int> Last = Rows(
        ["ultimo ultima ultimos ultimas last", "penultimo penultima", "antepenultimo antepenultima"]);

    /// <summary>Counted from the beginning only.</summary>
    public static bool Take(ref Cursor cursor, out int place) => Figure(ref cursor, out place) || Words(ref cursor, out place);

    /// <summary>Counted from either end: -1 is the last, -2 the one before it.</summary>
    public static bool TakeEither(ref Cursor cursor, out int place)
    {
        if (cursor.TakeFrom(Last, out place))
        {
            place = -place;
            return true;
        }

        if (!Take(ref cursor, out place))
        {
            return false;
        }

        var c = cursor;
        c.TakeAny("to", "a");
        if (c.TakeAny("last"))
        {
            (cursor, place) = (c, -place);
        }

        return true;
    }

    private static bool Figure(ref Cursor cursor, out int place)
    {
        var c = cursor;
        if (c.TakeDigits(out place) && place is > 0 and < 367 && c.Touching && c.TakeAny("st", "nd", "rd", "th", "o", "a", "º", "ª", "°"))
        {
            cursor = c;
            return true;
        }

        return false;
    }

    private static bool Words(ref Cursor cursor, out int place)
    {
        var c = cursor;
        if (c.TakeFrom(Names, out place))
        {
            if (place == 10 && c.TakeFrom(Names, out var more) && more < 10)
            {
                place += more;
                cursor = c;
                return true;
            }

            cursor.Skip();
            return true;
        }

        return Compound(ref cursor, out place);
    }

    /// <summary>"Twenty first", "thirtieth", "thirty first".</summary>
    private static bool Compound(ref Cursor cursor, out int place)
    {
        var c = cursor;
        place = c.TakeAny("thirtieth") ? 30 : 0;
        if (place == 30)
        {
            cursor = c;
            return true;
        }

        var tens = c.Take("twenty") ? 20 : c.Take("thirty") ? 30 : 0;
        if (tens > 0 && c.TakeFrom(Names, out var ones) && ones < 10 && c.Previous.Norm is not ("segunda" or "segundo" or "quarto" or "quarta" or "quinto" or "quinta" or "sexta"))
        {
            (cursor, place) = (c, tens + ones);
            return true;
        }

        return false;
    }

    private static FrozenDictionary<string, int> Rows(string[] rows) =>
        rows.SelectMany((row, at) => row.Split(' ').Select(word => (word, at + 1))).ToFrozenDictionary(pair => pair.word, pair => pair.Item2);
}
