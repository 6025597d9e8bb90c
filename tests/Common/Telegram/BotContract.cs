using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace TbPersonalOs.Common.Telegram;

/// <summary>Telegram's own machine-readable contract, <c>../shared/contracts/telegram/api.json</c>, to which both sides of the fake are held.</summary>
public static class BotContract
{
    private static readonly Lazy<JsonObject?> Loaded = new(Load);

    /// <summary>Names of its methods.</summary>
    public static IReadOnlySet<string> Methods => Api["methods"]!.AsObject().Select(method => method.Key).ToHashSet();

    /// <summary>What is wrong with a call; empty if nothing is.</summary>
    public static IReadOnlyList<string> CheckCall(string method, JsonObject arguments)
    {
        var faults = new List<string>();
        if (Api["methods"]![method] is not JsonObject known)
        {
            return [$"no method {method}"];
        }

        CheckFields(method, known["fields"]?.AsArray() ?? [], arguments, faults);
        return faults;
    }

    /// <summary>What is wrong with a method's result.</summary>
    public static IReadOnlyList<string> CheckResult(string method, JsonNode? result)
    {
        var faults = new List<string>();
        CheckAny(method, [.. Api["methods"]![method]!["returns"]!.AsArray().Select(type => type!.GetValue<string>())], result, faults);
        return faults;
    }

    /// <summary>What is wrong with a value of a type.</summary>
    public static IReadOnlyList<string> CheckType(string type, JsonNode? value)
    {
        var faults = new List<string>();
        CheckAny(type, [type], value, faults);
        return faults;
    }

    private static JsonObject Api
    {
        get
        {
            if (Loaded.Value is null)
            {
                Assert.Skip("shared/contracts/telegram is missing beside the repository (TBOS_REPO names another one)");
            }

            return Loaded.Value!;
        }
    }

    private static void CheckFields(string place, JsonArray fields, JsonObject value, List<string> faults)
    {
        var known = fields.ToDictionary(field => field!["name"]!.GetValue<string>(), field => field!.AsObject());
        faults.AddRange(value.Where(part => !known.ContainsKey(part.Key)).Select(part => $"{place}: unknown field {part.Key}"));
        foreach (var (name, field) in known)
        {
            if (!value.TryGetPropertyValue(name, out var part) || part is null)
            {
                if (field["required"]!.GetValue<bool>())
                {
                    faults.Add($"{place}: {name} is missing");
                }

                continue;
            }

            CheckAny($"{place}.{name}", [.. field["types"]!.AsArray().Select(type => type!.GetValue<string>())], part, faults);
        }
    }

    private static void CheckAny(string place, IReadOnlyList<string> types, JsonNode? value, List<string> faults)
    {
        List<string>? least = null;
        foreach (var type in types)
        {
            var found = new List<string>();
            CheckOne(place, type, value, found);
            if (found.Count == 0)
            {
                return;
            }

            least = least is null || found.Count < least.Count ? found : least;
        }

        faults.AddRange(least!);
    }

    private static void CheckOne(string place, string type, JsonNode? value, List<string> faults)
    {
        if (type.StartsWith("Array of ", StringComparison.Ordinal))
        {
            if (value is not JsonArray array)
            {
                faults.Add($"{place}: no array");
                return;
            }

            for (var at = 0; at < array.Count; at++)
            {
                CheckOne($"{place}[{at}]", type["Array of ".Length..], array[at], faults);
            }

            return;
        }

        var kind = value?.GetValueKind() ?? JsonValueKind.Null;
        var fits = type switch
        {
            "Integer" => kind == JsonValueKind.Number && long.TryParse(value!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture, out _),
            "Float" => kind == JsonValueKind.Number,
            "String" => kind == JsonValueKind.String,
            "Boolean" or "True" => kind is JsonValueKind.True or JsonValueKind.False,
            "InputFile" => kind == JsonValueKind.String,
            _ => kind == JsonValueKind.Object,
        };
        if (!fits)
        {
            faults.Add($"{place}: {kind} is no {type}");
        }
        else if (kind == JsonValueKind.Object)
        {
            CheckObject(place, type, value!.AsObject(), faults);
        }
    }

    private static void CheckObject(string place, string type, JsonObject value, List<string> faults)
    {
        if (Api["types"]![type] is not JsonObject known)
        {
            faults.Add($"{place}: no type {type}");
        }
        else if (known["subtypes"] is JsonArray { Count: > 0 } subtypes)
        {
            CheckAny(place, [.. subtypes.Select(subtype => subtype!.GetValue<string>())], value, faults);
        }
        else
        {
            CheckFields($"{place}({type})", known["fields"]?.AsArray() ?? [], value, faults);
        }
    }

    private static JsonObject? Load()
    {
        for (var at = new DirectoryInfo(Environment.GetEnvironmentVariable("TBOS_REPO") ?? AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, "shared", "contracts", "telegram", "api.json");
            if (File.Exists(file))
            {
                return JsonNode.Parse(File.ReadAllText(file))!.AsObject();
            }
        }

        return null;
    }
}
