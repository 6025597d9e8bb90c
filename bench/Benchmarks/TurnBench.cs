using System.Globalization;
using System.Text.Json.Nodes;
using TbPersonalOs.Common;

namespace TbPersonalOs.Benchmarks;

/// <summary>A message with one write, from its HTTP request to the end of its answer, beside the fixed floor in the same run.</summary>
internal static class TurnBench
{
    private const int Conversations = 16;
    private const int WarmUp = 150;
    private const int OneBatch = 400;
    private const int ManyBatch = 75;

    public static async Task RunAsync(Report report)
    {
        await using var turn = await TurnAsync();
        await using var floor = await FloorAsync();
        report.Note("database", await Machine.DatabaseAsync(turn.Database.Owner));
        report.Note("host", ServingHost.Program);
        await turn.WarmUpAsync(WarmUp);
        await floor.WarmUpAsync(WarmUp);

        // What they share with the machine at a moment, they share with each other.
        for (var batch = 0; batch < Timings.BatchCount; batch++)
        {
            await floor.OneBatchAsync(OneBatch);
            await turn.OneBatchAsync(OneBatch);
            await floor.ManyBatchAsync(ManyBatch);
            await turn.ManyBatchAsync(ManyBatch);
        }

        Tell(report, floor, turn);
        var costs = await CostsAsync(report, floor, turn);
        Judge(report, floor.One, turn, costs[turn], await RoundTrips.OfATurnAsync(OneBatch));
    }

    private static async Task<Side> TurnAsync()
    {
        var database = await TestDatabase.NewAsync(durable: true);
        var host = await ServingHost.StartAsync(database.Owner);
        var speakers = new List<Speaker>();
        for (var person = 0; person < Conversations; person++)
        {
            speakers.Add(await Speaker.NewAsync(database, host));
        }

        return new Side("turn", database, host, speakers);
    }

    private static async Task<Side> FloorAsync()
    {
        var database = await TestDatabase.NewAsync(durable: true, migrated: false);
        var host = await FloorHost.StartAsync(database.Owner);
        return new Side("floor", database, host, [.. Enumerable.Range(0, Conversations).Select(_ => Speaker.New(host))]);
    }

    private static void Tell(Report report, params Side[] sides)
    {
        foreach (var side in sides)
        {
            Report.Line(side.One.ToString());
            Report.Line(string.Create(CultureInfo.InvariantCulture, $"{side.Many}   {string.Join(" / ", side.Rates.Select(rate => rate.ToString("0", CultureInfo.InvariantCulture)))} a second"));
            report.Figure(side.Name, new JsonObject
            {
                ["one"] = side.One.ToJson(),
                ["sixteen"] = side.Many.ToJson(),
                ["sixteenPerSecond"] = new JsonArray([.. side.Rates.Select(rate => (JsonNode)Math.Round(rate, 1))]),
            });
        }
    }

    private static async Task<Dictionary<Side, Costs>> CostsAsync(Report report, params Side[] sides)
    {
        var costs = new Dictionary<Side, Costs>();
        foreach (var side in sides)
        {
            costs[side] = await Costs.CountAsync(side, OneBatch);
            report.Figure($"{side.Name}Costs", costs[side].ToJson());
            Report.Line($"{side.Name,-6} {costs[side]}");
        }

        return costs;
    }

    private static void Judge(Report report, Timings floor, Side turn, Costs costs, double trips)
    {
        report.Figure("roundTrips", Math.Round(trips, 2));
        report.Target("p50, 1 conversation", turn.One.P50, 5, "ms");
        report.Target("p50 beside the floor", turn.One.P50 / floor.P50, 3, "times");
        report.Target("p99, 1 conversation", turn.One.P99, 20, "ms");
        report.Target("turns a second, 16 conversations, median batch", turn.Rates.Order().ElementAt(turn.Rates.Count / 2), 600, "a second", atLeast: true);
        // The server's own writers sync now and then too: a share of one a turn is theirs.
        report.Target("durable commits", Math.Round(costs.Synced), 3, "a turn");
        report.Target("round trips", Math.Round(trips, 1), 8, "a turn");
    }
}
