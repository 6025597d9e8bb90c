using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Channels;
using TbPersonalOs.Agent.Host.Channels;
using TbPersonalOs.Agent.Host.Turns;

namespace TbPersonalOs.Chaos;

/// <summary>A process of the assistant, which can be killed at any moment.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);
    private readonly Process _process;
    private readonly Channel<string> _said = Channel.CreateUnbounded<string>();
    private readonly List<string> _log = [];
    private readonly HttpClient _client;

    private HostProcess(Process process, int port)
    {
        _process = process;
        _client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = Deadline };
        process.OutputDataReceived += (_, line) => _said.Writer.TryWrite(line.Data ?? "");
        process.ErrorDataReceived += (_, line) =>
        {
            lock (_log)
            {
                _log.Add(line.Data ?? "");
            }
        };
    }

    /// <summary>Starts one in a house, to stop at a step where one is named, and waits until it answers.</summary>
    public static async Task<HostProcess> StartAsync(House house, TurnStep? pauseAt = null)
    {
        var port = Ports.Free();
        var start = new ProcessStartInfo("dotnet", house.Command(port)) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in house.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment["Chaos__PauseAt"] = pauseAt?.ToString();
        var host = new HostProcess(new Process { StartInfo = start }, port);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        await host.UntilAsync(host.AnswersAsync);
        host._client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", house.OwnerToken());
        return host;
    }

    /// <summary>Posts a message and reads the events of its turn to the end.</summary>
    public async Task<List<JsonElement>> PostAsync(Told told)
    {
        using var answer = await _client.PostAsJsonAsync("/api/v1/turns", new { told.Text, told.Id, Conversation = told.Chat }, JsonSerializerOptions.Web);
        answer.EnsureSuccessStatusCode();
        return [.. (await answer.Content.ReadAsStringAsync()).Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal))
            .Select(line => JsonDocument.Parse(line["data: ".Length..]).RootElement)];
    }

    /// <summary>Posts a message to a process that will not live to answer.</summary>
    public Task PostInVainAsync(Told told) => PostAsync(told).ContinueWith(
        posted => posted.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    /// <summary>Waits until the process says that it stands at a step.</summary>
    public async Task PausedAsync(TurnStep step)
    {
        using var patience = new CancellationTokenSource(Deadline);
        try
        {
            while (await _said.Reader.ReadAsync(patience.Token) != $"paused at {step}")
            {
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Never came to {step}.\n{Log()}");
        }
    }

    /// <summary>Another process kills it. Returns its exit code.</summary>
    public async Task<int> KillAsync()
    {
        using var killer = Process.Start("kill", ["-9", $"{_process.Id}"]);
        await killer.WaitForExitAsync();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <summary>The one turn of a chat, once it has ended.</summary>
    public async Task<TurnView> EndedTurnAsync(string chat)
    {
        TurnView? turn = null;
        await UntilAsync(async () =>
        {
            var page = await _client.GetFromJsonAsync<JsonElement>($"/api/v1/conversation?conversation={chat}");
            turn = page.GetProperty("turns").EnumerateArray().Single().Deserialize<TurnView>(WireJson.Options);
            return turn is { State: not Data.Turns.TurnState.Running };
        });
        return turn!;
    }

    /// <summary>Asks again and again until it is so.</summary>
    public async Task UntilAsync(Func<Task<bool>> so)
    {
        var deadline = DateTime.UtcNow + Deadline;
        while (!await so())
        {
            Assert.True(DateTime.UtcNow < deadline && !_process.HasExited, $"It did not come to pass.\n{Log()}");
            await Task.Delay(Pause);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        _client.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            return (await _client.GetAsync("/healthz")).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private string Log()
    {
        lock (_log)
        {
            return string.Join('\n', _log);
        }
    }
}
