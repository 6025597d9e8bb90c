using System.Text.Json.Nodes;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.OpenApi;

/// <summary>The OpenAPI document of the catalogue, for other agents.</summary>
internal static class PluginsDocument
{
    public static JsonObject Of(PluginCatalog catalog)
    {
        var paths = new JsonObject();
        foreach (var function in catalog.Functions.Where(function => function.Doors.HasFlag(Doors.OpenApi)).OrderBy(function => function.FullName, StringComparer.Ordinal))
        {
            paths[$"/plugins/{function.Kernel.PluginName}/{function.Kernel.Name}"] = new JsonObject { ["post"] = Operation(function) };
        }

        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "TB Personal OS: functions", ["version"] = "1" },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" } },
                ["schemas"] = new JsonObject { ["Receipt"] = Receipt(), ["Problem"] = Problem() },
            },
            ["security"] = new JsonArray(new JsonObject { ["token"] = new JsonArray() }),
        };
    }

    private static JsonObject Operation(CatalogFunction function) => new()
    {
        ["operationId"] = $"{function.Kernel.PluginName}_{function.Kernel.Name}",
        ["summary"] = function.Kernel.Description,
        ["tags"] = new JsonArray(function.Kernel.PluginName!),
        ["x-effect"] = Code.Of(function.Effect.Effect),
        ["parameters"] = new JsonArray(new JsonObject
        {
            ["name"] = "Idempotency-Key",
            ["in"] = "header",
            ["description"] = "The same key twice is one call.",
            ["schema"] = new JsonObject { ["type"] = "string" },
        }),
        ["requestBody"] = new JsonObject { ["content"] = Json(function.Schema.DeepClone()) },
        ["responses"] = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "What was done.", ["content"] = Json(Reference("Receipt")) },
            ["default"] = new JsonObject
            {
                ["description"] = "What could not be done, and the cure.",
                ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = Reference("Problem") } },
            },
        },
    };

    private static JsonObject Json(JsonNode schema) => new() { ["application/json"] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Reference(string schema) => new() { ["$ref"] = $"#/components/schemas/{schema}" };

    private static JsonObject Receipt() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("id", "function", "effect", "state", "text", "arguments", "undoable", "at"),
        ["properties"] = new JsonObject
        {
            ["id"] = Text("uuid"),
            ["turnId"] = Text("uuid"),
            ["function"] = Text(),
            ["effect"] = Codes<Effect>(),
            ["state"] = Codes<Data.Actions.ActionState>(),
            ["text"] = Text(),
            ["arguments"] = new JsonObject { ["type"] = "object" },
            ["result"] = new JsonObject { ["type"] = new JsonArray("object", "null") },
            ["undoable"] = new JsonObject { ["type"] = "boolean" },
            ["undoUntil"] = Text("date-time"),
            ["at"] = Text("date-time"),
        },
    };

    private static JsonObject Problem() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("code", "detail", "status"),
        ["properties"] = new JsonObject
        {
            ["code"] = Codes<ErrorCode>(),
            ["detail"] = Text(),
            ["status"] = new JsonObject { ["type"] = "integer" },
            ["parameter"] = Text(),
            ["candidates"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject { ["id"] = Text("uuid"), ["text"] = Text() } },
            },
        },
    };

    private static JsonObject Text(string? format = null) =>
        format is null ? new JsonObject { ["type"] = "string" } : new JsonObject { ["type"] = "string", ["format"] = format };

    private static JsonObject Codes<TEnum>()
        where TEnum : struct, Enum => new()
        {
            ["type"] = "string",
            ["enum"] = new JsonArray([.. Enum.GetValues<TEnum>().Select(value => (JsonNode)Code.Of(value))]),
        };
}
