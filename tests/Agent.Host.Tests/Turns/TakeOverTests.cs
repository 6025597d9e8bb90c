using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Tests.Actions;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Turns;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Turns;

/// <summary>Two processes on one database.</summary>
public sealed class TakeOverTests
{
    [Fact]
    public async Task WhoLostItsLeaseActsNoMoreAndItsReadersGetTheEndFromWhoTookOver()
    {
        var planner = new ScriptedPlanner();
        var one = ScriptedHost.With(planner, ScriptedHost.WithoutSweep);
        await one.InitializeAsync();
        var other = ScriptedHost.With(planner);
        other.Settings["ConnectionStrings:Default"] = one.Database.Owner;
        await other.InitializeAsync();
        try
        {
            var person = await one.NewPersonAsync();
            var (asked, released) = (new TaskCompletionSource(), new TaskCompletionSource());
            var asks = 0;
            var saying = person.SayAsync(planner.Script(async shown =>
            {
                if (Interlocked.Increment(ref asks) == 1)
                {
                    asked.SetResult();
                    await released.Task;
                }

                return shown.Round == 0 ? Call("notes.save_note", new { text = "uma vez" }) : Say("fim");
            }));
            await asked.Task;
            var lease = one.Services.GetRequiredService<ProcessLease>().Key;

            await one.Database.ExecuteAsync(
                "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and (classid::bigint << 32) | objid::bigint = $1", lease);
            await Eventually.SeeAsync(person.NotesAsync, notes => notes.Count == 1);
            released.SetResult();
            var turn = await saying;

            Assert.Equal((TurnState.Done, "Nota: uma vez\n\nfim"), (turn.State, turn.Reply));
            Assert.Equal(["uma vez"], await person.NotesAsync());
            Assert.Equal(["done"], await person.LogAsync());
            Assert.Equal(3, asks);
        }
        finally
        {
            await other.DisposeAsync();
            await one.DisposeAsync();
        }
    }
}
