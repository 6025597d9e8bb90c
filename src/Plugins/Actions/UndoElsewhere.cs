using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data.Actions;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>Takes back what was done elsewhere, by the compensation that its function declares.</summary>
internal sealed class UndoElsewhere(PluginCatalog catalog, Kernel kernel, CurrentAction current)
{
    /// <summary>Whether it was done elsewhere.</summary>
    public static bool Concerns(ActionRow action) => action.Effect is "remote" or "outward" && action.Function != ActionQueries.Undo;

    /// <summary>Whether its function declares how to take it back.</summary>
    public bool Can(ActionRow action) => CompensationOf(action) is not null;

    /// <summary>Takes it back; the compensation sees the act's own id and arguments.</summary>
    public async Task UndoAsync(ActionRow action, CancellationToken cancellationToken)
    {
        var own = current.Id;
        current.Id = action.Id;
        try
        {
            var arguments = new KernelArguments();
            foreach (var (name, value) in JsonNode.Parse(action.Arguments)!.AsObject())
            {
                arguments[name] = value is null ? null : System.Text.Json.JsonSerializer.SerializeToElement(value, ToolJson.Options);
            }

            await CompensationOf(action)!.InvokeAsync(kernel, arguments, cancellationToken);
        }
        finally
        {
            current.Id = own;
        }
    }

    private KernelFunction? CompensationOf(ActionRow action)
    {
        var dot = action.Function.IndexOf('.', StringComparison.Ordinal);
        return catalog.Find(action.Function[..dot], action.Function[(dot + 1)..])?.Compensate;
    }
}
