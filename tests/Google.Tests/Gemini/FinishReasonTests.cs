using Microsoft.Extensions.AI;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>Every way in which the contract lets an answer end.</summary>
public sealed class FinishReasonTests(Fake fake) : IDisposable
{
    private readonly Line _line = new(fake.Gemini);

    public static TheoryData<string, GeminiFault> Faults => new()
    {
        { "SAFETY", GeminiFault.Blocked }, { "RECITATION", GeminiFault.Blocked }, { "LANGUAGE", GeminiFault.Blocked },
        { "BLOCKLIST", GeminiFault.Blocked }, { "PROHIBITED_CONTENT", GeminiFault.Blocked }, { "SPII", GeminiFault.Blocked },
        { "IMAGE_SAFETY", GeminiFault.Blocked }, { "IMAGE_PROHIBITED_CONTENT", GeminiFault.Blocked }, { "IMAGE_RECITATION", GeminiFault.Blocked },
        { "MALFORMED_FUNCTION_CALL", GeminiFault.Malformed }, { "UNEXPECTED_TOOL_CALL", GeminiFault.Malformed }, { "TOO_MANY_TOOL_CALLS", GeminiFault.Malformed },
        { "OTHER", GeminiFault.Stopped }, { "IMAGE_OTHER", GeminiFault.Stopped }, { "NO_IMAGE", GeminiFault.Stopped },
        { "FINISH_REASON_UNSPECIFIED", GeminiFault.Stopped }, { "A_WORD_OF_TOMORROW", GeminiFault.Stopped },
    };

    public void Dispose()
    {
        _line.Dispose();
        fake.Gemini.AssertAllValid();
    }

    [Theory, MemberData(nameof(Faults))]
    [Trait("Shows", "gemini:3")]
    public async Task EachOtherEndIsAFaultAndNoCallIsHandedOn(string finish, GeminiFault fault)
    {
        var ended = GeminiAnswer.SayAndCall("Vou ", [("weather", new { city = "Recife" })]) with { Finish = finish };
        var words = fake.Gemini.Script(ended, ended);
        var handedOn = new List<AIContent>();
        var wrong = await Assert.ThrowsAsync<GeminiException>(async () =>
        {
            await foreach (var update in _line.Client.GetStreamingResponseAsync(words))
            {
                handedOn.AddRange(update.Contents);
            }
        });

        Assert.Equal((fault, finish), (wrong.Fault, wrong.Reason));
        Assert.Equal(115, wrong.Usage?.TotalTokenCount);
        Assert.Equal("Vou ", Assert.IsType<TextContent>(Assert.Single(handedOn)).Text);
        Assert.Equal(fault, (await _line.FailAsync(false, words)).Fault);
    }

    [Fact]
    public void TheListIsTheContracts()
    {
        var contract = GeminiContract.Schema.Enums["Candidate.FinishReason"].Values.Keys;
        Assert.Equal(contract.Order(), Faults.Select(row => row.Data.Item1).Where(word => word != "A_WORD_OF_TOMORROW").Append("STOP").Append("MAX_TOKENS").Order());
    }

    [Theory, InlineData(true), InlineData(false)]
    [Trait("Shows", "gemini:3")]
    public async Task AnAnswerCutInACallIsTooLong(bool streamed)
    {
        var words = fake.Gemini.Script(GeminiAnswer.Call(("weather", new { city = "Re" })) with { Finish = "MAX_TOKENS" });
        Assert.Equal(GeminiFault.TooLong, (await _line.FailAsync(streamed, words)).Fault);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task AnAnswerThatOnlyThoughtIsTooLong(bool streamed)
    {
        var words = fake.Gemini.Script(new GeminiAnswer { Finish = "MAX_TOKENS" });
        Assert.Equal(GeminiFault.TooLong, (await _line.FailAsync(streamed, words)).Fault);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task TextCutAtItsLongestSaysSo(bool streamed)
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Era uma vez") with { Finish = "MAX_TOKENS" });
        var answer = await _line.AskAsync(streamed, words);
        Assert.Equal(("Era uma vez", ChatFinishReason.Length), (answer.Text, answer.FinishReason));
    }

    [Theory]
    [InlineData("SAFETY"), InlineData("OTHER"), InlineData("BLOCKLIST"), InlineData("PROHIBITED_CONTENT"), InlineData("IMAGE_SAFETY"), InlineData("BLOCK_REASON_UNSPECIFIED")]
    public async Task ABlockedPromptIsBlocked(string reason)
    {
        var blocked = new GeminiAnswer { BlockReason = reason };
        var words = fake.Gemini.Script(blocked, blocked);
        var wrong = await _line.FailAsync(true, words);
        Assert.Equal((GeminiFault.Blocked, reason), (wrong.Fault, wrong.Reason));
        Assert.Equal(GeminiFault.Blocked, (await _line.FailAsync(false, words)).Fault);
    }
}
