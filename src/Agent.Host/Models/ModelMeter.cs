using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>Counts one request: its tokens, its money, and what it tells of the provider's health. The count rides on the turn's next commit.</summary>
internal sealed class ModelMeter(string provider, TurnRecord turn, CostLedger costs, CircuitBreaker breaker, Reservation reservation) : IDisposable
{
    private UsageDetails? _usage;
    private bool _received;
    private bool _concluded;

    /// <summary>Reads what the provider says that it took.</summary>
    public void Count(IEnumerable<AIContent> contents)
    {
        _received = true;
        _usage = contents.OfType<UsageContent>().LastOrDefault()?.Details ?? _usage;
    }

    /// <summary>Whoever asked has stopped listening: nothing is known of its health, and it may be charged.</summary>
    public void Dispose()
    {
        if (!_concluded)
        {
            breaker.Left();
            Settle(Settlement.Broken(reservation, _usage is null ? null : Usage(_usage)));
        }
    }

    /// <summary>It answered.</summary>
    public void Succeeded()
    {
        breaker.Succeeded();
        Settle(_usage is null ? Settlement.Uncounted(reservation) : Settlement.Done(reservation, Usage(_usage)));
    }

    /// <summary>Its answer came, but is of no use.</summary>
    public void Failed(ModelFault fault)
    {
        Tell(fault, null);
        Settle(Settlement.Broken(reservation, _usage is null ? null : Usage(_usage)));
    }

    /// <summary>It gave no answer, or no whole one. Returns what has to be told of it beside the fault.</summary>
    public async Task<string?> FailedAsync(ModelFault fault, Exception exception, CancellationToken cancellationToken)
    {
        var gemini = exception as GeminiException;
        var endsTheDay = fault == ModelFault.DailyQuota && reservation.Free;
        // Where it is paid for, a quota that is used up is a rest like any other.
        Tell(fault == ModelFault.DailyQuota && !reservation.Free ? ModelFault.Busy : fault, gemini?.RetryAfter);
        _usage ??= gemini?.Usage;
        Settle(
            !_received && _usage is null && fault is ModelFault.Key or ModelFault.Busy or ModelFault.DailyQuota or ModelFault.Down or ModelFault.Rejected
                ? Settlement.Refused(reservation)
                : Settlement.Broken(reservation, _usage is null ? null : Usage(_usage)));
        return endsTheDay ? await costs.OpenBreakerAsync(provider, cancellationToken) : null;
    }

    private void Settle(Settlement settlement)
    {
        _concluded = true;
        turn.Settlements.Add(settlement);
    }

    private void Tell(ModelFault fault, TimeSpan? retryAfter)
    {
        if (fault.TellsOfHealth())
        {
            breaker.Failed(retryAfter);
        }
        else
        {
            breaker.Left();
        }
    }

    /// <summary>The provider's count as it is kept: thought apart from what was said.</summary>
    public static ModelUsage Usage(UsageDetails usage)
    {
        var thought = usage.ReasoningTokenCount ?? 0;
        return new ModelUsage(
            usage.InputTokenCount ?? 0, usage.CachedInputTokenCount ?? 0, Math.Max(0, (usage.OutputTokenCount ?? 0) - thought), thought);
    }
}
