using TbPersonalOs.Data.ModelCalls;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>Why a call may not be made; the offline planner goes on.</summary>
internal enum Refusal
{
    /// <summary>Its worst case would pass the cap of the day.</summary>
    CapReached,

    /// <summary>The provider said that its quota of the day is used up.</summary>
    DailyQuota,

    /// <summary>The free requests of the day are made.</summary>
    RequestsUsedUp,
}

/// <summary>Whether a call may be made.</summary>
/// <param name="Reservation">What was reserved for it; null where it may not be made.</param>
/// <param name="Refusal">Why it may not.</param>
/// <param name="Notice">A line to be told with this turn's reply, in the person's words; that a budget is nearly or wholly used is said once a day in the whole household.</param>
internal sealed record Admission(Reservation? Reservation, Refusal? Refusal, string? Notice);

/// <summary>The worst case of one call, counted until it is settled.</summary>
internal sealed record Reservation(Guid Id, bool Free, bool Audio, Rate Rate, long Amount);

/// <summary>What came of a call.</summary>
internal sealed record Settlement
{
    private Settlement(Reservation reservation, ModelCallState state, ModelUsage? usage, long cost) =>
        (Reservation, State, Usage, Cost) = (reservation, state, usage, cost);

    public Reservation Reservation { get; }

    public ModelCallState State { get; }

    public ModelUsage? Usage { get; }

    /// <summary>In millionths of a US dollar.</summary>
    public long Cost { get; }

    /// <summary>It was answered, and the provider said how many tokens that took.</summary>
    public static Settlement Done(Reservation reservation, ModelUsage usage) =>
        new(reservation, ModelCallState.Done, usage, reservation.Free ? 0 : reservation.Rate.CostOf(usage, reservation.Audio));

    /// <summary>It was answered, but nobody said what it took: it counts with its worst case.</summary>
    public static Settlement Uncounted(Reservation reservation) => new(reservation, ModelCallState.Done, null, reservation.Amount);

    /// <summary>The provider refused it (4xx, 5xx), which costs nothing.</summary>
    public static Settlement Refused(Reservation reservation) => new(reservation, ModelCallState.Failed, null, 0);

    /// <summary>It broke off, and may have been charged: it counts with what is known, else with its worst case.</summary>
    public static Settlement Broken(Reservation reservation, ModelUsage? usage = null) =>
        new(reservation, ModelCallState.Failed, usage, usage is null ? reservation.Amount : Done(reservation, usage).Cost);
}
