using Microsoft.SemanticKernel;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Turns.Traces;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>Registers the path of a message: receiving, running, resuming.</summary>
internal static class TurnsExtensions
{
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddSingleton<TurnSteps>().AddSingleton<OutboxNews>().AddSingleton<LiveTurns>().AddSingleton<ProcessLease>().AddSingleton<TurnRunner>().AddSingleton<WorkSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<ProcessLease>());
        services.AddHostedService(provider => provider.GetRequiredService<TurnRunner>());
        services.AddHostedService(provider => provider.GetRequiredService<WorkSweep>());
        services.AddScoped(provider => new Kernel(provider, provider.GetRequiredService<PluginCatalog>().Plugins));
        return services
            .AddScoped<Outbox>().AddScoped<TurnContextReader>().AddScoped<TurnStore>().AddScoped<StoredTurns>().AddScoped<TracedCalls>().AddScoped<TurnTraces>().AddScoped<TurnReplays>().AddScoped<MessageReceiver>()
            .AddSingleton<PlannerTools>().AddSingleton<OwnersCommands>().AddScoped<OtherReadings>().AddScoped<SaidMessages>().AddScoped<Planner>().AddScoped<AgentTurn>().AddScoped<Decisions>().AddScoped<AskingAgain>()
            .AddScoped<DecideCard>(provider => provider.GetRequiredService<Decisions>().DecideAsync)
            .AddScoped<AskCardAgain>(provider => provider.GetRequiredService<AskingAgain>().AskAsync);
    }
}
