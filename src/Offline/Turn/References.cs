using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using TbPersonalOs.Offline.Questions;
using TbPersonalOs.Offline.Text;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Turn;

/// <summary>"Essa", "a última", "o segundo": resolved to ids in the last results of the same plugin. What cannot be resolved stays words.</summary>
internal sealed class References(IReadOnlyList<ChatMessage> history)
{
    private static readonly string[] Parameters = ["task", "reminder", "event", "note", "goal", "item"];
    private static readonly string[] Pointers = ["essa", "esse", "esta", "este", "isso", "ela", "ele", "aquela", "aquele", "it", "this", "that", "this one",
        "that one", "ultima", "ultimo", "last", "last one"];

    public Call Resolve(Call call)
    {
        foreach (var parameter in Parameters)
        {
            if (call.Arguments.GetValueOrDefault(parameter) is string words && Find(words, Plugin(call.Function)) is { } id)
            {
                call = call.With(parameter, id);
            }
        }

        return call;
    }

    private string? Find(string words, string plugin)
    {
        var folded = Normalizer.Fold(words);
        var place = Choices.Place(words);
        if (place is null && !Pointers.Contains(folded))
        {
            return null;
        }

        var ids = LastIds(plugin);
        var index = place is > 0 and var said ? said - 1 : ids.Count - 1;
        return index >= 0 && index < ids.Count ? ids[index] : null;
    }

    private List<string> LastIds(string plugin)
    {
        // Each turn numbers its calls anew, so a result belongs to the nearest call before it.
        var names = new Dictionary<string, string>();
        List<string> last = [];
        foreach (var content in history.SelectMany(message => message.Contents))
        {
            if (content is FunctionCallContent call)
            {
                names[call.CallId] = call.Name;
            }
            else if (content is FunctionResultContent result && names.TryGetValue(result.CallId, out var name) && Plugin(name) == plugin
                && Ids(Json.Node(result.Result)) is { Count: > 0 } ids)
            {
                last = ids;
            }
        }

        return last;
    }

    private static List<string> Ids(JsonNode? result)
    {
        var list = result as JsonArray ?? (result as JsonObject)?.Select(pair => pair.Value).OfType<JsonArray>().FirstOrDefault();
        IEnumerable<JsonNode?> things = list is not null ? list : [result];
        return [.. things.OfType<JsonObject>().Select(thing => Json.Text(thing["id"])).OfType<string>()];
    }

    private static string Plugin(string tool) => tool.Split('_', '.')[0];
}
