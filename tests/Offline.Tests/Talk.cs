using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Offline.Tests;

/// <summary>A conversation with the planner as a turn holds it, with a JSON round trip of the history between messages.</summary>
internal sealed class Talk(string now = "2026-11-23T09:00:00-03:00", string zone = "America/Sao_Paulo", string language = "pt-BR")
{
    private static readonly OfflinePlanner Planner = new();
    private List<ChatMessage> history = [];

    public DateTimeOffset Now { get; set; } = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture);
    public IReadOnlyList<string> Offered { get; set; } = Catalogue.Functions;
    public ChatResponse Last { get; private set; } = new();

    public Talk Say(params string[] texts)
    {
        foreach (var text in texts)
        {
            history.Add(new ChatMessage(ChatRole.User, text) { CreatedAt = Now });
        }

        return Ask();
    }

    /// <summary>What the functions returned for the calls at hand, in order.</summary>
    public Talk Returns(params object?[] results)
    {
        var calls = Last.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        history.Add(new ChatMessage(ChatRole.Tool, [.. calls.Select((call, at) => (AIContent)new FunctionResultContent(call.CallId, results[at]))]));
        return Ask();
    }

    public string Text => Last.Text;

    public string Question => Last.Messages.Single().AdditionalProperties?[PlannerContext.Question]?.ToString() ?? "";

    /// <summary>The calls as <c>plugin_function{json}</c>, one a line.</summary>
    public string Calls => string.Join('\n', Last.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()
        .Select(call => call.Name + JsonSerializer.Serialize(call.Arguments, Relaxed)));

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ChatOptions Options(DateTimeOffset? now = null, string zone = "America/Sao_Paulo", string language = "pt-BR", IReadOnlyList<string>? offered = null) => new()
    {
        Tools = [.. (offered ?? Catalogue.Functions).Select(AITool (name) => AIFunctionFactory.Create(() => name, name))],
        AdditionalProperties = new AdditionalPropertiesDictionary
        {
            [PlannerContext.Now] = (now ?? new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-3))).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            [PlannerContext.Zone] = zone,
            [PlannerContext.Language] = language,
        },
    };

    private Talk Ask()
    {
        var options = Options(Now, zone, language, Offered);
        history.Insert(0, new ChatMessage(ChatRole.System, "You are an assistant."));
        Last = Planner.GetResponseAsync(history, options, TestContext.Current.CancellationToken).Result;
        history.RemoveAt(0);
        history.AddRange(Last.Messages.Select(message =>
        {
            message.CreatedAt = Now;
            return message;
        }));
        history = JsonSerializer.Deserialize<List<ChatMessage>>(JsonSerializer.Serialize(history, AIJsonUtilities.DefaultOptions), AIJsonUtilities.DefaultOptions)!;
        return this;
    }
}
