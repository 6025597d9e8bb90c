using System.Text.Json.Nodes;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>Says how rows differ from what an action had left: what it was then and what it is now.</summary>
internal static class UndoConflict
{
    private static readonly Texts Text = new(typeof(UndoConflict));

    /// <summary>The differences that <c>undo_action</c> returned, one line each; null where there are none.</summary>
    public static string? InWords(string conflicts, Words words)
    {
        var lines = JsonNode.Parse(conflicts)!.AsArray().SelectMany(row => Lines(row!.AsObject(), words)).Distinct().ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines.Select(line => $"• {line}"));
    }

    private static List<string> Lines(JsonObject row, Words words)
    {
        if (row["current"] is not JsonObject current)
        {
            return [Text["DeletedSince"]];
        }

        if (row["expected"] is not JsonObject expected)
        {
            return [Text["ThereAgain"]];
        }

        var lines = current
            .Where(column => FieldWords.Matters(column.Key) && !JsonNode.DeepEquals(column.Value, expected[column.Key]))
            .Select(column => Text["Field", FieldWords.Label(column.Key), FieldWords.Value(expected, column.Key, words), FieldWords.Value(current, column.Key, words)])
            .ToList();
        return lines.Count > 0 ? lines : [Text["TouchedSince"]];
    }
}
