using Microsoft.Extensions.Configuration;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.Costs;

/// <summary>The prices that come with the program, and those that somebody brings.</summary>
public sealed class PriceListTests
{
    private static readonly DateOnly Day = new(2026, 11, 25);

    [Fact]
    public void TheListSaysWhenAndFromWhereItIs()
    {
        var prices = Read(null);

        Assert.True(prices.Date >= Day);
        Assert.StartsWith("https://ai.google.dev/", prices.Source, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "BRL", "EUR", "USD" }, prices.PerUsd.Keys.ToHashSet());
    }

    [Fact]
    public void TheModelsThatAreAskedUnlessSetAreKnown()
    {
        var gemini = new TbPersonalOs.Google.Gemini.GeminiOptions();

        Assert.True(Read(null).Knows(gemini.Model), gemini.Model);
        Assert.True(Read(null).Knows(gemini.EmbeddingModel), gemini.EmbeddingModel);
    }

    [Fact]
    public void APriceThatRisesIsKnownInAdvance()
    {
        var prices = Read(null);

        Assert.Equal(0.75m, prices.Of("gemini-3.8-flash", new DateOnly(2026, 12, 31)).Input);
        Assert.Equal(1.50m, prices.Of("gemini-3.8-flash", new DateOnly(2027, 1, 1)).Input);
    }

    [Fact]
    public void ALongRequestCostsMoreAndThoughtCostsAsOutput()
    {
        var rate = Read(null).Of("gemini-3.1-pro-preview", Day);

        Assert.Equal((200_000 * 2) + (10 * 12), rate.CostOf(new ModelUsage(200_000, 0, 4, 6), false));
        Assert.Equal((200_001 * 4) + (10 * 18), rate.CostOf(new ModelUsage(200_001, 0, 4, 6), false));
    }

    [Fact]
    public void SoundCostsWhatSoundCosts()
    {
        var rate = Read(null).Of("gemini-2.5-flash", Day);

        Assert.Equal(300, rate.CostOf(new ModelUsage(1_000, 0, 0, 0), false));
        Assert.Equal(1_000, rate.CostOf(new ModelUsage(1_000, 0, 0, 0), true));
    }

    [Fact]
    public void NoModelOfTheListIsDearerThanAnUnknownOne()
    {
        var prices = Read(null);
        var unknown = prices.Of("gemini-99", Day);
        var usage = new ModelUsage(300_000, 100, 1_000, 1_000);

        Assert.All(
            (string[])["gemini-4-argon", "gemini-3.8-flash", "gemini-3.1-pro-preview", "gemini-2.5-pro", "gemini-embedding-001"],
            model => Assert.True(prices.Of(model, Day).CostOf(usage, true) <= unknown.CostOf(usage, true), model));
    }

    [Theory]
    [InlineData("", "cannot be read from")]
    [InlineData("{}", "missing required properties")]
    [InlineData("""{"date":"2026-01-01","source":"x","models":{},"currencies":{"date":"2026-01-01","source":"x","perUsd":{"USD":1}}}""", "names no model")]
    [InlineData("""{"date":"2026-01-01","source":"x","models":{"m":[{"input":-1,"cached":0,"output":0}]},"currencies":{"date":"2026-01-01","source":"x","perUsd":{"USD":1}}}""", "m has a price below 0")]
    [InlineData("""{"date":"2026-01-01","source":"x","models":{"m":[]},"currencies":{"date":"2026-01-01","source":"x","perUsd":{"USD":1}}}""", "m needs one price without 'from'")]
    [InlineData("""{"date":"2026-01-01","source":"x","models":{"m":[{"input":1,"cached":0}]},"currencies":{"date":"2026-01-01","source":"x","perUsd":{"USD":1}}}""", "output")]
    [InlineData("""{"date":"2026-01-01","source":"x","models":{"m":[{"input":1,"cached":0,"output":1,"outptu":1}]},"currencies":{"date":"2026-01-01","source":"x","perUsd":{"USD":1}}}""", "outptu")]
    [InlineData("""{"date":"2026-01-01","source":"x","models":{"m":[{"input":1,"cached":0,"output":1}]},"currencies":{"date":"2026-01-01","source":"x","perUsd":{"USD":0}}}""", "rate above 0")]
    public void AFileThatMakesNoSenseIsRefusedWithItsFault(string text, string fault)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        try
        {
            var refusal = Assert.Throws<InvalidOperationException>(() => Read(file));
            Assert.Contains(fault, refusal.Message, StringComparison.Ordinal);
            Assert.Contains("Cost__Prices", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("Cost:Prices", "/nowhere/prices.json", "Cost__Prices")]
    [InlineData("Cost:DailyCap", "-1", "Cost__DailyCap")]
    [InlineData("Cost:Currency", "XYZ", "Cost__Currency")]
    [InlineData("Gemini:RequestsPerDay", "-5", "Gemini__RequestsPerDay")]
    [InlineData("Gemini:Tier", "gratis", "Gemini:Tier")]
    public async Task AHostWithASettingThatMakesNoSenseDoesNotStart(string setting, string value, string named)
    {
        await using var host = new TestHost { Settings = { [setting] = value } };

        var refusal = await Assert.ThrowsAnyAsync<Exception>(async () => await host.InitializeAsync());

        Assert.Contains(named, refusal.ToString(), StringComparison.Ordinal);
    }

    private static PriceList Read(string? file) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Cost:Prices"] = file }).Build());
}
