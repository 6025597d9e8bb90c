using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Common;
using TbPersonalOs.Plugins;
using static TbPersonalOs.Agent.Host.Tests.Costs.CostHost;

namespace TbPersonalOs.Agent.Host.Tests.Costs;

/// <summary>The household's budget is one: these tests run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class CostTests : ICollectionFixture<CostHost>
{
    public const string Name = "costs";
}

/// <summary>Days, notices, the free tier, and what the person sees of it.</summary>
[Collection(CostTests.Name)]
public sealed class BudgetTests(CostHost house)
{
    private static readonly DateTimeOffset MidnightInLosAngeles = new(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(-8));

    [Fact]
    public async Task MoneyIsCountedByTheDaysOfTheOwnersZoneWhoeverCalls()
    {
        await house.BeginAsync(cap: WorstCase / 1_000_000m);
        var person = await house.Host.NewPersonAsync();
        await person.CallAsync("profile.update_profile", new { zone = "Asia/Tokyo" });
        house.Host.Clock.Now = new DateTimeOffset(2026, 11, 23, 23, 59, 59, TimeSpan.FromHours(-3));
        Assert.NotNull((await ReserveAsync(person)).Reservation);
        Assert.Equal(Refusal.CapReached, (await ReserveAsync(person)).Refusal);

        house.Host.Clock.Now = new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.FromHours(-3));

        Assert.NotNull((await ReserveAsync(person)).Reservation);
    }

    [Fact]
    public async Task FreeRequestsAreCountedUntilMidnightInLosAngeles()
    {
        await house.BeginAsync("free", requests: 10);
        var person = await house.Host.NewPersonAsync();
        house.Host.Clock.Now = MidnightInLosAngeles.AddSeconds(-1);

        var admissions = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => ReserveAsync(person))));

        Assert.Equal(10, admissions.Count(admission => admission.Reservation is { Amount: 0, Free: true }));
        Assert.Equal(20, admissions.Count(admission => admission.Refusal == Refusal.RequestsUsedUp));
        Assert.Equal(
            ["Já fiz 8 dos 10 pedidos grátis de hoje ao Gemini; a conta recomeça às 05:00.",
                "Os 10 pedidos grátis de hoje ao Gemini acabaram; volta às 05:00. Até lá cuido de tarefas, lembretes e notas."],
            admissions.Select(admission => admission.Notice).OfType<string>().Order(StringComparer.Ordinal));
        house.Host.Clock.Now = MidnightInLosAngeles;
        Assert.NotNull((await ReserveAsync(person)).Reservation);
    }

    [Fact]
    public async Task AFreeCallCostsNothingAndItsTokensAreKept()
    {
        await house.BeginAsync("free");
        var person = await house.Host.NewPersonAsync();

        await SettleAsync(person, Settlement.Done((await ReserveAsync(person)).Reservation!, new ModelUsage(300, 0, 20, 5)));

        var call = Assert.Single(await CallsAsync(person));
        Assert.Equal((0, 300, 20, 5), (call.Cost, call.InputTokens, call.OutputTokens, call.ThoughtTokens));
        var cost = await person.CallAsync("assistant.cost");
        Assert.Equal(
            "O modelo hoje: US$ 0,00 · chamadas: 1 · tokens: 325\nNeste mês: US$ 0,00 · chamadas: 1 · tokens: 325\n"
            + "Cota grátis: 1 de 200 pedidos hoje, da casa toda; recomeça às 05:00.",
            cost.Text);
    }

    [Fact]
    [Trait("Shows", "gemini:4")]
    public async Task ADailyQuotaStopsAllCallsUntilMidnightInLosAngelesAndIsSaidOnce()
    {
        await house.BeginAsync("free");
        var people = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => house.Host.NewPersonAsync()));

        var notices = await Task.WhenAll(people.Select(person => Task.Run(() => person.InScopeAsync(
            services => services.GetRequiredService<CostLedger>().OpenBreakerAsync("gemini", CancellationToken.None)))));
        var admissions = await Task.WhenAll(people.Select(person => ReserveAsync(person)));

        Assert.Equal("A cota grátis do Gemini acabou; volta às 05:00. Até lá cuido de tarefas, lembretes e notas.", Assert.Single(notices.OfType<string>()));
        Assert.All(admissions, admission => Assert.Equal((Refusal.DailyQuota, (string?)null), (admission.Refusal!.Value, admission.Notice)));
        Assert.NotNull((await ReserveAsync(people[0], Call(provider: "openai"))).Reservation);
        Assert.Contains("Em pausa: o Gemini disse que a cota do dia acabou, até amanhã, ter 24/11 05:00", (await people[0].CallAsync("assistant.cost")).Text, StringComparison.Ordinal);
        house.Host.Clock.Now = MidnightInLosAngeles;
        Assert.NotNull((await ReserveAsync(people[0])).Reservation);
    }

    [Fact]
    public async Task FourFifthsAndTheCapAreSaidOnceAndTheOwnerMayAllowMore()
    {
        await house.BeginAsync(cap: 10 * WorstCase / 1_000_000m * 5, currency: "BRL");
        var owner = await house.Host.OwnerAsync();
        var notices = new List<string?>();
        for (var call = 0; call < 13; call++)
        {
            var admission = await ReserveAsync(owner);
            notices.Add(admission.Notice);
            if (admission.Reservation is { } reserved)
            {
                await SettleAsync(owner, Settlement.Uncounted(reserved));
            }
        }

        Assert.Equal("O modelo já usou R$ 0,08 dos R$ 0,10 de hoje.", notices[8]);
        Assert.StartsWith("O modelo já usou R$ 0,10 dos R$ 0,10 de hoje, e mais um pedido poderia passar disso: fica em pausa até as 00:00.", notices[10], StringComparison.Ordinal);
        Assert.EndsWith("Quer liberar mais R$ 0,10 só hoje? Quem cuida da casa pode: /custo mais", notices[10], StringComparison.Ordinal);
        Assert.Equal(2, notices.OfType<string>().Count());
        Assert.Equal("cap", (await owner.CallAsync("assistant.cost")).Result!.Value.GetProperty("pausedBy").GetString());

        var allowed = await owner.CallAsync("assistant.allow_spending", door: Doors.Web);

        Assert.Equal("O modelo pode usar mais R$ 0,10 hoje: R$ 0,20 ao todo, até amanhã, ter 24/11 00:00 (São Paulo).", allowed.Text);
        Assert.NotNull((await ReserveAsync(owner)).Reservation);
        house.Host.Clock.Now = TestHost.Monday.AddDays(1);
        Assert.Equal(0.1m, (await owner.CallAsync("assistant.cost")).Result!.Value.GetProperty("cap").GetDecimal());
    }

    [Theory]
    [InlineData("paid", Doors.Chat, ErrorCode.Denied)]
    [InlineData("paid", Doors.OpenApi, ErrorCode.Denied)]
    [InlineData("free", Doors.Web, ErrorCode.Invalid)]
    public async Task OnlyTheOwnersHandAllowsMoreAndOnlyOfMoney(string tier, Doors door, ErrorCode code)
    {
        await house.BeginAsync(tier);
        var owner = await house.Host.OwnerAsync();

        Assert.Equal(code, (await Assert.ThrowsAsync<ToolException>(() => owner.CallAsync("assistant.allow_spending", door: door))).Code);
    }

    [Fact]
    public async Task WhoIsNotTheOwnerAllowsNothing()
    {
        await house.BeginAsync();
        var person = await house.Host.NewPersonAsync();

        Assert.Equal(ErrorCode.Denied, (await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("assistant.allow_spending", door: Doors.Web))).Code);
    }

    [Theory]
    [InlineData("/custo mais")]
    [InlineData(" /Cost  more ")]
    public async Task TheOwnerAllowsMoreByACommandThatNoPlannerReads(string typed)
    {
        await house.BeginAsync(cap: 1, currency: "BRL");
        var owner = await house.Host.OwnerAsync();

        var turn = await owner.SayAsync(typed);

        Assert.Equal("O modelo pode usar mais R$ 1,00 hoje: R$ 2,00 ao todo, até amanhã, ter 24/11 00:00 (São Paulo).", turn.Reply);
        Assert.Equal(200_000, (await BudgetAsync(owner)).Extra);
        Assert.DoesNotContain("ao todo", (await owner.SayAsync("/custo")).Reply, StringComparison.Ordinal);
        Assert.Equal(200_000, (await BudgetAsync(owner)).Extra);
    }

    [Fact]
    public async Task TheSameCommandOfSomebodyElseIsRefusedInWords()
    {
        await house.BeginAsync();
        var person = await house.Host.NewPersonAsync();

        Assert.Equal("Só quem cuida desta instalação pode liberar mais.", (await person.SayAsync("/custo mais")).Reply);
        Assert.DoesNotContain(await person.SayAsync("/assistant allow_spending") is var direct ? direct.Receipts : [], receipt => receipt.State == Data.Actions.ActionState.Done);
    }

    [Fact]
    public async Task AChangedSettingHoldsAtOnceAndAnImpossibleOneIsLeftAside()
    {
        await house.BeginAsync(cap: 0);
        var person = await house.Host.NewPersonAsync();
        Assert.Equal(Refusal.CapReached, (await ReserveAsync(person)).Refusal);

        house.Set(("Cost:DailyCap", "1"));
        Assert.NotNull((await ReserveAsync(person)).Reservation);
        Assert.ThrowsAny<Exception>(() => house.Set(("Cost:DailyCap", "-3")));

        Assert.NotNull((await ReserveAsync(person)).Reservation);
    }

    [Fact]
    public async Task WhatLeftTheHouseIsListedWithWhatItHeld()
    {
        await house.BeginAsync();
        var (ana, bia) = (await house.Host.NewPersonAsync(), await house.Host.NewPersonAsync());
        await SettleAsync(ana, Settlement.Done((await ReserveAsync(ana)).Reservation!, new ModelUsage(300, 0, 20, 5)));
        await ReserveAsync(ana, Call("dear") with { Held = ["messages", "health"] });

        using var browser = await ana.BrowserAsync();
        var page = JsonDocument.Parse(await browser.GetStringAsync("/api/v1/model-calls")).RootElement;
        using var other = await bia.BrowserAsync();
        var others = JsonDocument.Parse(await other.GetStringAsync("/api/v1/model-calls")).RootElement;

        var calls = page.GetProperty("calls").EnumerateArray().ToList();
        Assert.Equal(["dear", "plain"], calls.Select(call => call.GetProperty("model").GetString()));
        Assert.Equal(["messages", "health"], calls[0].GetProperty("held").EnumerateArray().Select(kind => kind.GetString()));
        Assert.Equal(("reserved", 0.0025m), (calls[0].GetProperty("state").GetString(), calls[0].GetProperty("cost").GetDecimal()));
        Assert.Equal(("done", "USD", 1), (calls[1].GetProperty("state").GetString(), calls[1].GetProperty("currency").GetString(), calls[1].GetProperty("masked").GetInt32()));
        Assert.Empty(others.GetProperty("calls").EnumerateArray());
    }
}
