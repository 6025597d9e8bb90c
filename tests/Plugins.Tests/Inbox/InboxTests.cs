using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Inbox;
using TbPersonalOs.Data.Notes;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Tests.Inbox;

public sealed class InboxTests(TestHost host)
{
    [Fact]
    public async Task WhatIsCapturedWaitsInItsOrder()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal("A caixa de entrada está vazia.", await person.TextAsync("inbox.list_inbox"));
        Assert.Equal("Na caixa de entrada: ideia para o aniversário", await person.TextAsync("inbox.capture", new { text = "ideia para o aniversário" }));
        await person.CallAsync("inbox.capture", new { text = "ver aquele filme" });
        Assert.Equal("Caixa de entrada:\n• ideia para o aniversário\n• ver aquele filme", await person.TextAsync("inbox.list_inbox"));
    }

    [Theory]
    [InlineData("task", null, "Da caixa de entrada, virou tarefa: ligar para a Ana")]
    [InlineData("task", "2026-11-24", "Da caixa de entrada, virou tarefa: ligar para a Ana · amanhã, ter 24/11")]
    [InlineData("note", null, "Da caixa de entrada, virou nota: ligar para a Ana")]
    [InlineData("reminder", "2026-11-24", "Da caixa de entrada, virou lembrete: ligar para a Ana · amanhã, ter 24/11 09:00 (São Paulo)")]
    [InlineData("discard", null, "Descartado da caixa de entrada: ligar para a Ana")]
    public async Task AnItemBecomesSomethingElseInOneCall(string into, string? due, string words)
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("inbox.capture", new { text = "ligar para a Ana" });
        Assert.Equal(words, await person.TextAsync("inbox.process_inbox_item", new { item = "Ana", into, due }));

        var made = await person.SeeAsync(async db => (
            await db.Tasks.CountAsync(task => task.Title == "ligar para a Ana"),
            await db.Notes.CountAsync(note => note.Text == "ligar para a Ana"),
            await db.Reminders.CountAsync(reminder => reminder.Text == "ligar para a Ana")));
        Assert.Equal((into == "task" ? 1 : 0, into == "note" ? 1 : 0, into == "reminder" ? 1 : 0), made);
        Assert.Equal(into, (await person.SeeAsync(db => db.InboxItems.SingleAsync())).ProcessedInto);
        Assert.Equal("A caixa de entrada está vazia.", await person.TextAsync("inbox.list_inbox"));
    }

    [Fact]
    public async Task AReminderNeedsAMoment()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("inbox.capture", new { text = "ligar para a Ana" });
        var error = await person.FailAsync("inbox.process_inbox_item", new { item = "Ana", into = "reminder" });
        Assert.Equal((ErrorCode.Invalid, "due", "Para quando é o lembrete?"), (error.Code, error.Parameter, error.Message));
        Assert.Equal("Caixa de entrada:\n• ligar para a Ana", await person.TextAsync("inbox.list_inbox"));
    }

    [Fact]
    public async Task ALongTextBecomesATaskWithNotes()
    {
        var person = await host.NewPersonAsync();
        var text = new string('a', 900);
        await person.CallAsync("inbox.capture", new { text });
        await person.CallAsync("inbox.process_inbox_item", new { item = (await person.SeeAsync(db => db.InboxItems.SingleAsync())).Id, into = "task" });
        var task = await person.SeeAsync(db => db.Tasks.SingleAsync());
        Assert.Equal((500, text), (task.Title.Length, task.Notes));
    }
}
