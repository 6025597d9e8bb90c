using System.Diagnostics;
using System.Text.Json.Nodes;
using TbPersonalOs.Common;

namespace TbPersonalOs.Benchmarks;

/// <summary>
/// A message whose one function a fake model calls: what of its time is ours beside the fixed floor in the same run, how many there are a second, and
/// how soon after its last chunk the first sentence is with the person.
/// </summary>
internal static class ModelBench
{
    private const int Conversations = 16;
    private const int WarmUp = 100;
    private const int SlowCount = 25;

    public static async Task RunAsync(Report report)
    {
        await using var floor = await SideOfFloorAsync();
        await floor.WarmUpAsync(WarmUp);
        await AtOnceAsync(report, floor);
        await SlowlyAsync(report, floor);
    }

    private static async Task AtOnceAsync(Report report, Side floor)
    {
        await using var model = await FakedModel.StartAsync(TimeSpan.Zero);
        await using var turn = await SideOfTurnsAsync(model);
        report.Note("database", await Machine.DatabaseAsync(turn.Database.Owner));
        await turn.WarmUpAsync(WarmUp);
        var shares = new List<double[]>();
        for (var batch = 0; batch < Timings.BatchCount; batch++)
        {
            await floor.OneBatchAsync(400);
            shares.Add(await SharesAsync(turn.First, model, 300));
            await turn.ManyBatchAsync(75);
        }

        var share = new Timings("our share, the model answers at once", shares);
        var sentence = await SentenceAsync("first sentence, the model answers at once", turn.First, model, 100);
        Tell(report, "atOnce", share, floor.One, sentence);
        report.Figure("sixteenPerSecond", new JsonArray([.. turn.Rates.Select(rate => (JsonNode)Math.Round(rate, 1))]));
        var costs = await Costs.CountAsync(turn, 300);
        report.Figure("costs", costs.ToJson());
        Report.Line(costs.ToString());
        report.Target("turns a second, 16 conversations, median batch", turn.Rates.Order().ElementAt(turn.Rates.Count / 2), 500, "a second", atLeast: true);
    }

    private static async Task SlowlyAsync(Report report, Side floor)
    {
        await using var model = await FakedModel.StartAsync(TimeSpan.FromMilliseconds(300));
        await using var turn = await SideOfTurnsAsync(model, 1);
        await SharesAsync(turn.First, model, SlowCount);
        List<double[]> shares = [await SharesAsync(turn.First, model, SlowCount), await SharesAsync(turn.First, model, SlowCount)];
        var sentence = await SentenceAsync("first sentence, the model takes 300 ms", turn.First, model, SlowCount);
        Tell(report, "slow", new Timings("our share, the model takes 300 ms twice", shares), floor.One, sentence);
    }

    private static void Tell(Report report, string name, Timings share, Timings floor, Timings sentence)
    {
        foreach (var timings in new[] { share, floor, sentence })
        {
            Report.Line(timings.ToString());
        }

        report.Figure(name, new JsonObject { ["share"] = share.ToJson(), ["floor"] = floor.ToJson(), ["sentence"] = sentence.ToJson() });
        report.Target($"p50, {share.What}", share.P50, 5, "ms");
        report.Target($"beside the floor, {share.What}", share.P50 / floor.P50, 3, "times");
        report.Target($"p95, {sentence.What}", sentence.P95, 20, "ms");
    }

    // What the model held is not ours; what lies between is, with the way to it and back.
    private static async Task<double[]> SharesAsync(Speaker speaker, FakedModel model, int turns)
    {
        model.TakeHeldMilliseconds();
        var shares = new double[turns];
        for (var turn = 0; turn < turns; turn++)
        {
            shares[turn] = (await Timings.OnceAsync(1, speaker.SayAsync))[0] - model.TakeHeldMilliseconds();
        }

        return shares;
    }

    private static async Task<Timings> SentenceAsync(string what, Speaker speaker, FakedModel model, int turns)
    {
        var waits = new double[turns];
        for (var turn = 0; turn < turns; turn++)
        {
            var came = await speaker.SayUntilAsync(FakedModel.FirstSentence);
            waits[turn] = Stopwatch.GetElapsedTime(model.SentenceSent, came).TotalMilliseconds;
        }

        return new Timings(what, [waits]);
    }

    private static async Task<Side> SideOfTurnsAsync(FakedModel model, int conversations = Conversations)
    {
        var database = await TestDatabase.NewAsync(durable: true);
        var host = await ServingHost.StartAsync(database.Owner, model.Environment);
        var speakers = new List<Speaker>();
        for (var person = 0; person < conversations; person++)
        {
            speakers.Add(await Speaker.NewAsync(database, host, FakedModel.FirstSentence));
        }

        return new Side("turn with a model", database, host, speakers);
    }

    private static async Task<Side> SideOfFloorAsync()
    {
        var database = await TestDatabase.NewAsync(durable: true, migrated: false);
        var host = await FloorHost.StartAsync(database.Owner);
        return new Side("floor", database, host, [Speaker.New(host)]);
    }
}
