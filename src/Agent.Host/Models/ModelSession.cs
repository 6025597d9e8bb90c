using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Agent.Host.Models.Privacy;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Sharing;
using TbPersonalOs.Offline;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>The model of one turn, and the time that the turn may take with it.</summary>
internal sealed class ModelSession(
    ModelChoice choice, TurnContext context, TurnRecord turn, bool free, IReadOnlySet<DataKind> kept, ModelRequests requests, CostLedger costs,
    CircuitBreaker breaker)
{
    /// <summary>How long a turn may take with its model, all rounds together.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(90);

    private readonly long _began = TimeProvider.System.GetTimestamp();

    /// <summary>
    /// Whether the offline planner reads the words first: where requests are scarce, where something must stay at home, or where the words
    /// are a command or the answer to its own question.
    /// </summary>
    public bool WantsOwnReading(Talk talk) => free || kept.Count > 0 || IsCommand || talk.AnswersAQuestion;

    private bool IsCommand => context.Messages.All(message => message.Text.TrimStart().StartsWith('/'));

    /// <summary>Whether what the offline planner read is enough, or about what must not leave.</summary>
    public bool StaysAtHome(ChatResponse own, Talk talk) =>
        ModelDesk.CallsOf(own).Select(call => call.Name).Concat(ModelDesk.AsksFor(own)).Any(function => PersonalKinds.OfFunction(function) is { } kind && kept.Contains(kind))
        || (IsSure(own) && (free || IsCommand || talk.AnswersAQuestion));

    /// <summary>Composes the next request and reserves what it may cost.</summary>
    public async Task<ModelExchange> OpenAsync(Talk talk, ChatResponse? own, CancellationToken cancellationToken)
    {
        if (TimeProvider.System.GetElapsedTime(_began) >= Budget)
        {
            return ModelExchange.Refused(ModelFault.Timeout, null);
        }

        if (!breaker.TryEnter(choice.Identity))
        {
            return ModelExchange.Refused(ModelFault.Resting, null);
        }

        try
        {
            return await OpenOnceAsync(talk, own, cancellationToken);
        }
        catch
        {
            breaker.Left();
            throw;
        }
    }

    private async Task<ModelExchange> OpenOnceAsync(Talk talk, ChatResponse? own, CancellationToken cancellationToken)
    {

        var request = requests.Compose(context, talk, [.. ModelDesk.CallsOf(own).Select(call => call.Name)], kept);
        var admission = await costs.ReserveAsync(
            new NewModelCall
            {
                TurnId = context.TurnId,
                Provider = choice.Provider,
                Model = choice.Model,
                RequestBytes = request.Bytes,
                MediaParts = request.Media.Count,
                HasAudio = request.Media.Any(part => part.HasTopLevelMediaType("audio")),
                MaxOutputTokens = ModelRequests.MostTokens,
                Held = request.Held,
                Masked = request.Masked,
            },
            cancellationToken,
            before: [.. turn.Settlements]);
        turn.Settlements.Clear();
        if (admission.Reservation is not { } reservation)
        {
            breaker.Left();
            return ModelExchange.Refused(FaultOf(admission.Refusal), admission.Notice);
        }

        return new ModelExchange(choice, request, new ModelMeter(choice.Provider, turn, costs, breaker, reservation), Budget - TimeProvider.System.GetElapsedTime(_began), admission.Notice);
    }

    private static bool IsSure(ChatResponse own) => own.AdditionalProperties?.ContainsKey(PlannerContext.Sure) == true;

    private static ModelFault FaultOf(Refusal? refusal) => refusal switch
    {
        Refusal.DailyQuota => ModelFault.DailyQuota,
        Refusal.RequestsUsedUp => ModelFault.RequestsUsedUp,
        _ => ModelFault.CapReached,
    };
}
