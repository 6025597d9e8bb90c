using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Tests.Actions;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Turns;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Turns;

/// <summary>Each message is answered in exactly one turn, and was seen by the planner that answered.</summary>
public sealed class JoiningTests(ScriptedHost scripted)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AMessageBeforeTheFirstAnswerJoinsAndThePlannerIsAskedAgain(bool acts)
    {
        var person = await scripted.NewPersonAsync();
        var (asked, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        var words = scripted.Planner.Script(async shown =>
        {
            asked.TrySetResult();
            await released.Task;
            return acts && shown.Round == 0 ? Call("notes.save_note", new { text = shown.Said }) : Say(shown.Said);
        });

        var saying = person.SayAsync(words);
        await asked.Task;
        var joined = await ReceiveAsync(person, "e leite");
        released.SetResult();
        var turn = await saying;

        Assert.Equal((turn.Id, false), (joined.TurnId, joined.Begins));
        Assert.Equal([words, "e leite"], turn.Messages.Select(message => message.Text));
        Assert.EndsWith($"{words} | e leite", turn.Reply, StringComparison.Ordinal);
        Assert.Equal(acts ? [$"{words} | e leite"] : [], await person.NotesAsync());
        Assert.Equal(acts ? 2 : 1, await person.SeeAsync(db => db.Set<TurnAnswer>().CountAsync()));
        Assert.Equal(1, await person.SeeAsync(db => db.Set<Turn>().CountAsync()));
    }

    [Fact]
    public async Task AMessageAfterTheFirstAnswerWaitsForTheNextTurn()
    {
        var person = await scripted.NewPersonAsync();
        var (acted, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        var words = scripted.Planner.Script(async shown =>
        {
            if (shown.Round == 0)
            {
                return Call("notes.save_note", new { text = shown.Said });
            }

            acted.TrySetResult();
            await released.Task;
            return Say("fim");
        });

        var saying = person.SayAsync(words);
        await acted.Task;
        var (second, third) = ($"{words} 2", $"{words} 3");
        var waits = await ReceiveAsync(person, second);
        await ReceiveAsync(person, third);
        released.SetResult();
        var first = await saying;
        var next = await NextAsync(person, first.Id);

        Assert.Null(waits.TurnId);
        Assert.Equal([words], first.Messages.Select(message => message.Text));
        Assert.Equal([second, third], next.Messages.Select(message => message.Text));
        Assert.Equal([words, $"{second} | {third}"], await person.NotesAsync());
        Assert.Equal(0, await person.WorkAsync());
    }

    [Fact]
    public async Task ManyMessagesAtOnceAreEachAnsweredOnce()
    {
        var person = await scripted.NewPersonAsync();
        var words = scripted.Planner.Script(shown => Task.FromResult(
            shown.Round == 0 && shown.Said.Length % 2 == 0 ? Call("notes.save_note", new { text = shown.Said }) : Say(shown.Said)));
        var said = Enumerable.Range(0, 40).Select(number => $"{words} nr{number:00}{(number % 3 == 0 ? "x" : "")}.").ToList();

        await Parallel.ForEachAsync(said, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (text, _) => await ReceiveAsync(person, text));
        await Eventually.SeeAsync(() => person.SeeAsync(db => db.Set<Turn>().CountAsync(turn => turn.State == TurnState.Running)), running => running == 0);

        var turns = await person.SeeAsync(db => db.Set<Turn>().AsNoTracking().ToListAsync());
        Assert.All(turns, turn => Assert.Equal(TurnState.Done, turn.State));
        foreach (var text in said)
        {
            var message = await person.SeeAsync(db => db.Set<IncomingMessage>().SingleAsync(row => row.Text == text));
            Assert.Contains(text, turns.Single(turn => turn.Id == message.TurnId).Text, StringComparison.Ordinal);
            Assert.Equal(1, turns.Count(turn => turn.Text!.Contains(text, StringComparison.Ordinal)));
        }

        Assert.Equal(0, await person.WorkAsync());
    }

    private static Task<Received> ReceiveAsync(TestPerson person, string text) => person.InScopeAsync(services =>
        services.GetRequiredService<MessageReceiver>().ReceiveAsync(
            new NewMessage("web", person.Chat, "web", Guid.CreateVersion7().ToString(), text, TestHost.Monday), CancellationToken.None));

    private static async Task<TurnView> NextAsync(TestPerson person, Guid earlier)
    {
        var turns = await Eventually.SeeAsync(
            () => person.InScopeAsync(services => services.GetRequiredService<StoredTurns>().PageAsync("web", person.Chat, null, 10, CancellationToken.None)),
            page => page.Turns.Count == 2 && page.Turns[1].State == TurnState.Done);
        return turns.Turns.Single(turn => turn.Id != earlier);
    }
}
