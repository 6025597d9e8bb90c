using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Plugins.Tests.Actions;

/// <summary>Whatever a function writes, undo takes back to the letter, and undoing the undo does it again.</summary>
public sealed class UndoEveryWriteTests(TestHost host)
{
    /// <summary>A call of each writing function, for a person who has one of everything; other plugins name theirs beside their tests.</summary>
    public static TheoryData<string, string> Writes =>
    [
        .. OfTheHouse,
        .. typeof(WritesAttribute).Assembly.GetTypes().SelectMany(type => type.GetCustomAttributes<WritesAttribute>())
            .Select(call => new TheoryDataRow<string, string>(call.Function, call.Arguments)),
    ];

    private static TheoryData<string, string> OfTheHouse => new()
    {
        { "tasks.create_task", """{"title":"comprar pão","due":"2026-11-24"}""" },
        { "tasks.update_task", """{"task":"aluguel","due":"2026-12-06","priority":"high"}""" },
        { "tasks.complete_task", """{"task":"aluguel"}""" },
        { "tasks.delete_task", """{"task":"aluguel"}""" },
        { "reminders.set_reminder", """{"text":"ligar","at":"2026-11-24","repeat":"FREQ=DAILY","untilDone":true}""" },
        { "reminders.snooze_reminder", """{"reminder":"remédio","until":"2026-11-25"}""" },
        { "reminders.complete_reminder", """{"reminder":"remédio"}""" },
        { "reminders.cancel_reminder", """{"reminder":"remédio"}""" },
        { "calendar.create_event", """{"title":"almoço","start":"2026-11-26T12:30"}""" },
        { "calendar.update_event", """{"event":"dentista","start":"2026-11-27"}""" },
        { "calendar.cancel_event", """{"event":"dentista"}""" },
        { "notes.save_note", """{"text":"nova"}""" },
        { "notes.update_note", """{"note":"portão","append":"mais"}""" },
        { "notes.delete_note", """{"note":"portão"}""" },
        { "health.check_in", """{"mood":5}""" },
        { "profile.update_profile", """{"zone":"Lisboa","name":"Tales"}""" },
        { "profile.set_goal", """{"title":"ler 12 livros"}""" },
        { "profile.complete_goal", """{"goal":"correr"}""" },
        { "inbox.capture", """{"text":"outra ideia"}""" },
        { "inbox.process_inbox_item", """{"item":"ideia","into":"reminder","due":"2026-11-24"}""" },
        { "assistant.set_language", """{"language":"en"}""" },
        { "assistant.set_quiet_hours", """{"from":"23:00","to":"06:00"}""" },
        { "assistant.set_morning_brief", """{"at":"07:30"}""" },
        { "actions.allow_always", """{"approval":"{approved}","hash":"{hash}"}""" },
        { "actions.revoke_permission", """{"permission":"rui@example.com"}""" },
        { "sharing.set_sharing", """{"kind":"health","allowed":true}""" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task IsTakenBackAndDoneAgainToTheLetter(string function, string arguments)
    {
        var person = await FurnishedAsync();
        var card = await person.SeeAsync(db => db.Approvals.OrderByDescending(row => row.Id).FirstAsync());
        arguments = arguments.Replace("{approved}", card.Id.ToString(), StringComparison.Ordinal).Replace("{hash}", card.Hash, StringComparison.Ordinal);
        var before = await person.AllRowsAsync();

        var done = await person.CallAsync(function, JsonNode.Parse(arguments), door: Doors.Web);
        var after = await person.AllRowsAsync();
        Assert.NotEqual(before, after);
        Assert.True(done.Undoable);

        var undone = await person.UndoAsync(done);
        Assert.Equal(before, await person.AllRowsAsync());
        Assert.True(undone.Undoable);

        await person.UndoAsync(undone);
        Assert.Equal(after, await person.AllRowsAsync());
    }

    /// <summary>
    /// Undo itself has its own tests; a new conversation needs a turn and is tested beside them. What the owner allows to be spent changes
    /// the household's budget of one day and nothing of a person's life: it ends with the day. A decision on a card changes that card alone;
    /// what was done by it is an action of its own, and undone by itself.
    /// </summary>
    [Fact]
    public void NoWritingFunctionIsLeftOut() => Assert.Equal(
        new ServiceCollection().AddPlugins().BuildServiceProvider().GetRequiredService<PluginCatalog>().Functions
            .Where(function => function.Effect.Effect == Effect.Write)
            .Select(function => function.FullName).Except(["actions.undo", "actions.approve", "actions.reject", "actions.ask_again", "assistant.new_conversation", "assistant.allow_spending"]).Order(StringComparer.Ordinal),
        Writes.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));

    [Fact]
    public async Task ANewConversationIsTakenBackInItsConversation()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("preciso comprar pão hoje");
        var before = await person.AllRowsAsync();
        await person.SayAsync("nova conversa");
        Assert.NotEqual(before, await person.AllRowsAsync());

        await person.SayAsync("desfaz isso");

        Assert.Equal(before, await person.AllRowsAsync());
    }

    private async Task<TestPerson> FurnishedAsync()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("tasks.create_task", new { title = "pagar o aluguel", due = "2026-12-05" });
        await person.CallAsync("reminders.set_reminder", new { text = "remédio", at = "2026-11-23T14:00", repeat = "FREQ=DAILY" });
        await person.CallAsync("calendar.create_event", new { title = "dentista", start = "2026-11-26T14:00" });
        await person.CallAsync("notes.save_note", new { title = "portão", text = "4821" });
        await person.CallAsync("health.check_in", new { sleepHours = 7, mood = 3 });
        await person.CallAsync("profile.set_goal", new { title = "correr 10 km", due = "2027-06-30" });
        await person.CallAsync("inbox.capture", new { text = "ideia" });
        await person.ApproveAsync("/probe mail to=rui@example.com text=oi");
        var first = await person.SeeAsync(db => db.Approvals.SingleAsync());
        await person.CallAsync("actions.allow_always", new { approval = first.Id, hash = first.Hash }, door: Doors.Web);
        await person.ApproveAsync("/probe mail to=ana@example.com text=oi");
        return person;
    }
}
