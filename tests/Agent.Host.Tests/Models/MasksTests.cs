using TbPersonalOs.Agent.Host.Models.Privacy;

namespace TbPersonalOs.Agent.Host.Tests.Models;

public sealed class MasksTests
{
    [Theory]
    [InlineData("meu CPF é 529.982.247-25", "529.982.247-25")]
    [InlineData("cpf 52998224725 por favor", "52998224725")]
    [InlineData("paga com o cartão 4111 1111 1111 1111 amanhã", "4111 1111 1111 1111")]
    [InlineData("card 5555-5555-5555-4444", "5555-5555-5555-4444")]
    [InlineData("a senha do wifi é casa_praia99", "casa_praia99")]
    [InlineData("anota: senha: Xk9!pq", "Xk9!pq")]
    [InlineData("the wifi password is hunter2", "hunter2")]
    [InlineData("password for the router: a1b2c3", "a1b2c3")]
    [InlineData("PIN 4471", "4471")]
    [InlineData("cartão 4111 1111 1111 1111 12/28", "4111 1111 1111 1111")]
    [InlineData("cpf 529.982.247-25 11 98888-7777", "529.982.247-25")]
    [InlineData("cpf 52998224725 14h", "52998224725")]
    [InlineData("529.982.247-25 2 vias", "529.982.247-25")]
    [InlineData("2 vias do 529.982.247-25", "529.982.247-25")]
    [InlineData("a senha do wifi é \"casa_praia99\"", "casa_praia99")]
    [InlineData("password: \"hunter2\"", "hunter2")]
    [InlineData("senha nova abc123", "abc123")]
    [InlineData("a senha é: abc99", "abc99")]
    [InlineData("The password is: \"x9y8\"", "x9y8")]
    public void ASecretStaysAtHomeAndComesBack(string text, string secret)
    {
        var masks = new Masks();

        var masked = masks.Mask(text);

        Assert.DoesNotContain(secret, masked, StringComparison.Ordinal);
        Assert.Equal(text, masks.Restore(masked));
        Assert.Equal(masked, masks.Mask(text));
        Assert.Equal(masked, masks.Mask(masked));
        Assert.Equal(1, masks.Count);
    }

    [Theory]
    [InlineData("liga pra 11 98765-4321")]
    [InlineData("o código do portão é 7725")]
    [InlineData("nota fiscal 123456789012")]
    [InlineData("reunião 2027-03-10T10:00 até 2027-03-10T11:00")]
    [InlineData("preciso trocar a senha do banco amanhã")]
    [InlineData("reset my password tomorrow")]
    [InlineData("pagar 1.234,56 ao banco em 12/12/2027")]
    public void WhatIsNoSecretGoesAsItIs(string text)
    {
        var masks = new Masks();

        Assert.Equal(text, masks.Mask(text));
        Assert.Equal(0, masks.Count);
    }

    [Fact]
    public void TwoSecretsHaveTwoStandIns()
    {
        var masks = new Masks();

        var masked = masks.Mask("529.982.247-25 e 111.444.777-35, de novo 529.982.247-25");

        Assert.Equal("⟦cpf-1⟧ e ⟦cpf-2⟧, de novo ⟦cpf-1⟧", masked);
    }

    [Theory]
    [InlineData("texto", 5)]
    [InlineData("o CPF ⟦cp", 6)]
    [InlineData("⟦cpf-1⟧ ok", 10)]
    public void AStandInThatIsCutInTwoWaits(string text, int whole) => Assert.Equal(whole, Masks.Whole(text));
}
