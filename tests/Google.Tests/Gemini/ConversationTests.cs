using System.Text.Json;
using Microsoft.Extensions.AI;
using TbPersonalOs.Common.Gemini;
using static TbPersonalOs.Google.Tests.Gemini.Line;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>What goes over the wire and comes back, in both ways of asking.</summary>
public sealed class ConversationTests(Fake fake) : IDisposable
{
    private readonly Line _line = new(fake.Gemini);

    private static readonly ChatOptions Options = new()
    {
        Tools = [AIFunctionFactory.Create((string city) => city, "weather", "Says the weather."), AIFunctionFactory.Create((string title) => title, "tasks_create_task", "Writes a task.")],
        ToolMode = ChatToolMode.Auto,
    };

    public void Dispose()
    {
        _line.Dispose();
        fake.Gemini.AssertAllValid();
    }

    [Theory, InlineData(true), InlineData(false)]
    [Trait("Shows", "gemini:1")]
    public async Task TwoRoundsOfParallelCallsWithTextAroundThem(bool streamed)
    {
        var words = fake.Gemini.Script(
            GeminiAnswer.SayAndCall("Vou ver. ", [("weather", new { city = "Recife" }), ("weather", new { city = "Olinda" })], "Um momento."),
            GeminiAnswer.Call(("tasks_create_task", new { title = "Levar guarda-chuva" }), ("weather", new { city = "Natal" })),
            GeminiAnswer.Say("Chove em ", "Recife", ". Anotei."));
        var said = new List<ChatMessage> { Said(words) };

        var first = await Turn(said, streamed);
        Assert.Equal("Vou ver. Um momento.", first.Text);
        Assert.Equal(ChatFinishReason.ToolCalls, first.FinishReason);
        Assert.Equal(["Recife", "Olinda"], Calls(first).Select(call => call.Arguments!["city"]!.ToString()));
        Answer(said, first, new { rain = true }, "sol");

        Answer(said, await Turn(said, streamed), "feito", 21);
        var last = await Turn(said, streamed);

        Assert.Equal("Chove em Recife. Anotei.", last.Text);
        Assert.Equal(ChatFinishReason.Stop, last.FinishReason);
        Assert.Equal(
            ["""{"rain":true}""", """{"result":"sol"}""", """{"result":"feito"}""", """{"result":21}"""],
            fake.Gemini.Asked(words)[^1].Responses.Select(response => response.GetProperty("response").GetRawText()));
    }

    [Theory, InlineData(true), InlineData(false)]
    [Trait("Shows", "gemini:1")]
    public async Task SignaturesComeBackAlsoAfterTheAnswerWasStored(bool streamed)
    {
        var words = fake.Gemini.Script(
            GeminiAnswer.Call(("weather", new { city = "Recife" }), ("weather", new { city = "Olinda" })), GeminiAnswer.Say("Sol", " hoje."), GeminiAnswer.Say("De nada."));
        var said = new List<ChatMessage> { Said(words) };
        Answer(said, Stored(await Turn(said, streamed)), "sol", "sol");
        said.AddRange(Stored(await Turn(said, streamed)).Messages);
        said.Add(Said($"Obrigado, {words}"));

        Assert.Equal("De nada.", (await Turn(said, streamed)).Text);
        var text = JsonDocument.Parse(fake.Gemini.Asked(words)[^1].Text).RootElement.GetProperty("contents")[3].GetProperty("parts");
        // As it had come: in a stream the signature stood in a part of its own.
        Assert.Equal(streamed ? ["Sol hoje.", ""] : ["Sol", " hoje."], text.EnumerateArray().Select(part => part.GetProperty("text").GetString()));
        Assert.True(text[1].TryGetProperty("thoughtSignature", out _));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task AnIdIsEchoedOnlyIfTheServerGaveOne(bool ids)
    {
        var words = fake.Gemini.Script(
            GeminiAnswer.Call(("weather", new { city = "Recife" }), ("weather", new { city = "Olinda" })) with { Ids = ids }, GeminiAnswer.Say("Sol."));
        var said = new List<ChatMessage> { Said(words) };
        var first = Stored(await Turn(said, true));
        Answer(said, first, "sol", "chuva");
        await Turn(said, true);

        Assert.Equal(2, Calls(first).Select(call => call.CallId).Distinct().Count());
        Assert.All(fake.Gemini.Asked(words)[^1].Responses, response => Assert.Equal(ids, response.TryGetProperty("id", out _)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task UsageIsToldOnce(bool streamed)
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("um ", "dois ", "três") with { Usage = (120, 9, 30, 40) });
        var answer = await _line.AskAsync(streamed, words);

        Assert.Equal((120, 39, 159, 40, 30), (
            answer.Usage!.InputTokenCount, answer.Usage.OutputTokenCount, answer.Usage.TotalTokenCount, answer.Usage.CachedInputTokenCount, answer.Usage.ReasoningTokenCount));
        Assert.Single(answer.Messages);
        Assert.Equal("gemini-test", answer.ModelId);
    }

    [Theory]
    [InlineData("image/png"), InlineData("audio/ogg"), InlineData("application/pdf")]
    [Trait("Shows", "gemini:1")]
    public async Task APictureAVoiceNoteAndADocumentGoInline(string type)
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Vi."));
        var bytes = new byte[] { 1, 2, 250, 251 };
        await _line.AskAsync(true, [new ChatMessage(ChatRole.User, [new TextContent(words), new DataContent(bytes, type)])]);

        var blob = fake.Gemini.Asked(words).Single().Contents[0].GetProperty("parts")[1].GetProperty("inlineData");
        Assert.Equal(type, blob.GetProperty("mimeType").GetString());
        Assert.Equal(bytes, blob.GetProperty("data").GetBytesFromBase64());
    }

    [Fact]
    public async Task NeighboursAreOneContentAndInstructionsStandApart()
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Certo."));
        await _line.AskAsync(true,
            [new ChatMessage(ChatRole.System, "Seja breve."), Said("Oi."), Said(words)],
            new ChatOptions { Instructions = "Fale português.", Temperature = 0.5f, MaxOutputTokens = 100, StopSequences = ["FIM"], Seed = 5_000_000_000 });

        var asked = fake.Gemini.Asked(words).Single();
        Assert.Equal("Fale português.\nSeja breve.", asked.System);
        Assert.Equal(2, Assert.Single(asked.Contents).GetProperty("parts").GetArrayLength());
        Assert.Equal(100, asked.Body.GetProperty("generationConfig").GetProperty("maxOutputTokens").GetInt32());
    }

    [Fact]
    public async Task WhatAHistoryLacksIsMadeUpFor()
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Certo."));
        var unanswered = new FunctionCallContent("a", "weather", new Dictionary<string, object?> { ["city"] = "Recife" });
        var answered = new FunctionCallContent("b", "weather", new Dictionary<string, object?> { ["city"] = "Olinda" });
        await _line.AskAsync(true,
        [
            Said("Antes."), new ChatMessage(ChatRole.Assistant, [unanswered, answered]),
            new ChatMessage(ChatRole.Tool, [new FunctionResultContent("lost", 1), new FunctionResultContent("b", "sol")]), Said(words),
        ]);

        var parts = fake.Gemini.Asked(words).Single().Contents[2].GetProperty("parts");
        Assert.StartsWith("no result", parts[0].GetProperty("functionResponse").GetProperty("response").GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("sol", parts[1].GetProperty("functionResponse").GetProperty("response").GetProperty("result").GetString());
        Assert.Equal(words, parts[2].GetProperty("text").GetString());
    }

    [Fact]
    public async Task AHistoryThatBeginsWithCallsLosesThem()
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Certo."));
        var call = new FunctionCallContent("a", "weather", new Dictionary<string, object?> { ["city"] = "Recife" });
        await _line.AskAsync(true, [new ChatMessage(ChatRole.Assistant, [call]), Result(call, "sol"), Said(words)]);

        Assert.Single(fake.Gemini.Asked(words).Single().Contents);
    }

    [Fact]
    public async Task ACallThatAnotherPlannerMadeInThisTurnIsLetThrough()
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Feito."));
        var call = new FunctionCallContent("offline-1", "tasks_create_task", new Dictionary<string, object?> { ["title"] = "Leite" });
        var answer = await _line.AskAsync(true, [Said(words), new ChatMessage(ChatRole.Assistant, [call]), Result(call, "feito")], Options);

        Assert.Equal("Feito.", answer.Text);
    }

    [Fact]
    public async Task AThoughtIsNoPartOfTheText()
    {
        var thought = GeminiAnswer.Text("Pensando.");
        thought["thought"] = true;
        var words = fake.Gemini.Script(new GeminiAnswer { Chunks = [[thought], [GeminiAnswer.Text("Oi.")]] });

        Assert.Equal("Oi.", (await _line.AskAsync(true, words)).Text);
    }

    private Task<ChatResponse> Turn(List<ChatMessage> said, bool streamed) => _line.AskAsync(streamed, said, Options);

    private static List<FunctionCallContent> Calls(ChatResponse answer) => [.. answer.Messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>()];

    // The results come apart, as a function loop may give them.
    private static void Answer(List<ChatMessage> said, ChatResponse answer, params object[] results)
    {
        said.AddRange(answer.Messages);
        said.AddRange(Calls(answer).Select((call, place) => Result(call, results[place])));
    }

    // As RecordedChatClient stores an answer.
    private static ChatResponse Stored(ChatResponse answer) =>
        JsonSerializer.Deserialize<ChatResponse>(JsonSerializer.Serialize(answer, AIJsonUtilities.DefaultOptions), AIJsonUtilities.DefaultOptions)!;
}
