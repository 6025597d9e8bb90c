using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>
/// Whose words each value on a card is, as the owner is shown it: what they said in this turn, what others wrote (and which), their own data,
/// or composed. It decides nothing; <see cref="ArgumentOrigin"/> does.
/// </summary>
internal static partial class ValueOrigins
{
    /// <summary>A value that stands nowhere as it is: somebody put it together.</summary>
    public const string Composed = "composed";

    /// <summary>Nobody kept whose words a value was.</summary>
    public const string NotKept = "not_kept";

    /// <summary>So many words of others in a row make a value theirs, whatever stands around them.</summary>
    private const int Run = 4;

    /// <summary>The origin of each argument.</summary>
    public static JsonObject Of(JsonObject arguments, CallContext call)
    {
        var said = call.Said.Select(Text).ToList();
        // Most values stand in what was said, and then nobody looks further.
        var shown = new Lazy<List<(string Origin, string Text)>>(() => [.. Shown(call).Select(found => (found.Origin, Text(found.Text)))]);
        var origins = new JsonObject();
        foreach (var (name, value) in arguments)
        {
            var parts = Values(value).Select(Text).Where(text => text.Length > 2).Select(text => Of(text, said, shown)).ToList();
            origins[name] = parts.Find(Origin.IsUntrusted)
                ?? (parts.Distinct().Count() == 1 ? parts[0] : Composed);
        }

        return origins;
    }

    private static string Of(string text, List<string> said, Lazy<List<(string Origin, string Text)>> shown)
    {
        if (said.Exists(message => message.Contains(text, StringComparison.Ordinal)))
        {
            return Origin.Owner;
        }

        var words = text.Trim().Split(' ');
        var runs = words.Length <= Run ? [text] : Enumerable.Range(0, words.Length - Run + 1).Select(at => $" {string.Join(' ', words.Skip(at).Take(Run))} ").ToList();
        return shown.Value.Find(found => Origin.IsUntrusted(found.Origin) && runs.Exists(run => found.Text.Contains(run, StringComparison.Ordinal))).Origin
            ?? (shown.Value.Exists(found => found.Text.Contains(text, StringComparison.Ordinal)) ? Origin.Own : Composed);
    }

    /// <summary>What came into context, in this turn and in those before it.</summary>
    private static IEnumerable<(string Origin, string Text)> Shown(CallContext call)
    {
        foreach (var (origin, result) in call.Shown)
        {
            yield return (origin, string.Join('\n', Values(JsonSerializer.SerializeToNode(result))));
        }

        foreach (var content in call.History.SelectMany(message => message.Contents))
        {
            var origin = content.AdditionalProperties?.GetValueOrDefault(TurnHistory.ForeignLabel) as string ?? Origin.Own;
            switch (content)
            {
                case FunctionResultContent { Result: JsonElement result }:
                    yield return (origin, string.Join('\n', Values(JsonSerializer.SerializeToNode(result))));
                    break;
                case TextContent text:
                    yield return (origin, text.Text);
                    break;
            }
        }
    }

    private static IEnumerable<string> Values(JsonNode? node) => node switch
    {
        JsonObject found => found.SelectMany(property => Values(property.Value)),
        JsonArray list => list.SelectMany(Values),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => [number.ToJsonString()],
        _ => [],
    };

    /// <summary>Words alone, each with a space on both sides.</summary>
    private static string Text(string text) => $" {string.Join(' ', Word().Matches(WordMatch.Plain(text)).Select(word => word.Value))} ";

    [GeneratedRegex(@"[\p{L}\p{N}@_+-]+(?:[.'][\p{L}\p{N}@_+-]+)*")]
    private static partial Regex Word();
}
