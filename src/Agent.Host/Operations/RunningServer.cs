using System.Net.Http.Headers;
using System.Text.Json;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>Where the server of this data directory listens, for the owner's other programs: <c>server.json</c>.</summary>
internal sealed class RunningServer(DataDirectory directory)
{
    private const string File = "server.json";

    /// <summary>Says where this process serves.</summary>
    public void Announce(int port) => directory.Replace(File, JsonSerializer.Serialize(new Address(port, Environment.ProcessId), JsonSerializerOptions.Web));

    /// <summary>It no longer serves.</summary>
    public void Withdraw()
    {
        if (Announced()?.Pid == Environment.ProcessId)
        {
            System.IO.File.Delete(directory.PathOf(File));
        }
    }

    /// <summary>A client of the server that is running, as the owner; null where none answers.</summary>
    public async Task<HttpClient?> ConnectAsync(CancellationToken cancellationToken)
    {
        // The token goes only to a process that is ours: after a power cut somebody else may listen on the port.
        if (Announced() is not { } address || directory.Read("owner.token") is not { } token || !IsOurs(address.Pid))
        {
            return null;
        }

        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{address.Port}"), Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            using var answer = await client.GetAsync("/healthz", patience.Token);
            return answer.IsSuccessStatusCode ? client : null;
        }
        catch (Exception away) when (away is HttpRequestException or OperationCanceledException)
        {
            return null;
        }
    }

    private Address? Announced() =>
        directory.Read(File) is { } text ? JsonSerializer.Deserialize<Address>(text, JsonSerializerOptions.Web) : null;

    private static bool IsOurs(int pid)
    {
        try
        {
            return System.IO.File.ReadAllText($"/proc/{pid}/cmdline").Contains("TbPersonalOs.Agent.Host", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed record Address(int Port, int Pid);
}
