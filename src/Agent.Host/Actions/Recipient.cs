using System.Text.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Whom a call reaches, where that is one recipient alone.</summary>
internal static class Recipient
{
    private const int Most = 320;

    /// <summary>
    /// The one recipient that all arguments name together which the function declares; null where there are several, or what may be several:
    /// an address is one word, without anything that could part two.
    /// </summary>
    public static string? Of(CatalogFunction function, JsonObject arguments)
    {
        var named = function.Effect.Recipients.SelectMany(argument => Values(arguments[argument])).ToList();
        return named is [{ Length: > 0 and <= Most } only] && only.All(IsPartOfAnAddress) && only.Count(letter => letter == '@') <= 1 ? only.ToLowerInvariant() : null;
    }

    /// <summary>Whether that very recipient stands in a text, as a word of its own: an address that only looks alike is another's.</summary>
    public static bool StandsIn(string text, string recipient) => text.Split([.. text.Where(letter => !IsPartOfAnAddress(letter)).Distinct()])
        .Any(word => string.Equals(word.TrimEnd('.', ':', '!', '?'), recipient, StringComparison.OrdinalIgnoreCase));

    private static bool IsPartOfAnAddress(char letter) => letter is > ' ' and <= '~' and not (',' or ';' or '<' or '>' or '"' or '(' or ')' or '[' or ']' or '=' or '|' or '&' or '\\');

    private static IEnumerable<string> Values(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => list.SelectMany(Values),
        _ when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        // An object, a number: nothing that can be told to be one recipient.
        _ => ["", ""],
    };
}
