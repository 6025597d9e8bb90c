using System.Globalization;

namespace TbPersonalOs.Plugins.Assistant;

/// <summary>What the person's own calls of models came to.</summary>
/// <param name="Money">In the view's currency; calls not settled count with the most that they may cost.</param>
/// <param name="Calls">How many.</param>
/// <param name="InputTokens">Tokens of requests.</param>
/// <param name="CachedTokens">Of these, from the provider's cache.</param>
/// <param name="OutputTokens">Tokens of answers.</param>
/// <param name="ThoughtTokens">Tokens of thought.</param>
public sealed record CostPeriod(decimal Money, int Calls, long InputTokens, long CachedTokens, long OutputTokens, long ThoughtTokens)
{
    /// <summary>All tokens.</summary>
    internal long Tokens => InputTokens + OutputTokens + ThoughtTokens;
}

/// <summary>Why no model is asked at present.</summary>
public enum SpendingPause
{
    /// <summary>The cap of the day is reached.</summary>
    Cap,

    /// <summary>The free requests of the day are made.</summary>
    Requests,

    /// <summary>The provider says that its quota of the day is used up.</summary>
    Quota,
}

/// <summary>What models cost.</summary>
/// <param name="Tier"><c>free</c> or <c>paid</c>.</param>
/// <param name="Currency">Code of the currency.</param>
/// <param name="Today">The person's own calls of today.</param>
/// <param name="Month">The person's own calls of this month.</param>
/// <param name="Used">Paid: what the whole household used today, reserved calls included.</param>
/// <param name="Cap">Paid: the most for today, with what the owner allowed beyond the setting.</param>
/// <param name="Requests">Free: the household's requests on the provider's present day.</param>
/// <param name="RequestsPerDay">Free: the most of them.</param>
/// <param name="EndsAt">When that day ends.</param>
/// <param name="PausedBy">Why no model is asked at present; null where one may be.</param>
/// <param name="PausedUntil">Until when.</param>
public sealed record CostView(
    string Tier, string Currency, CostPeriod Today, CostPeriod Month, decimal Used, decimal Cap, int Requests, int RequestsPerDay,
    DateTimeOffset EndsAt, SpendingPause? PausedBy, DateTimeOffset? PausedUntil) : IView
{
    /// <summary>On a free tier.</summary>
    internal const string Free = "free";

    private static readonly Texts Text = new(typeof(CostView));

    /// <inheritdoc />
    public string InWords(Words words)
    {
        string?[] lines =
        [
            Line("CostToday", Today),
            Line("CostMonth", Month),
            Tier == Free
                ? Text["CostRequests", Requests, RequestsPerDay, words.HourOf(EndsAt)]
                : Text["CostCap", MoneyWords.Of(Used, Currency), MoneyWords.Of(Cap, Currency), words.HourOf(EndsAt)],
            PausedBy is { } pause ? Text[$"CostPaused{pause}", words.When(PausedUntil!.Value)] : null,
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private string Line(string key, CostPeriod period) => period.Calls == 0
        ? Text[$"{key}Nothing"]
        : Text[key, MoneyWords.Of(period.Money, Currency), period.Calls, period.Tokens.ToString("N0", CultureInfo.CurrentUICulture)];
}

/// <summary>More was allowed for today.</summary>
/// <param name="More">How much more.</param>
/// <param name="Cap">The most for today from now on.</param>
/// <param name="Currency">Code of the currency.</param>
/// <param name="Until">Until when it holds.</param>
public sealed record AllowanceView(decimal More, decimal Cap, string Currency, DateTimeOffset Until) : IView
{
    private static readonly Texts Text = new(typeof(AllowanceView));

    /// <inheritdoc />
    public string InWords(Words words) => Text["Allowed", MoneyWords.Of(More, Currency), MoneyWords.Of(Cap, Currency), words.When(Until)];
}
