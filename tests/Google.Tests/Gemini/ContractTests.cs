using System.Text.Json;
using TbPersonalOs.Common.Gemini;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>The validator reads the contract, and it can fail.</summary>
[Trait("Shows", "gemini:2")]
public sealed class ContractTests
{
    private const string Hello = """{"role":"user","parts":[{"text":"Oi."}]}""";

    [Theory]
    [InlineData("""{"contents":[%]}""")]
    [InlineData("""{"contents":[%],"model":"models/x","cachedContent":null}""")]
    [InlineData("""{"contents":[%],"generationConfig":{"temperature":0.5,"topK":40,"maxOutputTokens":"100","responseJsonSchema":{"any":"thing"}}}""")]
    [InlineData("""{"contents":[%],"generation_config":{"top_k":40,"stop_sequences":["a"],"thinking_config":{"thinking_budget":0}}}""")]
    [InlineData("""{"contents":[%],"safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":4}]}""")]
    [InlineData("""{"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"_-8="},"videoMetadata":{"startOffset":"1.5s","fps":1},"partMetadata":{"a":1}}]}]}""")]
    [InlineData("""{"contents":[%],"tools":[{"functionDeclarations":[{"name":"a","description":"b","parameters":{"type":"OBJECT","properties":{"x":{"type":"STRING"}}}}]}]}""")]
    [InlineData("""{"contents":[%],"toolConfig":{"retrievalConfig":{"latLng":{"latitude":-23.5,"longitude":-46}}}}""")]
    [InlineData("""{"contents":[{"parts":[{"functionCall":{"name":"a","args":{"x":[1,null]}},"thoughtSignature":"skip_thought_signature_validator"}]}]}""")]
    public void WhatTheContractAllowsPasses(string body) => Assert.Empty(Check(body));

    [Theory]
    [InlineData("""{"contents":[%],"colour":"red"}""", "$.colour: unknown field of GenerateContentRequest")]
    [InlineData("""{"contents":[{"role":"user","parts":[{"txt":"Oi."}]}]}""", "$.contents[0].parts[0].txt: unknown field of Part")]
    [InlineData("""{"contents":[%],"_responseJsonSchema":1}""", "unknown field")]
    [InlineData("""{"contents":{"parts":[]}}""", "$.contents: expected Array, not Object")]
    [InlineData("""{"contents":["Oi."]}""", "Content is an object")]
    [InlineData("""{"contents":[{"role":1}]}""", "$.contents[0].role: Number 1 is no string")]
    [InlineData("""{"contents":[%],"generationConfig":{"topK":1.5}}""", "is no int32")]
    [InlineData("""{"contents":[%],"generationConfig":{"seed":5000000000}}""", "is no int32")]
    [InlineData("""{"contents":[%],"generationConfig":{"temperature":"hot"}}""", "is no float")]
    [InlineData("""{"contents":[{"parts":[{"text":"a","thought":"true"}]}]}""", "is no bool")]
    [InlineData("""{"contents":[{"parts":[{"inlineData":{"mimeType":"image/png","data":"not base64!"}}]}]}""", "is no bytes")]
    [InlineData("""{"contents":[{"parts":[{"inlineData":{"data":"AAAA"},"videoMetadata":{"startOffset":"1 second"}}]}]}""", "is no google.protobuf.Duration")]
    [InlineData("""{"contents":[{"parts":[{"functionCall":{"name":"a","args":[1]}}]}]}""", "is no google.protobuf.Struct")]
    [InlineData("""{"contents":[{"parts":[{"functionResponse":{"name":"a","response":"ok"}}]}]}""", "is no google.protobuf.Struct")]
    [InlineData("""{"contents":[{"parts":[{"functionResponse":{"name":"a"}}]}]}""", "$.contents[0].parts[0].functionResponse.response: required and missing")]
    [InlineData("""{"contents":[{"parts":[{"text":"a","functionCall":{"name":"b"}}]}]}""", "text and functionCall are of one oneof 'data'")]
    [InlineData("""{"contents":[%],"toolConfig":{"functionCallingConfig":{"mode":"SOMETIMES"}}}""", "is no FunctionCallingConfig.Mode")]
    [InlineData("""{"contents":[%],"safetySettings":[{"category":"HARM_CATEGORY_HARASSMENT","threshold":99}]}""", "is no SafetySetting.HarmBlockThreshold")]
    [InlineData("""{"contents":[%],"tools":[{"functionDeclarations":[{"name":"a"}]}]}""", "description: required and missing")]
    [InlineData("""{"contents":[%],"generationConfig":{"topK":1,"top_k":2}}""", "given twice")]
    [InlineData("""{}""", "$.contents: required and missing")]
    [InlineData("""[]""", "$: GenerateContentRequest is an object")]
    public void WhatItDoesNotAllowFails(string body, string wrong) =>
        Assert.Contains(Check(body), found => found.Contains(wrong, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"requests":[{"model":"models/x","content":{"parts":[{"text":"a"}]},"taskType":"RETRIEVAL_QUERY","outputDimensionality":768}]}""", null)]
    [InlineData("""{"requests":[{"model":"models/x","content":{"parts":[{"text":"a"}]},"taskType":"SEARCHING"}]}""", "is no TaskType")]
    [InlineData("""{"requests":[{"content":{"parts":[{"text":"a"}]}}]}""", "$.requests[0].model: required and missing")]
    public void BatchesAreCheckedAsWell(string body, string? wrong)
    {
        var found = GeminiContract.Check("batchEmbedContents", JsonElement.Parse(body));
        Assert.Equal(wrong is null ? 0 : 1, found.Count);
        Assert.All(found, one => Assert.Contains(wrong!, one, StringComparison.Ordinal));
    }

    [Fact]
    public void TheWholeContractIsRead()
    {
        Assert.Equal(5, GeminiContract.Schema.Enums["FunctionCallingConfig.Mode"].Values.Count);
        Assert.Equal("data", GeminiContract.Schema.Messages["Part"].Field("inline_data")!.OneOf);
        Assert.Equal("inlineData", GeminiContract.Schema.Messages["Part"].Field("inlineData")!.JsonName);
        Assert.True(GeminiContract.Schema.Messages["Schema"].Field("properties")!.Map);
        Assert.Equal(21, GeminiContract.Keywords.Count);
    }

    private static IReadOnlyList<string> Check(string body) =>
        GeminiContract.Check("generateContent", JsonElement.Parse(body.Replace("%", Hello, StringComparison.Ordinal)));
}
