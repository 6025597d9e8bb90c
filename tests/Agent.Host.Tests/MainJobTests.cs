using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Calendar;
using TbPersonalOs.Data.Health;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;

[assembly: AssemblyFixture(typeof(TestHost))]

namespace TbPersonalOs.Agent.Host.Tests;

/// <summary>A sentence becomes a receipt.</summary>
public sealed class MainJobTests(TestHost host)
{
    private const string TwoWishes = "preciso pagar o aluguel dia 5 e me lembra amanhã às 9 de ligar pra dentista";

    [Fact]
    [Trait("Shows", "main-job:1")]
    public async Task TwoWishesBecomeATaskAndAReminder()
    {
        var person = await host.NewPersonAsync();

        var turn = await person.SayAsync(TwoWishes);

        var task = await person.SeeAsync(db => db.Tasks.SingleAsync());
        Assert.Equal(("pagar o aluguel", new DateTime(2026, 12, 5), false), (task.Title, task.Due!.Local, task.Due.HasTime));
        var reminder = await person.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal(("ligar pra dentista", new DateTime(2026, 11, 24, 9, 0, 0)), (reminder.Text, reminder.Due.Local));
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), reminder.Due.At);
        Assert.Equal(
            "Tarefa: pagar o aluguel · sáb 05/12\nLembrete: ligar pra dentista · amanhã, ter 24/11 09:00 (São Paulo)", turn.Reply);
        Assert.All(turn.Receipts, receipt => Assert.True(receipt is { State: ActionState.Done, Undoable: true }));
    }

    [Fact]
    [Trait("Shows", "main-job:2")]
    public async Task UndoTakesBothBackOnceAndTheLogKeepsIt()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync(TwoWishes);

        var undone = await person.SayAsync("desfaz isso");

        Assert.Contains("Desfeito: Tarefa: pagar o aluguel", undone.Reply, StringComparison.Ordinal);
        Assert.Contains("Desfeito: Lembrete: ligar pra dentista", undone.Reply, StringComparison.Ordinal);
        Assert.Equal(0, await person.SeeAsync(db => db.Tasks.CountAsync()));
        Assert.Equal(0, await person.SeeAsync(db => db.Reminders.CountAsync()));
        Assert.Equal(2, await person.SeeAsync(db => db.Actions.CountAsync(row => row.State == ActionState.Undone)));
        Assert.Equal(3, await person.SeeAsync(db => db.Set<AssistantLog>().CountAsync(row => row.Kind == "done")));
        Assert.Equal(2, await person.SeeAsync(db => db.Set<AssistantLog>().CountAsync(row => row.Kind == "undone")));
        Assert.Null(await person.SeeAsync(db => db.Database.SqlQuery<long?>($"""select verify_log() as "Value" """).SingleAsync()));

        var again = await person.SayAsync("desfaz isso");

        Assert.Equal("Não há nada para desfazer.", again.Reply);
    }

    [Fact]
    [Trait("Shows", "main-job:3")]
    public async Task ADayIsCheckedIn()
    {
        var person = await host.NewPersonAsync();

        await person.SayAsync("dormi 5 horas e meia, energia 3");

        var day = await person.SeeAsync(db => db.CheckIns.SingleAsync());
        Assert.Equal((new DateOnly(2026, 11, 23), 5.5m, 3), (day.Day, day.SleepHours, day.Energy));
    }

    [Fact]
    [Trait("Shows", "main-job:3")]
    public async Task TodaysTasksAreListed()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("preciso comprar pão hoje");
        await person.SayAsync("preciso pagar a luz dia 10");

        var turn = await person.SayAsync("quais tarefas tenho hoje?");

        Assert.Contains("comprar pão", turn.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("pagar a luz", turn.Reply, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Shows", "main-job:3")]
    public async Task AnEventIsPutInTheCalendarForAnHour()
    {
        var person = await host.NewPersonAsync();

        await person.SayAsync("marca almoço com a Marina quinta 12h30");

        var lunch = await person.SeeAsync(db => db.Events.SingleAsync());
        Assert.Equal(
            ("almoço com a Marina", new DateTime(2026, 11, 26, 12, 30, 0), new DateTime(2026, 11, 26, 13, 30, 0)),
            (lunch.Title, lunch.Start.Local, lunch.End.Local));
    }

    [Theory]
    [InlineData("qual a capital da Mongólia?")]
    [InlineData("não crie nada")]
    [Trait("Shows", "main-job:3")]
    public async Task NothingIsDoneAndThatIsSaid(string text)
    {
        var person = await host.NewPersonAsync();

        var turn = await person.SayAsync(text);

        Assert.NotEmpty(turn.Reply);
        Assert.Empty(turn.Receipts);
        Assert.Equal(0, await person.SeeAsync(db => db.Actions.CountAsync()));
    }

    [Fact]
    [Trait("Shows", "main-job:3")]
    public async Task AMeetingWithoutATimeIsAskedForAndTheNextMessageCompletesIt()
    {
        var person = await host.NewPersonAsync();

        var asked = await person.SayAsync("marca uma reunião");
        var made = await person.SayAsync("amanhã às 15h");

        Assert.NotNull(asked.Question);
        Assert.Empty(asked.Receipts);
        var meeting = await person.SeeAsync(db => db.Events.SingleAsync());
        Assert.Equal(("reunião", new DateTime(2026, 11, 24, 15, 0, 0)), (meeting.Title, meeting.Start.Local));
        Assert.Null(made.Question);
    }

    [Fact]
    public async Task WhoSpeaksEnglishIsAnsweredInEnglishUntilALanguageIsSet()
    {
        var person = await host.NewPersonAsync();

        var reminder = await person.SayAsync("remind me tomorrow at 9 to call the dentist");
        var chosen = await person.SayAsync("fale português");
        var task = await person.SayAsync("I need to buy milk today");

        Assert.Equal("Reminder: call the dentist · tomorrow, Tue 24/11 09:00 (São Paulo)", reminder.Reply);
        Assert.NotEmpty(chosen.Receipts);
        Assert.StartsWith("Tarefa: buy milk", task.Reply, StringComparison.Ordinal);
    }
}
