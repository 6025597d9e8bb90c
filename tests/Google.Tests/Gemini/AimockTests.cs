using Microsoft.Extensions.AI;
using TbPersonalOs.Common;
using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>The client against a Gemini that somebody else wrote.</summary>
[Trait("Shows", "gemini:1")]
public sealed class AimockTests(AimockTests.GeminiMock aimock) : IClassFixture<AimockTests.GeminiMock>, IDisposable
{
    /// <summary>It, with the answers of these tests.</summary>
    public sealed class GeminiMock() : Aimock("Gemini/aimock.json");

    private static readonly ChatOptions Options = new() { Tools = [AIFunctionFactory.Create((string city) => $"sol em {city}", "weather", "Says the weather.")] };

    private readonly HttpClient _http = GeminiHttp.CreateClient();

    public void Dispose() => _http.Dispose();

    [Theory, InlineData(true), InlineData(false)]
    public async Task TwoRoundsOfParallelCallsWithStreamedTextAroundThem(bool streamed)
    {
        var said = new List<ChatMessage> { new(ChatRole.User, "Como está o tempo?") };
        List<(string Text, string Cities, int Updates)> rounds = [];
        for (var round = 0; round < 3; round++)
        {
            var updates = await AskAsync(streamed, said);
            var answer = updates.ToChatResponse();
            var calls = answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
            rounds.Add((answer.Text, string.Join(' ', calls.Select(call => call.Arguments!["city"])), updates.Count));
            said.AddRange(answer.Messages);
            said.AddRange(calls.Select(call => Line.Result(call, $"sol em {call.Arguments!["city"]}")));
        }

        Assert.Equal(
            [("Vou ver como está o tempo agora. ", "Recife Olinda"), ("Falta ainda uma parte da costa. ", "Natal Maceió"), ("Há sol em toda a costa hoje, de Natal a Maceió.", "")],
            rounds.Select(round => (round.Text, round.Cities)));
        // In pieces of eight letters; asked for as a whole, an answer is one piece and its end.
        Assert.All(rounds, round => Assert.Equal(streamed, round.Updates > 3));
    }

    [Fact]
    public async Task ItsFaultsAreOurs()
    {
        var overloaded = await Assert.ThrowsAsync<GeminiException>(() => AskAsync(true, [new(ChatRole.User, "Está cheio?")]));
        Assert.Equal((GeminiFault.Quota, 429), (overloaded.Fault, overloaded.Status));

        var cut = await Assert.ThrowsAsync<GeminiException>(() => AskAsync(true, [new(ChatRole.User, "Conte até o fim.")]));
        Assert.Equal(GeminiFault.BrokenStream, cut.Fault);
    }

    private async Task<List<ChatResponseUpdate>> AskAsync(bool streamed, List<ChatMessage> said)
    {
        Assert.SkipWhen(aimock.BaseUrl is null, aimock.Missing);
        var settings = new GeminiOptions { ApiKey = "mock", BaseUrl = aimock.BaseUrl!, Model = "gemini-2.5-flash", Retries = 0 };
        var client = new GeminiChatClient(_http, () => settings);
        return streamed
            ? await client.GetStreamingResponseAsync(said, Options).ToListAsync()
            : [.. (await client.GetResponseAsync(said, Options)).ToChatResponseUpdates()];
    }
}
