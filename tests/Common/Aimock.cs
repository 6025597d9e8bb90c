using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace TbPersonalOs.Common;

/// <summary><c>@copilotkit/aimock</c> from the page's development tools, which plays models of several makers, on a free port of 127.0.0.1.</summary>
public abstract partial class Aimock(string fixtures) : IAsyncLifetime
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private Process? _node;

    /// <summary>Where it listens; null if it did not start.</summary>
    public Uri? BaseUrl { get; private set; }

    /// <summary>Why it did not.</summary>
    public string Missing { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(Root(), "web", "node_modules", "@copilotkit", "aimock", "dist", "cli.js");
        if (!File.Exists(program))
        {
            Missing = "@copilotkit/aimock is missing: npm ci in web";
            return;
        }

        try
        {
            _node = Process.Start(new ProcessStartInfo("node",
                [program, "--port", "0", "--host", "127.0.0.1", "--strict", "--chunk-size", "8", "--fixtures", Path.Combine(AppContext.BaseDirectory, fixtures)])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            BaseUrl = await ListeningAsync(_node).WaitAsync(Longest);
        }
        catch (Exception absent) when (absent is Win32Exception or TimeoutException)
        {
            Missing = $"@copilotkit/aimock did not start: {absent.Message}";
        }
    }

    public ValueTask DisposeAsync()
    {
        if (_node is { HasExited: false })
        {
            _node.Kill();
        }

        _node?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private static async Task<Uri> ListeningAsync(Process node)
    {
        node.ErrorDataReceived += (_, _) => { };
        node.BeginErrorReadLine();
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } found)
            {
                // What it says later is not read, but taken from it.
                node.OutputDataReceived += (_, _) => { };
                _ = node.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new Uri(found.Value);
            }
        }

        throw new TimeoutException("it ended before it listened");
    }

    private static string Root()
    {
        for (var at = new DirectoryInfo(Environment.GetEnvironmentVariable("TBOS_REPO") ?? AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "TbPersonalOs.sln")))
            {
                return at.FullName;
            }
        }

        return ".";
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
