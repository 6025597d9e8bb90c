using System.Diagnostics;
using TbPersonalOs.Common;

namespace TbPersonalOs.Benchmarks;

/// <summary>One of the two that are compared, with its database and its people.</summary>
internal sealed class Side(string name, TestDatabase database, MeasuredProcess server, IReadOnlyList<Speaker> speakers) : IAsyncDisposable
{
    private readonly List<double[]> _one = [];
    private readonly List<double[]> _many = [];
    private readonly List<double> _rates = [];

    /// <summary>Who it is.</summary>
    public string Name => name;

    /// <summary>Who speaks alone.</summary>
    public Speaker First => speakers[0];

    /// <summary>Its database.</summary>
    public TestDatabase Database => database;

    /// <summary>Its process.</summary>
    public MeasuredProcess Server => server;

    /// <summary>One conversation.</summary>
    public Timings One => new($"{name}, 1 conversation", _one);

    /// <summary>All conversations at once.</summary>
    public Timings Many => new($"{name}, {speakers.Count} conversations", _many);

    /// <summary>Turns a second with all conversations at once, batch by batch.</summary>
    public IReadOnlyList<double> Rates => _rates;

    public async Task WarmUpAsync(int turnsEach)
    {
        await Task.WhenAll(speakers.Select(speaker => Timings.OnceAsync(turnsEach, speaker.SayAsync)));
        await Timings.OnceAsync(turnsEach, speakers[0].SayAsync);
    }

    public async Task OneBatchAsync(int turns) => _one.Add(await Timings.OnceAsync(turns, speakers[0].SayAsync));

    public async Task ManyBatchAsync(int turnsEach)
    {
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(speakers.Select(speaker => Timings.OnceAsync(turnsEach, speaker.SayAsync)));
        _rates.Add(speakers.Count * turnsEach / Stopwatch.GetElapsedTime(began).TotalSeconds);
        _many.Add([.. times.SelectMany(time => time)]);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var speaker in speakers)
        {
            speaker.Dispose();
        }

        await server.DisposeAsync();
        await database.DisposeAsync();
    }
}
