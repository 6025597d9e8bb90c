using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>When it asks again, and when that is no use. The clock is made of steps: no test waits.</summary>
[Trait("Shows", "gemini:3")]
public sealed class RetryTests : IDisposable
{
    private readonly SteppedClock _clock = new();
    private readonly FakeGemini _fake;
    private readonly Line _line;

    public RetryTests(Fake fake)
    {
        _fake = fake.Gemini;
        _line = new Line(_fake, _clock) { };
        _line.Options = _line.Options with { RetryDelay = TimeSpan.FromSeconds(1) };
    }

    public void Dispose()
    {
        _line.Dispose();
        _fake.AssertAllValid();
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task TwiceBrokenThenWell(bool streamed)
    {
        var words = _fake.Script(GeminiAnswer.Broken(), GeminiAnswer.Overloaded(), GeminiAnswer.Say("Oi."));
        Assert.Equal("Oi.", (await _line.AskAsync(streamed, words)).Text);
        Assert.Equal(3, _fake.Asked(words).Count);
        // It doubles, less up to a half by chance.
        Assert.Collection(_clock.Waits, wait => Assert.InRange(wait.TotalSeconds, 0.5, 1), wait => Assert.InRange(wait.TotalSeconds, 1, 2));
    }

    [Fact]
    public async Task ItGivesUpAfterTheLastRetry()
    {
        var words = _fake.Script(GeminiAnswer.Broken(), GeminiAnswer.Broken(), GeminiAnswer.Broken());
        Assert.Equal(500, (await _line.FailAsync(true, words)).Status);
        Assert.Equal(3, _fake.Asked(words).Count);
    }

    [Fact]
    public async Task ItWaitsAsLongAsItIsAsked()
    {
        var words = _fake.Script(GeminiAnswer.TooMany("7.25s"), GeminiAnswer.Say("Oi."));
        Assert.Equal("Oi.", (await _line.AskAsync(true, words)).Text);
        Assert.InRange(Assert.Single(_clock.Waits).TotalSeconds, 7.25, 7.75);
    }

    [Fact]
    public async Task TheHeaderCountsWhereTheBodySaysNothing()
    {
        var words = _fake.Script(
            new GeminiAnswer { Status = 503, Body = "", Headers = new Dictionary<string, string> { ["Retry-After"] = "4" } }, GeminiAnswer.Say("Oi."));
        await _line.AskAsync(true, words);
        Assert.InRange(Assert.Single(_clock.Waits).TotalSeconds, 4, 4.5);
    }

    [Fact]
    public async Task AWaitThatDoesNotFitIsNotBegun()
    {
        var words = _fake.Script(GeminiAnswer.TooMany("61s"));
        var wrong = await _line.FailAsync(true, words);
        Assert.Equal((GeminiFault.Quota, TimeSpan.FromSeconds(61)), (wrong.Fault, wrong.RetryAfter));
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task WaitsTogetherFitTheWhole()
    {
        var words = _fake.Script(GeminiAnswer.TooMany("40s"), GeminiAnswer.TooMany("40s"));
        Assert.Equal(GeminiFault.Quota, (await _line.FailAsync(true, words)).Fault);
        Assert.Single(_clock.Waits);
    }

    [Theory, InlineData(true), InlineData(false)]
    [Trait("Shows", "gemini:4")]
    public async Task TheDaysQuotaIsNeverAskedAgain(bool streamed)
    {
        var words = _fake.Script(GeminiAnswer.DayIsOver());
        var wrong = await _line.FailAsync(streamed, words);
        Assert.Equal(GeminiFault.DailyQuota, wrong.Fault);
        Assert.Contains("PerDay", wrong.QuotaId, StringComparison.Ordinal);
        Assert.Single(_fake.Asked(words));
        Assert.Empty(_clock.Waits);
    }

    [Fact]
    public async Task WhatWasBegunIsNotAskedAgain()
    {
        var words = _fake.Script(GeminiAnswer.Say("Vou ver") with { Finish = null, Cut = true });
        Assert.Equal(GeminiFault.BrokenStream, (await _line.FailAsync(true, words)).Fault);
        Assert.Single(_fake.Asked(words));
    }

    [Theory, InlineData(400), InlineData(404), InlineData(502)]
    public async Task WhatCannotHelpIsNotDone(int status)
    {
        var words = _fake.Script(GeminiAnswer.Error(status, "NO"));
        await _line.FailAsync(true, words);
        Assert.Single(_fake.Asked(words));
    }
}
