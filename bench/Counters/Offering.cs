using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Counters;

/// <summary>What a turn offers the planner: the real catalogue, and a Monday morning in São Paulo.</summary>
public static class Offering
{
    /// <summary>Makes it.</summary>
    public static ChatOptions Make()
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddPlugins().BuildServiceProvider();
        var catalog = services.GetRequiredService<PluginCatalog>();
        var offered = catalog.Functions.Where(function => function.Doors.HasFlag(Doors.Chat)).Select(function => function.Kernel);
        var options = new PromptExecutionSettings { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(offered) }
            .ToChatOptions(new Kernel(services, catalog.Plugins))!;
        options.AdditionalProperties = new AdditionalPropertiesDictionary
        {
            [PlannerContext.Now] = "2026-11-23T09:00:00-03:00",
            [PlannerContext.Zone] = "America/Sao_Paulo",
            [PlannerContext.Language] = "pt-BR",
        };
        return options;
    }
}
