using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Data;

/// <summary>Finds what repeats the texts of a thing, in SQL.</summary>
internal static partial class RepeatedTexts
{
    /// <summary>Words that are shorter say too little to be looked for.</summary>
    private const int ShortestText = 4;

    /// <summary>Of a longer text its beginning is looked for.</summary>
    private const int LongestText = 500;

    /// <summary>Whether a row of a table has one of the texts ($1, a pattern) in a column of words.</summary>
    public static string In(string alias, string table) =>
        $"({string.Join(" or ", Lineage.Columns[table].Select(column => $"{alias}.{column}::text ~* $1"))})";

    /// <summary>Whether a call changed a thing that is not among those that go ($2 their ids, $3 their tables).</summary>
    public static string WritesAnother(string action) =>
        $"exists (select from undo_images u where u.user_id = app_user_id() and u.action_id = {action} and (u.table_name, u.row_id) not in (select * from unnest($3::text[], $2::uuid[])))";

    /// <summary>The texts as one pattern of whole words, as they stand and as JSON writes them; null where none is long enough.</summary>
    public static string? PatternOf(ForgottenThings things)
    {
        var texts = things.Texts.Select(text => text.Trim()).Select(text => text.Length <= LongestText ? text : text[..LongestText]).Where(text => text.Length >= ShortestText).ToList();
        return texts.Count == 0 ? null : string.Join('|', texts.SelectMany(Forms).Distinct(StringComparer.OrdinalIgnoreCase).Select(Whole));
    }

    private static IEnumerable<string> Forms(string text) => [text, JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), JsonEncodedText.Encode(text).ToString()];

    private static string Whole(string text) =>
        $"{(IsWord(text[0]) ? @"\m" : "")}{Special().Replace(text, @"\$0")}{(IsWord(text[^1]) && text.Length < LongestText ? @"\M" : "")}";

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';

    [GeneratedRegex(@"[\\^$.|?*+()\[\]{}]")]
    private static partial Regex Special();
}
