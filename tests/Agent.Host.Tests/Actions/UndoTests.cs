using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Tasks;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.Actions;

/// <summary>Taking back never destroys what came later.</summary>
public sealed class UndoTests(TestHost host)
{
    [Fact]
    public async Task ARowThatChangedSinceIsShownBothWaysAndLeftAlone()
    {
        var person = await host.NewPersonAsync();
        var made = await person.CallAsync("tasks.create_task", new { title = "pagar a luz", due = "2026-12-05" });
        await person.CallAsync("tasks.update_task", new { task = "pagar a luz", title = "pagar a água" });

        var error = await Assert.ThrowsAsync<ToolException>(() => person.UndoAsync(made));

        Assert.Equal(ErrorCode.Conflict, error.Code);
        Assert.Contains("pagar a luz", error.Message, StringComparison.Ordinal);
        Assert.Contains("pagar a água", error.Message, StringComparison.Ordinal);
        Assert.Equal("pagar a água", await person.SeeAsync(db => db.Tasks.Select(task => task.Title).SingleAsync()));
        Assert.Equal([ActionState.Done, ActionState.Done, ActionState.Failed], (await person.ActionsAsync()).Select(action => action.State));
    }

    [Fact]
    public async Task ATurnIsTakenBackWholeOrNotAtAll()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("preciso comprar pão amanhã e preciso comprar leite amanhã");
        await person.SeeAsync(db => db.Tasks.Where(task => task.Title == "comprar pão")
            .ExecuteUpdateAsync(row => row.SetProperty(task => task.Notes, "integral")));

        await person.SayAsync("desfaz isso");

        Assert.Equal(2, await person.SeeAsync(db => db.Tasks.CountAsync()));
        Assert.Equal(2, (await person.ActionsAsync()).Count(action => action.State == ActionState.Done));
    }

    [Fact]
    public async Task TakingBackTheTakingBackDoesItAgain()
    {
        var person = await host.NewPersonAsync();
        var made = await person.CallAsync("tasks.create_task", new { title = "pagar a luz" });
        var before = await person.SeeAsync(db => db.Tasks.AsNoTracking().SingleAsync());
        var undone = await person.UndoAsync(made);
        Assert.Equal(0, await person.SeeAsync(db => db.Tasks.CountAsync()));

        await person.UndoAsync(undone);

        var after = await person.SeeAsync(db => db.Tasks.AsNoTracking().SingleAsync());
        Assert.Equal((before.Id, before.Title, before.CreatedAt), (after.Id, after.Title, after.CreatedAt));
        Assert.Equal(ActionState.Done, (await person.ActionsAsync())[0].State);
    }
}
