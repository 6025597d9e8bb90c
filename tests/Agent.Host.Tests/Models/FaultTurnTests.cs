using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Tasks;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>A host that asks again soon and waits for no answer long.</summary>
public class HastyModelHost : ModelHost
{
    protected override Dictionary<string, string?> Settings { get; } = new()
    {
        ["Gemini:Tier"] = "paid", ["Cost:DailyCap"] = "100000", ["Gemini:RetryDelay"] = "00:00:00.010", ["Gemini:Timeout"] = "00:00:00.300",
    };
}

/// <summary>
/// Whatever the model does, the turn ends in one honest reply; nothing runs on invalid arguments and nothing twice. Each class is played
/// twice, in <c>--long</c> twenty times.
/// </summary>
public sealed class FaultTurnTests(HastyModelHost models) : IClassFixture<HastyModelHost>
{
    private static readonly int Times = Environment.GetEnvironmentVariable("TBOS_LONG") is { Length: > 0 } ? 20 : 2;

    /// <summary>What the model does; which tasks stand afterwards (<c>own</c>: the one that the offline planner makes); who answered.</summary>
    private static readonly Dictionary<string, (Func<GeminiAsked, GeminiAnswer> Model, string[] Tasks, string Planner)> Faults = new()
    {
        ["429 that names when to ask again"] = (First(GeminiAnswer.TooMany(), Create("a")), ["a"], "gemini"),
        ["500 twice, then an answer"] = (First(GeminiAnswer.Broken(), GeminiAnswer.Broken(), Create("a")), ["a"], "gemini"),
        ["500 for good"] = (_ => GeminiAnswer.Broken(), ["own"], "offline"),
        ["a stream that is cut"] = (_ => GeminiAnswer.Say("Vou ver ", "isso para vo") with { Cut = true, Finish = null }, ["own"], "offline"),
        ["a stream that is cut in a call"] = (_ => Create("a") with { Cut = true, Finish = null }, ["own"], "offline"),
        ["no JSON"] = (_ => new GeminiAnswer { Body = "data: {\"candidates\": [" }, ["own"], "offline"),
        ["no candidates"] = (_ => new GeminiAnswer { Body = "data: {\"candidates\": []}" }, ["own"], "offline"),
        ["words that are cut at their longest"] = (_ => GeminiAnswer.Say("Vou ver isso. ", "Depois te con") with { Finish = "MAX_TOKENS" }, ["own"], "offline"),
        ["words that the filter cuts"] = (_ => GeminiAnswer.Say("Vou ver isso. ", "Depois te con") with { Finish = "SAFETY" }, ["own"], "offline"),
        ["SAFETY"] = (_ => GeminiAnswer.Say("") with { Chunks = [], Finish = "SAFETY" }, ["own"], "offline"),
        ["MAX_TOKENS in a call"] = (_ => Create("a") with { Finish = "MAX_TOKENS" }, ["own"], "offline"),
        ["an unknown function"] = (Rounds(GeminiAnswer.Call(("tasks.create_miracle", new { title = "a" })), Create("b"), GeminiAnswer.Say("Pronto.")), ["b"], "gemini"),
        ["arguments of the wrong type"] = (Rounds(GeminiAnswer.Call(("tasks.create_task", new { title = "a", due = 17 })), Create("b"), GeminiAnswer.Say("Pronto.")), ["b"], "gemini"),
        ["arguments that are missing"] = (Rounds(GeminiAnswer.Call(("tasks.create_task", new { })), Create("b"), GeminiAnswer.Say("Pronto.")), ["b"], "gemini"),
        ["arguments that stay invalid"] = (asked => Ends(asked) ? GeminiAnswer.Say("Não deu.") : GeminiAnswer.Call(("tasks.create_task", new { due = $"x{asked.Round}" })), [], "gemini"),
        ["arguments that are no object"] = (_ => new GeminiAnswer { Chunks = [[GeminiAnswer.Call("tasks.create_task", JsonValue.Create("a"))]] }, ["own"], "offline"),
        ["ten calls at once"] = (
            Rounds(GeminiAnswer.Call([.. Enumerable.Range(0, 10).Select(n => ("tasks.create_task", (object)new { title = $"t{n}" }))]), GeminiAnswer.Say("Dez.")),
            [.. Enumerable.Range(0, 10).Select(n => $"t{n}")], "gemini"),
        ["the same call twice"] = (
            Rounds(GeminiAnswer.Call(("tasks.create_task", new { title = "a" }), ("tasks.create_task", new { title = "a" })), Create("a"), GeminiAnswer.Say("Uma.")), ["a"], "gemini"),
        ["a model that never stops calling"] = (
            asked => Ends(asked) ? GeminiAnswer.Say("Fim.") : Create($"t{asked.Round}"), [.. Enumerable.Range(0, 7).Select(n => $"t{n}")], "gemini"),
        ["silence"] = (_ => GeminiAnswer.Say("x") with { Silent = true }, ["own"], "offline"),
        ["a call, then a fault"] = (Rounds(Create("a"), GeminiAnswer.Broken(), GeminiAnswer.Broken(), GeminiAnswer.Broken()), ["a"], "offline"),
        ["a look, then a fault"] = (Rounds(GeminiAnswer.Call(("tasks.list_tasks", new { })), GeminiAnswer.Broken(), GeminiAnswer.Broken(), GeminiAnswer.Broken()), ["own"], "offline"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Shows", "gemini:3")]
    public async Task EndsInOneHonestReply(string name)
    {
        var (model, tasks, planner) = Faults[name];
        for (var times = 0; times < Times; times++)
        {
            // Whatever failed before has had its rest.
            models.Host.Clock.Now += TimeSpan.FromHours(1);
            var words = models.Gemini.Script(model);
            var person = await models.Host.NewPersonAsync();

            var turn = await person.SayAsync($"cria uma tarefa: comprar leite \"{words}\"");

            await EndsWellAsync(person, turn, words, tasks, planner);
        }
    }

    private static async Task EndsWellAsync(TestPerson person, TurnView turn, string words, string[] tasks, string planner)
    {
        var titles = await person.SeeAsync(db => db.Tasks.OrderBy(task => task.Id).Select(task => task.Title).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(tasks, titles.Select(title => title.StartsWith("comprar leite", StringComparison.Ordinal) && title.Contains(words, StringComparison.Ordinal) ? "own" : title));
        Assert.Equal(TurnState.Done, turn.State);
        Assert.Equal(planner, turn.Planner);
        Assert.NotEmpty(turn.Reply!);
        Assert.Equal(planner == "offline", turn.Text.Contains(words.Length > 0 && tasks is ["a"] ? "O que ainda faltava não foi feito" : "Sigo sem ele.", StringComparison.Ordinal));
        Assert.Equal(tasks.Length, turn.Receipts.Count(receipt => receipt is { Function: "tasks.create_task", State: ActionState.Done }));
        Assert.Equal(1, await person.SeeAsync(db => db.Set<Turn>().CountAsync(TestContext.Current.CancellationToken)));
    }

    private static GeminiAnswer Create(string title) => GeminiAnswer.Call(("tasks.create_task", new { title }));

    /// <summary>One answer after the other, whatever round it is; then a word.</summary>
    private static Func<GeminiAsked, GeminiAnswer> First(params GeminiAnswer[] answers) => InOrder(answers, GeminiAnswer.Say("Certo."));

    private static Func<GeminiAsked, GeminiAnswer> Rounds(params GeminiAnswer[] answers) => InOrder(answers, answers[^1]);

    private static Func<GeminiAsked, GeminiAnswer> InOrder(GeminiAnswer[] answers, GeminiAnswer last)
    {
        var asked = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();
        return request =>
        {
            var place = asked.AddOrUpdate(request.Said[request.Said.IndexOf("comprar leite", StringComparison.Ordinal)..], 0, (_, before) => before + 1);
            return place < answers.Length ? answers[place] : last;
        };
    }

    private static bool Ends(GeminiAsked asked) => asked.Text.Contains("\"NONE\"", StringComparison.Ordinal);
}
