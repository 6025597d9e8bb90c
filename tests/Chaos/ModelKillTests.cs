using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Chaos;

/// <summary>A turn that a model decides and whose process is killed is finished by another: nothing is done twice, and what was answered is not asked again.</summary>
public sealed class ModelKillTests
{
    [Theory]
    [InlineData(nameof(TurnStep.Answered), 1, 2)]
    [InlineData(nameof(TurnStep.WriteCommitted), 1, 1)]
    [InlineData(nameof(TurnStep.EndWritten), 2, 1)]
    [Trait("Shows", "gemini:3")]
    public async Task WhatWasStoredStandsAndTheRestIsAskedOnce(string step, int askedBefore, int askedAfter)
    {
        await using var gemini = await FakeGemini.StartAsync();
        gemini.Otherwise = asked => asked.Round == 0
            ? GeminiAnswer.SayAndCall("Vou anotar. ", [("tasks.create_task", new { title = "comprar leite" }), ("tasks.create_task", new { title = "comprar café" })])
            : GeminiAnswer.Say("Mais alguma coisa?");
        await using var house = await House.NewAsync(settings: new Dictionary<string, string>
        {
            ["Gemini__ApiKey"] = FakeGemini.Key, ["Gemini__BaseUrl"] = gemini.BaseUrl.ToString(), ["Gemini__Tier"] = "paid", ["Cost__DailyCap"] = "1000",
        });
        var told = Told.Task("leite");
        await using (var victim = await HostProcess.StartAsync(house, Enum.Parse<TurnStep>(step)))
        {
            var posted = victim.PostInVainAsync(told);
            await victim.PausedAsync(Enum.Parse<TurnStep>(step));
            Assert.Equal(137, await victim.KillAsync());
            await posted;
        }

        Assert.Equal(askedBefore, gemini.Journal.Count);
        await using var next = await HostProcess.StartAsync(house);
        var turn = await next.EndedTurnAsync(told.Chat);

        Assert.Equal((TurnState.Done, "gemini"), (turn.State, turn.Planner));
        Assert.EndsWith("Mais alguma coisa?", turn.Text, StringComparison.Ordinal);
        Assert.Equal(2, turn.Receipts.Count);
        Assert.Equal(2, await house.SeeAsync<long>("select count(*) from tasks"));
        Assert.Equal(2, await house.SeeAsync<long>($"select count(*) from actions where turn_id = '{turn.Id}'"));
        Assert.Equal(askedBefore + askedAfter, gemini.Journal.Count);
        // The call that nobody could count any more keeps its worst case: it was perhaps paid for.
        Assert.Equal(1, await house.SeeAsync<long>("select count(*) from model_calls where state = 'reserved'"));
        Assert.Null(await house.SeeAsync<long?>("select verify_log()"));
        gemini.AssertAllValid();
    }
}
