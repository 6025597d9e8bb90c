using TbPersonalOs.Data.ModelCalls;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>One request to a model, as the page <c>O que saiu</c> lists it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TurnId">The turn for which it was made.</param>
/// <param name="At">When.</param>
/// <param name="Purpose">What it was for.</param>
/// <param name="Provider">Who was asked.</param>
/// <param name="Model">The model.</param>
/// <param name="Free">Whether it was made on a free tier, whose content the provider may use.</param>
/// <param name="State">Where it stands; one that stays reserved died with its process.</param>
/// <param name="Held">Kinds of data in it.</param>
/// <param name="Masked">How many numbers and passwords were masked before it left.</param>
/// <param name="RequestBytes">Size of its body.</param>
/// <param name="InputTokens">Tokens of the request.</param>
/// <param name="CachedTokens">Of these, from the provider's cache.</param>
/// <param name="OutputTokens">Tokens of the answer.</param>
/// <param name="ThoughtTokens">Tokens of thought.</param>
/// <param name="Cost">What it cost in <paramref name="Currency"/>; what it may cost, while it is not settled.</param>
/// <param name="Currency">Code of the currency.</param>
public sealed record ModelCallView(
    Guid Id, Guid? TurnId, DateTimeOffset At, ModelPurpose Purpose, string Provider, string Model, bool Free, ModelCallState State,
    IReadOnlyList<string> Held, int Masked, long RequestBytes, long InputTokens, long CachedTokens, long OutputTokens, long ThoughtTokens,
    decimal Cost, string Currency)
{
    internal static ModelCallView Of(ModelCall call, SpendingTerms terms) => new(
        call.Id, call.TurnId, call.MadeAt, call.Purpose, call.Provider, call.Model, call.Free, call.State, call.Held, call.Masked, call.RequestBytes,
        call.InputTokens, call.CachedTokens, call.OutputTokens, call.ThoughtTokens, terms.MoneyOf(call.Cost ?? call.Reserved), terms.Currency);
}

/// <summary>A page of them.</summary>
/// <param name="Calls">The calls, the newest first.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record ModelCallListView(IReadOnlyList<ModelCallView> Calls, bool More);
