using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace TbPersonalOs.Common.Telegram;

/// <summary>What a request holds, whichever way it came: JSON, a form with files, or the address itself.</summary>
/// <param name="Arguments">The arguments.</param>
/// <param name="Uploads">The files, by the name that the arguments call them.</param>
/// <param name="Faults">What cannot be read.</param>
internal sealed record BotRequest(JsonElement Arguments, IReadOnlyDictionary<string, BotUpload> Uploads, IReadOnlyList<string> Faults)
{
    private const string Attached = "attach://";
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>Reads a request to a method.</summary>
    public static async Task<BotRequest> ReadAsync(string method, HttpRequest request)
    {
        try
        {
            var read = request.HasFormContentType || request.Query.Count > 0 ? await ReadFormAsync(method, request) : await ReadJsonAsync(request);
            return read.Faults.Count == 0 && !IsWhole(read.Arguments) ? read with { Arguments = Nothing, Faults = ["strings must be encoded in UTF-8"] } : read;
        }
        catch (JsonException)
        {
            return new BotRequest(Nothing, new Dictionary<string, BotUpload>(), ["can't parse the body as JSON"]);
        }
    }

    private static async Task<BotRequest> ReadJsonAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        var read = body.Length == 0 ? Nothing : JsonElement.Parse(body.GetBuffer().AsSpan(0, (int)body.Length));
        var faults = read.ValueKind != JsonValueKind.Object ? "the body is no JSON object"
            : body.Length > 0 && request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) != true ? "the body is not called application/json" : null;
        return new BotRequest(faults is null ? read : Nothing, new Dictionary<string, BotUpload>(), faults is null ? [] : [faults]);
    }

    private static async Task<BotRequest> ReadFormAsync(string method, HttpRequest request)
    {
        var (arguments, uploads, faults) = (new JsonObject(), new Dictionary<string, BotUpload>(), new List<string>());
        foreach (var (name, value) in request.Query)
        {
            arguments[name] = Value(method, name, value.ToString());
        }

        if (!request.HasFormContentType)
        {
            return new BotRequest(Parse(arguments), uploads, faults);
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        foreach (var (name, value) in form)
        {
            arguments[name] = Value(method, name, value.ToString());
        }

        var called = arguments.Select(argument => argument.Value is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith(Attached, StringComparison.Ordinal) ? text[Attached.Length..] : "").ToHashSet();
        foreach (var file in form.Files)
        {
            if (!called.Contains(file.Name) && !arguments.TryAdd(file.Name, $"{Attached}{file.Name}"))
            {
                faults.Add($"the file {file.Name} is called by no argument");
            }

            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, request.HttpContext.RequestAborted);
            uploads[file.Name] = new BotUpload(file.FileName, bytes.ToArray());
        }

        faults.AddRange(called.Where(name => name.Length > 0 && !uploads.ContainsKey(name)).Select(name => $"the file {name} did not come"));
        return new BotRequest(Parse(arguments), uploads, faults);
    }

    /// <summary>A form has all values as text: the contract says which are something else.</summary>
    private static JsonNode? Value(string method, string name, string text)
    {
        var types = BotContract.Parameter(method, name)?.Types ?? [];
        if (types.Contains("Integer") && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        if (types.Contains("Boolean") && text is "true" or "false" or "True" or "False")
        {
            return text is "true" or "True";
        }

        return types.Count == 0 || types.Contains("String") || types.Contains("InputFile") ? text : JsonNode.Parse(text);
    }

    private static JsonElement Parse(JsonObject arguments) => JsonSerializer.SerializeToElement(arguments);

    /// <summary>Whether all texts are: a surrogate without its other half is no text.</summary>
    private static bool IsWhole(JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.Object => value.EnumerateObject().All(part => part.Name is not null && IsWhole(part.Value)),
                JsonValueKind.Array => value.EnumerateArray().All(IsWhole),
                JsonValueKind.String => value.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
