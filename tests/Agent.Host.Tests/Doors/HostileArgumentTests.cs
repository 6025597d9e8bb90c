using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Tasks;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>Whatever stands in a call's arguments: it is done, or it is refused in words that name the argument. Never a crash, never a trap for later.</summary>
public sealed class HostileArgumentTests(TestHost host)
{
    private static readonly string Huge = JsonSerializer.Serialize(new string('x', 100_000));

    private static readonly string[] Texts =
    [
        Huge, "\"\"", "\"   \"", "\"\\u0000\"", "\"a\\u0000b\\u0001\\u001b[31m\"", "\"<script>alert(1)</script>\"", "\"'; drop table tasks; --\"",
        "\"{0}{1}{\"", "\"%_\\\\*(?<[\"", "\"\\ud83d\"", "\"\\u202e\\ud83d\\ude00\"", "\"00000000-0000-0000-0000-000000000000\"",
    ];

    private static readonly string[] Moments =
    [
        "\"9999-12-31\"", "\"9998-12-31T23:59\"", "\"0001-01-01\"", "\"0002-01-01T00:00+14:00\"", "\"-9998-01-01\"", "\"2026-02-30\"", "\"2026-11-23T25:00\"",
        "\"2026-11-23T09:00-14:00\"", "\"ontem\"", "\"\"",
    ];

    private static readonly string[] Others = ["5", "-2147483648", "99999999999999999999", "1e308", "0.5", "true", "null", "[]", "{}", "[[[[1]]]]"];

    private static readonly string[] Reads = ["today", "tasks?status=all", "reminders?status=all", "events", "notes", "check-ins", "goals?status=all", "inbox", "actions", "approvals", "me"];

    [Fact]
    [Trait("Shows", "main-job:7")]
    public async Task EveryArgumentOfEveryFunctionStandsWhateverIsPutThere()
    {
        var catalog = host.Services.GetRequiredService<PluginCatalog>();
        var faults = new System.Collections.Concurrent.ConcurrentBag<string>();

        await Parallel.ForEachAsync(catalog.Functions.Where(function => function.Kernel.Name != "stumble"), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (function, _) =>
        {
            var browser = await (await host.NewPersonAsync()).BrowserAsync();
            foreach (var (parameter, body) in Bodies(function))
            {
                using var answer = await PostAsync(browser, function.FullName.Replace('.', '/'), body);
                if (await FaultAsync(answer, parameter) is { } fault)
                {
                    faults.Add($"{function.FullName} {(body.Length > 200 ? body[..200] : body)}: {(int)answer.StatusCode} {fault}");
                }
            }

            foreach (var read in Reads)
            {
                using var answer = await browser.GetAsync($"/api/v1/{read}", CancellationToken.None);
                if (!answer.IsSuccessStatusCode)
                {
                    faults.Add($"after {function.FullName}: {read} {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
                }
            }
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults.Order(StringComparer.Ordinal).Take(60)));
    }

    [Theory]
    [Trait("Shows", "main-job:7")]
    [InlineData("""{"title":"a","nothing":1}""", "nothing")]
    [InlineData("""{}""", "title")]
    [InlineData("""{"title":null}""", "title")]
    [InlineData("""{"title":5}""", "title")]
    [InlineData("""{"title":"a","priority":7}""", "priority")]
    [InlineData("""{"title":"a","priority":"urgent"}""", "priority")]
    [InlineData("""{"title":"a","priority":"low, high"}""", "priority")]
    [InlineData("""{"title":"a","due":"ontem"}""", "due")]
    [InlineData("""{"title":"a","due":{}}""", "due")]
    public async Task AWrongArgumentIsNamedAndNothingIsMade(string body, string parameter)
    {
        var person = await host.NewPersonAsync();

        using var answer = await PostAsync(await person.BrowserAsync(), "tasks/create_task", body);
        var problem = await JsonOf(answer);

        Assert.Equal((400, "invalid"), ((int)answer.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(parameter, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, await person.SeeAsync(db => db.Tasks.CountAsync()));
    }

    [Theory]
    [Trait("Shows", "main-job:7")]
    [InlineData("[]")]
    [InlineData("\"title\"")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{\"title\":\"a\"} x")]
    [InlineData("{\"title\":\"a\",\"title\":\"b\"}")]
    [InlineData("{\"title\":\"\\ud83d\"}")]
    [InlineData("")]
    public async Task ABodyThatIsNoObjectIsRefusedInWords(string body)
    {
        var person = await host.NewPersonAsync();

        using var answer = await PostAsync(await person.BrowserAsync(), "tasks/create_task", body);

        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Null(await FaultAsync(answer, null));
        Assert.Equal(0, await person.SeeAsync(db => db.Tasks.CountAsync()));
    }

    [Fact]
    [Trait("Shows", "main-job:7")]
    public async Task MarkupAndSqlAreTextAndStayText()
    {
        const string Title = "<img src=x onerror=alert(1)> '); drop table tasks; -- {0}";
        var person = await host.NewPersonAsync();
        var browser = await person.BrowserAsync();

        using var made = await PostAsync(browser, "tasks/create_task", new JsonObject { ["title"] = Title }.ToJsonString());
        using var listed = await browser.GetAsync("/api/v1/tasks");

        Assert.Contains(Title, (await JsonOf(made)).GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("application/json", listed.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", listed.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(Title, (await JsonOf(listed)).GetProperty("tasks")[0].GetProperty("title").GetString());
        Assert.Equal(Title, await person.SeeAsync(db => db.Tasks.Select(task => task.Title).SingleAsync()));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(8_000)]
    public async Task AKeyThatIsTooLongIsRefusedInWords(int length)
    {
        var person = await host.NewPersonAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/plugins/tasks/create_task") { Content = Json("""{"title":"a"}""") };
        request.Headers.Add("Idempotency-Key", string.Concat(Enumerable.Range(0, length / 32 + 1).Select(_ => Guid.NewGuid().ToString("N"))));

        using var answer = await (await person.BrowserAsync()).SendAsync(request);

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal("Idempotency-Key", (await JsonOf(answer)).GetProperty("parameter").GetString());
        Assert.Equal(0, await person.SeeAsync(db => db.Tasks.CountAsync()));
    }

    [Theory]
    [InlineData("""{"hash":"{hash}"}""")]
    [InlineData("""{"hash":"{hash}","decision":null}""")]
    [InlineData("""{"hash":"{hash}","decision":0}""")]
    [InlineData("""{"hash":"{hash}","decision":"yes"}""")]
    [InlineData("""{"decision":"approve"}""")]
    [InlineData("""{"decision":"approve","hash":null}""")]
    public async Task AnUnclearDecisionIsNone(string body)
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("probe.send", new { text = $"unclear {person.Id}" });
        var card = await person.SeeAsync(db => db.Approvals.SingleAsync());

        using var answer = await (await person.BrowserAsync()).PostAsync(
            $"/api/v1/approvals/{card.Id}/decision", Json(body.Replace("{hash}", card.Hash, StringComparison.Ordinal)));

        Assert.InRange((int)answer.StatusCode, 400, 409);
        Assert.Equal(ApprovalState.Open, await person.SeeAsync(db => db.Approvals.Select(row => row.State).SingleAsync()));
        Assert.DoesNotContain($"unclear {person.Id}", host.World.Arrivals.Keys);
    }

    private static IEnumerable<(string Parameter, string Body)> Bodies(CatalogFunction function)
    {
        foreach (var parameter in Samples.Parameters(function))
        {
            var values = !Samples.IsText(function, parameter) ? Others : Samples.IsMoment(parameter) ? [.. Moments, .. Others] : Texts.Concat(Others);
            foreach (var value in values)
            {
                var arguments = Samples.Arguments(function, "pagar");
                arguments.Remove(parameter);
                yield return (parameter, arguments.ToJsonString()[..^1] + (arguments.Count > 0 ? "," : "") + $"{JsonSerializer.Serialize(parameter)}:{value}}}");
            }
        }
    }

    /// <summary>What is wrong with an answer, or null: it worked, or it says in words what to mend.</summary>
    private static async Task<string?> FaultAsync(HttpResponseMessage answer, string? parameter)
    {
        if (answer.IsSuccessStatusCode)
        {
            return null;
        }

        var body = await answer.Content.ReadAsStringAsync();
        if ((int)answer.StatusCode >= 500 || answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return body;
        }

        var problem = JsonDocument.Parse(body).RootElement;
        var (code, detail) = (problem.GetProperty("code").GetString()!, problem.GetProperty("detail").GetString()!);
        var named = problem.TryGetProperty("parameter", out _) || parameter is null || body.Contains("openapi", StringComparison.Ordinal);
        return detail.Length == 0 || !Enum.TryParse<ErrorCode>(code.Replace("_", "", StringComparison.Ordinal), true, out _) ? body
            : code == "invalid" && !named ? $"names no parameter: {body}"
            : detail.Contains("System.", StringComparison.Ordinal) || detail.Contains("JSON value", StringComparison.Ordinal) || detail.Contains("Exception", StringComparison.Ordinal) ? $"is no answer for people: {body}"
            : null;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string function, string body) => browser.PostAsync($"/plugins/{function}", Json(body));

    private static ByteArrayContent Json(string body) =>
        new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static async Task<JsonElement> JsonOf(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
