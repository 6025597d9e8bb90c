using System.Text.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.OpenApi;

/// <summary>The catalogue as HTTP: <c>POST /plugins/{plugin}/{function}</c> with the arguments as body.</summary>
internal static class FunctionEndpoints
{
    public static void MapFunctions(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/plugins/{plugin}/{function}", CallAsync).ExcludeFromDescription();
        routes.MapGet("/openapi/plugins.json", (PluginCatalog catalog) => Results.Text(
            PluginsDocument.Of(catalog).ToJsonString(new JsonSerializerOptions(ToolJson.Options) { WriteIndented = true }), "application/json"))
            .ExcludeFromDescription();
    }

    private static async Task<ReceiptView> CallAsync(
        string plugin, string function, HttpContext context, PluginCatalog catalog, FunctionCaller caller)
    {
        var door = context.User.Identity?.AuthenticationType == OwnerToken.Name ? Doors.OpenApi : Doors.Web;
        if (catalog.Find(plugin, function) is not { } found || !found.Doors.HasFlag(door))
        {
            throw new ToolException(ErrorCode.NotFound, new Texts(typeof(FunctionEndpoints))["NoSuchFunction", $"{plugin}.{function}"]);
        }

        return await caller.CallAsync(
            found, await BodyAsync(context), door, IdempotencyKey.Of(context), context.RequestAborted);
    }

    private static async Task<JsonObject> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or 0 && context.Request.ContentType is null)
        {
            return [];
        }

        return await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted) is { ValueKind: JsonValueKind.Object } arguments
            ? JsonObject.Create(arguments)!
            : throw new ToolException(ErrorCode.Invalid, new Texts(typeof(FunctionEndpoints))["NotAnObject"]);
    }
}
