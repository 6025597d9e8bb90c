using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace TbPersonalOs.Common.Gemini;

/// <summary>Gemini's contract, made from Google's proto files in <c>../shared/contracts/gemini</c> when the first test needs it.</summary>
public static partial class GeminiContract
{
    // Of google/type only what the contract names.
    private const string Types = """
        message LatLng { double latitude = 1; double longitude = 2; }
        message Interval { google.protobuf.Timestamp start_time = 1; google.protobuf.Timestamp end_time = 2; }
        """;

    private static readonly Lazy<(ProtoSchema Schema, IReadOnlySet<string> Keywords)?> Loaded = new(Load);

    /// <summary>Its messages and enums; the test is skipped by name where the contract is missing.</summary>
    public static ProtoSchema Schema => Contract.Schema;

    /// <summary>The validator.</summary>
    public static ProtoJson Json => new(Schema);

    /// <summary>The keywords of a JSON schema that Gemini takes, read from the contract's own words.</summary>
    public static IReadOnlySet<string> Keywords => Contract.Keywords;

    /// <summary>What is wrong with a request; empty if nothing is.</summary>
    /// <param name="method"><c>generateContent</c>, <c>streamGenerateContent</c> or <c>batchEmbedContents</c>.</param>
    /// <param name="body">Its body.</param>
    public static IReadOnlyList<string> Check(string method, JsonElement body) => method switch
    {
        "generateContent" or "streamGenerateContent" => Json.Check("GenerateContentRequest", body, "model"),
        "batchEmbedContents" => Json.Check("BatchEmbedContentsRequest", body, "model"),
        _ => [$"no method {method}"],
    };

    private static (ProtoSchema Schema, IReadOnlySet<string> Keywords) Contract
    {
        get
        {
            if (Loaded.Value is null)
            {
                Assert.Skip("shared/contracts/gemini is missing beside the repository (TBOS_REPO names another one)");
            }

            return Loaded.Value!.Value;
        }
    }

    private static (ProtoSchema, IReadOnlySet<string>)? Load()
    {
        if (Folder() is not { } folder)
        {
            return null;
        }

        var schema = new ProtoSchema();
        var files = Directory.GetFiles(folder, "*.proto").Order().Select(File.ReadAllText).ToList();
        files.ForEach(text => ProtoParser.Read(schema, text));
        ProtoParser.Read(schema, Types, "google.type.");
        var comment = files.Select(text => KeywordList().Match(text)).First(match => match.Success).Value;
        return (schema, Keyword().Matches(comment).Select(match => match.Groups[1].Value).Append("propertyOrdering").ToHashSet());
    }

    private static string? Folder()
    {
        var root = Environment.GetEnvironmentVariable("TBOS_REPO") ?? AppContext.BaseDirectory;
        for (var at = new DirectoryInfo(root); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "contracts", "gemini");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }

    [GeneratedRegex(@"only the following properties are supported:.*?google\.protobuf\.Value response_json_schema", RegexOptions.Singleline)]
    private static partial Regex KeywordList();

    [GeneratedRegex(@"// - `([$\w]+)`")]
    private static partial Regex Keyword();
}
