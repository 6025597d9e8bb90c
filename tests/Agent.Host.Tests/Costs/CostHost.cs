using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Data.ModelCalls;

namespace TbPersonalOs.Agent.Host.Tests.Costs;

/// <summary>A house whose budget starts empty with each test; its settings change while it runs.</summary>
public sealed class CostHost : IAsyncLifetime
{
    /// <summary>A request of 1,000 bytes that may be answered with 100 tokens, on a model of 1 and 10 dollars: at most 0.002 dollars.</summary>
    public const long WorstCase = 2_000;

    public TestHost Host { get; } = new()
    {
        Settings = { ["Gemini:Tier"] = "paid", ["Cost:Currency"] = "USD" },
    };

    public CostHost() => Host.Prepare = directory =>
    {
        var file = Path.Combine(directory, "prices.json");
        File.WriteAllText(file, Prices);
        Host.Settings["Cost:Prices"] = file;
    };

    private const string Prices =
        """
        {"date":"2026-11-25","source":"test","models":{
          "plain":[{"input":1,"cached":0.1,"output":10}],
          "dear":[{"input":2,"cached":0.2,"output":5}],
          "early":[{"input":1,"cached":1,"output":1},{"from":"2026-11-24","input":3,"cached":3,"output":3}]},
         "currencies":{"date":"2026-11-25","source":"test","perUsd":{"USD":1,"BRL":5}}}
        """;

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>Begins anew: nothing used, Monday morning, and these settings.</summary>
    public async Task BeginAsync(string tier = "paid", decimal cap = 1, int requests = 200, string currency = "USD")
    {
        Host.Clock.Now = TestHost.Monday;
        await Host.Database.ExecuteAsync("delete from accounts.model_budgets");
        await Host.Database.ExecuteAsync("delete from accounts.model_breakers");
        Set(("Gemini:Tier", tier), ("Cost:DailyCap", FormattableString.Invariant($"{cap}")), ("Gemini:RequestsPerDay", $"{requests}"), ("Cost:Currency", currency));
    }

    /// <summary>Changes settings of the running house.</summary>
    public void Set(params (string Key, string Value)[] settings)
    {
        var configuration = Host.Services.GetRequiredService<IConfiguration>();
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        ((IConfigurationRoot)configuration).Reload();
    }

    internal static NewModelCall Call(string model = "plain", string provider = "gemini") => new()
    {
        Provider = provider, Model = model, RequestBytes = 1_000, MaxOutputTokens = 100, Held = ["messages", "tasks"], Masked = 1,
    };

    internal static Task<Admission> ReserveAsync(TestPerson person, NewModelCall? call = null, params Settlement[] before) =>
        person.InScopeAsync(services => services.GetRequiredService<CostLedger>().ReserveAsync(call ?? Call(), CancellationToken.None, before));

    internal static Task<bool> SettleAsync(TestPerson person, params Settlement[] settlements) => person.InScopeAsync(async services =>
    {
        await services.GetRequiredService<CostLedger>().SettleAsync(settlements, CancellationToken.None);
        return true;
    });

    internal static Task<List<ModelCall>> CallsAsync(TestPerson person) =>
        person.SeeAsync(db => db.Set<ModelCall>().AsNoTracking().OrderBy(call => call.Id).ToListAsync());

    internal static Task<ModelBudget> BudgetAsync(TestPerson person) =>
        person.SeeAsync(db => db.Set<ModelBudget>().AsNoTracking().OrderByDescending(row => row.Day).FirstAsync());
}
