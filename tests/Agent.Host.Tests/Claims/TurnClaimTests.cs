using TbPersonalOs.Common;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Claims;

/// <summary>In a whole turn: what its receipts show is told, the rest of what a planner claims is not.</summary>
public sealed class TurnClaimTests(ScriptedHost scripted)
{
    [Fact]
    public async Task OnlyWhatTheReceiptsShowIsTold()
    {
        var person = await scripted.NewPersonAsync();

        var turn = await person.SayAsync(scripted.Planner.Script(
            Call("tasks.create_task", new { title = "pagar a luz" }),
            Say("Criei a tarefa e está na sua lista. Também enviei um e-mail para a Ana. Algo mais?")));

        Assert.Contains("Criei a tarefa e está na sua lista. Isto não foi feito, embora eu tenha dito que sim: enviar mensagem. Algo mais?", turn.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Também enviei", turn.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedCallBearsNothingOut()
    {
        var person = await scripted.NewPersonAsync();

        var turn = await person.SayAsync(scripted.Planner.Script(
            Call("tasks.delete_task", new { task = "que não existe" }),
            Say("Pronto, apaguei a tarefa!")));

        Assert.Contains("Isto não deu certo: apagar ou cancelar tarefa.", turn.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("Pronto", turn.Reply, StringComparison.Ordinal);
    }
}
