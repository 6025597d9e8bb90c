using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.SemanticKernel;

namespace TbPersonalOs.Plugins;

/// <summary>One function of the catalogue, with what it declares about itself.</summary>
public sealed class CatalogFunction
{
    private readonly object _plugin;

    /// <summary>Reads the declarations of <paramref name="function"/>; throws where its effect is not declared.</summary>
    public CatalogFunction(object plugin, KernelFunction function)
    {
        _plugin = plugin;
        Kernel = function;
        var method = function.UnderlyingMethod ?? throw new InvalidOperationException($"{function.Name} is not a method.");
        Effect = method.GetCustomAttribute<EffectAttribute>()
            ?? throw new InvalidOperationException($"{FullName} declares no [Effect].");
        Doors = method.GetCustomAttribute<DoorsAttribute>()?.Doors ?? Doors.All;
        Schema = SchemaOf(function);
        LookUp = Companion(Effect.LookUp);
        Compensate = Companion(Effect.Compensate);
        Preview = Companion(Effect.Preview);
        Raise = Companion(Effect.Raise);
        if (Array.Find(Effect.Recipients, name => !Schema["properties"]!.AsObject().ContainsKey(name)) is { } unknown)
        {
            throw new InvalidOperationException($"{FullName} names the recipient {unknown}, which it does not take.");
        }
    }

    /// <summary>As the kernel calls it.</summary>
    public KernelFunction Kernel { get; }

    /// <summary><c>tasks.create_task</c>.</summary>
    public string FullName => $"{Kernel.PluginName}.{Kernel.Name}";

    /// <summary>Its declared effect and companions.</summary>
    public EffectAttribute Effect { get; }

    /// <summary>By which doors it can be called.</summary>
    public Doors Doors { get; }

    /// <summary>JSON Schema of its arguments.</summary>
    public JsonObject Schema { get; }

    /// <summary>Looks whether the act happened; null where the function declares none.</summary>
    public KernelFunction? LookUp { get; }

    /// <summary>Takes the act back; null where the function declares none.</summary>
    public KernelFunction? Compensate { get; }

    /// <summary>Says what would be done; null where the function declares none.</summary>
    public KernelFunction? Preview { get; }

    /// <summary>Says the effect of given arguments; null where it is always the same.</summary>
    public KernelFunction? Raise { get; }

    private KernelFunction? Companion(string? name) => name is null
        ? null
        : KernelFunctionFactory.CreateFromMethod(
            _plugin.GetType().GetMethod(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                ?? throw new InvalidOperationException($"{FullName} names {name}, which its plugin does not have."),
            ToolJson.Options, _plugin);

    private static JsonObject SchemaOf(KernelFunction function)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var parameter in function.Metadata.Parameters)
        {
            var schema = parameter.Schema is { } known ? JsonNode.Parse(known.ToString())!.AsObject() : [];
            schema.Remove("condition");
            if (parameter.Description is { Length: > 0 } description)
            {
                schema["description"] = description;
            }

            properties[parameter.Name] = schema;
            if (parameter.IsRequired)
            {
                required.Add(parameter.Name);
            }
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = required, ["additionalProperties"] = false };
    }
}
