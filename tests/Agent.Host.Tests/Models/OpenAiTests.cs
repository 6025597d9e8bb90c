using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Agent.Host.Tests.Models;

/// <summary>Any endpoint that speaks as OpenAI's does decides as Gemini would: the same functions, the same pipeline, the same way down.</summary>
public sealed class OpenAiTests(OpenAiTests.OpenAiMock mock) : IClassFixture<OpenAiTests.OpenAiMock>
{
    /// <summary>Somebody else's fake of it.</summary>
    public sealed class OpenAiMock() : Aimock("Models/openai.json");

    [Fact]
    public async Task ItsCallsRunAsAnyOthers()
    {
        await using var host = await StartAsync();
        var person = await host.NewPersonAsync();

        var turn = await person.SayAsync("cria a tarefa de regar as plantas");

        Assert.Equal("openai", turn.Planner);
        Assert.Equal(["tasks.create_task", "tasks.create_task"], turn.Receipts.Select(receipt => receipt.Function));
        Assert.All(turn.Receipts, receipt => Assert.Equal(ActionState.Done, receipt.State));
        Assert.Equal(["podar a roseira", "regar as plantas"], await person.SeeAsync(db => db.Tasks.Select(task => task.Title).OrderBy(title => title).ToListAsync()));
        Assert.StartsWith("Vou anotar isso.", turn.Text, StringComparison.Ordinal);
        Assert.EndsWith("São duas para o jardim.", turn.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereItFailsTheOfflinePlannerGoesOnAndSaysSo()
    {
        await using var host = await StartAsync();
        var person = await host.NewPersonAsync();

        var turn = await person.SayAsync("cria uma tarefa: lavar o carro");

        Assert.Equal("offline", turn.Planner);
        Assert.Equal("lavar o carro", await person.SeeAsync(db => db.Tasks.Select(task => task.Title).SingleAsync()));
        Assert.EndsWith("Sigo sem ele.", turn.Text, StringComparison.Ordinal);
    }

    private async Task<TestHost> StartAsync()
    {
        Assert.SkipWhen(mock.BaseUrl is null, mock.Missing);
        var host = new TestHost
        {
            Settings = { ["OpenAI:BaseUrl"] = new Uri(mock.BaseUrl!, "v1").ToString(), ["OpenAI:ApiKey"] = "mock", ["OpenAI:Model"] = "gpt-5-mini", ["Cost:DailyCap"] = "1000" },
        };
        await host.InitializeAsync();
        return host;
    }
}
