using TbPersonalOs.Agent.Host.Turns.Claims;

namespace TbPersonalOs.Agent.Host.Tests.Claims;

/// <summary>A text is cut where a sentence ends, however it arrives.</summary>
public sealed class SentencesTests
{
    [Theory]
    [InlineData("Às 15.30 custa R$ 3.50. Pode ser?", "Às 15.30 custa R$ 3.50. |Pode ser?")]
    [InlineData("O Sr. Silva, p.ex., ou a Dra. Ana. Sim!", "O Sr. Silva, p.ex., ou a Dra. Ana. |Sim!")]
    [InlineData("Veja https://exemplo.com/a.b?c=d!e e me diga. Ok", "Veja https://exemplo.com/a.b?c=d!e e me diga. |Ok")]
    [InlineData("1. Comprar pão\n2. Pagar a luz\n", "1. Comprar pão\n|2. Pagar a luz\n")]
    [InlineData("Ela disse: “Enviei. Até mais.” Depois saiu. Fim", "Ela disse: “Enviei. Até mais.” |Depois saiu. |Fim")]
    [InlineData("She said \"Sent it. Bye.\" and left. End", "She said \"Sent it. Bye.\" and left. |End")]
    [InlineData("**Feito!** Criei… Certo?! Sim", "**Feito!** |Criei… |Certo?! |Sim")]
    [InlineData("At 9 a.m. I run. J. Silva too. Done", "At 9 a.m. I run. |J. Silva too. |Done")]
    [InlineData("You're all set. Bye", "You're all set. |Bye")]
    public void ItIsCutWhereASentenceEnds(string text, string expected)
    {
        foreach (var piece in new[] { 1, 3, 1000 })
        {
            var cut = new Sentences();
            var found = text.Chunk(piece).SelectMany(delta => cut.Add(new string(delta))).ToList();
            Assert.Equal(expected, string.Join('|', found.Append(cut.Rest()).Where(sentence => sentence.Length > 0)));
        }
    }

    [Fact]
    public void AnOpenQuotationMarkDoesNotHoldTheTextForEver()
    {
        var cut = new Sentences();
        Assert.NotEmpty(cut.Add("“" + string.Concat(Enumerable.Repeat("Mais uma frase aqui. ", 40))));
    }
}
