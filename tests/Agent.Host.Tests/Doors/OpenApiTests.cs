using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>
/// What other programs build on is committed in <c>docs/openapi</c> and only added to. <c>TBOS_WRITE_OPENAPI=1 dotnet test
/// tests/Agent.Host.Tests --filter OpenApiTests</c> writes it anew, unless it would take something away.
/// </summary>
[Collection(LockedHouseTests.Name)]
public sealed class OpenApiTests(LockedHouse house)
{
    private static readonly bool Writes = Environment.GetEnvironmentVariable("TBOS_WRITE_OPENAPI") == "1";

    [Theory]
    [InlineData("plugins.json")]
    [InlineData("v1.json")]
    public async Task TheCommittedDocumentIsWhatIsServed(string name)
    {
        var served = await ServedAsync(name);
        var file = Path.Combine(Folder(), name);
        if (Writes)
        {
            Assert.Empty(File.Exists(file) ? TakenAway(Read(file), served) : []);
            await File.WriteAllTextAsync(file, served.ToJsonString(Pretty) + "\n");
        }

        Assert.True(
            File.Exists(file) && JsonNode.DeepEquals(Read(file), served),
            $"docs/openapi/{name} is not what is served. Look at the difference, then: TBOS_WRITE_OPENAPI=1 dotnet test tests/Agent.Host.Tests --filter OpenApiTests");
    }

    [Theory]
    [InlineData("plugins.json")]
    [InlineData("v1.json")]
    public async Task NothingThatWasCommittedIsTakenAway(string name) =>
        Assert.Empty(TakenAway(Read(Path.Combine(Folder(), name)), await ServedAsync(name)));

    [Fact]
    public async Task EveryFunctionThatAProgramMayCallIsDescribedAndNoOther()
    {
        var paths = (await ServedAsync("plugins.json"))["paths"]!.AsObject().Select(path => path.Key).ToList();

        Assert.Contains("/plugins/tasks/create_task", paths);
        Assert.DoesNotContain(paths, path => path.Contains("probe", StringComparison.Ordinal));
        foreach (var path in paths)
        {
            // Not a 404: described is there.
            var answer = await Wire.SendAsync(
                house.Host.Address, $"POST {path} HTTP/1.1", [.. house.Polite, "Content-Type: application/json", "Content-Length: 13"], "{\"nothing\":1}"u8.ToArray());
            Assert.Equal(400, answer.Status);
        }
    }

    [Theory]
    [InlineData("""{"a":{"type":"string"}}""", """{"a":{"type":"string"},"b":{"type":"string"}}""", "[]", "[]", true)]
    [InlineData("""{"a":{"type":"string"}}""", "{}", "[]", "[]", false)]
    [InlineData("""{"a":{"type":"string"}}""", """{"a":{"type":"integer"}}""", "[]", "[]", false)]
    [InlineData("""{"a":{"type":"string"}}""", """{"a":{"type":"string"}}""", "[]", """["a"]""", false)]
    [InlineData("""{"a":{"enum":["x"]}}""", """{"a":{"enum":["x","y"]}}""", "[]", "[]", true)]
    [InlineData("""{"a":{"enum":["x","y"]}}""", """{"a":{"enum":["x"]}}""", "[]", "[]", false)]
    public void OnlyWhatIsAddedPasses(string before, string after, string requiredBefore, string requiredAfter, bool passes)
    {
        static JsonNode Document(string properties, string required) => JsonNode.Parse(
            $$$"""{"paths":{"/p":{"post":{"requestBody":{"properties":{{{properties}}},"required":{{{required}}} } } } } }""")!;

        Assert.Equal(passes, !TakenAway(Document(before, requiredBefore), Document(after, requiredAfter)).Any());
    }

    private static System.Text.Json.JsonSerializerOptions Pretty { get; } = new(Plugins.ToolJson.Options) { WriteIndented = true };

    private async Task<JsonNode> ServedAsync(string name)
    {
        var answer = await Wire.SendAsync(house.Host.Address, $"GET /openapi/{name} HTTP/1.1", house.Polite);
        Assert.Equal(200, answer.Status);
        return JsonNode.Parse(answer.Body)!;
    }

    /// <summary>Paths, operations, fields, codes and types that were there and are not, and what a caller must now give that was not asked.</summary>
    private static IEnumerable<string> TakenAway(JsonNode before, JsonNode? after, string at = "$", string key = "")
    {
        switch (before, after)
        {
            case (_, null):
                return [at];
            case (JsonObject was, JsonObject now):
                return was.Where(pair => pair.Value is not null && pair.Key is not ("description" or "summary"))
                    .SelectMany(pair => TakenAway(pair.Value!, now[pair.Key], $"{at}.{pair.Key}", pair.Key));
            case (JsonArray was, JsonArray now) when key == "required" && at.Contains("requestBody", StringComparison.Ordinal):
                return now.Select(name => $"{name}").Except(was.Select(name => $"{name}")).Select(name => $"{at}: {name} was not asked for");
            case (JsonArray was, JsonArray now) when was.All(item => item is JsonValue or null):
                return was.Select(item => $"{item}").Except(now.Select(item => $"{item}")).Select(item => $"{at}: {item}");
            case (JsonArray was, JsonArray now):
                return was.SelectMany((item, place) => TakenAway(item!, now.ElementAtOrDefault(place), $"{at}[{place}]"));
            default:
                return JsonNode.DeepEquals(before, after) ? [] : [$"{at}: {before} became {after}"];
        }
    }

    private static JsonNode Read(string file) => JsonNode.Parse(File.ReadAllText(file))!;

    private static string Folder([CallerFilePath] string file = "") =>
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "docs", "openapi")).FullName;
}
