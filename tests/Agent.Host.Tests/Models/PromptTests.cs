using TbPersonalOs.Agent.Host.Models.Context;

namespace TbPersonalOs.Agent.Host.Tests.Models;

public sealed class PromptTests
{
    [Fact]
    public void EveryPromptIsWholeInBothLanguages()
    {
        var prompts = new Prompts();

        Assert.All(new[] { "pt-BR", "en" }, language => Assert.NotEmpty(prompts.Assistant(language).Version));
        Assert.Equal(
            Directory.GetFiles(Path.Combine(Environment.GetEnvironmentVariable("TBOS_REPO")!, "prompts"), "*.md").Select(Path.GetFileName).Order(),
            Prompt.LoadAll().Keys.Order());
    }

    [Theory]
    [InlineData("no front matter", "front matter")]
    [InlineData("---\npurpose: x\nversion: 1\n---\ntext", "inputs")]
    [InlineData("---\npurpose: x\nversion: 1\ninputs: name\n---\ntext", "declares the inputs name")]
    [InlineData("---\npurpose: x\nversion: 1\ninputs:\n---\nHello {{name}}", "uses name")]
    public void APromptWithAFaultSaysWhich(string file, string fault) =>
        Assert.Contains(fault, Assert.Throws<InvalidOperationException>(() => new Prompt("x.md", file)).Message, StringComparison.Ordinal);

    [Fact]
    public void InputsAreFilledAndNoneIsForgotten()
    {
        var prompt = new Prompt("x.md", "---\npurpose: x\nversion: 1\ninputs: name\n---\nHello {{name}}, {{name}}!");

        Assert.Equal("Hello Ana, Ana!", prompt.Fill(new Dictionary<string, string> { ["name"] = "Ana" }));
        Assert.Throws<InvalidOperationException>(() => prompt.Fill(new Dictionary<string, string>()));
    }
}
