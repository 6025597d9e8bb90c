using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Common;

namespace TbPersonalOs.Benchmarks;

/// <summary>A list over a thousand tasks and notes of one person: at most 50 ms (p95), at most 20 lines and "mais".</summary>
internal static class ListsBench
{
    private const double MostMilliseconds = 50;
    private const int MostLines = 20;
    private const int Calls = 200;

    public static async Task RunAsync(Report report)
    {
        await using var database = await TestDatabase.NewAsync(durable: true);
        report.Note("database", await Machine.DatabaseAsync(database.Owner));
        await FillAsync(database);
        await using var serving = await ServingHost.StartAsync(database.Owner);
        using var host = serving.OwnersClient();

        var floor = await Timings.MeasureAsync("GET /healthz (the least an answer costs)", Calls, () => host.GetStringAsync("/healthz"));
        Timings[] lists =
        [
            await Timings.MeasureAsync("POST /plugins/tasks/list_tasks", Calls, () => CallAsync(host, "tasks/list_tasks", [])),
            await Timings.MeasureAsync("POST /plugins/notes/search_notes", Calls, () => CallAsync(host, "notes/search_notes", [])),
            await Timings.MeasureAsync("POST /plugins/notes/search_notes, a word", Calls, () => CallAsync(host, "notes/search_notes", new() { ["query"] = "receita" })),
            await Timings.MeasureAsync("A turn: quais tarefas tenho?", Calls, () => SayAsync(host, "quais tarefas tenho?")),
        ];
        foreach (var timings in (Timings[])[floor, .. lists])
        {
            Report.Line(timings.ToString());
            report.Figure(timings.What, timings.ToJson());
        }

        report.Target($"slowest p95 of lists of at most {MostLines} lines and \"mais\"", lists.Max(list => list.P95), MostMilliseconds, "ms");
    }

    private static Task FillAsync(TestDatabase database) => database.ExecuteAsync("""
        with owner as materialized (select set_config('app.user_id', id::text, false)::uuid as id from accounts.users where is_owner),
        tasks as (
            insert into tasks (user_id, id, title, priority, origin, created_at, updated_at)
            select owner.id, gen_random_uuid(), 'Tarefa número ' || n, 'medium', 'owner', now() - n * interval '1 minute', now() from owner, generate_series(1, 1000) n)
        insert into notes (user_id, id, title, text, origin, created_at, updated_at)
        select owner.id, gen_random_uuid(), 'Nota ' || n, repeat('Uma receita de bolo, número ' || n || '. ', 20), 'owner', now(), now() - n * interval '1 minute'
        from owner, generate_series(1, 1000) n
        """);

    private static async Task CallAsync(HttpClient host, string function, JsonObject arguments)
    {
        using var answer = await host.PostAsJsonAsync($"/plugins/{function}", arguments);
        answer.EnsureSuccessStatusCode();
        var receipt = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Check((string)receipt!["text"]!);
    }

    private static async Task SayAsync(HttpClient host, string text)
    {
        using var answer = await host.PostAsJsonAsync("/api/v1/turns", new { text });
        answer.EnsureSuccessStatusCode();
        var events = (await answer.Content.ReadAsStringAsync()).Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal))
            .Select(line => JsonNode.Parse(line[6..])!).ToList();
        Check(string.Concat(events.Select(told => (string?)told["delta"] is { } delta && (string?)told["type"] == "TEXT_MESSAGE_CONTENT" ? delta : "")));
    }

    private static void Check(string list)
    {
        var lines = list.Count(letter => letter == '•');
        if (lines is 0 or > MostLines || !list.Contains("“mais”", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"A list of {lines} lines came:\n{list}");
        }
    }
}
