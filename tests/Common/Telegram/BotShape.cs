using System.Text.Json;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Common.Telegram;

/// <summary>A method or a type of the contract.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Fields">Parameters or fields.</param>
/// <param name="Required">Those that must be there.</param>
/// <param name="Subtypes">Of which it is one, if it is a choice.</param>
/// <param name="Returns">What the method returns.</param>
internal sealed record BotShape(
    string Name, IReadOnlyDictionary<string, BotField> Fields, IReadOnlyList<string> Required, IReadOnlyList<string> Subtypes, IReadOnlyList<string> Returns)
{
    public static BotShape Read(JsonElement shape)
    {
        JsonElement[] listed = shape.TryGetProperty("fields", out var fields) ? [.. fields.EnumerateArray()] : [];
        var read = listed.Select(BotField.Read).ToList();
        return new BotShape(
            shape.GetProperty("name").GetString()!, read.ToDictionary(field => field.Name), [.. read.Where(field => field.Required).Select(field => field.Name)],
            BotField.Names(shape, "subtypes"), BotField.Names(shape, "returns"));
    }
}

/// <summary>A parameter or a field.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Types">What it may be.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Only">The only value that its description allows: it tells one type of a choice from another.</param>
internal sealed partial record BotField(string Name, IReadOnlyList<string> Types, bool Required, string? Only)
{
    public static BotField Read(JsonElement field)
    {
        var only = OnlyValue().Match(field.GetProperty("description").GetString() ?? "");
        return new BotField(
            field.GetProperty("name").GetString()!, Names(field, "types"), field.GetProperty("required").GetBoolean(), only.Success ? only.Groups[1].Value : null);
    }

    public static IReadOnlyList<string> Names(JsonElement shape, string list) =>
        shape.TryGetProperty(list, out var names) && names.ValueKind == JsonValueKind.Array ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    [GeneratedRegex("""^[^.]*(?:, always|, must be) ["“]?([a-z_]+)["”]?$""")]
    private static partial Regex OnlyValue();
}

/// <summary>Holds a value against the contract and notes what is wrong.</summary>
internal sealed class BotCheck(IReadOnlyDictionary<string, BotShape> types)
{
    private const string List = "Array of ";

    public List<string> Found { get; private set; } = [];

    /// <summary>Every field is known, those required are there, each is of its type.</summary>
    public void Fields(BotShape shape, string place, JsonElement value)
    {
        var seen = 0;
        foreach (var part in value.EnumerateObject())
        {
            if (!shape.Fields.TryGetValue(part.Name, out var field))
            {
                Found.Add($"{place}: unknown field {part.Name}");
            }
            else if (field.Only is not null && (part.Value.ValueKind != JsonValueKind.String || part.Value.GetString() != field.Only))
            {
                Found.Add($"{place}: {part.Name} is not {field.Only}");
            }
            else
            {
                seen += field.Required ? 1 : 0;
                Any($"{place}.{part.Name}", field.Types, part.Value);
            }
        }

        if (seen < shape.Required.Count)
        {
            Found.AddRange(shape.Required.Where(name => !value.TryGetProperty(name, out _)).Select(name => $"{place}: {name} is missing"));
        }
    }

    /// <summary>It is one of the types; if of none, what is wrong with the nearest is noted.</summary>
    public void Any(string place, IReadOnlyList<string> choice, JsonElement value)
    {
        if (choice.Count == 1)
        {
            One(place, choice[0], value);
            return;
        }

        var (before, least) = (Found, (List<string>?)null);
        foreach (var type in choice)
        {
            Found = [];
            One(place, type, value);
            least = least is null || Found.Count < least.Count ? Found : least;
            if (least.Count == 0)
            {
                break;
            }
        }

        Found = before;
        Found.AddRange(least!);
    }

    private void One(string place, string type, JsonElement value)
    {
        if (type.StartsWith(List, StringComparison.Ordinal))
        {
            Each(place, type[List.Length..], value);
            return;
        }

        var kind = value.ValueKind;
        var fits = type switch
        {
            "Integer" => kind == JsonValueKind.Number && value.TryGetInt64(out _),
            "Float" => kind == JsonValueKind.Number,
            "String" or "InputFile" => kind == JsonValueKind.String,
            "Boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "True" => kind == JsonValueKind.True,
            _ => kind == JsonValueKind.Object || (type == "RichText" && kind is JsonValueKind.String or JsonValueKind.Array),
        };
        if (!fits)
        {
            Found.Add($"{place}: {kind} is no {type}");
        }
        else if (kind == JsonValueKind.Object)
        {
            Inside(place, type, value);
        }
    }

    private void Each(string place, string type, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Found.Add($"{place}: {value.ValueKind} is no list of {type}");
            return;
        }

        foreach (var (at, part) in value.EnumerateArray().Index())
        {
            One($"{place}[{at}]", type, part);
        }
    }

    private void Inside(string place, string type, JsonElement value)
    {
        if (!types.TryGetValue(type, out var shape))
        {
            Found.Add($"{place}: no type {type}");
        }
        else if (shape.Subtypes.Count > 0)
        {
            Any(place, shape.Subtypes, value);
        }
        else
        {
            Fields(shape, $"{place}({type})", value);
        }
    }
}
