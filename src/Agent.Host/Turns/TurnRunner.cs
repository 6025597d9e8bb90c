using System.Collections.Concurrent;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>Runs turns in this process. A turn that is stopped with the process is taken over at the next start.</summary>
internal sealed partial class TurnRunner(IServiceScopeFactory scopes, LiveTurns live, ILogger<TurnRunner> logger) : IHostedService, IDisposable
{
    /// <summary>Most turns at a time: each holds a connection, and more would only wait for one another.</summary>
    private const int MostAtATime = 32;

    /// <summary>How often a turn is begun that the database lets down, before it is ended with a word about it.</summary>
    private const int MostTries = 12;

    private readonly ConcurrentDictionary<Guid, Running> _running = new();
    private readonly SemaphoreSlim _places = new(MostAtATime);
    private readonly CancellationTokenSource _stopping = new();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values.Select(running => running.Task)).WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        _places.Dispose();
    }

    /// <summary>Begins to run a turn, unless this process is running it already.</summary>
    public void Start(Guid user, Guid turnId, long fence)
    {
        var running = new Running(CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token));
        if (_running.TryAdd(turnId, running))
        {
            live.Open(turnId);
            running.Task = Task.Run(() => RunAsync(user, turnId, fence, running), CancellationToken.None);
        }
    }

    /// <summary>Whether this process is running the turn.</summary>
    public bool IsRunning(Guid turnId) => _running.ContainsKey(turnId);

    /// <summary>Stops a turn because the person said so. Returns false where this process does not run it.</summary>
    public bool Cancel(Guid turnId)
    {
        if (!_running.TryGetValue(turnId, out var running))
        {
            return false;
        }

        running.ByPerson = true;
        try
        {
            running.Stop.Cancel();
            return true;
        }
        catch (ObjectDisposedException)
        {
            // It ended while we looked.
            return false;
        }
    }

    private async Task RunAsync(Guid user, Guid turnId, long fence, Running running)
    {
        Guid? next = null;
        var placed = false;
        try
        {
            await _places.WaitAsync(running.Stop.Token);
            placed = true;
            next = await InScopeAsync(user, turn => turn.RunAsync(turnId, fence, live.Open(turnId), running.Stop.Token));
        }
        catch (FenceLostException)
        {
            LogTakenOver(turnId);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            LogLeft(turnId);
        }
        catch (Exception away) when (!running.ByPerson && fence < MostTries && DatabaseAway.Is(away))
        {
            // The work row stays: the sweep comes back to it when the database is there again, and nothing is thought or done twice.
            LogWaits(away, turnId);
        }
        catch (Exception fault)
        {
            next = await GiveUpAsync(user, turnId, fence, running.ByPerson, fault);
        }
        finally
        {
            if (placed)
            {
                _places.Release();
            }

            live.LetGo(turnId);
            _running.TryRemove(turnId, out _);
            running.Stop.Dispose();
        }

        if (next is { } waiting)
        {
            Start(user, waiting, 1);
        }
    }

    private async Task<Guid?> GiveUpAsync(Guid user, Guid turnId, long fence, bool byPerson, Exception fault)
    {
        if (!byPerson)
        {
            LogFailed(fault, turnId);
        }

        try
        {
            return await InScopeAsync(user, turn => turn.GiveUpAsync(
                turnId, fence, byPerson ? TurnState.Cancelled : TurnState.Failed, live.Open(turnId), _stopping.Token));
        }
        catch (Exception still)
        {
            // The work row stays: the sweep comes back to it.
            LogFailed(still, turnId);
            return null;
        }
    }

    private async Task<T> InScopeAsync<T>(Guid user, Func<AgentTurn, Task<T>> run)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(user);
        return await run(scope.ServiceProvider.GetRequiredService<AgentTurn>());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Turn {TurnId} was taken over by another process")]
    private partial void LogTakenOver(Guid turnId);

    [LoggerMessage(Level = LogLevel.Information, Message = "Left turn {TurnId} to the next start")]
    private partial void LogLeft(Guid turnId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Turn {TurnId} waits for the database")]
    private partial void LogWaits(Exception away, Guid turnId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {TurnId} failed")]
    private partial void LogFailed(Exception fault, Guid turnId);

    private sealed class Running(CancellationTokenSource stop)
    {
        public CancellationTokenSource Stop => stop;

        public bool ByPerson { get; set; }

        public Task Task { get; set; } = Task.CompletedTask;
    }
}
