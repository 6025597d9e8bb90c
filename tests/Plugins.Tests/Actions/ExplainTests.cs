using TbPersonalOs.Common;

namespace TbPersonalOs.Plugins.Tests.Actions;

public sealed class ExplainTests(TestHost host)
{
    [Fact]
    public async Task SaysWhatWasSaidWhenAndWhatCameOfIt()
    {
        var person = await host.NewPersonAsync();
        var turn = await person.SayAsync("preciso pagar o aluguel dia 5");

        var why = await person.CallAsync("actions.explain", new { action = turn.Receipts[0].Id });

        Assert.StartsWith(
            """
            Você disse, hoje, seg 23/11 09:00 (São Paulo): “preciso pagar o aluguel dia 5”
            Por isso: Tarefa: pagar o aluguel · sáb 05/12 (tasks.create_task)
            Com
            """,
            why.Text, StringComparison.Ordinal);
        Assert.Contains("título: “pagar o aluguel”", why.Text, StringComparison.Ordinal);
        Assert.Contains("para: sáb 05/12", why.Text, StringComparison.Ordinal);
        Assert.Contains("Quem escolheu: o planejador offline, por conversa", why.Text, StringComparison.Ordinal);
        Assert.Contains("Por que rodou: muda só o que é seu", why.Text, StringComparison.Ordinal);
        Assert.Contains("Situação: feito; dá para desfazer até", why.Text, StringComparison.Ordinal);
        Assert.Equal("offline", why.Get("planner").GetString());
    }

    [Fact]
    public async Task WhyAloneMeansTheLastThing()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("preciso pagar o aluguel dia 5");
        var why = await person.SayAsync("por quê?");
        Assert.Contains("Por isso: Tarefa: pagar o aluguel · sáb 05/12", why.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasCalledByAnAgentNamesItsDoor()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal("Ainda não fiz nada nesta conversa.", (await person.FailAsync("actions.explain")).Message);
        await person.CallAsync("notes.save_note", new { text = "x" });
        var why = await person.TextAsync("actions.explain");
        Assert.Matches("^Pedido em .*, por API\\.\nPor isso: Nota: x \\(notes\\.save_note\\)\nCom texto: “x”\nPor que rodou: muda só o que é seu e dá para desfazer, e por isso não perguntei\nSituação: feito; dá para desfazer até ", why);
    }

    [Fact]
    public async Task ListsWhatWasDoneAndLeavesOutWhatWasNot()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal("Ainda não fiz nada.", await person.TextAsync("actions.list_actions"));
        await person.CallAsync("notes.save_note", new { text = "primeira" });
        var second = await person.CallAsync("notes.save_note", new { text = "segunda" });
        await person.CallAsync("tasks.list_tasks");
        await person.FailAsync("notes.save_note", new { text = " " });
        await person.UndoAsync(second);

        var list = (await person.TextAsync("actions.list_actions")).Split('\n');

        Assert.Equal("O que eu fiz:", list[0]);
        Assert.Collection(
            list[1..],
            line => Assert.EndsWith(" · Desfeito: Nota: segunda", line, StringComparison.Ordinal),
            line => Assert.EndsWith(" · Nota: segunda · desfeito", line, StringComparison.Ordinal),
            line => Assert.EndsWith(" · Nota: primeira", line, StringComparison.Ordinal));
    }
}
