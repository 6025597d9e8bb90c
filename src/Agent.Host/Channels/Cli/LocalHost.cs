using TbPersonalOs.Agent.Host.Operations;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>The assistant in this process, without an HTTP server: for commands that need it for a moment.</summary>
internal static class LocalHost
{
    /// <summary>Builds one; <paramref name="settings"/> win over all others.</summary>
    public static IHost Build(bool quiet = true, Dictionary<string, string?>? settings = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            EnvironmentName = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? FixedClockEnvironment(),
        });
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.AddAssistant();
        builder.ConfigureContainer(new DefaultServiceProviderFactory(AssistantExtensions.Validation));
        if (quiet)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("TbPersonalOs", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Critical);
        }

        return builder.Build();
    }

    /// <summary>A fixed clock is for checks: a command that is given one runs as in Development.</summary>
    private static string? FixedClockEnvironment() =>
        Environment.GetEnvironmentVariable("Clock__Now") is { Length: > 0 } ? Environments.Development : null;
}
