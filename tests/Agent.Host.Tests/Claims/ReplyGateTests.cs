using TbPersonalOs.Agent.Host.Turns.Claims;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.Claims;

/// <summary>The assistant never claims an act without a receipt.</summary>
public sealed class ReplyGateTests
{
    public ReplyGateTests() => Languages.Portuguese.Speak();

    [Theory]
    [InlineData("Criei a tarefa para amanhã. ")]
    [InlineData("Pronto! ")]
    [InlineData("A reunião foi agendada. ")]
    [InlineData("Vou te lembrar às 9. ")]
    [InlineData("I've scheduled the meeting. ")]
    [InlineData("It has been sent. ")]
    public void AClaimWithoutAReceiptIsReplaced(string claim)
    {
        var said = Said(gate => gate.Add(claim));

        Assert.DoesNotContain(claim.Trim(), said, StringComparison.Ordinal);
        Assert.StartsWith("Nada foi feito", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Certo, não fiz nada.")]
    [InlineData("Não criei a tarefa.")]
    [InlineData("Quer que eu marque a reunião? Criei algo errado?")]
    [InlineData("São 9 horas em Lisboa.")]
    public void WhatClaimsNothingIsReleased(string text) => Assert.Equal(text, Said(gate => gate.Add(text)));

    [Fact]
    public void AClaimAndWhatFollowsWaitForTheReceipt()
    {
        var released = new List<string>();
        var gate = new ReplyGate(released.Add);

        gate.Add("Olá. Criei a ta");
        gate.Add("refa. Mais alguma coisa? ");
        Assert.Equal(["Olá. "], released);

        gate.Take(ClaimCase.Receipt("tasks.create_task"));
        gate.End();
        Assert.Equal("Olá. Criei a tarefa. Mais alguma coisa? ", string.Concat(released));
    }

    [Fact]
    public void WhatWasSaidBeforeACallIsParted()
    {
        var said = Said(gate =>
        {
            gate.Add("Vou criar a tarefa.");
            gate.Take(ClaimCase.Receipt("tasks.create_task"));
            gate.Add("Prontinho!");
        });

        Assert.Equal("Vou criar a tarefa. Prontinho!", said);
    }

    [Fact]
    public void AReceiptOfAnotherDeedBearsNothingOut()
    {
        var released = new List<string>();
        var gate = new ReplyGate(released.Add);

        gate.Add("Cancelei a reunião. ");
        gate.Take(ClaimCase.Receipt("calendar.create_event"));
        Assert.Empty(released);

        gate.Take(ClaimCase.Receipt("calendar.cancel_event"));
        Assert.Equal(["Cancelei a reunião. "], released);
    }

    private static string Said(Action<ReplyGate> talk)
    {
        var released = new List<string>();
        var gate = new ReplyGate(released.Add);
        talk(gate);
        gate.End();
        return string.Concat(released);
    }
}
