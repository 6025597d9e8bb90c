using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Goals;
using TbPersonalOs.Data.Profiles;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Tests.Profile;

public sealed class ProfileTests(TestHost host)
{
    [Fact]
    public async Task IsStoredWhenSomethingInItIsFirstChanged()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal("Perfil: São Paulo · português · trabalho 09:00–18:00", await person.TextAsync("profile.get_profile"));
        Assert.Equal(0, await person.SeeAsync(db => db.Profiles.CountAsync()));

        Assert.Equal(
            "Perfil alterado: Tales · São Paulo · português · trabalho 08:30–17:00 · tenho dois filhos",
            await person.TextAsync("profile.update_profile", new { name = "Tales", workStart = "8:30", workEnd = "17:00", about = "tenho dois filhos" }));
        var profile = await person.SeeAsync(db => db.Profiles.SingleAsync());
        Assert.Equal((person.Id, person.Id, "America/Sao_Paulo"), (profile.Id, profile.UserId, profile.Zone));
    }

    [Fact]
    public async Task ANewLanguageIsSpokenAtOnce()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal("Profile changed: São Paulo · English · work 09:00–18:00", await person.TextAsync("profile.update_profile", new { language = "inglês" }));
        Assert.Equal("No tasks.", await person.TextAsync("tasks.list_tasks"));
    }

    [Fact]
    public async Task WhatIsStillToComeKeepsItsWallTimeInAnotherZone()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("reminders.set_reminder", new { text = "remédio", at = "2026-11-24T09:00" });
        await person.CallAsync("reminders.set_reminder", new { text = "voo", at = "2026-11-24T09:00-03:00" });
        await person.CallAsync("tasks.create_task", new { title = "relatório", due = "2026-11-24" });

        await person.CallAsync("profile.update_profile", new { zone = "Lisboa" });

        var reminders = await person.SeeAsync(db => db.Reminders.ToDictionaryAsync(reminder => reminder.Text, reminder => reminder.Due));
        Assert.Equal((new DateTime(2026, 11, 24, 9, 0, 0), At(9)), (reminders["remédio"].Local, reminders["remédio"].At));
        Assert.Equal((new DateTime(2026, 11, 24, 12, 0, 0), At(12)), (reminders["voo"].Local, reminders["voo"].At));
        var task = await person.SeeAsync(db => db.Tasks.SingleAsync());
        Assert.Equal((new DateTime(2026, 11, 24), At(0), "Europe/Lisbon"), (task.Due!.Local, task.Due.At, task.Due.Zone));

        static DateTimeOffset At(int hour) => new(2026, 11, 24, hour, 0, 0, TimeSpan.Zero);
    }

    [Theory]
    [InlineData("""{"zone":"Nárnia"}""", "zone")]
    [InlineData("""{"language":"klingon"}""", "language")]
    [InlineData("""{"workStart":"cedo"}""", "workStart")]
    [InlineData("""{"workStart":"19:00"}""", "workEnd")]
    [InlineData("{}", "name")]
    public async Task RefusesWhatItDoesNotKnow(string arguments, string parameter)
    {
        var person = await host.NewPersonAsync();
        var error = await person.FailAsync("profile.update_profile", System.Text.Json.Nodes.JsonNode.Parse(arguments));
        Assert.Equal((ErrorCode.Invalid, parameter), (error.Code, error.Parameter));
        Assert.Equal(0, await person.SeeAsync(db => db.Profiles.CountAsync()));
    }

    [Fact]
    public async Task AGoalIsSetListedAndReached()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal(
            "Meta: correr 10 km · em menos de uma hora · até qua 30/06/2027",
            await person.TextAsync("profile.set_goal", new { title = "correr 10 km", target = "em menos de uma hora", due = "2027-06-30" }));
        await person.CallAsync("profile.set_goal", new { title = "ler 12 livros" });
        Assert.Equal("Meta alcançada: ler 12 livros", await person.TextAsync("profile.complete_goal", new { goal = "livros" }));
        Assert.Equal("Metas:\n• correr 10 km · em menos de uma hora · até qua 30/06/2027", await person.TextAsync("profile.list_goals"));
        Assert.Equal("Metas:\n• ler 12 livros · alcançada", await person.TextAsync("profile.list_goals", new { status = "done" }));
        Assert.Equal(1, await person.SeeAsync(db => db.Goals.CountAsync(goal => goal.CompletedAt == host.Clock.GetUtcNow())));
    }
}
