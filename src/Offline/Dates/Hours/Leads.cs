using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>Which side of an hour is meant: "antes das", "depois das".</summary>
internal enum Side { At, Before, After }

/// <summary>The prepositions of an hour: after them a bare number is one ("às 9", "lá pelas 15", "by 5", "a partir das 14").</summary>
internal static class Leads
{
    private static readonly PhraseTable<Side> Table = new(
        (Side.At, ["as", "at", "@", "la? pelas", "la? pela", "la pras", "around", "at about|around", "por volta das|da|do", "em torno das", "perto das", "nas",
            "umas", "uns", "approximately", "at approximately", "ao|pelo",
            "quando|assim|logo|na|a que? hora? que? der|derem|bater|baterem|for|forem|chegar|marcar|marcarem as|nas|a|o?",
            "quando|assim que? o relogio bater|marcar as?", "when|once it|the|clock hits|strikes|s|is|gets|reaches|turns to?"]),
        (Side.Before, ["antes das|da|do", "before", "ate|pras as?", "ate a|ao|o|umas", "by", "until|till|untill|til", "no later than", "nao mais que|tarde?", "sometimes? before", "through"]),
        (Side.After, ["depois|apos das|da|do", "apos as|a|o|ao", "depois que as", "after", "later than", "since", "a partir das|da|do|de", "desde as|a|o",
            "from", "das|da em diante", "anytime after"]));

    /// <summary>Reads the lead; <paramref name="loosely"/> says that it is an unaccented "as", which is an article too.</summary>
    public static bool Take(ref Cursor cursor, out Side side, out bool loosely)
    {
        loosely = cursor.Word is "as" or "nas" or "umas" or "uns" && cursor.Token.Raw is not ("às" or "Às" or "ÀS");
        var c = cursor;
        if (c.Word == "a" && c.Peek(1) is "uma" or "1" && c.Take("a"))
        {
            (cursor, side) = (c, Side.At);
            return true;
        }

        if (For(ref c))
        {
            (cursor, side, loosely) = (c, Side.At, true);
            return true;
        }

        if (!Table.Take(ref c, out side))
        {
            return Towards(ref cursor);
        }

        if (c.Previous.Norm is "ate" or "pras" or "by" or "until" or "till" or "untill" or "til" or "through" or "before" or "after" or "since" or "around" or "from")
        {
            loosely |= c.Previous.Norm is "around" or "from" or "since" or "through" or "after" or "before";
            _ = c.TakeAny("as") || c.TakeAny("at");
        }

        cursor = c;
        return true;
    }

    /// <summary>"Para as 10", "pra as 9".</summary>
    private static bool Towards(ref Cursor cursor)
    {
        var c = cursor;
        var led = c.TakeAny("para", "pra") && c.TakeAny("as", "at");
        cursor = led ? c : cursor;
        return led;
    }

    /// <summary>"An alarm for seven": for is a preposition of time only after such a word.</summary>
    private static bool For(ref Cursor cursor)
    {
        if (cursor.Word != "for" || cursor.Previous.Norm is not ("alarm" or "alarms" or "alert" or "reminder" or "up" or "me" or "alarme"))
        {
            return false;
        }

        cursor.Skip();
        cursor.Take("the");
        return true;
    }
}
