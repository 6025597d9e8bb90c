using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.ModelCalls;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>The terms on which a provider is used now: which budget, which of its days, how much.</summary>
internal sealed class CostTerms(
    LastGood<CostOptions> costs, LastGood<GeminiTerms> gemini, PriceList prices, OwnersZone owners, PlannerStatus planner, TimeProvider clock)
{
    /// <summary>The provider that has a free tier.</summary>
    public const string Gemini = "gemini";

    private const string FreeBudget = "gemini-free";
    private static readonly DateTimeZone Google = DateTimeZoneProviders.Tzdb["America/Los_Angeles"];

    /// <summary>The terms of the provider that answers; where none does at present, of Gemini.</summary>
    public Task<SpendingTerms> PresentAsync(CancellationToken cancellationToken) =>
        OfAsync(planner.Name == PlannerRun.Offline ? Gemini : planner.Name, cancellationToken);

    /// <summary>The terms of a provider.</summary>
    public async Task<SpendingTerms> OfAsync(string provider, CancellationToken cancellationToken)
    {
        var (cost, free) = (costs.Value, provider == Gemini && gemini.Value.Tier == GeminiTier.Free);
        var (day, end) = DayIn(free ? Google : await owners.GetAsync(cancellationToken));
        return new SpendingTerms(
            free ? FreeBudget : ModelBudget.Paid, provider, free, day.ToDateOnly(), end.ToDateTimeOffset(), cost.DailyCap,
            gemini.Value.RequestsPerDay, cost.Currency, cost.PerUsd ?? prices.PerUsd[cost.Currency]);
    }

    /// <summary>When a daily quota of Google's comes back.</summary>
    public DateTimeOffset QuotaEndsAt => DayIn(Google).End.ToDateTimeOffset();

    private (LocalDate Day, Instant End) DayIn(DateTimeZone zone)
    {
        var day = clock.GetCurrentInstant().InZone(zone).Date;
        return (day, zone.AtStartOfDay(day.PlusDays(1)).ToInstant());
    }
}
