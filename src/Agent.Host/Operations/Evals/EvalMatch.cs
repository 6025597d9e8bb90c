using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Agent.Host.Operations.Evals;

/// <summary>Whether an answer is what a line expects.</summary>
internal static class EvalMatch
{
    private static readonly HashSet<string> Small =
    [
        "a", "o", "as", "os", "um", "uma", "de", "do", "da", "dos", "das", "em", "no", "na", "para", "pra", "pro", "com", "sobre", "e",
        "the", "an", "to", "of", "for", "about", "my", "meu", "minha", "at", "in", "on",
    ];

    /// <summary>Right: the calls that were expected and none more, and the question, if one was.</summary>
    public static bool IsRight(EvalAnswer answer, JsonObject expect) =>
        Ways(expect).Any(way => SameCalls(answer.Calls, Calls(way)) && Asked(answer, way));

    /// <summary>For each call whether one of the expected ways has it.</summary>
    public static bool IsExpected(EvalCall call, JsonObject expect) =>
        Ways(expect).SelectMany(Calls).Any(wanted => Same(call, wanted));

    /// <summary>True where nothing at all may be done.</summary>
    public static bool WantsNothing(JsonObject expect) => Ways(expect).All(way => Calls(way).Count == 0);

    private static IEnumerable<JsonObject> Ways(JsonObject expect) => expect["any"] is JsonArray any ? any.OfType<JsonObject>() : [expect];

    private static List<JsonObject> Calls(JsonObject way) => [.. (way["calls"] as JsonArray ?? []).OfType<JsonObject>()];

    private static bool SameCalls(IReadOnlyList<EvalCall> made, List<JsonObject> wanted) =>
        made.Count == wanted.Count && made.Zip(wanted).All(pair => Same(pair.First, pair.Second));

    private static bool Asked(EvalAnswer answer, JsonObject way) => way["question"] switch
    {
        null => true,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => answer.Question is not null && (answer.Missing is null || answer.Missing == value.GetValue<string>()),
        _ => answer.Question is not null,
    };

    private static bool Same(EvalCall made, JsonObject wanted)
    {
        if (made.Function != (string?)wanted["function"])
        {
            return false;
        }

        var arguments = wanted["arguments"] as JsonObject ?? [];
        return arguments.All(pair => Fits(made.Arguments, pair.Key, pair.Value))
            && made.Arguments.All(pair => arguments.ContainsKey(pair.Key) || arguments.ContainsKey(pair.Key + "?"));
    }

    private static bool Fits(JsonObject made, string name, JsonNode? wanted) =>
        made[name.TrimEnd('?')] is { } value
            ? (wanted is JsonArray any ? any : (IEnumerable<JsonNode?>)[wanted]).Any(one => Equal(value, one))
            : name.EndsWith('?');

    private static bool Equal(JsonNode made, JsonNode? wanted) =>
        wanted is not null && (Number(made) is { } number && Number(wanted) is { } other ? number == other : Folded(made.ToString()) == Folded(wanted.ToString()));

    private static decimal? Number(JsonNode node) =>
        node.GetValueKind() == JsonValueKind.Number && decimal.TryParse(node.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Words as they are compared: without case, accents, signs, and without small words at both ends.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                folded.Append(char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
            }
        }

        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        words.RemoveRange(0, words.TakeWhile(Small.Contains).Count() is var lead && lead < words.Count ? lead : 0);
        while (words.Count > 1 && Small.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return string.Join(' ', words);
    }
}
