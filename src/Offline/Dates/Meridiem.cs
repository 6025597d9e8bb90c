using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>"am", "p.m.": true for the afternoon, null where nothing is said.</summary>
internal static class Meridiem
{
    public static bool? Take(ref Cursor cursor)
    {
        var c = cursor;
        var word = c.Word;
        if (word is "am" or "pm")
        {
            c.Skip();
        }
        else if (word is not ("a" or "p") || !c.TakeAll(word, ".", "m"))
        {
            return null;
        }
        else
        {
            c.Take(".");
        }

        cursor = c;
        return word[0] == 'p';
    }
}
