using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Tests.Actions;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Turns;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Turns;

/// <summary>A turn that the person stops does nothing more, and says what it had done.</summary>
public sealed class CancelTests(ScriptedHost scripted)
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task AnAnswerThatComesAfterTheStopIsNotCarriedOut(int round)
    {
        var person = await scripted.NewPersonAsync();
        var (asked, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        var saying = person.SayAsync(scripted.Planner.Script(async shown =>
        {
            if (shown.Round == round)
            {
                asked.SetResult();
                await released.Task;
            }

            return Call("notes.save_note", new { text = $"nota {shown.Round}" });
        }));
        await asked.Task;
        var running = await person.SeeAsync(db => db.Set<Turn>().Select(turn => turn.Id).SingleAsync());

        using var browser = await person.BrowserAsync();
        using var stopped = await browser.PostAsync($"/api/v1/turns/{running}/cancel", null);
        released.SetResult();
        var turn = await saying;

        Assert.True(stopped.IsSuccessStatusCode);
        Assert.Equal((TurnState.Cancelled, round), (turn.State, turn.Receipts.Count));
        Assert.Equal(round == 0 ? "Parei, como você pediu." : "Nota: nota 0\n\nParei, como você pediu.", turn.Reply);
        Assert.Equal(round, (await person.NotesAsync()).Count);
        Assert.Equal(0, await person.WorkAsync());
    }
}
