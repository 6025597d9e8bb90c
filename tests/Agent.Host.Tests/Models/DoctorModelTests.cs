using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>The doctor says which model decides, and what keeps it from it.</summary>
public sealed class DoctorModelTests
{
    [Theory]
    [InlineData(null, null, "no model is set up", null)]
    [InlineData("k", null, "a model is set up: gemini", null)]
    [InlineData("k", "generativelanguage.example", "Gemini__BaseUrl is no address", "./tbos set Gemini__BaseUrl")]
    [InlineData(null, "ftp://models.example", "Gemini__BaseUrl is no address", "./tbos set Gemini__BaseUrl")]
    public async Task TheModelIsNamedOrWhatIsWrongWithIt(string? key, string? address, string what, string? cure)
    {
        await using var host = new TestHost { Settings = { ["Gemini:ApiKey"] = key, ["Gemini:BaseUrl"] = address } };
        await host.InitializeAsync();

        var finding = Assert.Single(await ExamineAsync(host), finding => finding.What.Contains(what, StringComparison.Ordinal));

        Assert.True(cure is null ? finding.Cure is null : finding.Cure!.Contains(cure, StringComparison.Ordinal), finding.Cure);
        if (cure is not null)
        {
            Assert.Equal("offline", (await (await host.NewPersonAsync()).SayAsync("cria uma tarefa: lavar o carro")).Planner);
        }
    }

    [Fact]
    public async Task SettingsWhoseKeysWereLostAreNamed()
    {
        await using var host = new TestHost();
        await host.InitializeAsync();
        File.WriteAllText(Path.Combine(host.DataDirectory, KeptSettings.FileName), """{"Gemini:ApiKey":"CfDJ8nothing"}""");

        Assert.Contains(await ExamineAsync(host), finding => finding.What.EndsWith("Gemini__ApiKey", StringComparison.Ordinal) && finding.Cure!.Contains("./tbos set", StringComparison.Ordinal));

        File.WriteAllText(Path.Combine(host.DataDirectory, KeptSettings.FileName), "{");
        Assert.Contains("Delete it", Assert.Throws<InvalidOperationException>(() => new KeptSettings(host.DataDirectory).Read()).Message, StringComparison.Ordinal);
        Assert.Contains(await ExamineAsync(host), finding => finding.Cure?.Contains(KeptSettings.FileName, StringComparison.Ordinal) == true);
    }

    private static Task<List<Finding>> ExamineAsync(TestHost host) => host.Services.GetRequiredService<Doctor>().ExamineAsync().ToListAsync().AsTask();
}
