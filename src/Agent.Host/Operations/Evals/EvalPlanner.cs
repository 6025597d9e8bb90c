using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Agent.Host.Channels;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;
using FunctionCallContent = Microsoft.Extensions.AI.FunctionCallContent;
using FunctionResultContent = Microsoft.Extensions.AI.FunctionResultContent;

namespace TbPersonalOs.Agent.Host.Operations.Evals;

/// <summary>Asks a planner what it would do. Nothing is called and nothing is stored: each line is a conversation of its own.</summary>
internal sealed class EvalPlanner : IDisposable
{
    public const string DefaultZone = "America/Sao_Paulo";
    private readonly OfflinePlanner _client = new();
    private readonly IList<AITool> _tools;
    private readonly HashSet<string> _changing;

    public EvalPlanner()
    {
        using var services = new ServiceCollection().AddPlugins().BuildServiceProvider();
        var catalog = services.GetRequiredService<PluginCatalog>();
        var offered = catalog.Functions.Where(function => function.Doors.HasFlag(Doors.Chat)).Select(function => function.Kernel);
        _changing = [.. catalog.Functions.Where(function => function.Effect.Effect != Effect.Read).Select(function => function.FullName)];
        var kernel = new Kernel(services, catalog.Plugins);
        _tools = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(offered) }.ToChatOptions(kernel)!.Tools!;
    }

    public async Task<EvalAnswer> AskAsync(EvalCase line)
    {
        var options = Options(line);
        List<ChatMessage> messages = [new(ChatRole.User, line.Text)];
        var first = await _client.GetResponseAsync(messages, options);
        var calls = first.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
        var last = first;
        if (calls.Count > 0)
        {
            // As if all went well: what is left to ask or to say comes after the calls.
            messages.AddRange(first.Messages);
            messages.Add(new ChatMessage(ChatRole.Tool, [.. calls.Select(call => new FunctionResultContent(call.CallId, new JsonObject()))]));
            last = await _client.GetResponseAsync(messages, options);
        }

        var question = Question(last);
        return new EvalAnswer(line.Id, [.. calls.Select(Written)], question is null ? null : last.Text, question is null && last.Text.Length > 0 ? last.Text : null)
        {
            Missing = question?["missing"]?.GetValue<string>(),
        };
    }

    /// <summary>Whether a function, <c>plugin.function</c>, changes something.</summary>
    public bool Changes(string function) => _changing.Contains(function);

    public void Dispose() => _client.Dispose();

    /// <summary>What the planner is told beside the words.</summary>
    public ChatOptions Options(EvalCase line)
    {
        var zone = line.Zone ?? DefaultZone;
        return new ChatOptions
        {
            Tools = _tools,
            AdditionalProperties = new AdditionalPropertiesDictionary
            {
                [PlannerContext.Now] = Now(line, zone),
                [PlannerContext.Zone] = zone,
                [PlannerContext.Language] = line.Lang?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "pt-BR",
            },
        };
    }

    /// <summary>The moment at which a line was said.</summary>
    /// <exception cref="InvalidOperationException">It names none.</exception>
    public static DateTimeOffset Now(EvalCase line) => DateTimeOffset.TryParse(Now(line, line.Zone ?? DefaultZone), System.Globalization.CultureInfo.InvariantCulture, out var now)
        ? now
        : throw new InvalidOperationException($"{line.Id}: “now” is no moment: {line.Now}");

    /// <summary>A wall time without an offset is one of the line's zone.</summary>
    private static string Now(EvalCase line, string zone)
    {
        var wall = line.Now.Length == 16 ? line.Now + ":00" : line.Now;
        return LocalDateTimePattern.GeneralIso.Parse(wall) is { Success: true } local && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is { } known
            ? OffsetDateTimePattern.ExtendedIso.Format(known.AtLeniently(local.Value).ToOffsetDateTime())
            : line.Now;
    }

    /// <summary>A call as the output writes it.</summary>
    public static EvalCall Written(FunctionCallContent call)
    {
        var (plugin, function) = FunctionName.OfTool(call.Name);
        return new EvalCall($"{plugin}.{function}", (JsonObject)JsonSerializer.SerializeToNode(call.Arguments, WireJson.Options)!);
    }

    private static JsonObject? Question(ChatResponse response)
    {
        var stored = response.Messages.SelectMany(message => message.Contents.Select(content => content.AdditionalProperties).Append(message.AdditionalProperties))
            .Select(properties => properties?.GetValueOrDefault(PlannerContext.Question)).FirstOrDefault(found => found is not null);
        return stored is null ? null : JsonSerializer.SerializeToNode(stored) as JsonObject;
    }
}
