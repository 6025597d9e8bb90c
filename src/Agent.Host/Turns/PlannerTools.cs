using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using TbPersonalOs.Agent.Host.Models.Context;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// The catalogue's functions as a planner is offered them. Made once, without any person's kernel: the function loop gives each call the
/// kernel of its options, and making sixty schemas a turn was a seventh of all that a turn allocated.
/// </summary>
internal sealed class PlannerTools(PluginCatalog catalog)
{
    /// <summary>The tools, by the catalogue's names.</summary>
    public IList<AITool> Offered { get; } =
    [
        .. new PromptExecutionSettings
        {
            FunctionChoiceBehavior = FunctionChoiceBehavior.Auto(
                catalog.Functions.Where(function => function.Doors.HasFlag(Doors.Chat)).Select(function => function.Kernel)),
        }.ToChatOptions(new Kernel(plugins: catalog.Plugins))!.Tools!,
        MoreTools.Tool(catalog.Plugins.Select(plugin => plugin.Name)),
    ];
}
