using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Data.ModelCalls;
using static TbPersonalOs.Agent.Host.Tests.Costs.CostHost;

namespace TbPersonalOs.Agent.Host.Tests.Costs;

/// <summary>Nothing is spent that was not reserved, and never more than the cap.</summary>
[Collection(CostTests.Name)]
public sealed class ReservationTests(CostHost house)
{
    [Fact]
    [Trait("Shows", "gemini:4")]
    public async Task OfAHundredCallsAtOnceAsManyAreAdmittedAsTheCapIsWorth()
    {
        await house.BeginAsync(cap: 10 * WorstCase / 1_000_000m);
        var people = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => house.Host.NewPersonAsync()));

        var admissions = await Task.WhenAll(Enumerable.Range(0, 100).Select(place => Task.Run(() => ReserveAsync(people[place % 5]))));

        Assert.InRange(admissions.Count(admission => admission.Reservation is not null), 9, 10);
        Assert.All(admissions.Where(admission => admission.Reservation is null), refused => Assert.Equal(Refusal.CapReached, refused.Refusal));
        Assert.All(admissions.Select(admission => admission.Notice).OfType<string>(), notice => Assert.StartsWith("O que resta dos US$ 0,02 de hoje está reservado", notice, StringComparison.Ordinal));
        Assert.Equal(10 * WorstCase, (await BudgetAsync(people[0])).Reserved);
        Assert.Equal(10, (await Task.WhenAll(people.Select(CallsAsync))).Sum(calls => calls.Count));
    }

    [Fact]
    public async Task WhatWasNotUsedIsGivenBackOnce()
    {
        await house.BeginAsync();
        var person = await house.Host.NewPersonAsync();
        var reserved = (await ReserveAsync(person)).Reservation!;
        Assert.Equal((WorstCase, 0), await MoneyAsync(person));

        await SettleAsync(person, Settlement.Done(reserved, new ModelUsage(300, 100, 20, 10)));
        await SettleAsync(person, Settlement.Done(reserved, new ModelUsage(300, 100, 20, 10)));

        Assert.Equal((0, 200 + 10 + 300), await MoneyAsync(person));
        var call = Assert.Single(await CallsAsync(person));
        Assert.Equal((ModelCallState.Done, 510, 300, 100, 20, 10), (call.State, call.Cost, call.InputTokens, call.CachedTokens, call.OutputTokens, call.ThoughtTokens));
        Assert.Equal(["messages", "tasks"], call.Held);
    }

    [Fact]
    public async Task TheNextCallOfATurnSettlesTheOneBefore()
    {
        await house.BeginAsync(cap: 1.5m * WorstCase / 1_000_000m);
        var person = await house.Host.NewPersonAsync();
        var first = (await ReserveAsync(person)).Reservation!;
        Assert.Equal(Refusal.CapReached, (await ReserveAsync(person)).Refusal);

        var second = await ReserveAsync(person, null, Settlement.Done(first, new ModelUsage(100, 0, 1, 0)));

        Assert.NotNull(second.Reservation);
        Assert.Equal((WorstCase, 110), await MoneyAsync(person));
    }

    [Fact]
    public async Task ACallWhoseProcessDiedStaysCounted()
    {
        await house.BeginAsync(cap: WorstCase / 1_000_000m);
        var person = await house.Host.NewPersonAsync();
        Assert.NotNull((await ReserveAsync(person)).Reservation);

        // Its scope is gone and nobody settles it.
        Assert.Equal(Refusal.CapReached, (await ReserveAsync(person)).Refusal);
        Assert.Equal(ModelCallState.Reserved, Assert.Single(await CallsAsync(person)).State);
    }

    [Fact]
    public async Task ASettlementThatIsRolledBackWithItsTurnSettlesNothing()
    {
        await house.BeginAsync();
        var person = await house.Host.NewPersonAsync();
        var reserved = (await ReserveAsync(person)).Reservation!;

        await person.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            await using var turn = await db.Database.BeginTransactionAsync();
            await using var batch = db.Batch();
            services.GetRequiredService<CostLedger>().AddSettle(batch, [Settlement.Done(reserved, new ModelUsage(1, 0, 1, 0))]);
            await batch.ExecuteNonQueryAsync();
            await turn.RollbackAsync();
            return 0;
        });

        Assert.Equal((WorstCase, 0), await MoneyAsync(person));
    }

    [Fact]
    public async Task ACallIsNotReservedWithinAnotherTransaction()
    {
        await house.BeginAsync();
        var person = await house.Host.NewPersonAsync();

        await person.InScopeAsync(async services =>
        {
            await using var open = await services.GetRequiredService<AppDbContext>().Database.BeginTransactionAsync();
            return await Assert.ThrowsAsync<InvalidOperationException>(() => services.GetRequiredService<CostLedger>().ReserveAsync(Call(), CancellationToken.None));
        });
    }

    [Fact]
    public async Task ARefusedCallCostsNothingAndABrokenOneItsWorstCase()
    {
        await house.BeginAsync();
        var person = await house.Host.NewPersonAsync();

        await SettleAsync(person, Settlement.Refused((await ReserveAsync(person)).Reservation!));
        Assert.Equal((0, 0), await MoneyAsync(person));
        await SettleAsync(person, Settlement.Broken((await ReserveAsync(person)).Reservation!));
        Assert.Equal((0, WorstCase), await MoneyAsync(person));
        await SettleAsync(person, Settlement.Broken((await ReserveAsync(person)).Reservation!, new ModelUsage(10, 0, 1, 0)));
        Assert.Equal((0, WorstCase + 20), await MoneyAsync(person));
    }

    [Fact]
    public async Task AnUnknownModelCountsAsTheDearestInEachOfItsPrices()
    {
        await house.BeginAsync();
        var person = await house.Host.NewPersonAsync();

        Assert.Equal((1_000 * 2) + (100 * 10), (await ReserveAsync(person, Call("gemini-9-ultra"))).Reservation!.Amount);
        Assert.Equal((1_000 * 2) + (100 * 5), (await ReserveAsync(person, Call("models/dear"))).Reservation!.Amount);
    }

    [Fact]
    public async Task APriceHoldsFromItsDay()
    {
        await house.BeginAsync();
        var person = await house.Host.NewPersonAsync();
        Assert.Equal(1_100, (await ReserveAsync(person, Call("early"))).Reservation!.Amount);

        house.Host.Clock.Now = TestHost.Monday.AddDays(1);

        Assert.Equal(3_300, (await ReserveAsync(person, Call("early"))).Reservation!.Amount);
    }

    [Fact]
    public async Task NobodySeesAnothersCalls()
    {
        await house.BeginAsync();
        var (ana, bia) = (await house.Host.NewPersonAsync(), await house.Host.NewPersonAsync());
        var reserved = (await ReserveAsync(ana)).Reservation!;

        Assert.Empty(await CallsAsync(bia));
        await SettleAsync(bia, Settlement.Refused(reserved));

        Assert.Equal((WorstCase, 0), await MoneyAsync(ana));
        Assert.Equal(ModelCallState.Reserved, Assert.Single(await CallsAsync(ana)).State);
    }

    private static async Task<(long Reserved, long Spent)> MoneyAsync(TestPerson person)
    {
        var budget = await BudgetAsync(person);
        return (budget.Reserved, budget.Spent);
    }
}
