using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Tasks;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>What a turn tells those who watch it, and how a reader who was cut off goes on.</summary>
public sealed class EventStreamTests(ScriptedHost scripted)
{
    private static readonly string[] Whole =
    [
        "RUN_STARTED", "TOOL_CALL_START", "TOOL_CALL_ARGS", "TOOL_CALL_END", "TOOL_CALL_RESULT", "CUSTOM",
        "TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_END", "RUN_FINISHED",
    ];

    [Fact]
    public async Task ATurnIsToldInTheOrderOfTheProtocol()
    {
        var browser = await (await scripted.NewPersonAsync()).BrowserAsync();
        var words = scripted.Planner.Script(ScriptedPlanner.Call("tasks.create_task", new { title = "regar" }), ScriptedPlanner.Say("Boa semana."));

        using var answer = await Sse.PostAsync(browser, new { text = words });
        var events = await Sse.AllAsync(answer);

        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
        Assert.Equal(Whole, events.Select(told => told.Type).Aggregate(new List<string>(), (seen, type) => seen.LastOrDefault() == type ? seen : [.. seen, type]));
        Assert.Equal(events.Count, events.Select(told => told.Id).Where(id => id is not null).Distinct().Count());
        var call = events.Single(told => told.Type == "TOOL_CALL_START");
        Assert.Equal("tasks.create_task", call.Text("toolCallName"));
        Assert.All(events.Where(told => told.Type.StartsWith("TOOL_CALL", StringComparison.Ordinal)), told => Assert.Equal(call.Text("toolCallId"), told.Text("toolCallId")));
        Assert.Equal("""{"title":"regar"}""", events.Single(told => told.Type == "TOOL_CALL_ARGS").Text("delta"));
        Assert.Equal("tool", events.Single(told => told.Type == "TOOL_CALL_RESULT").Text("role"));
        Assert.Equal("tb.receipt", events.Single(told => told.Type == "CUSTOM").Text("name"));
        var message = events.Single(told => told.Type == "TEXT_MESSAGE_START");
        Assert.Equal("assistant", message.Text("role"));
        Assert.All(events.Where(told => told.Type.StartsWith("TEXT", StringComparison.Ordinal)), told => Assert.Equal(message.Text("messageId"), told.Text("messageId")));
        Assert.Equal("Boa semana.", string.Concat(events.Where(told => told.Type == "TEXT_MESSAGE_CONTENT").Select(told => told.Text("delta"))).Trim());
        Assert.Equal(events[0].Text("runId"), events[^1].Text("runId"));
        Assert.Equal(events[0].Text("threadId"), events[^1].Text("threadId"));
    }

    [Fact]
    public async Task AReaderWhoWasCutOffGoesOnWhereItStopped()
    {
        var browser = await (await scripted.NewPersonAsync()).BrowserAsync();
        var (words, go) = Blocked();

        var seen = new List<Told>();
        using (var answer = await Sse.PostAsync(browser, new { text = words }))
        {
            await foreach (var told in Sse.EventsAsync(answer))
            {
                seen.Add(told);
                if (told.Type == "TOOL_CALL_ARGS")
                {
                    break;
                }
            }
        }

        var resumed = Sse.ResumeAsync(browser, seen.TurnOf(), seen[^1].Id);
        go.SetResult();
        var rest = await Sse.AllAsync(await resumed);

        Assert.Equal(["RUN_STARTED", "TOOL_CALL_START", "TOOL_CALL_ARGS"], seen.Select(told => told.Type));
        Assert.Equal("TOOL_CALL_END", rest[0].Type);
        Assert.Equal("RUN_FINISHED", rest[^1].Type);
        Assert.Empty(rest.Select(told => told.Id).Intersect(seen.Select(told => told.Id)));
    }

    [Fact]
    public async Task AnUnknownPlaceBeginsFromTheStart()
    {
        var browser = await (await scripted.NewPersonAsync()).BrowserAsync();
        var events = await Sse.AllAsync(await Sse.PostAsync(browser, new { text = scripted.Planner.Script(ScriptedPlanner.Say("Oi.")) }));

        var again = await Sse.AllAsync(await Sse.ResumeAsync(browser, events.TurnOf(), "no such place"));

        Assert.Equal(events.Select(told => told.Data.GetRawText()), again.Select(told => told.Data.GetRawText()));
    }

    [Fact]
    public async Task ATurnThatNobodyHoldsInMemoryIsToldInOnePiece()
    {
        await using var host = ScriptedHost.With(scripted.Planner);
        await host.InitializeAsync();
        var browser = await (await host.NewPersonAsync()).BrowserAsync();
        var words = scripted.Planner.Script(ScriptedPlanner.Call("tasks.create_task", new { title = "regar" }), ScriptedPlanner.Say("Boa semana."));
        var live = await Sse.AllAsync(await Sse.PostAsync(browser, new { text = words }));
        Forget(host);

        var stored = await Sse.AllAsync(await Sse.ResumeAsync(browser, live.TurnOf(), live[4].Id));

        Assert.Equal(Whole, stored.Select(told => told.Type));
        Assert.Equal("Boa semana.", stored.Single(told => told.Type == "TEXT_MESSAGE_CONTENT").Text("delta"));
        Assert.Equal(live[^1].Data.GetRawText(), stored[^1].Data.GetRawText());
    }

    [Fact]
    public async Task TheTurnGoesOnWhenItsReaderLeaves()
    {
        var person = await scripted.NewPersonAsync();
        var browser = await person.BrowserAsync();
        var (words, go) = Blocked();
        Guid turn;
        using (var answer = await Sse.PostAsync(browser, new { text = words }))
        {
            turn = (await Sse.EventsAsync(answer).Take(1).ToListAsync()).TurnOf();
        }

        go.SetResult();

        await Sse.AllAsync(await Sse.ResumeAsync(browser, turn));
        Assert.Equal(TurnState.Done, await person.SeeAsync(db => db.Set<Turn>().Where(row => row.Id == turn).Select(row => row.State).SingleAsync()));
        Assert.Equal("regar", await person.SeeAsync(db => db.Tasks.Select(task => task.Title).SingleAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task TheSameIdAgainStreamsTheSameTurn(bool header)
    {
        var person = await scripted.NewPersonAsync();
        var browser = await person.BrowserAsync();
        var (words, go) = Blocked();
        var id = Guid.CreateVersion7().ToString();
        Task<HttpResponseMessage> PostAsync() => header ? Sse.PostAsync(browser, new { text = words }, id) : Sse.PostAsync(browser, new { text = words, id });

        var both = await Task.WhenAll(PostAsync(), PostAsync());
        go.SetResult();
        var (first, second) = (await Sse.AllAsync(both[0]), await Sse.AllAsync(both[1]));
        var later = await Sse.AllAsync(await PostAsync());

        Assert.Single(new[] { first.TurnOf(), second.TurnOf(), later.TurnOf() }.Distinct());
        Assert.All([first, second, later], events => Assert.Equal("RUN_FINISHED", events[^1].Type));
        Assert.Equal(1, await person.SeeAsync(db => db.Tasks.CountAsync()));
        Assert.Equal(1, await person.SeeAsync(db => db.Set<IncomingMessage>().CountAsync()));
    }

    [Fact]
    public async Task ACancelledTurnEndsAndSaysSo()
    {
        var person = await scripted.NewPersonAsync();
        var browser = await person.BrowserAsync();
        var (words, _) = Blocked();
        using var answer = await Sse.PostAsync(browser, new { text = words });
        await using var events = Sse.EventsAsync(answer).GetAsyncEnumerator();
        var seen = new List<Told>();
        while (seen.LastOrDefault()?.Type != "CUSTOM")
        {
            Assert.True(await events.MoveNextAsync());
            seen.Add(events.Current);
        }

        using var cancelled = await browser.PostAsync($"/api/v1/turns/{seen.TurnOf()}/cancel", null);
        while (await events.MoveNextAsync())
        {
            seen.Add(events.Current);
        }

        Assert.Equal(202, (int)cancelled.StatusCode);
        Assert.Equal("RUN_FINISHED", seen[^1].Type);
        var turn = await person.SeeAsync(db => db.Set<Turn>().SingleAsync());
        Assert.Equal(TurnState.Cancelled, turn.State);
        Assert.Contains("regar", turn.Reply, StringComparison.Ordinal);
        using var again = await browser.PostAsync($"/api/v1/turns/{turn.Id}/cancel", null);
        Assert.Equal(202, (int)again.StatusCode);
    }

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task NobodyElseWatchesOrStopsARunningTurn()
    {
        var ana = await (await scripted.NewPersonAsync()).BrowserAsync();
        var bia = await (await scripted.NewPersonAsync()).BrowserAsync();
        var (words, go) = Blocked();
        using var answer = await Sse.PostAsync(ana, new { text = words });
        var turn = (await Sse.EventsAsync(answer).Take(1).ToListAsync()).TurnOf();

        using var watched = await Sse.ResumeAsync(bia, turn);
        using var looked = await bia.GetAsync($"/api/v1/turns/{turn}");
        using var stopped = await bia.PostAsync($"/api/v1/turns/{turn}/cancel", null);
        go.SetResult();

        Assert.Equal([404, 404, 404], new[] { watched, looked, stopped }.Select(refused => (int)refused.StatusCode));
        Assert.Equal("RUN_FINISHED", (await Sse.AllAsync(await Sse.ResumeAsync(ana, turn)))[^1].Type);
        using var view = await ana.GetAsync($"/api/v1/turns/{turn}");
        Assert.Contains("\"done\"", await view.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReaderWhoWaitsHoldsNoConnectionThatTurnsNeed()
    {
        await using var host = ScriptedHost.With(scripted.Planner);
        // One is the process's own; two turns that think hold one each.
        host.Connection = "Maximum Pool Size=4;Timeout=5";
        await host.InitializeAsync();
        var (words, go) = Blocked();
        HttpClient[] browsers = [await (await host.NewPersonAsync()).BrowserAsync(), await (await host.NewPersonAsync()).BrowserAsync()];

        var streams = new List<HttpResponseMessage>();
        foreach (var browser in browsers)
        {
            streams.Add(await Sse.PostAsync(browser, new { text = words }));
        }

        using var looked = await browsers[0].GetAsync("/api/v1/today");
        go.SetResult();

        Assert.Equal(200, (int)looked.StatusCode);
        foreach (var stream in streams)
        {
            Assert.Contains(await Sse.AllAsync(stream), told => told.Type == "TOOL_CALL_RESULT");
        }
    }

    /// <summary>A turn that writes a task, then waits.</summary>
    private (string Words, TaskCompletionSource Go) Blocked()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (scripted.Planner.Script(async asked =>
        {
            if (asked.Round == 0)
            {
                return ScriptedPlanner.Call("tasks.create_task", new { title = "regar" });
            }

            await go.Task;
            return ScriptedPlanner.Say("Boa semana.");
        }), go);
    }

    /// <summary>As after a restart: the host remembers only the last turns.</summary>
    private static void Forget(TestHost host)
    {
        for (var other = 0; other < 100; other++)
        {
            host.Services.GetRequiredService<LiveTurns>().Open(Guid.CreateVersion7());
        }
    }
}
