using System.Net.Http.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Common;

[assembly: AssemblyFixture(typeof(TestHost))]

namespace TbPersonalOs.Journeys;

/// <summary>Somebody who has a thousand of everything, in a browser.</summary>
public sealed class LongListTests(TestHost host)
{
    [Theory]
    [InlineData("quais tarefas tenho?", "Tarefa")]
    [InlineData("mostra minhas notas", "Nota")]
    [Trait("Shows", "main-job:8")]
    public async Task AListHasTwentyLinesAndMaisBringsTheNextTwenty(string text, string thing)
    {
        var person = await host.NewPersonAsync();
        await GiveAThousandAsync(person);
        using var browser = await person.BrowserAsync();

        var first = await SayAsync(browser, text);
        var second = await SayAsync(browser, "mais");
        var third = await SayAsync(browser, "mais");

        Assert.All([first, second, third], page => Assert.Equal(20, page.Count(line => line.StartsWith('•'))));
        Assert.All([first, second, third], page => Assert.Contains("“mais”", page[^1], StringComparison.Ordinal));
        var shown = first.Concat(second).Concat(third).Where(line => line.StartsWith('•')).ToList();
        Assert.Equal(60, shown.Distinct().Count());
        Assert.All(shown, line => Assert.Contains(thing, line, StringComparison.Ordinal));
    }

    private async Task GiveAThousandAsync(TestPerson person) => await host.Database.ExecuteAsync("""
        with me as materialized (select set_config('app.user_id', $1::text, false)::uuid as id),
        tasks as (
            insert into tasks (user_id, id, title, priority, origin, created_at, updated_at)
            select me.id, gen_random_uuid(), 'Tarefa ' || n, 'medium', 'owner', now(), now() from me, generate_series(1, 1000) n)
        insert into notes (user_id, id, text, origin, created_at, updated_at)
        select me.id, gen_random_uuid(), 'Nota ' || n, 'owner', now(), now() from me, generate_series(1, 1000) n
        """, person.Id);

    /// <summary>Says something and waits for the end. Returns the lines of the reply.</summary>
    private static async Task<string[]> SayAsync(HttpClient browser, string text)
    {
        using var said = await browser.PostAsJsonAsync("/api/v1/turns", new { text });
        Assert.Contains("RUN_FINISHED", await said.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var conversation = await browser.GetFromJsonAsync<JsonObject>("/api/v1/conversation?limit=1");
        return ((string)conversation!["turns"]![0]!["reply"]!).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
