using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using TbPersonalOs.Counters;
using TbPersonalOs.Offline;

namespace TbPersonalOs.Benchmarks;

/// <summary>What it costs to understand one sentence without a model: at most 1 ms (p95) warm, and 100 ms for a fresh process's first.</summary>
internal static class ParseBench
{
    private const int Rounds = 40;
    private const int Processes = 5;
    private const double MostWarm = 1;
    private const double MostFirst = 100;
    private const string First = "preciso pagar o aluguel dia 5";

    public static async Task RunAsync(Report report)
    {
        var timings = await WarmAsync();
        Report.Line(timings.ToString());
        report.Figure("warm", timings.ToJson());

        var first = new List<double>();
        for (var process = 0; process < Processes; process++)
        {
            first.Add(await FirstAsync());
        }

        Report.Line($"the first of a fresh process: {string.Join(" / ", first.Select(time => time.ToString("0", CultureInfo.InvariantCulture)))} ms");
        report.Figure("firstMilliseconds", new JsonArray([.. first.Select(time => (JsonNode)Math.Round(time, 2))]));
        report.Target("p95 warm", timings.P95, MostWarm, "ms");
        report.Target("first of a fresh process, median", first.Order().ElementAt(Processes / 2), MostFirst, "ms");
    }

    private static async Task<Timings> WarmAsync()
    {
        var options = Offering.Make();
        using var planner = new OfflinePlanner();
        var sentences = Sentences.All.Select(sentence => (List<ChatMessage>)[new(ChatRole.User, sentence)]).ToList();
        var batches = new List<double[]>();
        for (var batch = 0; batch <= Timings.BatchCount; batch++)
        {
            var times = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                foreach (var sentence in sentences)
                {
                    times.AddRange(await Timings.OnceAsync(1, () => planner.GetResponseAsync(sentence, options)));
                }
            }

            batches.Add([.. times]);
        }

        return new Timings($"one of {sentences.Count} sentences, warm", batches[1..]);
    }

    /// <summary>In a process of its own, with the host's own assemblies, before its Main.</summary>
    private static async Task<double> FirstAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [ServingHost.Program])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "TbPersonalOs.Counters.dll"),
                ["TBOS_BENCH_FIRST_PARSE"] = First,
            },
        })!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return double.Parse(told.Split(' ')[0], CultureInfo.InvariantCulture);
    }
}
