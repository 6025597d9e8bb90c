using System.Globalization;
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

    public static async Task<int> RunAsync()
    {
        await using var database = await TestDatabase.NewAsync(durable: true);
        Console.WriteLine($"Lists over 1,000 tasks and 1,000 notes of one person\n{await Machine.DatabaseAsync(database.Owner)}");
        await FillAsync(database);
        await using var host = await ServingHost.StartAsync(database.Owner);

        Console.WriteLine($"Before: {Machine.Load()}");
        var floor = await Timings.MeasureAsync("GET /healthz (the floor)", Calls, () => host.Client.GetStringAsync("/healthz"));
        Timings[] lists =
        [
            await Timings.MeasureAsync("POST /plugins/tasks/list_tasks", Calls, () => CallAsync(host, "tasks/list_tasks", [])),
            await Timings.MeasureAsync("POST /plugins/notes/search_notes", Calls, () => CallAsync(host, "notes/search_notes", [])),
            await Timings.MeasureAsync("POST /plugins/notes/search_notes, a word", Calls, () => CallAsync(host, "notes/search_notes", new() { ["query"] = "receita" })),
            await Timings.MeasureAsync("A turn: quais tarefas tenho?", Calls, () => SayAsync(host, "quais tarefas tenho?")),
        ];
        Console.WriteLine($"After:  {Machine.Load()}\n{floor}\n{string.Join('\n', lists.Select(list => list.ToString()))}");

        var well = lists.All(list => list.P95 <= MostMilliseconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{(well ? "PASS" : "FAIL")}  every list has at most {MostLines} lines and \"mais\"; slowest p95 {lists.Max(list => list.P95):0.0} ms, at most {MostMilliseconds:0} allowed"));
        return well ? 0 : 1;
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

    private static async Task CallAsync(ServingHost host, string function, JsonObject arguments)
    {
        using var answer = await host.Client.PostAsJsonAsync($"/plugins/{function}", arguments);
        answer.EnsureSuccessStatusCode();
        var receipt = await answer.Content.ReadFromJsonAsync<JsonNode>();
        Check((string)receipt!["text"]!);
    }

    private static async Task SayAsync(ServingHost host, string text)
    {
        using var answer = await host.Client.PostAsJsonAsync("/api/v1/turns", new { text });
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
