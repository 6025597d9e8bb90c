using System.Collections.Frozen;

namespace TbPersonalOs.Offline.Text;

/// <summary>Whole numbers as digits or as words below a million, in both languages, and decimals with a comma or a point.</summary>
internal static class Numbers
{
    private static readonly FrozenDictionary<string, int> Units = new Dictionary<string, int>
    {
        ["zero"] = 0, ["um"] = 1, ["uma"] = 1, ["dois"] = 2, ["duas"] = 2, ["tres"] = 3, ["quatro"] = 4, ["cinco"] = 5, ["seis"] = 6,
        ["sete"] = 7, ["oito"] = 8, ["nove"] = 9, ["dez"] = 10, ["onze"] = 11, ["doze"] = 12, ["treze"] = 13, ["quatorze"] = 14,
        ["catorze"] = 14, ["quinze"] = 15, ["dezesseis"] = 16, ["dezessete"] = 17, ["dezoito"] = 18, ["dezenove"] = 19,
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9,
        ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16,
        ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Tens = new Dictionary<string, int>
    {
        ["vinte"] = 20, ["trinta"] = 30, ["quarenta"] = 40, ["cinquenta"] = 50, ["sessenta"] = 60, ["setenta"] = 70, ["oitenta"] = 80,
        ["noventa"] = 90, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70,
        ["eighty"] = 80, ["ninety"] = 90,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, int> Hundreds = new Dictionary<string, int>
    {
        ["cem"] = 100, ["cento"] = 100, ["duzentos"] = 200, ["duzentas"] = 200, ["trezentos"] = 300, ["trezentas"] = 300, ["quatrocentos"] = 400,
        ["quatrocentas"] = 400, ["quinhentos"] = 500, ["quinhentas"] = 500, ["seiscentos"] = 600, ["seiscentas"] = 600, ["setecentos"] = 700,
        ["setecentas"] = 700, ["oitocentos"] = 800, ["oitocentas"] = 800, ["novecentos"] = 900, ["novecentas"] = 900,
    }.ToFrozenDictionary();

    /// <summary>A number in words, but not "um" and "uma", which are articles.</summary>
    public static bool IsWord(string word) => word is not ("um" or "uma" or "one") && (Units.ContainsKey(word) || Tens.ContainsKey(word));

    public static bool Take(ref Cursor cursor, out int value) => cursor.TakeDigits(out value) || TakeWords(ref cursor, out value);

    public static bool TakeWords(ref Cursor cursor, out int value)
    {
        var c = cursor;
        var said = BelowThousand(ref c, out value);
        if (!c.TakeAny("mil", "thousand") || value > 999 || (said && value == 0))
        {
            cursor = said ? c : cursor;
            return said;
        }

        value = (said ? value : 1) * 1000;
        cursor = c;
        if (Joined(ref c) && BelowThousand(ref c, out var rest))
        {
            (cursor, value) = (c, value + rest);
        }

        return true;
    }

    /// <summary>Below a hundred: what an hour, its minutes or a day of a month are said by.</summary>
    public static bool TakeSmall(ref Cursor cursor, out int value)
    {
        if (!cursor.TakeFrom(Tens, out value))
        {
            return cursor.TakeFrom(Units, out value);
        }

        var unit = cursor;
        unit.Take("e");
        if (unit.TakeFrom(Units, out var ones) && ones is > 0 and < 10)
        {
            cursor = unit;
            value += ones;
        }

        return true;
    }

    public static bool TakeDecimal(ref Cursor cursor, out decimal value)
    {
        value = 0;
        if (!Take(ref cursor, out var whole))
        {
            return false;
        }

        value = whole;
        var rest = cursor;
        if (rest.TakeAny("virgula", "ponto", "point") && Take(ref rest, out var tenths))
        {
            value += tenths / (tenths < 10 ? 10m : 100m);
            cursor = rest;
            return true;
        }

        rest = cursor;
        if (rest.Touching && rest.TakeAny(",", ".") && rest.Touching && rest.Token.Norm.Length <= 4 && rest.Token.IsNumber)
        {
            var digits = rest.Token.Norm.Length;
            rest.TakeDigits(out var fraction);
            value += fraction / (decimal)Math.Pow(10, digits);
            cursor = rest;
        }

        return true;
    }

    private static bool BelowThousand(ref Cursor cursor, out int value)
    {
        if (!cursor.TakeFrom(Hundreds, out value))
        {
            if (!TakeSmall(ref cursor, out value))
            {
                return false;
            }

            if (value is 0 or > 9 || !cursor.Take("hundred"))
            {
                return true;
            }

            value *= 100;
        }

        var rest = cursor;
        if (Joined(ref rest) && TakeSmall(ref rest, out var small) && small > 0)
        {
            (cursor, value) = (rest, value + small);
        }

        return true;
    }

    /// <summary>"Cento e vinte", "two hundred and ten", "two hundred ten".</summary>
    private static bool Joined(ref Cursor cursor) => cursor.TakeAny("e", "and") || !cursor.AtEnd;
}
