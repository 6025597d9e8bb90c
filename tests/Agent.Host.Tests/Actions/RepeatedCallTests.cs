using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>A call that comes again acts once.</summary>
public sealed class RepeatedCallTests(TestHost host, ScriptedHost scripted)
{
    [Fact]
    public async Task TheSameKeyReturnsTheRecordedResult()
    {
        var person = await host.NewPersonAsync();
        using var browser = await person.BrowserAsync();

        var first = await PostAsync(browser, "tasks/create_task", new { title = "pão", priority = "low" }, "key-1");
        var second = await PostAsync(browser, "tasks/create_task", new { priority = "low", title = "pão" }, "key-1");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.Status, second.Status));
        Assert.Equal(first.Body.GetRawText(), second.Body.GetRawText());
        Assert.Single(await person.ActionsAsync());
        Assert.Equal(["done"], await person.LogAsync());
    }

    [Theory]
    [InlineData("tasks/create_task", "leite")]
    [InlineData("notes/save_note", "pão")]
    public async Task TheSameKeyWithOtherArgumentsIsUnprocessable(string function, string words)
    {
        var person = await host.NewPersonAsync();
        using var browser = await person.BrowserAsync();
        await PostAsync(browser, "tasks/create_task", new { title = "pão" }, "key-1");

        var (status, problem) = await PostAsync(browser, function, new { title = words, text = words }, "key-1");

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "invalid"), (status, problem.GetProperty("code").GetString()));
        Assert.Single(await person.ActionsAsync());
    }

    [Fact]
    public async Task TheSameKeyReturnsTheRecordedErrorToo()
    {
        var person = await host.NewPersonAsync();
        using var browser = await person.BrowserAsync();

        var first = await PostAsync(browser, "tasks/complete_task", new { task = "nada" }, "key-1");
        await PostAsync(browser, "tasks/create_task", new { title = "nada" }, "key-2");
        var second = await PostAsync(browser, "tasks/complete_task", new { task = "nada" }, "key-1");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (first.Status, second.Status));
        Assert.Equal(first.Body.GetRawText(), second.Body.GetRawText());
    }

    [Theory]
    [InlineData("tasks/create_task", "title")]
    [InlineData("probe/label", "text")]
    public async Task TheSameKeyTenTimesAtOnceActsOnce(string function, string parameter)
    {
        var person = await host.NewPersonAsync();
        using var browser = await person.BrowserAsync();
        var text = $"pão {Guid.CreateVersion7():N}";
        var arguments = new Dictionary<string, string> { [parameter] = text };

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(browser, function, arguments, "key-1")));

        var action = await person.ActionAsync();
        Assert.All(answers, answer => Assert.True(
            (answer.Status == HttpStatusCode.OK && answer.Body.GetProperty("id").GetGuid() == action.Id)
            || (answer.Status == HttpStatusCode.Conflict && answer.Body.GetProperty("code").GetString() == "conflict"), answer.ToString()));
        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(1, parameter == "text" ? host.World.Arrivals[text] : (await person.ActionsAsync()).Count);
        Assert.Null(await person.FirstFaultOfLogAsync());
    }

    [Fact]
    public async Task AKeyIsAPersonsOwn()
    {
        foreach (var person in new[] { await host.NewPersonAsync(), await host.NewPersonAsync() })
        {
            var receipt = await person.CallAsync("tasks.create_task", new { title = "pão" }, "shared-key");
            Assert.Equal(receipt.Id, (await person.ActionAsync()).Id);
        }
    }

    [Theory]
    [InlineData("notes.save_note")]
    [InlineData("probe.label")]
    [InlineData("probe.send")]
    public async Task TheSameCallInALaterRoundReturnsTheEarlierResult(string function)
    {
        var person = await scripted.NewPersonAsync();
        var text = $"once {Guid.CreateVersion7():N}";
        IReadOnlyList<string> results = [];

        var turn = await person.SayAsync(scripted.Planner.Script(asked =>
        {
            results = asked.Results;
            return Task.FromResult(asked.Round < 2 ? Call(function, new { text }) : Say("fim"));
        }));

        Assert.Equal(2, results.Count);
        Assert.Equal(results[0], results[1]);
        var receipt = Assert.Single(turn.Receipts);
        Assert.StartsWith(receipt.Text, turn.Reply, StringComparison.Ordinal);
        Assert.EndsWith("\n\nfim", turn.Reply, StringComparison.Ordinal);
        Assert.Single(await person.ActionsAsync());
        Assert.True(scripted.World.Arrivals.GetValueOrDefault(text) <= 1);
    }

    [Fact]
    public async Task TwoEqualCallsInOneRoundAreTwo()
    {
        var person = await scripted.NewPersonAsync();

        await person.SayAsync(scripted.Planner.Script(
            Calls(("notes.save_note", new { text = "x" }), ("notes.save_note", new { text = "x" })), Say("")));

        Assert.Equal(["x", "x"], await person.NotesAsync());
    }

    [Fact]
    public async Task WhatFailedMayBeTriedAgainInALaterRound()
    {
        var person = await scripted.NewPersonAsync();

        await person.SayAsync(scripted.Planner.Script(
            Call("tasks.complete_task", new { task = "pão" }), Call("tasks.create_task", new { title = "pão" }),
            Call("tasks.complete_task", new { task = "pão" }), Say("")));

        Assert.Equal(
            [ActionState.Failed, ActionState.Done, ActionState.Done], (await person.ActionsAsync()).Select(action => action.State));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(HttpClient browser, string function, object arguments, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/plugins/{function}") { Content = JsonContent.Create(arguments, arguments.GetType()) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await browser.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
