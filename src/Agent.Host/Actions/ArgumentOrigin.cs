using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>
/// Whose words a call's arguments are. Where nothing foreign is in context they are the owner's; else only those that stand in what the owner
/// said in this turn, word for word. Times, numbers and yes or no say nothing by themselves.
/// </summary>
internal static partial class ArgumentOrigin
{
    /// <summary>The origin of a call with these arguments.</summary>
    public static string Of(JsonObject arguments, CallContext call)
    {
        if (!Origin.IsUntrusted(call.Origin))
        {
            return call.Origin;
        }

        var said = call.Said.Select(Words).ToList();
        var texts = Texts(arguments).Where(text => !Time().IsMatch(text)).Select(Words).ToList();
        return texts.Count > 0 && texts.TrueForAll(text => text.Length > 2 && said.Exists(message => message.Contains(text, StringComparison.Ordinal))) ? Origin.Owner : call.Origin;
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property => Texts(property.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    /// <summary>Words alone, each with a space on both sides, so that no part of a word counts as one.</summary>
    private static string Words(string text) => $" {string.Join(' ', Word().Matches(WordMatch.Plain(text)).Select(word => word.Value))} ";

    [GeneratedRegex(@"[\p{L}\p{N}@.+_-]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?([+-]\d\d:\d\d|Z)?)?$")]
    private static partial Regex Time();
}
