using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Models.Privacy;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Sharing;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models.Context;

/// <summary>
/// Makes of a conversation what may leave: interactions about a kind that is kept back become stubs, results lose what is kept back, and
/// secrets have stand-ins. Everything that leaves goes through here.
/// </summary>
internal sealed class Outgoing(IReadOnlySet<DataKind> kept)
{
    private readonly SortedSet<string> _held = new(StringComparer.Ordinal);
    private readonly HashSet<DataKind> _kinds = [];
    private readonly Dictionary<string, string> _withheld = [];
    private readonly Dictionary<string, string> _functions = [];

    /// <summary>The stand-ins of this request.</summary>
    public Masks Masks { get; } = new();

    /// <summary>What is in it, in words of the catalogue: <c>messages</c>, <c>tasks</c>, <c>health</c>…</summary>
    public ISet<string> Held => _held;

    /// <summary>Kinds that are kept back.</summary>
    public IReadOnlySet<DataKind> Kept => kept;

    /// <summary>Earlier interactions as they may leave.</summary>
    public List<ChatMessage> Of(IEnumerable<ChatMessage> messages)
    {
        var leaving = new List<ChatMessage>();
        foreach (var interaction in Interactions(messages))
        {
            if (KeptIn(interaction).Any())
            {
                leaving.AddRange(Stub(interaction));
                continue;
            }

            leaving.AddRange(interaction.Select(Of));
        }

        _held.Add("messages");
        _held.UnionWith(_kinds.Select(Data.Code.Of));
        return leaving;
    }

    /// <summary>This turn as it may leave: all of it, but no result of what is kept back.</summary>
    public List<ChatMessage> Present(IReadOnlyList<ChatMessage> messages)
    {
        foreach (var call in messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Where(call => IsKept(call.Name)))
        {
            _withheld[call.CallId] = Data.Code.Of(PersonalKinds.OfFunction(call.Name)!.Value);
        }

        List<ChatMessage> leaving = [.. messages.Select(Of)];
        _held.UnionWith(_kinds.Select(Data.Code.Of));
        return leaving;
    }

    /// <summary>Text of ours as it may leave.</summary>
    public string Of(string text) => Masks.Mask(text);

    private bool IsKept(string function) => PersonalKinds.OfFunction(function) is { } kind && kept.Contains(kind);

    /// <summary>A run of the person's words and all that came of it.</summary>
    private static IEnumerable<List<ChatMessage>> Interactions(IEnumerable<ChatMessage> messages)
    {
        var interaction = new List<ChatMessage>();
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.User && interaction.Count > 0 && interaction[^1].Role != ChatRole.User)
            {
                yield return interaction;
                interaction = [];
            }

            interaction.Add(message);
        }

        if (interaction.Count > 0)
        {
            yield return interaction;
        }
    }

    /// <summary>What an interaction holds of what is kept back: by a call, by a question, or by what a result shows, of which its words may tell.</summary>
    private IEnumerable<DataKind> KeptIn(List<ChatMessage> interaction)
    {
        var contents = interaction.SelectMany(message => message.Contents).ToList();
        var functions = contents.OfType<FunctionCallContent>().Select(call => call.Name).Concat(ModelDesk.AsksFor(new ChatResponse(interaction)));
        return functions.Select(PersonalKinds.OfFunction).OfType<DataKind>().Where(kept.Contains)
            .Concat(contents.OfType<FunctionResultContent>().Any(result => PersonalKinds.Holds(Node(result.Result), kept)) ? kept : []);
    }

    private IEnumerable<ChatMessage> Stub(List<ChatMessage> interaction)
    {
        var words = $"[{string.Join(", ", KeptIn(interaction).Select(Data.Code.Of).Distinct())}: kept back]";
        return [new ChatMessage(ChatRole.User, words), new ChatMessage(ChatRole.Assistant, words)];
    }

    private ChatMessage Of(ChatMessage message) => new(message.Role, [.. message.Contents.Select(Of)]) { MessageId = message.MessageId };

    private AIContent Of(AIContent content) => content switch
    {
        TextContent { AdditionalProperties: { } labels } text when labels.ContainsKey(TurnHistory.ForeignLabel) =>
            new TextContent($"<dados from=\"others\">\n{Masks.Mask(text.Text.Replace("</dados>", "", StringComparison.OrdinalIgnoreCase))}\n</dados>"),
        TextContent text => new TextContent(Masks.Mask(text.Text)) { AdditionalProperties = text.AdditionalProperties },
        FunctionCallContent call => Of(call),
        // What others wrote is not shown again by itself: the model has to look, and then it is in this turn.
        FunctionResultContent { AdditionalProperties: { } labels } result when labels.ContainsKey(TurnHistory.ForeignLabel) =>
            new FunctionResultContent(result.CallId, new JsonObject { ["withheld"] = "others wrote it: look again if it is needed" }),
        FunctionResultContent result => new FunctionResultContent(
            result.CallId, _withheld.TryGetValue(result.CallId, out var kind) ? new JsonObject { ["withheld"] = kind } : Of(result)),
        _ => content,
    };

    private FunctionCallContent Of(FunctionCallContent call)
    {
        Note(call.Name);
        _functions[call.CallId] = call.Name;
        return new FunctionCallContent(
            call.CallId, call.Name, call.Arguments?.ToDictionary(argument => argument.Key, argument => (object?)Masked(Node(argument.Value))))
        {
            AdditionalProperties = call.AdditionalProperties,
        };
    }

    private JsonNode? Of(FunctionResultContent result)
    {
        var shown = Node(result.Result);
        // Errors about deeds quote them, and say nowhere of which kind they are.
        return kept.Count > 0 && shown is JsonObject error && error.ContainsKey("error") && _functions.GetValueOrDefault(result.CallId, "").StartsWith("actions_", StringComparison.Ordinal)
            ? new JsonObject { ["error"] = error["error"]?.DeepClone(), ["parameter"] = error["parameter"]?.DeepClone() }
            : Masked(PersonalKinds.Without(shown, kept, _kinds));
    }

    private void Note(string function)
    {
        if (PersonalKinds.OfFunction(function) is { } kind)
        {
            _kinds.Add(kind);
        }
        else
        {
            _held.Add(function.Split('_')[0]);
        }
    }

    private static JsonNode? Node(object? value) => value as JsonNode ?? JsonSerializer.SerializeToNode(value, ToolJson.Options);

    private JsonNode? Masked(JsonNode? node) => node switch
    {
        JsonObject found => new JsonObject(found.Select(property => KeyValuePair.Create(property.Key, Masked(property.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Masked)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Masks.Mask(text)),
        _ => node?.DeepClone(),
    };
}
