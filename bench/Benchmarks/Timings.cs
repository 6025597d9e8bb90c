using System.Diagnostics;
using System.Globalization;

namespace TbPersonalOs.Benchmarks;

/// <summary>How long one thing took, in three batches, after it had warmed up.</summary>
internal sealed record Timings(string What, IReadOnlyList<double[]> Batches)
{
    private const int BatchCount = 3;

    /// <summary>p95 over all batches, in milliseconds.</summary>
    public double P95 => Percentile([.. Batches.SelectMany(batch => batch)], 95);

    /// <summary>Does it again and again, one after the other; <paramref name="act"/> throws where the answer is not what it should be.</summary>
    public static async Task<Timings> MeasureAsync(string what, int calls, Func<Task> act)
    {
        for (var call = 0; call < calls; call++)
        {
            await act();
        }

        var batches = new List<double[]>();
        for (var batch = 0; batch < BatchCount; batch++)
        {
            var times = new double[calls];
            for (var call = 0; call < calls; call++)
            {
                var began = Stopwatch.GetTimestamp();
                await act();
                times[call] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            }

            batches.Add(times);
        }

        return new Timings(what, batches);
    }

    public override string ToString()
    {
        double[] all = [.. Batches.SelectMany(batch => batch)];
        return string.Create(CultureInfo.InvariantCulture,
            $"{What,-42} p50 {Percentile(all, 50),6:0.0}  p95 {P95,6:0.0} ms   batches p95 {string.Join(" / ", Batches.Select(batch => Percentile(batch, 95).ToString("0.0", CultureInfo.InvariantCulture)))}   {all.Length} calls");
    }

    private static double Percentile(double[] times, int percent) =>
        times.Order().ElementAt((int)Math.Ceiling(times.Length * percent / 100.0) - 1);
}
