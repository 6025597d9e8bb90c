using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Whether a number can end its phrase here: "the third" is a day at the end or before "at", but not before "song".</summary>
internal static class Closing
{
    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ["de", "da", "do", "na", "no", "nas", "nos", "pra", "para", "e", "em", "com", "que", "hoje", "amanha", "me", "ate", "as", "ao", "por", "a", "o",
         "at", "on", "in", "of", "to", "and", "for", "from", "until", "till", "with", "by", "please", "i", "today", "tomorrow", "tonight", "this", "next",
         "every", "or", "ou", "is", "was", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "as", "if", "about", "so", "because",
         "when", "cet", "gmt", "utc", "est", "pst", "bst", "ist", "brt"]);

    public static bool At(Cursor cursor) => cursor.AtEnd || (!cursor.Token.IsWord && !cursor.Token.IsNumber && cursor.Word is not ("/" or "%" or "*" or "$")) || Words.Contains(cursor.Word);
}
