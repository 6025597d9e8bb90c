using System.Text.Json;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Agent.Host.Models.Context;
using TbPersonalOs.Agent.Host.Models.Privacy;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>What a turn needs to ask a model, or to go on without one.</summary>
internal sealed class ModelDesk(
    ModelClients clients, CircuitBreaker breaker, ModelRequests requests, CostLedger costs, LastGood<GeminiTerms> terms, PluginCatalog catalog)
{
    private static readonly Texts Text = new(typeof(ModelDesk));

    /// <summary>The turn's model, or none, and from which message of the conversation the offline planner has gone on already.</summary>
    public (ModelSession? Model, int? OfflineFrom) Begin(TurnContext context, TurnRecord turn, Talk talk)
    {
        if (context.Day is not { } day || clients.Current is not { } choice)
        {
            return (null, null);
        }

        var free = choice.Provider == "gemini" && terms.Value.Tier == GeminiTier.Free;
        var offlineFrom = OfflineFrom(turn, talk);
        turn.Planner = offlineFrom is null ? turn.Planner with { Name = choice.Provider, Model = choice.Model } : turn.Planner;
        var model = new ModelSession(
            choice, context, turn, free, SharingSwitches.Kept(day.Sharing, allowedUnlessChosen: !free), requests, costs, breaker);
        return (model, offlineFrom);
    }

    /// <summary>The one line by which the person learns that the model did not answer; null where another line says so.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="cut">Whether a part of its answer was shown.</param>
    /// <param name="goesOn">Whether the offline planner may go on; else what the model had still to do is not done.</param>
    public string? NoticeOf(ModelFault fault, bool cut, bool goesOn)
    {
        var told = fault is ModelFault.CapReached or ModelFault.RequestsUsedUp or ModelFault.DailyQuota;
        var words = string.Join(' ', new[] { cut ? Text["Cut"] : null, told ? null : Text[$"Fault_{fault}"], goesOn ? told ? null : Text["GoesOn"] : Text["Stops"] }.OfType<string>());
        return words.Length == 0 ? null : words;
    }

    /// <summary>Whether something was called in this turn that may have changed anything.</summary>
    public bool HasActed(Talk talk) => talk.Rounds.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Any(call =>
    {
        var (plugin, function) = FunctionName.OfTool(call.Name);
        return catalog.Find(plugin, function) is { } known && known.Effect.Effect != Effect.Read;
    });

    /// <summary>The calls of an answer.</summary>
    public static IReadOnlyList<FunctionCallContent> CallsOf(ChatResponse? answer) =>
        answer is null ? [] : [.. answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];

    /// <summary>The functions that wait for what the answer asks.</summary>
    public static IEnumerable<string> AsksFor(ChatResponse answer) => answer.Messages
        .Select(message => message.AdditionalProperties?.GetValueOrDefault(PlannerContext.Question)).Where(question => question is not null)
        .Select(question => (string?)(JsonSerializer.SerializeToNode(question, ToolJson.Options)?["function"])).OfType<string>();

    /// <summary>A turn that was resumed: where in its rounds the offline planner took over, as the recorded answers tell.</summary>
    private static int? OfflineFrom(TurnRecord turn, Talk talk)
    {
        var start = talk.Before.Count + talk.Said.Count;
        var rounds = talk.Rounds.Count(message => message.Role == ChatRole.Tool);
        var first = turn.Answers.Where(answer => answer.Key < rounds)
            .Where(answer => RecordedChatClient.Read(answer.Value).ModelId == PlannerRun.Offline).Select(answer => (int?)answer.Key).FirstOrDefault();
        if (first is not { } round)
        {
            return null;
        }

        var passed = 0;
        var place = 0;
        while (passed < round)
        {
            passed += talk.Rounds[place++].Role == ChatRole.Tool ? 1 : 0;
        }

        return start + place;
    }
}
