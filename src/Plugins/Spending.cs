namespace TbPersonalOs.Plugins;

/// <summary>On which terms models are used at present; the host says so.</summary>
/// <param name="Budget">The household's budget that counts: <c>paid</c>, or the free one of a provider.</param>
/// <param name="Provider">Who is asked.</param>
/// <param name="Free">Whether requests count and not money.</param>
/// <param name="Day">The budget's present day.</param>
/// <param name="EndsAt">When that day ends.</param>
/// <param name="DailyCap">The most for one day, in <paramref name="Currency"/>, as set.</param>
/// <param name="RequestsPerDay">Free: the most requests a day.</param>
/// <param name="Currency">Code of the currency.</param>
/// <param name="PerUsd">How much of it a US dollar is.</param>
public sealed record SpendingTerms(
    string Budget, string Provider, bool Free, DateOnly Day, DateTimeOffset EndsAt, decimal DailyCap, int RequestsPerDay, string Currency, decimal PerUsd)
{
    private const decimal Millionths = 1_000_000;

    /// <summary>The cap in millionths of a US dollar.</summary>
    public long CapMillionths => MillionthsOf(DailyCap);

    /// <summary>An amount of the currency in millionths of a US dollar, rounded down.</summary>
    public long MillionthsOf(decimal money) => (long)(money / PerUsd * Millionths);

    /// <summary>Millionths of a US dollar in the currency.</summary>
    public decimal MoneyOf(long millionths) => Math.Round(millionths * PerUsd / Millionths, 4);
}

/// <summary>The way to the present <see cref="SpendingTerms"/>.</summary>
public sealed class Spending(Func<CancellationToken, Task<SpendingTerms>> read)
{
    /// <summary>Reads them.</summary>
    public Task<SpendingTerms> TermsAsync(CancellationToken cancellationToken) => read(cancellationToken);
}
