using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using TbPersonalOs.Common.Gemini;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Google.Tests.Gemini;

/// <summary>Functions as they are offered: only what Gemini takes, and what it takes stays.</summary>
public sealed class SchemaTests(Fake fake) : IDisposable
{
    private readonly Line _line = new(fake.Gemini);

    public void Dispose()
    {
        _line.Dispose();
        fake.Gemini.AssertAllValid();
    }

    [Fact]
    public async Task AKernelsFunctionIsTaken()
    {
        var function = KernelFunctionFactory.CreateFromMethod(
            ([Description("Which.")] string title, DayOfWeek? day, DateTimeOffset? due, List<Step>? steps, int size = 3) => title, "create_task", "Writes a task.");
        var schema = (await OfferAsync(function)).GetProperty("properties");

        Assert.Equal("Which.", schema.GetProperty("title").GetProperty("description").GetString());
        Assert.Equal("string", schema.GetProperty("steps").GetProperty("items").GetProperty("properties").GetProperty("Name").GetProperty("type").GetString());
    }

    [Fact]
    public async Task TheWholeCatalogueIsTaken()
    {
        using var services = new ServiceCollection().AddPlugins().BuildServiceProvider();
        var catalog = services.GetRequiredService<PluginCatalog>();
        var words = fake.Gemini.Script(GeminiAnswer.Say("Oi."));
        await _line.AskAsync(true, words, new ChatOptions { Tools = [.. catalog.Functions.Select(function => function.Kernel)] });

        Assert.Equal(catalog.Functions.Count, Declarations(words).Count);
    }

    [Theory]
    [InlineData("""{"type":"string","minLength":1,"pattern":"a","default":"x","examples":["x"],"condition":"c"}""", """{"type":"string"}""")]
    [InlineData("""{"type":["string","null"],"enum":["a",null]}""", """{"type":["string","null"],"enum":["a"]}""")]
    [InlineData("""{"const":"a"}""", """{"enum":["a"]}""")]
    [InlineData("""true""", """{}""")]
    [InlineData("""{"type":"array","items":{"$comment":"x","type":"integer","exclusiveMinimum":0,"minimum":1},"uniqueItems":true,"minItems":1}""", """{"type":"array","items":{"type":"integer","minimum":1},"minItems":1}""")]
    [InlineData("""{"$ref":"#/$defs/a","description":"x"}""", """{"$ref":"#/$defs/a"}""")]
    [InlineData("""{"oneOf":[{"type":"string","minLength":2},true],"additionalProperties":false}""", """{"oneOf":[{"type":"string"},{}],"additionalProperties":false}""")]
    [InlineData("""{"type":"object","properties":{"default":{"type":"string","not":{}}},"additionalProperties":{"pattern":"x"}}""", """{"type":"object","properties":{"default":{"type":"string"}},"additionalProperties":{}}""")]
    public async Task WhatGeminiDoesNotTakeIsLeftOut(string given, string sent)
    {
        var schema = JsonElement.Parse($$"""{"type":"object","properties":{"a":{{given}}},"required":["a"],"$schema":"x"}""");
        var offered = await OfferAsync(AIFunctionFactory.CreateDeclaration("f", "Does it.", schema));

        Assert.Equal($$"""{"type":"object","properties":{"a":{{sent}}},"required":["a"]}""", offered.GetRawText());
    }

    [Fact]
    public async Task AFunctionWithoutParametersHasNoSchema()
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Oi."));
        await _line.AskAsync(true, words, new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1, "now", "Says the time.")] });
        Assert.False(Declarations(words)[0].TryGetProperty("parametersJsonSchema", out _));
    }

    [Theory, InlineData("AUTO"), InlineData("NONE"), InlineData("ANY"), InlineData(null)]
    public async Task HowFreelyItMayCallIsSaid(string? mode)
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Oi."), GeminiAnswer.Say("Oi."));
        var options = new ChatOptions
        {
            Tools = [AIFunctionFactory.Create(() => 1, "now", "Says the time.")],
            ToolMode = mode switch { "AUTO" => ChatToolMode.Auto, "NONE" => ChatToolMode.None, "ANY" => ChatToolMode.RequireSpecific("now"), _ => null },
        };
        await _line.AskAsync(true, words, options);

        Assert.Equal(mode is not null, fake.Gemini.Asked(words)[0].Body.TryGetProperty("toolConfig", out var config));
        Assert.Equal(mode, mode is null ? null : config.GetProperty("functionCallingConfig").GetProperty("mode").GetString());
    }

    private List<JsonElement> Declarations(string words) =>
        [.. fake.Gemini.Asked(words)[^1].Body.GetProperty("tools")[0].GetProperty("functionDeclarations").EnumerateArray()];

    private async Task<JsonElement> OfferAsync(AIFunctionDeclaration function)
    {
        var words = fake.Gemini.Script(GeminiAnswer.Say("Oi."));
        await _line.AskAsync(true, words, new ChatOptions { Tools = [function] });
        return Declarations(words).Single().GetProperty("parametersJsonSchema");
    }

    internal sealed record Step(string Name, int? Minutes);
}
