using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using TbPersonalOs.Offline.Text;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Turn;

/// <summary>
/// <c>/plants water_plant name=Ficus</c>: any function that is offered, by its own name, so that a new plugin can be spoken to before
/// it has wordings. Words without a name are the first required argument; an object of JSON is all of them.
/// </summary>
internal static partial class DirectCall
{
    /// <summary>The call; null where the text names no function that is offered.</summary>
    public static Outcome? Read(string text, IReadOnlyList<AITool> offered)
    {
        var written = Command().Match(CleanText.Of(text));
        var (plugin, function) = (written.Groups["plugin"].Value, written.Groups["function"].Value);
        var name = $"{plugin}_{function}".ToLowerInvariant();
        return written.Success && offered.FirstOrDefault(tool => tool.Name == name) is AIFunctionDeclaration declared
            ? (Outcome?)Call(declared, written.Groups["words"].Value.Trim()) ?? new Say("UnreadableArguments", Usage(plugin, function, declared))
            : null;
    }

    private static Call? Call(AIFunctionDeclaration function, string words)
    {
        var call = Wishes.Call.To(function.Name);
        if (words.StartsWith('{'))
        {
            return Json.Object(words)?.Aggregate(call, (made, argument) => made.With(argument.Key, Json.Plain(argument.Value)));
        }

        var names = Names().Matches(words).Where(match => match.Groups["name"].Success).ToList();
        var unnamed = Unquoted(names.Count == 0 ? words : words[..names[0].Index]);
        if (unnamed.Length > 0)
        {
            if (Required(function) is not { } first)
            {
                return null;
            }

            call = call.With(first, Typed(function, first, unnamed));
        }

        for (var place = 0; place < names.Count; place++)
        {
            var end = place + 1 < names.Count ? names[place + 1].Index : words.Length;
            var parameter = Known(function, names[place].Groups["name"].Value);
            call = call.With(parameter, Typed(function, parameter, Unquoted(words[(names[place].Index + names[place].Length)..end])));
        }

        return call;
    }

    private static string Usage(string plugin, string function, AIFunctionDeclaration declared) =>
        $"/{plugin} {function} {string.Join(' ', Parameters(declared).Select(parameter => $"{parameter.Name}=…"))}".TrimEnd();

    private static List<JsonProperty> Parameters(AIFunctionDeclaration function) =>
        function.JsonSchema.ValueKind == JsonValueKind.Object && function.JsonSchema.TryGetProperty("properties", out var properties)
            ? [.. properties.EnumerateObject()] : [];

    private static string? Required(AIFunctionDeclaration function) =>
        function.JsonSchema.ValueKind == JsonValueKind.Object && function.JsonSchema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()).FirstOrDefault() : null;

    /// <summary>The parameter's own spelling; an unknown one stays, and the function says which there are.</summary>
    private static string Known(AIFunctionDeclaration function, string name) =>
        Parameters(function).Select(parameter => parameter.Name).FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    /// <summary>The words as the parameter's type wants them; what does not fit stays as words, and the function says so.</summary>
    private static object? Typed(AIFunctionDeclaration function, string parameter, string words)
    {
        var types = Parameters(function).FirstOrDefault(known => known.Name == parameter) is { Value.ValueKind: JsonValueKind.Object } schema
            && schema.Value.TryGetProperty("type", out var type) ? type.ToString() : "string";
        return types switch
        {
            _ when types.Contains("string", StringComparison.Ordinal) => words,
            _ when types.Contains("boolean", StringComparison.Ordinal) => Truth(words) ?? (object)words,
            _ when types.Contains("array", StringComparison.Ordinal) || types.Contains("object", StringComparison.Ordinal) => Json.Node(words) ?? (object)words,
            _ => decimal.TryParse(words.Replace(',', '.'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? Json.Plain(JsonValue.Create(number)) : words,
        };
    }

    private static bool? Truth(string words) => Normalizer.Fold(words) switch
    {
        "true" or "sim" or "yes" => true,
        "false" or "nao" or "no" => false,
        _ => null,
    };

    private static string Unquoted(string words)
    {
        words = words.Trim();
        return words is ['"', .. var inner, '"'] ? inner : words;
    }

    /// <summary><c>/plants water_plant …</c>, or with the point by which receipts name it.</summary>
    [GeneratedRegex(@"^/(?<plugin>\p{L}+)(?:@\w+)?(?:\.|\s+)(?<function>\w+)(?:\s+(?<words>.*))?$", RegexOptions.Singleline)]
    private static partial Regex Command();

    /// <summary>Where arguments begin: <c>name=</c> after a space, and not within quotes.</summary>
    [GeneratedRegex("\"[^\"]*\"|(?<=^|\\s)(?<name>\\p{L}\\w*)=")]
    private static partial Regex Names();
}
