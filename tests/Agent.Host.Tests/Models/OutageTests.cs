using TbPersonalOs.Common.Gemini;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>A model that is away for two hours is asked now and then, and every turn is answered without it.</summary>
public sealed class OutageTests(OutageTests.Away models) : IClassFixture<OutageTests.Away>
{
    /// <summary>A host of its own: what fails there fails for all that it serves.</summary>
    public sealed class Away : HastyModelHost;

    [Fact]
    [Trait("Shows", "gemini:3")]
    public async Task TwoHoursAreBridgedAndEndWithTheModelBack()
    {
        var person = await models.Host.NewPersonAsync();
        models.Gemini.Outage = _ => GeminiAnswer.Overloaded();
        var before = models.Gemini.Journal.Count;
        var turns = 0;
        for (var minutes = 0; minutes < 120; minutes += 3)
        {
            models.Host.Clock.Now += TimeSpan.FromMinutes(3);
            var turn = await person.SayAsync($"cria uma tarefa: regar as plantas {turns++}");
            Assert.Equal("offline", turn.Planner);
            Assert.Single(turn.Receipts);
            Assert.EndsWith("Sigo sem ele.", turn.Text, StringComparison.Ordinal);
        }

        // A turn that tries asks three times; while it rests nobody asks.
        Assert.Equal(40, turns);
        Assert.InRange(models.Gemini.Journal.Count - before, 3, 16 * 3);

        models.Gemini.Outage = null;
        models.Host.Clock.Now += TimeSpan.FromMinutes(16);
        var words = models.Gemini.Script(GeminiAnswer.Say("Voltei."));
        Assert.Equal("Voltei.", (await person.SayAsync($"{words} oi")).Text);
    }
}
