using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using NodaTime;
using TbPersonalOs.Agent.Host.Channels;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Models.Context;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Profiles;
using TbPersonalOs.Data.Sharing;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;
using Profile = TbPersonalOs.Data.Profiles.Profile;

namespace TbPersonalOs.Agent.Host.Operations.Evals;

/// <summary>
/// Asks the model that the settings name what it would do, with the very requests that a turn makes. Nothing is called: what it asks for in
/// its first answer counts. Requests cost what they cost; tokens, money and time are summed.
/// </summary>
internal sealed class ModelEval(ModelChoice model, PluginCatalog catalog, IEnumerable<RegisteredPlugin> plugins, PriceList prices) : IDisposable
{
    private readonly ToolSelection _tools = new(new PlannerTools(catalog), plugins);
    private readonly Prompts _prompts = new();
    private readonly List<double> _milliseconds = [];
    private readonly OfflinePlanner _offline = new();
    private long _input, _cached, _output, _thought, _millionths;

    /// <summary>Lines to which no usable answer came.</summary>
    public int Failed { get; private set; }

    /// <summary>Asks one line.</summary>
    public async Task<EvalAnswer> AskAsync(EvalCase line, ChatOptions own)
    {
        var person = new Person(TimeProvider.System);
        var said = EvalPlanner.Now(line);
        person.Become(
            Guid.Empty,
            new Profile { Zone = line.Zone ?? EvalPlanner.DefaultZone, Language = line.Lang?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? "en" : "pt-BR" },
            Instant.FromDateTimeOffset(said));
        var context = new TurnContext
        {
            TurnId = Guid.Empty, ConversationId = Guid.Empty, Messages = [new SaidMessage(line.Text, said, Data.Origin.Owner)], Joined = 1, Answered = false,
            History = [], Profile = person.Profile, Goals = [], Answers = new Dictionary<int, string>(), Approved = null,
            Day = new TurnDay([], new Dictionary<DataKind, bool>(), [], []),
        };
        List<ChatMessage> words = [new(ChatRole.User, line.Text)];
        var read = ModelDesk.CallsOf(await _offline.GetResponseAsync(words, own)).Select(call => call.Name);
        var request = new ModelRequests(_prompts, _tools, person).Compose(context, new Talk(words), [.. read], new HashSet<DataKind>());
        var began = Stopwatch.GetTimestamp();
        try
        {
            var answer = await model.Client.GetResponseAsync(request.Messages, request.Options);
            _milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            Count(answer.Usage);
            return Read(line, answer);
        }
        catch (Exception exception) when (ModelFaults.Of(exception) is { } fault)
        {
            Failed++;
            return new EvalAnswer(line.Id, [], null, $"({fault})") { Failed = true };
        }
    }

    public void Dispose() => _offline.Dispose();

    /// <summary>What it took, in words.</summary>
    public override string ToString()
    {
        _milliseconds.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"""
            model: {model.Provider} {model.Model}; {Failed} lines without an answer
            tokens: {_input} in ({_cached} cached), {_output} out, {_thought} thought
            money: {_millionths / 1e6m:0.0000} USD
            latency: p50 {At(.5):0} ms, p95 {At(.95):0} ms
            """);
    }

    private static EvalAnswer Read(EvalCase line, ChatResponse answer)
    {
        var calls = ModelDesk.CallsOf(answer).Where(call => call.Name != MoreTools.Name).Select(EvalPlanner.Written).ToList();
        var asks = calls.Count == 0 && answer.Text.Contains('?', StringComparison.Ordinal);
        return new EvalAnswer(line.Id, calls, asks ? answer.Text : null, asks || answer.Text.Length == 0 ? null : answer.Text);
    }

    private void Count(UsageDetails? usage)
    {
        var tokens = ModelMeter.Usage(usage ?? new UsageDetails());
        (_input, _cached, _output, _thought) = (_input + tokens.Input, _cached + tokens.Cached, _output + tokens.Output, _thought + tokens.Thought);
        _millionths += prices.Of(model.Model, DateOnly.FromDateTime(DateTime.UtcNow)).CostOf(tokens, audio: false);
    }

    private double At(double share) => _milliseconds.Count == 0 ? 0 : _milliseconds[(int)Math.Min(_milliseconds.Count - 1, share * _milliseconds.Count)];
}
