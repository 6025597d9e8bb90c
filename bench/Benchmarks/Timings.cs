using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Benchmarks;

/// <summary>How long one thing took, in batches, after it had warmed up.</summary>
internal sealed record Timings(string What, IReadOnlyList<double[]> Batches)
{
    /// <summary>How many batches a measurement has.</summary>
    public const int BatchCount = 3;

    /// <summary>Over all batches, in milliseconds.</summary>
    public double P50 => At(50);

    public double P95 => At(95);

    public double P99 => At(99);

    /// <summary>Does it again and again, one after the other; <paramref name="act"/> throws where the answer is not what it should be.</summary>
    public static async Task<Timings> MeasureAsync(string what, int calls, Func<Task> act)
    {
        await OnceAsync(calls, act);
        var batches = new List<double[]>();
        for (var batch = 0; batch < BatchCount; batch++)
        {
            batches.Add(await OnceAsync(calls, act));
        }

        return new Timings(what, batches);
    }

    /// <summary>One batch.</summary>
    public static async Task<double[]> OnceAsync(int calls, Func<Task> act)
    {
        var times = new double[calls];
        for (var call = 0; call < calls; call++)
        {
            var began = Stopwatch.GetTimestamp();
            await act();
            times[call] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        return times;
    }

    public JsonObject ToJson() => new()
    {
        ["p50"] = Math.Round(P50, 3),
        ["p95"] = Math.Round(P95, 3),
        ["p99"] = Math.Round(P99, 3),
        ["batchesP50"] = new JsonArray([.. Batches.Select(batch => (JsonNode)Math.Round(Percentile(batch, 50), 3))]),
        ["calls"] = Batches.Sum(batch => batch.Length),
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{What,-42} p50 {P50,7:0.00}  p95 {P95,7:0.00}  p99 {P99,7:0.00} ms   batches p50 {string.Join(" / ", Batches.Select(batch => Percentile(batch, 50).ToString("0.00", CultureInfo.InvariantCulture)))}   {Batches.Sum(batch => batch.Length)} calls");

    public static double Percentile(double[] times, int percent) =>
        times.Order().ElementAt((int)Math.Ceiling(times.Length * percent / 100.0) - 1);

    private double At(int percent) => Percentile([.. Batches.SelectMany(batch => batch)], percent);
}
