using System.Text.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>Whatever stands in an address: rows, or words.</summary>
public sealed class HostileQueryTests(TestHost host)
{
    private static readonly string[] Values =
    [
        "", "%00", "a%00b", "%ED%A0%80", "%FF", new string('x', 4_000), "-1", "0", "99999999999", "1e9", "9999-12-31", "9998-12-31", "0001-01-01", "-9998-01-01",
        "2026-02-30", "all", "ALL", "7", "'%3B%20drop%20table%20tasks%3B--", "%3Cscript%3E", "%25%5F%5C", "00000000-0000-0000-0000-000000000000", "a&{name}=b",
    ];

    [Fact]
    [Trait("Shows", "main-job:7")]
    public async Task EveryValueOfEveryQueryStands()
    {
        var browser = await (await host.NewPersonAsync()).BrowserAsync();
        var document = JsonNode.Parse(await browser.GetStringAsync("/openapi/v1.json"))!;
        var faults = new List<string>();
        var tried = 0;

        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var name in (item!["get"]?["parameters"]?.AsArray() ?? []).Where(parameter => (string?)parameter!["in"] == "query").Select(parameter => (string)parameter!["name"]!))
            {
                foreach (var value in Values)
                {
                    tried++;
                    using var answer = await browser.GetAsync($"{path}?{name}={value.Replace("{name}", name, StringComparison.Ordinal)}");
                    var body = await answer.Content.ReadAsStringAsync();
                    if (!answer.IsSuccessStatusCode && ((int)answer.StatusCode is < 400 or >= 500 || JsonDocument.Parse(body).RootElement.GetProperty("detail").GetString() is not { Length: > 10 }))
                    {
                        faults.Add($"{path}?{name}={(value.Length > 50 ? "xxx" : value)}: {(int)answer.StatusCode} {body}");
                    }
                }
            }
        }

        Assert.True(tried > 400, $"Only {tried} queries.");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData("/api/v1/tasks?status=all")]
    [InlineData("/api/v1/tasks?status=done")]
    [InlineData("/api/v1/reminders?status=pending")]
    [InlineData("/api/v1/goals?status=open")]
    public async Task CodesInAnAddressAreWrittenAsEverywhere(string path)
    {
        using var answer = await (await (await host.NewPersonAsync()).BrowserAsync()).GetAsync(path);

        Assert.Equal(200, (int)answer.StatusCode);
    }
}
