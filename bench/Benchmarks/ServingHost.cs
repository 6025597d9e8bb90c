using System.Net.Http.Headers;

namespace TbPersonalOs.Benchmarks;

/// <summary>The assistant as <c>./tbos run</c> serves it: the published host that TBOS_HOST names.</summary>
internal sealed class ServingHost : MeasuredProcess
{
    private ServingHost(string database, IReadOnlyDictionary<string, string>? environment)
        : base(Program, ["serve", "--port", "PORT"], database, environment)
    {
    }

    /// <summary>The host's assembly.</summary>
    public static string Program => Path.Combine(
        Environment.GetEnvironmentVariable("TBOS_HOST") is { Length: > 0 } folder ? folder : AppContext.BaseDirectory, "TbPersonalOs.Agent.Host.dll");

    public static async Task<ServingHost> StartAsync(string database, IReadOnlyDictionary<string, string>? environment = null)
    {
        var host = new ServingHost(database, environment);
        await host.UntilAsync("/readyz");
        return host;
    }

    /// <summary>A client that is the owner.</summary>
    public HttpClient OwnersClient()
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", File.ReadAllText(Path.Combine(DataDirectory, "owner.token")).Trim());
        return client;
    }
}
