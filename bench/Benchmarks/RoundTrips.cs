using System.Net;
using System.Net.Sockets;
using Npgsql;
using TbPersonalOs.Common;

namespace TbPersonalOs.Benchmarks;

/// <summary>
/// Stands between a host and its database and counts how often the host speaks after the database has spoken: what is sent in one go, however
/// many statements it holds, is one round trip.
/// </summary>
internal sealed class RoundTrips : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _database;
    private readonly CancellationTokenSource _stop = new();
    private long _count;

    private RoundTrips(IPEndPoint database)
    {
        _database = database;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>How many a turn takes, less those of the host's idle work.</summary>
    public static async Task<double> OfATurnAsync(int turns)
    {
        await using var database = await TestDatabase.NewAsync(durable: true);
        var direct = new NpgsqlConnectionStringBuilder(database.Owner);
        await using var between = new RoundTrips(new IPEndPoint(IPAddress.Parse(direct.Host!), direct.Port));
        var through = new NpgsqlConnectionStringBuilder(database.Owner) { Port = ((IPEndPoint)between._listener.LocalEndpoint).Port };
        await using var host = await ServingHost.StartAsync(through.ConnectionString);
        using var speaker = await Speaker.NewAsync(database, host);
        await Timings.OnceAsync(turns, speaker.SayAsync);

        var (idle, rest) = (Interlocked.Read(ref between._count), TimeSpan.FromSeconds(6));
        await Task.Delay(rest);
        var (before, began) = (Interlocked.Read(ref between._count), DateTime.UtcNow);
        await Timings.OnceAsync(turns, speaker.SayAsync);
        var atRest = (before - idle) / rest.TotalSeconds * (DateTime.UtcNow - began).TotalSeconds;
        return (Interlocked.Read(ref between._count) - before - atRest) / turns;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var host = await _listener.AcceptTcpClientAsync(_stop.Token);
            var database = new TcpClient { NoDelay = true };
            await database.ConnectAsync(_database);
            host.NoDelay = true;
            var line = new Line();
            _ = PassAsync(host.GetStream(), database.GetStream(), () =>
            {
                if (Interlocked.Exchange(ref line.Answered, 0) == 1)
                {
                    Interlocked.Increment(ref _count);
                }
            });
            _ = PassAsync(database.GetStream(), host.GetStream(), () => Interlocked.Exchange(ref line.Answered, 1));
        }
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, Action passing)
    {
        var buffer = new byte[64 * 1024];
        await using (from)
        await using (to)
        {
            try
            {
                while (await from.ReadAsync(buffer, _stop.Token) is var length and > 0)
                {
                    passing();
                    await to.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // One of the two has left.
            }
        }
    }

    private sealed class Line
    {
        public int Answered = 1;
    }
}
