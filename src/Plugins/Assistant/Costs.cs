using Microsoft.EntityFrameworkCore;
using NodaTime;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Accounts;
using TbPersonalOs.Data.ModelCalls;

namespace TbPersonalOs.Plugins.Assistant;

/// <summary>Adds up what models cost, and lets the owner allow more for one day.</summary>
internal static class Costs
{
    private static readonly Texts Text = new(typeof(Costs));

    /// <summary>The person's own calls, and where the household's budget stands.</summary>
    public static async Task<CostView> LookAsync(AppDbContext db, Person person, SpendingTerms terms, CancellationToken cancellationToken)
    {
        var today = person.Now.InZone(person.Zone).Date;
        var budget = await BudgetAsync(db.Set<ModelBudget>().AsNoTracking(), terms, cancellationToken);
        var now = person.Now.ToDateTimeOffset();
        var broken = await db.Set<ModelBreaker>().AsNoTracking()
            .Where(row => row.Provider == terms.Provider && row.OpenUntil > now).Select(row => (DateTimeOffset?)row.OpenUntil).SingleOrDefaultAsync(cancellationToken);
        var (pausedBy, until) = Pause(terms, budget, broken);
        return new CostView(
            terms.Free ? CostView.Free : ModelBudget.Paid, terms.Currency,
            await SinceAsync(db, person, today, terms, cancellationToken),
            await SinceAsync(db, person, new LocalDate(today.Year, today.Month, 1), terms, cancellationToken),
            terms.Free ? 0 : terms.MoneyOf((budget?.Spent + budget?.Reserved) ?? 0),
            terms.Free ? 0 : terms.DailyCap + terms.MoneyOf(budget?.Extra ?? 0),
            terms.Free ? budget?.Requests ?? 0 : 0, terms.Free ? terms.RequestsPerDay : 0, terms.EndsAt, pausedBy, until);
    }

    /// <summary>Raises today's cap by one more cap.</summary>
    public static async Task<AllowanceView> AllowMoreAsync(AppDbContext db, Person person, SpendingTerms terms, CancellationToken cancellationToken)
    {
        if (!await db.Set<User>().AnyAsync(row => row.Id == person.Id && row.IsOwner, cancellationToken))
        {
            throw new ToolException(ErrorCode.Denied, Text["OnlyTheOwner"]);
        }

        if (terms.Free)
        {
            throw new ToolException(ErrorCode.Invalid, Text["NothingToAllow"]);
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into accounts.model_budgets as b (budget, day, spent, reserved, requests, extra, said_nearly, said_full)
            values ({terms.Budget}, {terms.Day}, 0, 0, 0, {terms.CapMillionths}, false, false)
            on conflict (budget, day) do update set extra = b.extra + excluded.extra, said_nearly = false, said_full = false
            """,
            cancellationToken);
        var budget = await BudgetAsync(db.Set<ModelBudget>().AsNoTracking(), terms, cancellationToken);
        return new AllowanceView(terms.DailyCap, terms.DailyCap + terms.MoneyOf(budget!.Extra), terms.Currency, terms.EndsAt);
    }

    private static Task<ModelBudget?> BudgetAsync(IQueryable<ModelBudget> budgets, SpendingTerms terms, CancellationToken cancellationToken) =>
        budgets.SingleOrDefaultAsync(row => row.Budget == terms.Budget && row.Day == terms.Day, cancellationToken);

    private static (SpendingPause? By, DateTimeOffset? Until) Pause(SpendingTerms terms, ModelBudget? budget, DateTimeOffset? broken) =>
        broken is not null ? (SpendingPause.Quota, broken)
        : budget is null ? (null, null)
        : terms.Free && budget.Requests >= terms.RequestsPerDay ? (SpendingPause.Requests, terms.EndsAt)
        : !terms.Free && (budget.SaidFull || budget.Spent >= terms.CapMillionths + budget.Extra) ? (SpendingPause.Cap, terms.EndsAt)
        : (null, null);

    private static async Task<CostPeriod> SinceAsync(
        AppDbContext db, Person person, LocalDate day, SpendingTerms terms, CancellationToken cancellationToken)
    {
        var from = person.Zone.AtStartOfDay(day).ToInstant().ToDateTimeOffset();
        var sums = await db.Set<ModelCall>().AsNoTracking().Where(call => call.MadeAt >= from).GroupBy(_ => 1).Select(calls => new
        {
            Cost = calls.Sum(call => call.Cost ?? call.Reserved),
            Calls = calls.Count(),
            Input = calls.Sum(call => call.InputTokens),
            Cached = calls.Sum(call => call.CachedTokens),
            Output = calls.Sum(call => call.OutputTokens),
            Thought = calls.Sum(call => call.ThoughtTokens),
        }).SingleOrDefaultAsync(cancellationToken);
        return sums is null ? new CostPeriod(0, 0, 0, 0, 0, 0)
            : new CostPeriod(terms.MoneyOf(sums.Cost), sums.Calls, sums.Input, sums.Cached, sums.Output, sums.Thought);
    }
}
