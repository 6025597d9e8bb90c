using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Tests.Actions;

public sealed class UndoTests(TestHost host)
{
    private const string NothingLeft = "Não há nada para desfazer.";

    [Fact]
    public async Task NeverGoesBackBehindTheLastWritingTurn()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("preciso comprar pão hoje");
        await person.SayAsync("preciso pagar a luz dia 10");
        await person.SayAsync("quais tarefas tenho hoje?");

        var undone = await person.SayAsync("desfaz isso");
        Assert.Equal("Desfeito: Tarefa: pagar a luz · qui 10/12", undone.Reply);
        Assert.Equal(NothingLeft, (await person.SayAsync("desfaz isso")).Reply);

        Assert.Equal("comprar pão", (await person.SeeAsync(db => db.Tasks.SingleAsync())).Title);
    }

    [Fact]
    public async Task AnotherConversationIsLeftAlone()
    {
        var person = await host.NewPersonAsync();
        var elsewhere = new TestPerson(host, person.Id) { Chat = "other" };
        await person.SayAsync("preciso comprar pão hoje");

        Assert.Equal(NothingLeft, (await elsewhere.SayAsync("desfaz isso")).Reply);
        Assert.Equal(1, await person.SeeAsync(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task WhatAButtonTookBackIsNotTakenBackTwice()
    {
        var person = await host.NewPersonAsync();
        var turn = await person.SayAsync("preciso pagar o aluguel dia 5 e me lembra amanhã às 9 de ligar pra dentista");
        await person.UndoAsync(turn.Receipts[0]);

        var undone = await person.SayAsync("desfaz isso");

        Assert.Equal("Desfeito: Lembrete: ligar pra dentista · amanhã, ter 24/11 09:00 (São Paulo)", undone.Reply);
    }

    [Fact]
    public async Task ARowThatDiffersNowShowsBothVersionsAndNothingIsChanged()
    {
        var person = await host.NewPersonAsync();
        var made = await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel", due = "2026-12-05" });
        var changed = await person.CallAsync("tasks.update_task", new { task = "aluguel", title = "pagar a luz", due = "2026-12-06", priority = "high" });
        var before = await person.AllRowsAsync();

        var error = await Assert.ThrowsAsync<ToolException>(() => person.UndoAsync(made));

        Assert.Equal(ErrorCode.Conflict, error.Code);
        Assert.StartsWith("Não desfiz “Tarefa: pagar o aluguel · sáb 05/12”, porque mudou depois:", error.Message, StringComparison.Ordinal);
        Assert.Contains("• título: era “pagar o aluguel”, agora é “pagar a luz”", error.Message, StringComparison.Ordinal);
        Assert.Contains("• prioridade: era média, agora é alta", error.Message, StringComparison.Ordinal);
        Assert.Contains("• para: era sáb 05/12, agora é dom 06/12", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, await person.AllRowsAsync());

        await person.UndoAsync(changed);
        await person.UndoAsync(made);
        Assert.Equal(0, await person.SeeAsync(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task OneConflictKeepsAllOfTheTurn()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("preciso pagar o aluguel dia 5 e me lembra amanhã às 9 de ligar pra dentista");
        await person.CallAsync("tasks.delete_task", new { task = "aluguel" });
        var before = await person.AllRowsAsync();

        var turn = await person.SayAsync("desfaz isso");

        Assert.Contains("não existe mais", turn.Reply, StringComparison.Ordinal);
        Assert.Equal(before, await person.AllRowsAsync());
        Assert.Equal(0, await person.SeeAsync(db => db.Actions.CountAsync(row => row.State == ActionState.Undone)));
    }

    [Fact]
    public async Task UndoingAnUndoDoesItAgainAndSoOn()
    {
        var person = await host.NewPersonAsync();
        var made = await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel" });

        var undo = await person.UndoAsync(made);
        Assert.Equal("Desfeito: Tarefa: pagar o aluguel", undo.Text);
        Assert.Equal((ActionState.Undone, undo.Id), await StateAsync(made.Id));

        var redo = await person.UndoAsync(undo);
        Assert.Equal("Refeito: Tarefa: pagar o aluguel", redo.Text);
        Assert.Equal((ActionState.Done, null), await StateAsync(made.Id));
        Assert.Equal((ActionState.Undone, redo.Id), await StateAsync(undo.Id));

        var again = await person.UndoAsync(redo);
        Assert.Equal("Desfeito: Tarefa: pagar o aluguel", again.Text);
        Assert.Equal((ActionState.Undone, undo.Id), await StateAsync(made.Id));
        Assert.Equal((ActionState.Done, null), await StateAsync(undo.Id));
        Assert.Equal(0, await person.SeeAsync(db => db.Tasks.CountAsync()));

        async Task<(ActionState, Guid?)> StateAsync(Guid id)
        {
            var row = await person.SeeAsync(db => db.Actions.SingleAsync(action => action.Id == id));
            return (row.State, row.UndoneBy);
        }
    }

    [Fact]
    public async Task WhatWasDoneCanBeNamedInWords()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel" });
        await person.CallAsync("notes.save_note", new { text = "4821", title = "portão" });
        Assert.Equal("Desfeito: Tarefa: pagar o aluguel", await person.TextAsync("actions.undo", new { action = "o aluguel" }));
        Assert.Equal(ErrorCode.NotFound, (await person.FailAsync("actions.undo", new { action = "bicicleta" })).Code);
    }

    [Fact]
    public async Task SaysWhyItCannot()
    {
        var person = await host.NewPersonAsync();
        var made = await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel" });
        var looked = await person.CallAsync("tasks.list_tasks");
        await person.SeeAsync(db => db.Actions.Where(row => row.Id == made.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(action => action.UndoUntil, DateTimeOffset.UtcNow.AddDays(-1))));

        await FailsAsync(made.Id, ErrorCode.Invalid, "Passaram os 90 dias em que dava para desfazer: Tarefa: pagar o aluguel");
        await FailsAsync(looked.Id, ErrorCode.Invalid, "Isto não mudou nada, não há o que desfazer: Tarefas:\n• pagar o aluguel");
        await FailsAsync(Guid.CreateVersion7(), ErrorCode.NotFound, "Não encontrei essa ação.");
        Assert.Equal("Diga o que desfazer.", (await person.FailAsync("actions.undo")).Message);
        var again = await person.CallAsync("notes.save_note", new { text = "x" });
        await person.UndoAsync(again);
        await FailsAsync(again.Id, ErrorCode.Conflict, "Isto já foi desfeito: Nota: x");

        async Task FailsAsync(Guid action, ErrorCode code, string words)
        {
            var error = await person.FailAsync("actions.undo", new { action });
            Assert.Equal((code, words), (error.Code, error.Message));
        }
    }

    [Fact]
    public async Task AnotherPersonsActionIsNotFound()
    {
        var person = await host.NewPersonAsync();
        var stranger = await host.NewPersonAsync();
        var made = await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel" });
        Assert.Equal(ErrorCode.NotFound, (await stranger.FailAsync("actions.undo", new { action = made.Id })).Code);
        Assert.Equal(ErrorCode.NotFound, (await stranger.FailAsync("actions.explain", new { action = made.Id })).Code);
        Assert.Equal(1, await person.SeeAsync(db => db.Tasks.CountAsync()));
    }
}
