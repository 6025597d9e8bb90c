using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Health;

namespace TbPersonalOs.Plugins.Tests.Health;

public sealed class HealthTests(TestHost host)
{
    [Fact]
    public async Task ASecondCheckInFillsTheSameDay()
    {
        var person = await host.NewPersonAsync();
        Assert.Equal("Saúde: hoje, seg 23/11 · sono 5,5 h · energia 3", await person.TextAsync("health.check_in", new { sleepHours = 5.5, energy = 3 }));
        Assert.Equal(
            "Saúde: hoje, seg 23/11 · sono 5,5 h · energia 4 · humor 2 · exercício 30 min · água 1,75 L · peso 70 kg · cansado",
            await person.TextAsync("health.check_in", new { energy = 4, mood = 2, exerciseMinutes = 30, waterLitres = 1.75, weightKg = 70, note = "cansado" }));
        var day = await person.SeeAsync(db => db.CheckIns.SingleAsync());
        Assert.Equal((new DateOnly(2026, 11, 23), 5.5m, 4), (day.Day, day.SleepHours, day.Energy));
    }

    [Fact]
    public async Task ListsTheLatestDayFirst()
    {
        var person = await host.NewPersonAsync();
        await person.CallAsync("health.check_in", new { date = "2026-11-21", mood = 3 });
        await person.CallAsync("health.check_in", new { date = "2026-11-22", mood = 4 });
        await person.CallAsync("health.check_in", new { mood = 5 });
        Assert.Equal("Saúde:\n• hoje, seg 23/11 · humor 5\n• ontem, dom 22/11 · humor 4\n• sáb 21/11 · humor 3", await person.TextAsync("health.list_check_ins"));
        Assert.Equal("Saúde:\n• ontem, dom 22/11 · humor 4", await person.TextAsync("health.list_check_ins", new { from = "2026-11-22", to = "2026-11-22" }));
        Assert.Equal("Nenhum registro de saúde.", await person.TextAsync("health.list_check_ins", new { to = "2026-11-01" }));
    }

    [Theory]
    [InlineData("""{"energy":6}""", "energy", "Fora do possível: energia vai de 1 a 5.")]
    [InlineData("""{"mood":0}""", "mood", "Fora do possível: humor vai de 1 a 5.")]
    [InlineData("""{"sleepHours":25}""", "sleepHours", "Fora do possível: sono em horas vai de 0 a 24.")]
    [InlineData("""{"exerciseMinutes":-1}""", "exerciseMinutes", "Fora do possível: exercício em minutos vai de 0 a 1440.")]
    [InlineData("""{"waterLitres":21}""", "waterLitres", "Fora do possível: água em litros vai de 0 a 20.")]
    [InlineData("""{"weightKg":0}""", "weightKg", "Fora do possível: peso em kg vai de 1 a 500.")]
    [InlineData("""{"mood":3,"date":"2026-11-24"}""", "date", "Amanhã, ter 24/11 ainda não chegou. Só anoto dias que já passaram ou hoje.")]
    [InlineData("{}", "energy", "Diga como foi: sono, energia (1 a 5), humor (1 a 5), exercício, água, peso ou uma nota.")]
    public async Task RefusesWhatCannotBeInClearWords(string arguments, string parameter, string words)
    {
        var person = await host.NewPersonAsync();
        var error = await person.FailAsync("health.check_in", System.Text.Json.Nodes.JsonNode.Parse(arguments));
        Assert.Equal((ErrorCode.Invalid, parameter, words), (error.Code, error.Parameter, error.Message));
        Assert.Equal(0, await person.SeeAsync(db => db.CheckIns.CountAsync()));
    }
}
