using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Calendar;

namespace TbPersonalOs.Plugins.Tests.Calendar;

public sealed class CalendarTests(TestHost host)
{
    [Fact]
    public async Task AnEventLastsAnHourUnlessSaid()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal(
            "Evento: almoço com a Marina · qui 26/11 12:30–13:30 (São Paulo) · Bistrô",
            await person.TextAsync("calendar.create_event", new { title = "almoço com a Marina", start = "2026-11-26T12:30", location = "Bistrô" }));
        Assert.Equal(
            "Evento: aula · qui 26/11 18:00–19:30 (São Paulo)",
            await person.TextAsync("calendar.create_event", new { title = "aula", start = "2026-11-26T18:00", minutes = 90 }));
        Assert.Equal(
            "Evento: férias · dom 20/12 – qui 31/12",
            await person.TextAsync("calendar.create_event", new { title = "férias", start = "2026-12-20", end = "2026-12-31" }));
    }

    [Fact]
    public async Task AnotherEventAtThatTimeIsSaidAndNotRefused()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("calendar.create_event", new { title = "dentista", start = "2026-11-26T14:00" });
        await person.CallAsync("calendar.create_event", new { title = "feriado", start = "2026-11-26" });
        Assert.Equal(
            "Evento: reunião · qui 26/11 14:30–15:30 (São Paulo) · junto com: dentista 14:00",
            await person.TextAsync("calendar.create_event", new { title = "reunião", start = "2026-11-26T14:30" }));
        Assert.Equal(
            "Evento: café · qui 26/11 15:30–16:30 (São Paulo)",
            await person.TextAsync("calendar.create_event", new { title = "café", start = "2026-11-26T15:30" }));
        Assert.Equal(4, await person.SeeAsync(db => db.Events.CountAsync()));
    }

    [Fact]
    public async Task APastEventCanBeWrittenDown()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal(
            "Evento: consulta · sex 20/11 10:00–11:00 (São Paulo)",
            await person.TextAsync("calendar.create_event", new { title = "consulta", start = "2026-11-20T10:00" }));
    }

    [Theory]
    [InlineData("2026-11-26T14:00", "2026-11-26T13:00", null, "end", "O evento terminaria antes de começar. Confira o início e o fim.")]
    [InlineData("2026-11-26", null, 60, "start", "A que horas começa?")]
    public async Task RefusesTimesThatCannotBe(string start, string? end, int? minutes, string parameter, string words)
    {
        var person = await host.NewPersonAsync();
        var error = await person.FailAsync("calendar.create_event", new { title = "x", start, end, minutes });
        Assert.Equal((ErrorCode.Invalid, parameter, words), (error.Code, error.Parameter, error.Message));
    }

    [Fact]
    public async Task AMovedEventKeepsLengthAndHour()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("calendar.create_event", new { title = "dentista", start = "2026-11-26T14:00", minutes = 30 });
        Assert.Equal(
            "Evento alterado: dentista · sex 27/11 14:00–14:30 (São Paulo)",
            await person.TextAsync("calendar.update_event", new { @event = "dentista", start = "2026-11-27" }));
        Assert.Equal(
            "Evento alterado: dentista da Lia · sex 27/11 16:00–16:45 (São Paulo) · Centro",
            await person.TextAsync("calendar.update_event", new { @event = "dentista", title = "dentista da Lia", start = "2026-11-27T16:00", minutes = 45, location = "Centro" }));
        Assert.Equal("Evento cancelado: dentista da Lia · sex 27/11 16:00–16:45 (São Paulo) · Centro", await person.TextAsync("calendar.cancel_event", new { @event = "dentista" }));
        Assert.Equal(0, await person.SeeAsync(db => db.Events.CountAsync()));
    }

    [Fact]
    public async Task ListsWhatTouchesTheDays()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("calendar.create_event", new { title = "ontem", start = "2026-11-22T10:00" });
        await person.CallAsync("calendar.create_event", new { title = "festa", start = "2026-11-24T22:00", end = "2026-11-25T02:00" });
        await person.CallAsync("calendar.create_event", new { title = "viagem", start = "2026-11-24", end = "2026-11-26" });
        await person.CallAsync("calendar.create_event", new { title = "longe", start = "2027-03-01T10:00" });

        Assert.Equal("Agenda:\n• viagem · amanhã, ter 24/11 – qui 26/11\n• festa · amanhã, ter 24/11 22:00 – qua 25/11 02:00 (São Paulo)", await ListAsync(new { }));
        Assert.Equal("Agenda:\n• viagem · amanhã, ter 24/11 – qui 26/11", await ListAsync(new { from = "2026-11-26", to = "2026-11-26" }));
        Assert.Equal("Agenda:\n• ontem · ontem, dom 22/11 10:00–11:00 (São Paulo)", await ListAsync(new { from = "2026-11-22", to = "2026-11-22" }));
        Assert.Equal("Agenda:\n• longe · seg 01/03/2027 10:00–11:00 (São Paulo)", await ListAsync(new { text = "longe" }));
        Assert.Equal("Nada na agenda nesses dias.", await ListAsync(new { from = "2026-12-01", to = "2026-12-02" }));
        Assert.Equal(ErrorCode.Invalid, (await person.FailAsync("calendar.list_events", new { from = "2026-12-02", to = "2026-12-01" })).Code);

        Task<string> ListAsync(object arguments) => person.TextAsync("calendar.list_events", arguments);
    }

    [Fact]
    public async Task FindsFreeTimeInWorkingHoursFromNowOn()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("calendar.create_event", new { title = "dentista", start = "2026-11-24T10:00" });
        await person.CallAsync("calendar.create_event", new { title = "curso", start = "2026-11-25T08:00", end = "2026-11-25T17:30" });
        await person.CallAsync("calendar.create_event", new { title = "aniversário da Ana", start = "2026-11-26" });

        Assert.Equal(
            """
            Horários livres de pelo menos 60 min (São Paulo):
            • hoje, seg 23/11: 09:00–18:00
            • amanhã, ter 24/11: 09:00–10:00, 11:00–18:00
            • qui 26/11 (dia todo: aniversário da Ana): 09:00–18:00
            • sex 27/11: 09:00–18:00
            """,
            await person.TextAsync("calendar.find_free_time"));
        Assert.Equal(
            "Horários livres de pelo menos 30 min (São Paulo):\n• sáb 28/11: 09:00–18:00",
            await person.TextAsync("calendar.find_free_time", new { minutes = 30, from = "2026-11-28", to = "2026-11-28" }));
        Assert.Equal(
            "Nenhum horário livre de 60 min nesses dias, dentro do seu horário de trabalho.",
            await person.TextAsync("calendar.find_free_time", new { from = "2026-11-25", to = "2026-11-25" }));
    }

    [Fact]
    public async Task AnEventToComeIsMeantBeforeOneThatIsOver()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("calendar.create_event", new { title = "dentista", start = "2026-11-16T14:00" });
        await person.CallAsync("calendar.create_event", new { title = "dentista", start = "2026-11-30T14:00" });
        Assert.Equal("Evento cancelado: dentista · seg 30/11 14:00–15:00 (São Paulo)", await person.TextAsync("calendar.cancel_event", new { @event = "o dentista" }));
        Assert.Equal("Evento cancelado: dentista · seg 16/11 14:00–15:00 (São Paulo)", await person.TextAsync("calendar.cancel_event", new { @event = "o dentista" }));
    }
}
