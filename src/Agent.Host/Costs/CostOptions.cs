using Microsoft.Extensions.Options;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>How much models may cost.</summary>
internal sealed class CostOptions
{
    public const string Section = "Cost";

    /// <summary>The most that paid models may cost the household on one day of the owner's, in <see cref="Currency"/>; 0: nothing.</summary>
    public decimal DailyCap { get; set; } = 2;

    /// <summary>A currency of the price list.</summary>
    public string Currency { get; set; } = "BRL";

    /// <summary>How much of the currency a US dollar is; unless set, as in the price list.</summary>
    public decimal? PerUsd { get; set; }
}

/// <summary>Whether Gemini is paid for.</summary>
internal enum GeminiTier
{
    /// <summary>Free of charge, so many requests a day; Google may use the content.</summary>
    Free,

    /// <summary>Paid by the token.</summary>
    Paid,
}

/// <summary>On which terms Gemini is used.</summary>
internal sealed class GeminiTerms
{
    public const string Section = "Gemini";

    /// <summary>Free or paid.</summary>
    public GeminiTier Tier { get; set; } = GeminiTier.Free;

    /// <summary>
    /// Free tier: the most requests on one of Google's days. Google's own limit depends on project and model and stands in AI Studio (20 to
    /// 500 in what was read of it in 2026); where it is lower than this, its refusal ends the day.
    /// </summary>
    public int RequestsPerDay { get; set; } = 200;
}

/// <summary>Checks the settings when the host starts; each fault says which setting to change.</summary>
internal sealed class CostOptionsCheck(PriceList prices) : IValidateOptions<CostOptions>, IValidateOptions<GeminiTerms>
{
    public ValidateOptionsResult Validate(string? name, CostOptions options) =>
        options.DailyCap is < 0 or > 1_000_000 ? Fail($"Cost__DailyCap must be from 0 to 1000000, and is {options.DailyCap}.")
        : options.PerUsd is <= 0 ? Fail($"Cost__PerUsd must be above 0, and is {options.PerUsd}.")
        : options.PerUsd is null && !prices.PerUsd.ContainsKey(options.Currency)
            ? Fail($"Cost__Currency must be one of {string.Join(", ", prices.PerUsd.Keys)}, and is {options.Currency}; for another one, set Cost__PerUsd too.")
        : options.Currency.Length != 3 ? Fail($"Cost__Currency must be a code of three letters, and is {options.Currency}.")
        : ValidateOptionsResult.Success;

    public ValidateOptionsResult Validate(string? name, GeminiTerms options) => options.RequestsPerDay is < 0 or > 1_000_000
        ? Fail($"Gemini__RequestsPerDay must be from 0 to 1000000, and is {options.RequestsPerDay}.")
        : !Enum.IsDefined(options.Tier) ? Fail("Gemini__Tier must be free or paid.")
        : ValidateOptionsResult.Success;

    private static ValidateOptionsResult Fail(string message) => ValidateOptionsResult.Fail(message);
}
