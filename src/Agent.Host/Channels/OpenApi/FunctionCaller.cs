using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.OpenApi;

/// <summary>Calls one function outside a turn, through the same pipeline.</summary>
internal sealed class FunctionCaller(Kernel kernel, CallContext call)
{
    /// <summary>Calls and returns the receipt.</summary>
    /// <exception cref="ToolException">What the caller can mend.</exception>
    public async Task<ReceiptView> CallAsync(
        CatalogFunction function, JsonObject arguments, Doors door, string? idempotencyKey, CancellationToken cancellationToken)
    {
        call.Door = door;
        call.IdempotencyKey = idempotencyKey;
        call.Error = null;
        await function.Kernel.InvokeAsync(kernel, Arguments.ToKernel(arguments), cancellationToken);
        return call.Error is null ? call.Receipts[^1] : throw call.Error;
    }
}
