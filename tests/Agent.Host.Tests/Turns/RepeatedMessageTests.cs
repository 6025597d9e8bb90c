using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Tasks;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Turns;

/// <summary>The same message twice is one message.</summary>
public sealed class RepeatedMessageTests(TestHost host)
{
    private const string Wish = "preciso comprar pão amanhã";

    [Fact]
    [Trait("Shows", "main-job:4")]
    public async Task TheSameMessagePostedTwiceActsOnceAndIsToldTwice()
    {
        var person = await host.NewPersonAsync();
        using var browser = await person.BrowserAsync();
        var id = Guid.CreateVersion7();

        var first = await PostAsync(browser, id);
        var second = await PostAsync(browser, id);

        Assert.Equal(first.Run, second.Run);
        Assert.Equal(first.Receipts, second.Receipts);
        Assert.Single(first.Receipts);
        await SeeOneOfEachAsync(person);
    }

    [Fact]
    [Trait("Shows", "main-job:4")]
    public async Task TheSameMessagePostedTenTimesAtOnceActsOnce()
    {
        var person = await host.NewPersonAsync();
        using var browser = await person.BrowserAsync();
        var id = Guid.CreateVersion7();

        var told = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(browser, id)));

        Assert.Single(told.Select(answer => answer.Run).Distinct());
        Assert.Single(told.SelectMany(answer => answer.Receipts).Distinct());
        await SeeOneOfEachAsync(person);
    }

    private static async Task SeeOneOfEachAsync(TestPerson person)
    {
        Assert.Equal(1, await person.SeeAsync(db => db.Tasks.CountAsync()));
        Assert.Equal(1, await person.SeeAsync(db => db.Set<IncomingMessage>().CountAsync()));
        Assert.Equal(TurnState.Done, await person.SeeAsync(db => db.Set<Turn>().Select(turn => turn.State).SingleAsync()));
        Assert.Equal(1, await person.SeeAsync(db => db.Set<OutboxMessage>().CountAsync()));
    }

    /// <summary>Posts, and reads the events to their end: which turn answered, and ids of the receipts.</summary>
    private static async Task<(Guid Run, List<string> Receipts)> PostAsync(HttpClient browser, Guid id)
    {
        using var answer = await browser.PostAsJsonAsync("/api/v1/turns", new { text = Wish, id });
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n').Where(line => line.StartsWith("data: ", StringComparison.Ordinal));
        var events = lines.Select(line => JsonDocument.Parse(line["data: ".Length..]).RootElement).ToList();
        Assert.Equal("RUN_FINISHED", events[^1].GetProperty("type").GetString());
        return (
            events[0].GetProperty("runId").GetGuid(),
            [.. events.Where(told => told.TryGetProperty("name", out var name) && name.GetString() == "tb.receipt")
                .Select(told => told.GetProperty("value").GetProperty("id").GetString()!)]);
    }
}
