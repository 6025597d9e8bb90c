using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using TbPersonalOs.Common;

namespace TbPersonalOs.Benchmarks;

/// <summary>A warm start of the published host, and what it keeps in memory: at most 1.5 s and 300 MB.</summary>
internal static class StartBench
{
    private const int Starts = 5;
    private const int Turns = 200;
    private const double MostSeconds = 1.5;
    private const double MostMegabytes = 300;

    public static async Task RunAsync(Report report)
    {
        await using var database = await TestDatabase.NewAsync(durable: true);
        report.Note("database", await Machine.DatabaseAsync(database.Owner));
        report.Note("host", ServingHost.Program);
        var (seconds, resident) = (new List<double>(), new List<double>());
        for (var start = 0; start <= Starts; start++)
        {
            await using var host = await ServingHost.StartAsync(database.Owner);
            // The first one warms the disk's cache.
            if (start > 0)
            {
                seconds.Add(Stopwatch.GetElapsedTime(host.Began).TotalSeconds);
                resident.Add(host.ResidentMegabytes);
            }
        }

        var working = await AfterTurnsAsync(database);
        Report.Line(string.Create(CultureInfo.InvariantCulture, $"starts {string.Join(" / ", seconds.Select(second => second.ToString("0.00", CultureInfo.InvariantCulture)))} s; resident {Median(resident):0} MB when ready, {working:0} MB after {Turns} turns"));
        report.Figure("secondsToReady", new JsonArray([.. seconds.Select(second => (JsonNode)Math.Round(second, 3))]));
        report.Figure("residentMegabytesReady", Math.Round(Median(resident), 1));
        report.Figure("residentMegabytesAfterTurns", Math.Round(working, 1));
        report.Target("process start to /readyz, median", Median(seconds), MostSeconds, "s");
        report.Target("resident when ready", Median(resident), MostMegabytes, "MB");
        report.Target($"resident after {Turns} turns", working, MostMegabytes, "MB");
    }

    private static async Task<double> AfterTurnsAsync(TestDatabase database)
    {
        await using var host = await ServingHost.StartAsync(database.Owner);
        using var speaker = await Speaker.NewAsync(database, host);
        for (var turn = 0; turn < Turns; turn++)
        {
            await speaker.SayAsync();
        }

        return host.ResidentMegabytes;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
