using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TbPersonalOs.Benchmarks;

/// <summary>A server in a process of its own, with the counters hooked in.</summary>
internal class MeasuredProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _directory;

    protected MeasuredProcess(string program, string[] arguments, string connection, IReadOnlyDictionary<string, string>? environment = null)
    {
        _directory = Directory.CreateTempSubdirectory("tbos-bench-").FullName;
        Port = FreePort();
        var start = new ProcessStartInfo("dotnet", [program, .. arguments.Select(argument => argument == "PORT" ? $"{Port}" : argument)])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(program),
            Environment =
            {
                ["ConnectionStrings__Default"] = connection,
                ["ConnectionStrings__App"] = null,
                ["Data__Directory"] = _directory,
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "TbPersonalOs.Counters.dll"),
                ["TBOS_BENCH_COUNTERS"] = CounterPath,
            },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        Began = Stopwatch.GetTimestamp();
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>When it was started.</summary>
    public long Began { get; }

    /// <summary>Its data directory.</summary>
    public string DataDirectory => _directory;

    /// <summary>Its resident memory in MB, as the system counts it.</summary>
    public double ResidentMegabytes => File.ReadLines($"/proc/{_process.Id}/status").Where(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
        .Select(line => double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024).Single();

    private string CounterPath => Path.Combine(_directory, "counters");

    /// <summary>A client of it.</summary>
    public HttpClient Client() => new() { BaseAddress = new Uri($"http://127.0.0.1:{Port}"), Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Bytes that it has allocated, milliseconds of processor that it has used and methods that it has compiled since it began.</summary>
    public async Task<(double Bytes, double Milliseconds, long Compiled)> UsedAsync()
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(CounterPath));
        var told = new byte[200];
        var length = await socket.ReceiveAsync(told);
        var parts = Encoding.ASCII.GetString(told, 0, length).Split(' ');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture), long.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    /// <summary>Waits until a path answers with 200.</summary>
    public async Task UntilAsync(string path)
    {
        using var client = Client();
        for (var deadline = DateTime.UtcNow.AddSeconds(60); DateTime.UtcNow < deadline && !_process.HasExited; await Task.Delay(5))
        {
            try
            {
                using var answer = await client.GetAsync(path);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet listening.
            }
        }

        throw new InvalidOperationException($"{_process.StartInfo.ArgumentList[0]} never answered {path}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(_directory, true);
        GC.SuppressFinalize(this);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
