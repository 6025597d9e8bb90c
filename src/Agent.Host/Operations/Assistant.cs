using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.OpenApi;
using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Agent.Host.Channels.Web;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Operations.Backups;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>Registers the assistant itself, with or without an HTTP server around it.</summary>
internal static class AssistantExtensions
{
    public static IHostApplicationBuilder AddAssistant(this IHostApplicationBuilder builder)
    {
        KeptSettingsSource.AddTo(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(FixedClock.Of(builder.Configuration, builder.Environment));
        services.AddSingleton<DataDirectory>();
        services.AddSingleton<RunningServer>();
        services.AddSingleton<SampleData>();
        services.AddSingleton<Doctor>();

        services.AddData(builder.Configuration);
        services.AddPlugins();
        services.AddActions();
        services.AddTurns();
        services.AddAccounts();
        services.AddScoped<FunctionCaller>();
        services.AddBackups();
        services.AddScoped<Buttons>();
        services.AddScoped<UnaskedMessages>();
        services.AddTelegram();
        services.AddJobs();

        services.AddSingleton<IChatClient>(_ => new OfflinePlanner());
        services.AddCosts();
        services.AddModels();

        builder.Logging.ClearProviders();
        builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        builder.Logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("TbPersonalOs", LogLevel.Information);
        // Repeats with all their words the errors that a function gives its caller; bugs are logged by the pipeline.
        builder.Logging.AddFilter("Microsoft.SemanticKernel", LogLevel.None);
        return builder;
    }

    /// <summary>Where scopes are mixed up, the first use says so, in every environment.</summary>
    public static readonly ServiceProviderOptions Validation = new() { ValidateScopes = true, ValidateOnBuild = true };
}
