using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Arguments between the wire and the kernel.</summary>
internal static class Arguments
{
    private static readonly Texts Text = new(typeof(Arguments));

    /// <summary>Replaces what no text may hold, so that neither a row nor the log of the call can.</summary>
    public static void Clean(KernelArguments arguments)
    {
        foreach (var (name, value) in arguments.ToList())
        {
            if ((value as string ?? (value is JsonElement { ValueKind: JsonValueKind.String } element ? element.GetString() : null)) is { } text
                && SafeText.Of(text) is var safe && !ReferenceEquals(safe, text))
            {
                arguments[name] = safe;
            }
        }
    }

    /// <summary>As JSON, without those that were not given.</summary>
    public static JsonObject ToJson(KernelArguments arguments)
    {
        var json = new JsonObject();
        foreach (var (name, value) in arguments)
        {
            if (value is not null)
            {
                json[name] = JsonSerializer.SerializeToNode(value, ToolJson.Options);
            }
        }

        return json;
    }

    /// <summary>As the kernel wants them.</summary>
    public static KernelArguments ToKernel(JsonObject json)
    {
        var arguments = new KernelArguments();
        foreach (var (name, value) in json)
        {
            if (value is not null)
            {
                arguments[name] = JsonSerializer.SerializeToElement(value, ToolJson.Options);
            }
        }

        return arguments;
    }

    /// <summary>What <see cref="Check"/> says against a call; null where it says nothing.</summary>
    public static ToolException? Invalid(CatalogFunction function, JsonObject arguments)
    {
        try
        {
            Check(function, arguments);
            return null;
        }
        catch (ToolException invalid)
        {
            return invalid;
        }
    }

    /// <summary>Invalid where a required one is missing, one has no such parameter, or one cannot be read.</summary>
    public static void Check(CatalogFunction function, JsonObject arguments)
    {
        var parameters = function.Schema["properties"]!.AsObject();
        foreach (var (name, _) in arguments)
        {
            if (!parameters.ContainsKey(name))
            {
                throw new ToolException(ErrorCode.Invalid, Text["UnknownArgument", name, string.Join(", ", parameters.Select(known => known.Key))])
                {
                    Parameter = name,
                };
            }
        }

        foreach (var required in function.Schema["required"]!.AsArray().Select(name => name!.GetValue<string>()))
        {
            if (arguments[required] is null)
            {
                throw new ToolException(ErrorCode.Invalid, Text["MissingArgument", required]) { Parameter = required };
            }
        }

        ArgumentTypes.Check(function, arguments);
    }
}
