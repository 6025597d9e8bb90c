using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Models.Privacy;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models.Context;

/// <summary>A model's answer as it comes, with the real values in the place of their stand-ins.</summary>
internal sealed class RestoredAnswer(Masks masks)
{
    private readonly StringBuilder _unfinished = new();

    /// <summary>Puts them back into an update. Text waits where a stand-in may be cut in two.</summary>
    public void Restore(ChatResponseUpdate update)
    {
        if (masks.Count == 0)
        {
            return;
        }

        for (var place = 0; place < update.Contents.Count; place++)
        {
            switch (update.Contents[place])
            {
                case TextContent text:
                    text.Text = Grown(text.Text);
                    break;
                case FunctionCallContent { Arguments: { } arguments } call:
                    call.Arguments = arguments.ToDictionary(argument => argument.Key, argument => Restored(argument.Value));
                    break;
            }
        }
    }

    /// <summary>What was still waiting when the answer ended.</summary>
    public string Rest()
    {
        var rest = masks.Restore(_unfinished.ToString());
        _unfinished.Clear();
        return rest;
    }

    private string Grown(string delta)
    {
        var text = _unfinished.Append(delta).ToString();
        var whole = Masks.Whole(text);
        _unfinished.Clear().Append(text, whole, text.Length - whole);
        return masks.Restore(text[..whole]);
    }

    private object? Restored(object? value) => value switch
    {
        string text => masks.Restore(text),
        null => null,
        _ => JsonSerializer.SerializeToElement(Restored(JsonSerializer.SerializeToNode(value, ToolJson.Options)), ToolJson.Options),
    };

    private JsonNode? Restored(JsonNode? node) => node switch
    {
        JsonObject found => new JsonObject(found.Select(property => KeyValuePair.Create(property.Key, Restored(property.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Restored)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(masks.Restore(text)),
        _ => node?.DeepClone(),
    };
}
