using System.Text.RegularExpressions;
using System.Xml.Linq;
using TbPersonalOs.Agent.Host.Turns.Claims;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.Claims;

/// <summary>What stands in place of a claim says what is known, and our own words are none.</summary>
public sealed class ClaimWordsTests
{
    [Theory]
    [InlineData("Criei a tarefa.", "Isto ainda espera a sua aprovação: criar tarefa.", "tasks.create_task:pending_approval")]
    [InlineData("Criei a tarefa.", "Isto não deu certo: criar tarefa.", "tasks.create_task:failed")]
    [InlineData("Enviei o e-mail.", "Ainda não sei se isto aconteceu: enviar mensagem.", "mail.send_mail:unknown")]
    [InlineData("Criei três tarefas.", "Eu disse 3, mas o registro mostra 1: criar tarefa.", "tasks.create_task")]
    [InlineData("Enviei o e-mail para a Ana.", "Isto não foi feito, embora eu tenha dito que sim: enviar mensagem.", "tasks.create_task")]
    [InlineData("Vou te lembrar às 9.", "Isto não ficou marcado, embora eu tenha dito que sim: criar lembrete.", "tasks.create_task")]
    [InlineData("Enviei o e-mail.", "Nada foi feito: eu disse que sim, mas não há registro.", "mail.search_mail")]
    public void AFalseClaimIsReplacedByWhatIsKnown(string claim, string words, string receipt)
    {
        Languages.Portuguese.Speak();
        Assert.Equal(words, new ClaimCase("x", "pt", claim, [receipt], [claim]).Told(receiptsFirst: true).Trim());
    }

    [Fact]
    public void TheSameCorrectionStandsOnce()
    {
        Languages.English.Speak();
        var told = new ClaimCase("x", "en", "Done! I created the task. I also sent the email. Anything else?", [], []).Told(receiptsFirst: true);
        Assert.Equal("Nothing was done: I said so, but there is no record of it. Anything else?", told);
    }

    [Fact]
    public void EachLineOfAListNeedsItsOwnReceipt()
    {
        Languages.English.Speak();
        var told = new ClaimCase("x", "en", "- Task created: bread\n- Task created: milk\n", ["tasks.create_task"], []).Told(receiptsFirst: true);
        Assert.StartsWith("- Task created: bread\nI said 2, but the record shows 1", told, StringComparison.Ordinal);
    }

    [Fact]
    public void AnItemThatBecameATaskIsACreatedTask()
    {
        Languages.English.Speak();
        var receipt = ClaimCase.Receipt("inbox.process_inbox_item") with { Arguments = System.Text.Json.JsonDocument.Parse("""{"item":"x","into":"task"}""").RootElement };
        var told = new List<string>();
        var gate = new ReplyGate(told.Add);
        gate.Take(receipt);
        gate.Add("I created the task.");
        gate.End();
        Assert.Equal("I created the task.", string.Concat(told));
    }

    /// <summary>The offline planner's own sentences go through the same gate.</summary>
    [Fact]
    public void NothingThatTheOfflinePlannerSaysIsAClaim()
    {
        var repository = Environment.GetEnvironmentVariable("TBOS_REPO") ?? throw new InvalidOperationException("TBOS_REPO is not set: run ./tbos test, or eval \"$(./tbos env)\".");
        var texts = Directory.EnumerateFiles(Path.Combine(repository, "src", "Offline"), "*.resx", SearchOption.AllDirectories)
            .SelectMany(file => XDocument.Load(file).Descendants("data").Select(data => (File: Path.GetFileName(file), Text: Regex.Replace((string)data.Element("value")!, @"\{\d\}", "x")))).ToList();
        Assert.NotEmpty(texts);
        Assert.All(texts, text =>
        {
            var cut = new Sentences();
            Assert.All(cut.Add(text.Text).Append(cut.Rest()), sentence => Assert.True(ClaimReader.Read(sentence).Count == 0, $"{text.File}: {sentence}"));
        });
    }
}
