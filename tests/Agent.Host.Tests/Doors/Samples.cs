using System.Text.Json.Nodes;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>Arguments for any function, made from its schema: a function that is added is tried as well.</summary>
internal static class Samples
{
    /// <summary>The names of its parameters.</summary>
    public static IEnumerable<string> Parameters(CatalogFunction function) => function.Schema["properties"]!.AsObject().Select(parameter => parameter.Key);

    public static JsonObject SchemaOf(CatalogFunction function, string parameter) => function.Schema["properties"]![parameter]!.AsObject();

    /// <summary>Whether a parameter takes free text.</summary>
    public static bool IsText(CatalogFunction function, string parameter) =>
        Types(SchemaOf(function, parameter)).Contains("string") && SchemaOf(function, parameter)["enum"] is null;

    /// <summary>Whether a parameter takes a time.</summary>
    public static bool IsMoment(string name) => name is "at" or "start" or "until" or "due" or "from" or "to" or "end" or "date";

    /// <summary>Arguments that make sense, apart from what <paramref name="text"/> is.</summary>
    public static JsonObject Arguments(CatalogFunction function, string text)
    {
        var arguments = new JsonObject();
        foreach (var name in function.Schema["required"]!.AsArray().Select(name => name!.GetValue<string>()))
        {
            arguments[name] = Value(function, name, text);
        }

        return arguments;
    }

    private static JsonNode Value(CatalogFunction function, string name, string text)
    {
        var schema = SchemaOf(function, name);
        return schema["enum"] is JsonArray codes ? codes.First(code => code is not null)!.DeepClone()
            : IsMoment(name) ? "2026-12-01T10:00"
            : Types(schema).First(type => type != "null") switch
            {
                "string" => text,
                "integer" or "number" => 1,
                "boolean" => true,
                var other => throw new NotSupportedException($"{function.FullName}: write a sample of {name}, which is {other}."),
            };
    }

    private static IEnumerable<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(type => type!.GetValue<string>()),
        JsonValue one => [one.GetValue<string>()],
        _ => ["string"],
    };
}
