using System.Collections.Concurrent;
using TbPersonalOs.Agent.Host.Turns;

namespace TbPersonalOs.Chaos;

/// <summary>
/// For each step of a turn a process that stood there with a message of its own chat and was killed; then one new process that found what
/// they had left. What acts elsewhere has a house of its own, whose processes know the test plugin.
/// </summary>
public sealed class KilledProcesses : IAsyncLifetime
{
    private readonly ConcurrentDictionary<TurnStep, int> _exitCodes = new();
    private readonly ConcurrentDictionary<TurnStep, Told> _told = new();
    private (House House, HostProcess Next) _here;
    private (House House, HostProcess Next) _elsewhere;

    public async ValueTask InitializeAsync()
    {
        var (here, elsewhere) = (await House.NewAsync(), await House.NewAsync(probe: true));
        var standing = new ConcurrentDictionary<TurnStep, (HostProcess Process, Task Posted)>();
        await Parallel.ForEachAsync(Enum.GetValues<TurnStep>(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (step, _) =>
        {
            var told = _told[step] = Told.At(step);
            var process = await HostProcess.StartAsync(told.Elsewhere ? elsewhere : here, step);
            standing[step] = (process, process.PostInVainAsync(told));
            await process.PausedAsync(step);
        });
        foreach (var (step, (process, posted)) in standing)
        {
            _exitCodes[step] = await process.KillAsync();
            await posted;
            await process.DisposeAsync();
        }

        (_here, _elsewhere) = ((here, await HostProcess.StartAsync(here)), (elsewhere, await HostProcess.StartAsync(elsewhere)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (house, next) in new[] { _here, _elsewhere })
        {
            await next.DisposeAsync();
            await house.DisposeAsync();
        }
    }

    /// <summary>What was killed at a step, and who came after.</summary>
    internal (int ExitCode, Told Told, House House, HostProcess Next) At(TurnStep step)
    {
        var (house, next) = _told[step].Elsewhere ? _elsewhere : _here;
        return (_exitCodes[step], _told[step], house, next);
    }
}
