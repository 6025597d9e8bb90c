using TbPersonalOs.Agent.Host.Models.Context;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>Registers what asks a model, and what goes on without one.</summary>
internal static class ModelsExtensions
{
    public static IServiceCollection AddModels(this IServiceCollection services) => services
        // Read at once: a prompt with a fault stops the start and not a turn.
        .AddSingleton(new Prompts())
        .AddSingleton<ModelClients>()
        .AddSingleton(provider => new PlannerStatus(() => provider.GetRequiredService<ModelClients>().Current?.Provider))
        .AddSingleton<CircuitBreaker>()
        .AddSingleton<ToolSelection>()
        .AddScoped<ModelRequests>()
        .AddScoped<ModelDesk>();
}
