using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>Everything that can go wrong on the way, each with its name.</summary>
[Trait("Shows", "gemini:3")]
public sealed class FaultTests(Fake fake) : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(150);

    private readonly Line _line = new(fake.Gemini);

    public static TheoryData<GeminiFault, string, bool> Faults
    {
        get
        {
            var data = new TheoryData<GeminiFault, string, bool>();
            foreach (var name in Answers.Keys)
            {
                data.Add(Answers[name].Fault, name, true);
                if (Answers[name].Whole is { } whole)
                {
                    data.Add(whole, name, false);
                }
            }

            return data;
        }
    }

    // The fault in a stream, and that of an answer asked for as a whole where there is such a thing.
    private static readonly Dictionary<string, (GeminiFault Fault, GeminiFault? Whole, GeminiAnswer Answer)> Answers = new()
    {
        ["500"] = Both(GeminiFault.Unavailable, GeminiAnswer.Broken()),
        ["503"] = Both(GeminiFault.Unavailable, GeminiAnswer.Overloaded()),
        ["502 in HTML"] = Both(GeminiFault.Unavailable, new GeminiAnswer { Status = 502, Body = "<html>Bad gateway</html>" }),
        ["504"] = Both(GeminiFault.Unavailable, GeminiAnswer.Error(504, "DEADLINE_EXCEEDED")),
        ["429"] = Both(GeminiFault.Quota, GeminiAnswer.TooMany()),
        ["429 of the day"] = Both(GeminiFault.DailyQuota, GeminiAnswer.DayIsOver()),
        ["400"] = Both(GeminiFault.Rejected, GeminiAnswer.Error(400, "INVALID_ARGUMENT")),
        ["401"] = Both(GeminiFault.Key, GeminiAnswer.Error(401, "UNAUTHENTICATED")),
        ["403"] = Both(GeminiFault.Key, GeminiAnswer.Error(403, "PERMISSION_DENIED")),
        ["404"] = Both(GeminiFault.Rejected, GeminiAnswer.Error(404, "NOT_FOUND")),
        ["302"] = Both(GeminiFault.Rejected, new GeminiAnswer { Status = 302, Headers = new Dictionary<string, string> { ["Location"] = "http://127.0.0.1:1/" } }),
        ["error in an array"] = Both(GeminiFault.Quota, new GeminiAnswer { Status = 429, Body = "[{\"error\":{\"code\":429}}]" }),
        ["no JSON"] = Both(GeminiFault.Malformed, new GeminiAnswer { Body = "{\"candidates\": [{" }),
        ["other JSON"] = Both(GeminiFault.Malformed, new GeminiAnswer { Body = "[1, 2]" }),
        ["null"] = Both(GeminiFault.Malformed, new GeminiAnswer { Body = "null" }),
        ["a page"] = Both(GeminiFault.Malformed, new GeminiAnswer { Body = "<html>Login</html>", Headers = new Dictionary<string, string> { ["Content-Type"] = "text/html" } }),
        ["no candidates"] = Both(GeminiFault.Empty, new GeminiAnswer { Finish = null }),
        ["nothing said"] = Both(GeminiFault.Empty, new GeminiAnswer()),
        ["blanks said"] = Both(GeminiFault.Empty, GeminiAnswer.Say(" \n")),
        ["no finish"] = Both(GeminiFault.BrokenStream, GeminiAnswer.Say("Vou") with { Finish = null }),
        ["no finish after a call"] = Both(GeminiFault.BrokenStream, GeminiAnswer.Call(("weather", new { city = "Recife" })) with { Finish = null }),
        ["arguments in a list"] = Both(GeminiFault.Malformed, Called(new JsonArray(1, 2))),
        ["arguments in a text"] = Both(GeminiFault.Malformed, Called("{\"city\":\"Recife\"}")),
        ["a call without a name"] = Both(GeminiFault.Malformed, new GeminiAnswer { Chunks = [[GeminiAnswer.Call("", new JsonObject())]] }),
        ["dropped"] = Both(GeminiFault.Network, new GeminiAnswer { Dropped = true }),
        ["cut"] = (GeminiFault.BrokenStream, null, GeminiAnswer.Say("Vou ver") with { Finish = null, Cut = true }),
        ["cut after a call"] = (GeminiFault.BrokenStream, null, GeminiAnswer.Call(("weather", new { city = "Recife" })) with { Finish = null, Cut = true }),
        ["error in the stream"] = (GeminiFault.Unavailable, null, new GeminiAnswer
        {
            Body = """
                {"candidates":[{"content":{"parts":[{"text":"Vou"}]}}]}
                {"error":{"code":503,"status":"UNAVAILABLE"}}
                """,
        }),
        ["quota in the stream"] = (GeminiFault.DailyQuota, null, new GeminiAnswer { Body = GeminiAnswer.DayIsOver().Body }),
    };

    public void Dispose()
    {
        _line.Dispose();
        fake.Gemini.AssertAllValid();
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task EachFaultHasItsNameAndTellsNoSecret(GeminiFault fault, string name, bool streamed)
    {
        var words = fake.Gemini.Script(_ => Answers[name].Answer);
        var wrong = await _line.FailAsync(streamed, $"meu segredo {words}");

        Assert.Equal(fault, wrong.Fault);
        Assert.DoesNotContain(FakeGemini.Key, wrong.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("segredo", wrong.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoCallOfABrokenStreamIsHandedOn()
    {
        var words = fake.Gemini.Script(GeminiAnswer.SayAndCall("Vou. ", [("weather", new { city = "Recife" })]) with { Finish = null, Cut = true });
        var contents = new List<AIContent>();
        await Assert.ThrowsAsync<GeminiException>(async () =>
        {
            await foreach (var update in _line.Client.GetStreamingResponseAsync(words))
            {
                contents.AddRange(update.Contents);
            }
        });

        Assert.DoesNotContain(contents, content => content is FunctionCallContent);
    }

    [Fact]
    public async Task WhatBreaksAfterTheEndTakesNothing()
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Feito.") with { Cut = true, Signed = false }, GeminiAnswer.Say("Feito.") with { Hang = true });
        _line.Options = _line.Options with { ChunkTimeout = TimeSpan.FromSeconds(1) };
        Assert.Equal("Feito.", (await _line.AskAsync(true, words)).Text);
        Assert.Equal("Feito.", (await _line.AskAsync(true, words)).Text);
    }

    [Theory]
    [InlineData("head", true), InlineData("chunk", true), InlineData("whole", true), InlineData("whole", false)]
    public async Task EachWaitHasAnEnd(string which, bool streamed)
    {
        var silent = GeminiAnswer.Say("Vou") with { Silent = which != "chunk", Finish = null, Hang = true };
        var words = fake.Gemini.Script(_ => silent);
        _line.Options = which switch
        {
            "head" => _line.Options with { FirstByteTimeout = Soon },
            "chunk" => _line.Options with { ChunkTimeout = Soon },
            _ => _line.Options with { WholeTimeout = Soon },
        };

        Assert.Equal(GeminiFault.Timeout, (await _line.FailAsync(streamed, words)).Fault);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task WhoeverAskedMayStop(bool streamed)
    {
        using var stop = new CancellationTokenSource();
        var words = fake.Gemini.Script(_ =>
        {
            stop.Cancel();
            return GeminiAnswer.Say("Vou") with { Silent = true };
        });

        var stopped = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _line.AskAsync(streamed, [Line.Said(words)], null, stop.Token));
        Assert.Equal(stop.Token, stopped.CancellationToken);
    }

    [Fact]
    public async Task WhoeverListensMayStop()
    {
        using var stop = new CancellationTokenSource();
        var words = fake.Gemini.Script(GeminiAnswer.Say("Vou ver") with { Finish = null, Hang = true });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in _line.Client.GetStreamingResponseAsync(words, cancellationToken: stop.Token))
            {
                Assert.Equal("Vou ver", update.Text);
                await stop.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task NobodyThereIsANetworkFault()
    {
        _line.Options = _line.Options with { BaseUrl = new Uri("http://127.0.0.1:1") };
        Assert.Equal(GeminiFault.Network, (await _line.FailAsync(true, "Oi.")).Fault);
    }

    [Theory, InlineData(null), InlineData(" "), InlineData("a\nb")]
    public async Task AKeyThatIsNoneNeverLeaves(string? key)
    {
        var before = fake.Gemini.Journal.Count(asked => asked.Text.Contains("chave nenhuma", StringComparison.Ordinal));
        _line.Options = _line.Options with { ApiKey = key };
        Assert.Equal(GeminiFault.Key, (await _line.FailAsync(true, "chave nenhuma")).Fault);
        Assert.Equal(before, fake.Gemini.Journal.Count(asked => asked.Text.Contains("chave nenhuma", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ANewKeyWorksAtTheNextRequest()
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Oi."));
        _line.Options = _line.Options with { ApiKey = "the-old-one" };
        Assert.Equal(GeminiFault.Key, (await _line.FailAsync(true, words)).Fault);
        _line.Options = _line.Options with { ApiKey = FakeGemini.Key };
        Assert.Equal("Oi.", (await _line.AskAsync(true, words)).Text);
    }

    private static (GeminiFault, GeminiFault?, GeminiAnswer) Both(GeminiFault fault, GeminiAnswer answer) => (fault, fault, answer);

    private static GeminiAnswer Called(JsonNode arguments) => new() { Chunks = [[GeminiAnswer.Call("weather", arguments)]] };
}
