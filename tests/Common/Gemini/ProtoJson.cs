using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Common.Gemini;

/// <summary>Holds a JSON body against a message of a schema, by the rules of proto3's JSON form.</summary>
public sealed partial class ProtoJson(ProtoSchema schema)
{
    private static readonly HashSet<string> Integers = ["int32", "uint32", "sint32", "fixed32", "sfixed32", "int64", "uint64", "sint64", "fixed64", "sfixed64"];

    /// <summary>What is wrong with the body: a path and a sentence each; empty if nothing is.</summary>
    /// <param name="message">The full name of the message.</param>
    /// <param name="body">The body.</param>
    /// <param name="given">Fields of the body itself that the path gives, so that they may be missing.</param>
    public IReadOnlyList<string> Check(string message, JsonElement body, params string[] given)
    {
        var wrong = new List<string>();
        CheckMessage(schema.Messages[message], body, "$", wrong, given);
        return wrong;
    }

    private void CheckMessage(ProtoMessage message, JsonElement value, string path, List<string> wrong, string[] given)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"{path}: {message.Name} is an object, not {value.ValueKind}");
            return;
        }

        var seen = new HashSet<ProtoField>();
        foreach (var property in value.EnumerateObject())
        {
            var at = $"{path}.{property.Name}";
            if (message.Field(property.Name) is not { } field)
            {
                wrong.Add($"{at}: unknown field of {message.Name}");
            }
            else if (!seen.Add(field))
            {
                wrong.Add($"{at}: given twice");
            }
            else
            {
                CheckField(message, field, property.Value, at, wrong);
            }
        }

        wrong.AddRange(seen.Where(field => field.OneOf is not null).GroupBy(field => field.OneOf).Where(group => group.Count() > 1)
            .Select(group => $"{path}: {string.Join(" and ", group.Select(field => field.JsonName))} are of one oneof '{group.Key}'"));
        wrong.AddRange(message.Fields.Where(field => field.Required && !seen.Contains(field) && !given.Contains(field.JsonName))
            .Select(field => $"{path}.{field.JsonName}: required and missing"));
    }

    private void CheckField(ProtoMessage message, ProtoField field, JsonElement value, string path, List<string> wrong)
    {
        if (field.Map)
        {
            Each(value, JsonValueKind.Object, path, wrong, () => value.EnumerateObject()
                .Select(entry => ($"{path}.{entry.Name}", entry.Value)), (at, item) => CheckValue(message.Name, field.Type, item, at, wrong));
        }
        else if (field.Repeated)
        {
            Each(value, JsonValueKind.Array, path, wrong, () => value.EnumerateArray()
                .Select((item, place) => ($"{path}[{place}]", item)), (at, item) => CheckValue(message.Name, field.Type, item, at, wrong));
        }
        else if (value.ValueKind != JsonValueKind.Null || field.Type == "google.protobuf.Value")
        {
            CheckValue(message.Name, field.Type, value, path, wrong);
        }
    }

    private static void Each(
        JsonElement value, JsonValueKind kind, string path, List<string> wrong, Func<IEnumerable<(string Path, JsonElement Value)>> items, Action<string, JsonElement> check)
    {
        if (value.ValueKind != kind)
        {
            wrong.Add($"{path}: expected {kind}, not {value.ValueKind}");
            return;
        }

        foreach (var (at, item) in items())
        {
            check(at, item);
        }
    }

    private void CheckValue(string scope, string type, JsonElement value, string path, List<string> wrong)
    {
        if (Scalar(type, value) is { } fits)
        {
            if (!fits)
            {
                wrong.Add($"{path}: {value.ValueKind} {Short(value)} is no {type}");
            }

            return;
        }

        switch (schema.Resolve(scope, type))
        {
            case ProtoMessage message: CheckMessage(message, value, path, wrong, []); break;
            case ProtoEnum words when !Fits(words, value): wrong.Add($"{path}: {Short(value)} is no {words.Name}"); break;
            case ProtoEnum: break;
            default: wrong.Add($"{path}: the contract at hand does not hold the type {type}"); break;
        }
    }

    // Null where the type is none of these.
    private static bool? Scalar(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "bytes" => value.ValueKind == JsonValueKind.String && Base64().IsMatch(value.GetString()!),
        "bool" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "float" or "double" => value.ValueKind == JsonValueKind.Number
            || (value.ValueKind == JsonValueKind.String && value.GetString() is "NaN" or "Infinity" or "-Infinity"),
        "google.protobuf.Value" => true,
        "google.protobuf.Struct" => value.ValueKind == JsonValueKind.Object,
        "google.protobuf.ListValue" => value.ValueKind == JsonValueKind.Array,
        "google.protobuf.Duration" => value.ValueKind == JsonValueKind.String && Duration().IsMatch(value.GetString()!),
        "google.protobuf.Timestamp" => value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _),
        _ when Integers.Contains(type) => IsInteger(type, value),
        _ => null,
    };

    private static bool IsInteger(string type, JsonElement value)
    {
        var text = value.ValueKind switch { JsonValueKind.Number => value.GetRawText(), JsonValueKind.String => value.GetString(), _ => null };
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || number != decimal.Truncate(number))
        {
            return false;
        }

        var bits = type.EndsWith("64", StringComparison.Ordinal) ? 64 : 32;
        var unsigned = type.StartsWith('u') || type.StartsWith("fixed", StringComparison.Ordinal);
        var most = (decimal)Math.Pow(2, unsigned ? bits : bits - 1);
        return number < most && number >= (unsigned ? 0 : -most);
    }

    private static bool Fits(ProtoEnum words, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => words.Values.ContainsKey(value.GetString()!),
        JsonValueKind.Number => value.TryGetInt32(out var number) && words.Values.Values.Contains(number),
        _ => false,
    };

    private static string Short(JsonElement value) => value.GetRawText() is var text && text.Length > 60 ? text[..60] + "…" : value.GetRawText();

    // Both alphabets, with or without padding.
    [GeneratedRegex(@"^(?:[A-Za-z0-9+/_-]{4})*(?:[A-Za-z0-9+/_-]{2}(?:==)?|[A-Za-z0-9+/_-]{3}=?)?$")]
    private static partial Regex Base64();

    [GeneratedRegex(@"^-?\d+(\.\d{1,9})?s$")]
    private static partial Regex Duration();
}
