using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>"am", "p.m.", "p m", "in the PM", "9a": true for the afternoon, null where nothing is said.</summary>
internal static class Meridiem
{
    public static bool? Take(ref Cursor cursor)
    {
        var c = cursor;
        if (!c.TakeAll("in", "the") || c.Word is not ("am" or "pm"))
        {
            c = cursor;
        }

        var word = c.Word;
        if (word is "am" or "pm")
        {
            c.Skip();
            c.Take(c.Touching ? "." : "");
        }
        else if (word is not ("a" or "p") || !(Spelled(ref c, word) || Letter(ref c)))
        {
            return null;
        }

        cursor = c;
        return word[0] == 'p';
    }

    /// <summary>"p.m.", "p m".</summary>
    private static bool Spelled(ref Cursor c, string word)
    {
        if (c.TakeAll(word, ".", "m"))
        {
            c.Take(".");
            return true;
        }

        return c.TakeAll(word, "m");
    }

    /// <summary>"3p", "9a": a letter that touches the number and ends there.</summary>
    private static bool Letter(ref Cursor c)
    {
        var after = c;
        after.Skip();
        if (!c.Touching || !c.Previous.IsNumber || !Closing.At(after))
        {
            return false;
        }

        c = after;
        return true;
    }
}
