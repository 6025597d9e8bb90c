using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TbPersonalOs.Agent.Host.Tests.Actions;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Turns;

/// <summary>Who has lost a turn commits nothing of it any more; who takes it over goes on where it stood.</summary>
public sealed class FenceTests(ScriptedHost scripted)
{
    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 2)]
    public async Task ATurnWhoseFenceWasRaisedCommitsNothingAndItsHeirFinishesItOnce(int round, int notes, int answers)
    {
        var person = await scripted.NewPersonAsync();
        await using var heir = await HeirAsync();
        var words = scripted.Planner.Script(async shown =>
        {
            if (shown.Round == round)
            {
                await heir.TakeAsync(person);
            }

            return shown.Round < 2 ? Call("notes.save_note", new { text = $"nota {shown.Round}" }) : Say("fim");
        });

        var saying = person.SayAsync(words);
        await heir.Taken;
        var turn = await person.SeeAsync(db => db.Set<Turn>().AsNoTracking().SingleAsync());
        await Eventually.SeeAsync(() => Task.FromResult(scripted.Host.Services.GetRequiredService<TurnRunner>().IsRunning(turn.Id)), runs => !runs);

        Assert.Equal(TurnState.Running, await person.SeeAsync(db => db.Set<Turn>().Select(row => row.State).SingleAsync()));
        Assert.Equal(notes, (await person.NotesAsync()).Count);
        Assert.Equal(notes, (await person.ActionsAsync()).Count);
        Assert.Equal(notes, (await person.LogAsync()).Count);
        Assert.Equal(answers, await person.SeeAsync(db => db.Set<TurnAnswer>().CountAsync()));
        Assert.Equal(0, await person.SeeAsync(db => db.Set<OutboxMessage>().CountAsync()));

        await heir.DieAsync();
        var done = await saying;

        Assert.Equal((turn.Id, TurnState.Done), (done.Id, done.State));
        Assert.Equal("Nota: nota 0\nNota: nota 1\n\nfim", done.Reply);
        Assert.Equal(["nota 0", "nota 1"], await person.NotesAsync());
        Assert.Equal(["done", "done"], await person.LogAsync());
        Assert.Equal(1, await person.SeeAsync(db => db.Set<OutboxMessage>().CountAsync()));
        Assert.Equal(0, await person.WorkAsync());
    }

    [Fact]
    public async Task AnActThatWasUnderWayIsNotSentAgainByTheHeirAndIsLookedUp()
    {
        var person = await scripted.NewPersonAsync();
        await using var heir = await HeirAsync();
        var text = $"ato {Guid.CreateVersion7():N}";
        scripted.World.AtArrival[text] = () => heir.TakeAsync(person).GetAwaiter().GetResult();

        var saying = person.SayAsync(scripted.Planner.Script(Call("probe.label", new { text }), Say("fim")));
        await heir.Taken;
        await heir.DieAsync();
        var done = await saying;

        Assert.Equal(TurnState.Done, done.State);
        Assert.Equal(ActionState.InFlight, Assert.Single(done.Receipts).State);
        Assert.Contains("Estou conferindo", done.Reply, StringComparison.Ordinal);

        await person.SeeAsync(db => db.Database.ExecuteSqlAsync($"update work set run_at = now() where user_id = {person.Id} and kind = 'action'"));
        var action = await Eventually.SeeAsync(person.ActionAsync, row => row.State != ActionState.InFlight);

        Assert.Equal((ActionState.Done, $"Probe: {text}"), (action.State, action.Text));
        Assert.Equal(1, scripted.World.Arrivals[text]);
        Assert.Equal(0, await person.WorkAsync());
    }

    [Fact]
    public async Task WhatWasReadBeforeIsNotReadAgainAndAllIsToldAgain()
    {
        var person = await scripted.NewPersonAsync();
        await person.CallAsync("tasks.create_task", new { title = "pão" });
        await using var heir = await HeirAsync();
        var asked = new List<int>();
        var words = scripted.Planner.Script(async shown =>
        {
            asked.Add(shown.Round);
            if (asked.Count(round => round == 2) == 1)
            {
                await heir.TakeAsync(person);
                await heir.DieAsync();
            }

            return shown.Round switch
            {
                0 => Call("tasks.list_tasks", new { }),
                1 => Call("tasks.create_task", new { title = "leite" }),
                _ => Say("fim"),
            };
        });

        var turn = await person.SayAsync(words);

        Assert.Equal([0, 1, 2, 2], asked);
        Assert.Equal(["tasks.list_tasks", "tasks.create_task"], turn.Receipts.Select(receipt => receipt.Function));
        Assert.DoesNotContain("leite", turn.Receipts[0].Text, StringComparison.Ordinal);
        Assert.Equal($"Tarefa: leite\n\n{turn.Receipts[0].Text}\n\nfim", turn.Reply);
        Assert.Equal(["done", "done", "done"], await person.LogAsync());
        Assert.Null(await person.FirstFaultOfLogAsync());
    }

    private async Task<Heir> HeirAsync()
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(scripted.Host.Database.Owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return new Heir(connection, scripted.Host.Database);
    }

    /// <summary>Another process that takes a turn over and then dies: the database sees no more of one than its lock.</summary>
    private sealed class Heir(NpgsqlConnection life, TestDatabase database) : IAsyncDisposable
    {
        private readonly long _key = Random.Shared.NextInt64();
        private readonly TaskCompletionSource _taken = new();

        public Task Taken => _taken.Task;

        public async Task TakeAsync(TestPerson person)
        {
            if (_taken.Task.IsCompleted)
            {
                return;
            }

            await using var live = new NpgsqlCommand($"select pg_advisory_lock({_key})", life);
            await live.ExecuteNonQueryAsync();
            await database.ExecuteAsync(
                "update work set fence = fence + 1, owner = $2 where user_id = $1 and kind = 'turn'", person.Id, _key);
            _taken.SetResult();
        }

        public Task DieAsync() => life.CloseAsync();

        public ValueTask DisposeAsync() => life.DisposeAsync();
    }
}
