using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Tests.Tasks;

public sealed class TasksTests(TestHost host)
{
    [Fact]
    public async Task ATaskIsWrittenDownChangedAndDone()
    {
        var person = await host.NewPersonAsync();

        Assert.Equal("Tarefa: pagar o aluguel · sáb 05/12", await person.TextAsync("tasks.create_task", new { title = " pagar o aluguel ", due = "2026-12-05" }));
        Assert.Equal(
            "Tarefa alterada: pagar o aluguel · dom 06/12 10:00 (São Paulo) · prioridade alta",
            await person.TextAsync("tasks.update_task", new { task = "aluguel", due = "2026-12-06T10:00", priority = "high" }));
        Assert.Equal("Tarefa alterada: pagar o aluguel · prioridade alta", await person.TextAsync("tasks.update_task", new { task = "aluguel", clearDue = true }));
        Assert.Equal("Tarefa feita: pagar o aluguel · prioridade alta", await person.TextAsync("tasks.complete_task", new { task = "aluguel" }));

        var task = await person.SeeAsync(db => db.Tasks.SingleAsync());
        Assert.Equal((host.Clock.Now, Priority.High, null), (task.CompletedAt, task.Priority, task.Due));
    }

    [Fact]
    public async Task ATitleIsOneLineWithoutControlCharacters()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal(
            "Tarefa: pagar Tarefa \uFFFD\uFFFDfeita: luz",
            await person.TextAsync("tasks.create_task", new { title = "pagar\nTarefa\t\u0007\u0000feita: luz", notes = "uma\nduas" }));
        Assert.Equal("uma\nduas", (await person.SeeAsync(db => db.Tasks.SingleAsync())).Notes);
    }

    [Fact]
    public async Task ADeletedTaskIsGone()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel" });
        Assert.Equal("Tarefa apagada: pagar o aluguel", await person.TextAsync("tasks.delete_task", new { task = "aluguel" }));
        Assert.Equal(0, await person.SeeAsync(db => db.Tasks.CountAsync()));
    }

    [Fact]
    public async Task ListsByDayStateAndWords()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("tasks.create_task", new { title = "atrasada", due = "2026-11-20" });
        await person.CallAsync("tasks.create_task", new { title = "de hoje", due = "2026-11-23" });
        await person.CallAsync("tasks.create_task", new { title = "de amanhã", due = "2026-11-24" });
        await person.CallAsync("tasks.create_task", new { title = "sem data" });
        await person.CallAsync("tasks.create_task", new { title = "feita", due = "2026-11-23" });
        await person.CallAsync("tasks.complete_task", new { task = "feita" });

        Assert.Equal("Tarefas:\n• atrasada · sex 20/11 · atrasada\n• de hoje · hoje, seg 23/11", await ListAsync(new { from = "2026-11-23", to = "2026-11-23" }));
        Assert.Equal("Tarefas:\n• de amanhã · amanhã, ter 24/11", await ListAsync(new { from = "2026-11-24", to = "2026-11-24" }));
        Assert.Equal("Tarefas:\n• feita · hoje, seg 23/11 · feita", await ListAsync(new { status = "done" }));
        Assert.Equal("Tarefas:\n• sem data", await ListAsync(new { text = "SEM data" }));
        Assert.Equal("Nenhuma tarefa.", await ListAsync(new { text = "inexistente" }));

        Task<string> ListAsync(object arguments) => person.TextAsync("tasks.list_tasks", arguments);
    }

    [Fact]
    public async Task TwentyLinesThenMore()
    {
        var person = await host.NewPersonAsync();
        for (var number = 1; number <= 21; number++)
        {
            await person.CallAsync("tasks.create_task", new { title = $"t{number:00}", due = $"2026-12-{number:00}" });
        }

        var first = await person.CallAsync("tasks.list_tasks");
        Assert.EndsWith("… há mais: diga “mais”.", first.Text, StringComparison.Ordinal);
        Assert.Equal((20, true), (first.Get("tasks").GetArrayLength(), first.Get("more").GetBoolean()));
        Assert.Equal("Tarefas:\n• t21 · seg 21/12", await person.TextAsync("tasks.list_tasks", new { page = 2 }));
    }

    [Theory]
    [InlineData("tasks.create_task", """{"title":"  "}""", "title")]
    [InlineData("tasks.update_task", """{"task":"luz"}""", "title")]
    [InlineData("tasks.update_task", """{"task":"luz","title":" "}""", "title")]
    public async Task RefusesWhatSaysNothing(string function, string arguments, string parameter)
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("tasks.create_task", new { title = "pagar a luz" });
        var error = await person.FailAsync(function, System.Text.Json.Nodes.JsonNode.Parse(arguments));
        Assert.Equal((ErrorCode.Invalid, parameter), (error.Code, error.Parameter));
    }
}
