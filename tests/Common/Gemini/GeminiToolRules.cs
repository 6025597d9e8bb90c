using System.Text.Json;
using System.Text.RegularExpressions;
using static TbPersonalOs.Common.Gemini.GeminiAsked;

namespace TbPersonalOs.Common.Gemini;

/// <summary>What Gemini wants of functions, their schemas and of the texts of a batch, beyond the proto files.</summary>
internal static partial class GeminiToolRules
{
    private static readonly string[] Named = ["properties", "$defs"];
    private static readonly string[] Listed = ["anyOf", "oneOf", "prefixItems"];
    private static readonly string[] Single = ["items", "additionalProperties"];

    public static IEnumerable<string> Check(GeminiAsked asked)
    {
        var functions = Elements(asked.Body, "tools").SelectMany(tool => Elements(tool, "functionDeclarations")).ToList();
        var names = functions.Select(function => Get(function, "name")?.GetString() ?? "").ToList();
        return functions.SelectMany(Function)
            .Concat(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"duplicate function declaration: {group.Key}"))
            .Concat(Mode(asked.Body, names))
            .Concat(Generation(asked.Body));
    }

    /// <summary>What is wrong with a batch of texts.</summary>
    public static IEnumerable<string> CheckBatch(GeminiAsked asked)
    {
        var requests = Elements(asked.Body, "requests");
        if (requests.Count is 0 or > 100)
        {
            yield return $"requests: at most 100 requests can be in one batch, and at least one, not {requests.Count}";
        }

        foreach (var request in requests)
        {
            if (Get(request, "model")?.GetString() != $"models/{asked.Model}")
            {
                yield return "requests.model: is not the model of the path";
            }

            if (!Parts(request.GetProperty("content")).Any(part => Get(part, "text")?.GetString() is { Length: > 0 }))
            {
                yield return "requests.content: is empty";
            }

            if (Get(request, "outputDimensionality")?.GetInt32() is < 1 or > 3072)
            {
                yield return "requests.outputDimensionality: out of range";
            }
        }
    }

    private static IEnumerable<string> Function(JsonElement function)
    {
        var name = Get(function, "name")?.GetString() ?? "";
        if (!FunctionName().IsMatch(name))
        {
            yield return $"invalid function name: {name}";
        }

        if (Get(function, "parametersJsonSchema") is not { } schema)
        {
            yield break;
        }

        if (Get(schema, "type") is not { ValueKind: JsonValueKind.String } type || type.GetString() != "object" || Get(schema, "properties") is null)
        {
            yield return $"{name}: the schema must describe an object whose properties are the parameters";
        }

        foreach (var wrong in Schema(schema, name))
        {
            yield return wrong;
        }
    }

    private static IEnumerable<string> Schema(JsonElement schema, string path)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return schema.ValueKind is JsonValueKind.True or JsonValueKind.False && path.EndsWith(".additionalProperties", StringComparison.Ordinal)
                ? [] : [$"{path}: a schema is an object, not {schema.ValueKind}"];
        }

        var keywords = schema.EnumerateObject().Select(keyword => keyword.Name).ToList();
        return keywords.Where(keyword => !GeminiContract.Keywords.Contains(keyword)).Select(keyword => $"{path}: keyword '{keyword}' is not taken")
            .Concat(keywords.Contains("$ref") ? keywords.Where(keyword => !keyword.StartsWith('$')).Select(keyword => $"{path}: '{keyword}' stands beside $ref") : [])
            .Concat(Elements(schema, "enum").Where(choice => choice.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                .Select(choice => $"{path}: {choice.ValueKind} among the choices"))
            .Concat(Below(schema, path).SelectMany(part => Schema(part.Value, part.Path)));
    }

    private static IEnumerable<(string Path, JsonElement Value)> Below(JsonElement schema, string path) =>
        Named.SelectMany(keyword => Get(schema, keyword) is { ValueKind: JsonValueKind.Object } parts
                ? parts.EnumerateObject().Select(part => ($"{path}.{part.Name}", part.Value)) : [])
            .Concat(Listed.SelectMany(keyword => Elements(schema, keyword).Select(part => ($"{path}.{keyword}", part))))
            .Concat(Single.Where(keyword => Get(schema, keyword) is not null).Select(keyword => ($"{path}.{keyword}", schema.GetProperty(keyword))));

    private static IEnumerable<string> Mode(JsonElement body, List<string> names)
    {
        if (Get(body, "toolConfig") is not { } config || Get(config, "functionCallingConfig") is not { } calling)
        {
            yield break;
        }

        var allowed = Elements(calling, "allowedFunctionNames").Select(name => name.GetString()!).ToList();
        if (names.Count == 0)
        {
            yield return "toolConfig: without functions";
        }

        if (allowed.Count > 0 && Get(calling, "mode")?.GetString() is not ("ANY" or "VALIDATED"))
        {
            yield return "allowedFunctionNames: only with the modes ANY and VALIDATED";
        }

        foreach (var name in allowed.Except(names))
        {
            yield return $"allowedFunctionNames: {name} is not declared";
        }
    }

    private static IEnumerable<string> Generation(JsonElement body)
    {
        if (Get(body, "generationConfig") is not { } config)
        {
            yield break;
        }

        if (Get(config, "temperature") is { ValueKind: JsonValueKind.Number } temperature && temperature.GetDouble() is < 0 or > 2)
        {
            yield return "temperature: from 0 to 2";
        }

        if (Get(config, "responseJsonSchema") is { } schema)
        {
            if (Get(config, "responseMimeType")?.GetString() != "application/json")
            {
                yield return "responseJsonSchema: needs responseMimeType";
            }

            foreach (var wrong in Schema(schema, "responseJsonSchema"))
            {
                yield return wrong;
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_.:-]{1,64}$")]
    private static partial Regex FunctionName();
}
