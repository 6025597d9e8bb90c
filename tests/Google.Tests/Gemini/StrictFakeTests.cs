using System.Net;
using System.Text;
using System.Text.Json;
using TbPersonalOs.Common.Gemini;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>The fake refuses what Gemini refuses: each rule by a request that breaks it and nothing else.</summary>
[Trait("Shows", "gemini:1")]
public sealed class StrictFakeTests : IAsyncLifetime
{
    private const string Hello = """{"role":"user","parts":[{"text":"Oi."}]}""";
    private const string Tool = """{"name":"weather","description":"Says it."}""";

    private readonly HttpClient _http = new();
    private FakeGemini _fake = null!;

    public async ValueTask InitializeAsync() => _fake = await FakeGemini.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _fake.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"contents":[%]}""")]
    [InlineData("""{"contents":[%],"tools":[{"functionDeclarations":[~]}],"toolConfig":{"functionCallingConfig":{"mode":"ANY","allowedFunctionNames":["weather"]}}}""")]
    public async Task WhatIsRightIsAnswered(string body)
    {
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(body)).Status);
        _fake.AssertAllValid();
    }

    [Theory]
    [InlineData("""{"contents":[%],"colour":"red"}""", "unknown field")]
    [InlineData("""{"contents":[]}""", "not specified")]
    [InlineData("""{"contents":[%,%]}""", "neighbours of one role")]
    [InlineData("""{"contents":[{"role":"function","parts":[{"text":"a"}]}]}""", "valid role")]
    [InlineData("""{"contents":[{"role":"user","parts":[]}]}""", "must not be empty")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"thought":true}]}]}""", "one initialized field")]
    [InlineData("""{"contents":[%,{"role":"model","parts":[{"text":"Oi."}]}]}""", "the last one is the user's")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"inlineData":{"mimeType":"application/zip","data":"AAAA"}}]}]}""", "unsupported MIME type")]
    [InlineData("""{"contents":[%,@,{"role":"user","parts":[{"text":"E?"}]}]}""", "number of function response parts (0)")]
    [InlineData("""{"contents":[%,@,{"role":"user","parts":[^,^]}]}""", "number of function response parts (2)")]
    [InlineData("""{"contents":[{"role":"user","parts":[^]}]}""", "number of function response parts (1)")]
    [InlineData("""{"contents":[@,{"role":"user","parts":[^]}]}""", "comes from the model, after")]
    [InlineData("""{"contents":[%,@,{"role":"user","parts":[^]}]}""", "missing a thought_signature")]
    [InlineData("""{"contents":[%,{"role":"model","parts":[{"text":"Oi.","thoughtSignature":"AAAA"}]},%]}""", "signature is not valid")]
    [InlineData("""{"contents":[%,{"role":"model","parts":[{"functionCall":{"name":"weather","id":"1"},"thoughtSignature":"skip_thought_signature_validator"}]},{"role":"user","parts":[{"functionResponse":{"name":"weather","id":"1","response":{}}}]}]}""", "an id that it was not given")]
    [InlineData("""{"contents":[%,@,{"role":"user","parts":[{"functionResponse":{"name":"other","response":{}}}]}]}""", "do not name the calls")]
    [InlineData("""{"contents":[%,@,{"role":"user","parts":[{"functionResponse":{"name":"weather","response":"sol"}}]}]}""", "is no google.protobuf.Struct")]
    [InlineData("""{"contents":[%],"tools":[{"functionDeclarations":[~,~]}]}""", "duplicate function")]
    [InlineData("""{"contents":[%],"tools":[{"functionDeclarations":[{"name":"com espaço","description":"x"}]}]}""", "invalid function name")]
    [InlineData("""{"contents":[%],"tools":[{"functionDeclarations":[~]}],"toolConfig":{"functionCallingConfig":{"mode":"AUTO","allowedFunctionNames":["weather"]}}}""", "only with the modes")]
    [InlineData("""{"contents":[%],"generationConfig":{"temperature":3}}""", "from 0 to 2")]
    public async Task WhatIsWrongIsRefused(string body, string wrong)
    {
        var (status, answer) = await PostAsync(body);
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_ARGUMENT"), (status, answer.GetProperty("error").GetProperty("status").GetString()));
        Assert.Contains(_fake.Invalid, found => found.Wrong.Contains(wrong, StringComparison.Ordinal));
        Assert.ThrowsAny<Exception>(_fake.AssertAllValid);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string","minLength":1}}}""", "'minLength' is not taken")]
    [InlineData("""{"type":"object","properties":{"a":{"anyOf":[{"condition":"x"}]}}}""", "'condition' is not taken")]
    [InlineData("""{"type":"object","properties":{"a":{"items":{"default":1}}}}""", "'default' is not taken")]
    [InlineData("""{"type":"object","properties":{"a":{"enum":["x",null]}}}""", "among the choices")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"#/$defs/b","description":"x"}}}""", "beside $ref")]
    [InlineData("""{"type":"object","properties":{"a":true}}""", "a schema is an object")]
    [InlineData("""{"type":"string"}""", "must describe an object")]
    public async Task ASchemaThatGeminiDoesNotTakeIsRefused(string schema, string wrong)
    {
        await PostAsync("""{"contents":[%],"tools":[{"functionDeclarations":[{"name":"a","description":"b","parametersJsonSchema":""" + schema + "}]}]}");
        Assert.Contains(_fake.Invalid, found => found.Wrong.Contains(wrong, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("models/m:generateContent?key=AIzaFakeKeyForTests0123456789", true, "in the URL")]
    [InlineData("models/m:generateContent", false, "is missing")]
    [InlineData("models/m:streamGenerateContent", true, "alt=sse")]
    [InlineData("models/m:countTokens", true, "no method")]
    public async Task ThePlaceOfTheKeyAndThePathAreChecked(string path, bool key, string wrong)
    {
        await PostAsync("""{"contents":[%]}""", path, key);
        Assert.Contains(_fake.Invalid, found => found.Wrong.Contains(wrong, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASignatureThatWasLostOrStandsElsewhereIsSeen()
    {
        var words = _fake.Script(_ => GeminiAnswer.Call(("weather", new { }), ("other", new { })) with { Ids = false });
        var said = Hello.Replace("Oi.", words, StringComparison.Ordinal);
        var (_, answer) = await PostAsync($$"""{"contents":[{{said}}]}""");
        var signature = answer.GetProperty("candidates")[0].GetProperty("content").GetProperty("parts")[0].GetProperty("thoughtSignature").GetString()!;

        await PostAsync(Back(said, "weather", signature));
        _fake.AssertAllValid();
        await PostAsync(Back(said, "other", signature));
        Assert.Contains("stands at other", Assert.Single(_fake.Invalid).Wrong, StringComparison.Ordinal);
        await PostAsync(Back(said, "weather", "skip_thought_signature_validator"));
        Assert.Contains("has lost its", _fake.Invalid.Last().Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoAnswersInOneContentAreSeen()
    {
        var words = _fake.Script(_ => GeminiAnswer.Say("Oi."));
        var said = Hello.Replace("Oi.", words, StringComparison.Ordinal);
        var signed = new List<string>();
        for (var time = 0; time < 2; time++)
        {
            signed.Add((await PostAsync($$"""{"contents":[{{said}}]}""")).Answer.GetProperty("candidates")[0].GetProperty("content").GetProperty("parts")[0].GetRawText());
        }

        await PostAsync($$"""{"contents":[{{said}},{"role":"model","parts":[{{signed[0]}},{{signed[1]}}]},{{said}}]}""");
        Assert.Contains("two answers", Assert.Single(_fake.Invalid).Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskingMoreThanWasWrittenIsSeen()
    {
        var words = _fake.Script(GeminiAnswer.Say("Oi."));
        await PostAsync("""{"contents":[%]}""".Replace("%", Hello.Replace("Oi.", words, StringComparison.Ordinal), StringComparison.Ordinal));
        await PostAsync("""{"contents":[%]}""".Replace("%", Hello.Replace("Oi.", words, StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains("asked 2 times, 1 answers", Assert.Single(_fake.Invalid).Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMoreThanFullBatchIsRefused()
    {
        var one = """{"model":"models/m","content":{"parts":[{"text":"a"}]}}""";
        await PostAsync($$"""{"requests":[{{string.Join(',', Enumerable.Repeat(one, 101))}}]}""", "models/m:batchEmbedContents");
        Assert.Contains("at most 100", Assert.Single(_fake.Invalid).Wrong, StringComparison.Ordinal);
    }

    private static string Back(string said, string function, string signature) =>
        $$"""{"contents":[{{said}},{"role":"model","parts":[{"functionCall":{"name":"{{function}}"},"thoughtSignature":"{{signature}}"}]},"""
        + $$"""{"role":"user","parts":[{"functionResponse":{"name":"{{function}}","response":""" + "{}}}]}]}";

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string body, string path = "models/m:generateContent", bool key = true)
    {
        var text = body.Replace("%", Hello, StringComparison.Ordinal).Replace("~", Tool, StringComparison.Ordinal)
            .Replace("@", """{"role":"model","parts":[{"functionCall":{"name":"weather"}}]}""", StringComparison.Ordinal)
            .Replace("^", """{"functionResponse":{"name":"weather","response":{}}}""", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_fake.BaseUrl, $"v1beta/{path}"))
        {
            Content = new StringContent(text, Encoding.UTF8, "application/json"),
        };
        if (key)
        {
            request.Headers.Add("x-goog-api-key", FakeGemini.Key);
        }

        using var response = await _http.SendAsync(request);
        var answer = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, answer.StartsWith('{') ? JsonElement.Parse(answer) : default);
    }
}
