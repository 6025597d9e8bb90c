using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Profiles;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Plugins.Tests.Assistant;

public sealed class AssistantTests(TestHost host)
{
    [Fact]
    public async Task ADayIsSeenAtAGlance()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal("Hoje, seg 23/11: nada marcado.", await person.TextAsync("assistant.today"));
        await person.CallAsync("calendar.create_event", new { title = "almoço com a Marina", start = "2026-11-23T12:30", location = "Bistrô" });
        await person.CallAsync("calendar.create_event", new { title = "viagem", start = "2026-11-22", end = "2026-11-24" });
        await person.CallAsync("tasks.create_task", new { title = "comprar pão", due = "2026-11-23" });
        await person.CallAsync("tasks.create_task", new { title = "enviar relatório", due = "2026-11-23T08:00", priority = "high" });
        await person.CallAsync("tasks.create_task", new { title = "renovar passaporte", due = "2026-11-20" });
        await person.CallAsync("tasks.create_task", new { title = "sem data" });
        await person.CallAsync("reminders.set_reminder", new { text = "remédio", at = "2026-11-23T09:00" });
        await person.CallAsync("reminders.set_reminder", new { text = "ligar", at = "2026-11-23T15:00" });
        await person.CallAsync("health.check_in", new { sleepHours = 5.5, energy = 3 });

        Assert.Equal(
            """
            Hoje, seg 23/11
            Agenda:
            • (dia todo) viagem
            • 12:30–13:30 almoço com a Marina · Bistrô
            Tarefas:
            • comprar pão
            Atrasadas:
            • renovar passaporte · sex 20/11
            • enviar relatório · 08:00 · prioridade alta
            Lembretes:
            • 09:00 remédio · vencido
            • 15:00 ligar
            Saúde: sono 5,5 h · energia 3
            """,
            await person.TextAsync("assistant.today"));
        Assert.Equal("Amanhã, ter 24/11\nAgenda:\n• (dia todo) viagem", await person.TextAsync("assistant.today", new { date = "2026-11-24" }));
    }

    [Fact]
    public async Task SaysHowItIs()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("tasks.create_task", new { title = "x" });
        var status = await person.CallAsync("assistant.status");
        Assert.Equal(("offline", "America/Sao_Paulo", 1), (status.Get("planner").GetString(), status.Get("zone").GetString(), status.Get("openTasks").GetInt32()));
        Assert.Contains("Banco de dados: responde", status.Text, StringComparison.Ordinal);
        Assert.Matches(@"TB Personal OS \d+\.\d+\.\d+ · planejador offline", status.Text);
    }

    [Theory]
    [InlineData("en", "Language: English.", "No tasks.")]
    [InlineData("português", "Idioma: português.", "Nenhuma tarefa.")]
    public async Task TheReplyIsAlreadyInTheNewLanguage(string language, string reply, string next)
    {
        var person = await host.NewPersonAsync();
        Assert.Equal(reply, await person.TextAsync("assistant.set_language", new { language }));
        Assert.Equal(next, await person.TextAsync("tasks.list_tasks"));
        Assert.Equal(1, await person.SeeAsync(db => db.Profiles.CountAsync()));
    }

    [Fact]
    public async Task ANewConversationForgetsWhatWasSaidBefore()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("preciso comprar pão hoje");
        var before = (await person.SeeAsync(db => db.Set<Conversation>().SingleAsync())).HistoryFrom;

        var turn = await person.SayAsync("nova conversa");

        Assert.Equal("Conversa nova. O que está anotado continua aqui.", turn.Reply);
        Assert.True((await person.SeeAsync(db => db.Set<Conversation>().SingleAsync())).HistoryFrom > before);
        Assert.Equal(ErrorCode.Invalid, (await person.FailAsync("assistant.new_conversation")).Code);
    }

    [Fact]
    public async Task SaysWhatItCanDo()
    {
        var person = await host.NewPersonAsync();
        Assert.Contains("me lembra amanhã às 9", await person.TextAsync("assistant.help"), StringComparison.Ordinal);
        await person.CallAsync("assistant.set_language", new { language = "en" });
        Assert.Contains("remind me tomorrow at 9", await person.TextAsync("assistant.help"), StringComparison.Ordinal);
    }
}
