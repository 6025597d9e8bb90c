using Microsoft.Extensions.Configuration;
using TbPersonalOs.Agent.Host.Channels.Cli;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Gemini;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>Keys are kept encrypted, and a new one works without a restart.</summary>
public sealed class KeptSettingsTests
{
    [Fact]
    public async Task AKeyThatIsSetWorksWithoutARestartAndStandsNowhereInClear()
    {
        await using var gemini = await FakeGemini.StartAsync();
        await using var host = new TestHost
        {
            Settings = { ["Gemini:BaseUrl"] = gemini.BaseUrl.ToString(), ["Gemini:Tier"] = "paid", ["Cost:DailyCap"] = "1000" },
        };
        await host.InitializeAsync();
        var person = await host.NewPersonAsync();
        Assert.Equal("offline", (await person.SayAsync("oi, tudo bem?")).Planner);

        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", host.DataDirectory)]).Build();
        new KeptSettings(host.DataDirectory).Set("Gemini:ApiKey", FakeGemini.Key, new DataDirectory(configuration));
        var words = gemini.Script(_ => GeminiAnswer.Say("Oi."));
        await Eventually.SeeAsync(() => person.SayAsync($"{words} oi?"), turn => turn.Planner == "gemini");

        Assert.All(
            Directory.EnumerateFiles(host.DataDirectory, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(FakeGemini.Key, File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(host.DataDirectory, KeptSettings.FileName)));
        gemini.AssertAllValid();
    }

    [Theory]
    [InlineData("Gemini__Tier", "cheap", "free or paid")]
    [InlineData("Gemini__Kie", "x", "There is no setting Gemini__Kie")]
    [InlineData("Cost__DailyCap", "viel", "a number such as 2.50")]
    [InlineData("Backup__Folder", "here", "an absolute path")]
    public async Task WhatMakesNoSenseIsRefused(string name, string value, string words) => Assert.Contains(
        words, (await Assert.ThrowsAsync<InvalidOperationException>(() => SetCommand.RunAsync(name, new StringReader(value)))).Message, StringComparison.Ordinal);
}
