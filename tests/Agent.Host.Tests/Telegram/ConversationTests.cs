using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>Talking in a paired chat.</summary>
public sealed class ConversationTests(TelegramHost house)
{
    [Fact]
    public async Task AWishIsAnsweredByOneMessageWithItsReceipt()
    {
        var ana = await house.NewPersonAsync();

        var answer = await ana.SayAsync("preciso pagar o aluguel dia 5");

        Assert.StartsWith("Tarefa: pagar o aluguel · sáb 05/12", answer.Text);
        Assert.Equal(["Feito", "Desfazer"], answer.Buttons.Select(button => button.Text));
        Assert.Single(ana.Messages);
    }

    [Fact]
    public async Task PressingUndoTwiceTakesTheDeedBackOnce()
    {
        var ana = await house.NewPersonAsync();
        var answer = await ana.SayAsync("preciso pagar o aluguel dia 5");

        ana.Press(answer, "Desfazer");
        ana.Press(answer, "Desfazer");

        await Eventually.SeeAsync(() => Task.FromResult(house.Bot.Presses.Where(press => press.Chat == ana.Chat).Select(press => press.Answer).ToList()), said => said is [not null, not null] && said.Contains("Desfeito"));
        Assert.Empty(await ana.Person.SeeAsync(db => Task.FromResult(db.Set<Data.Tasks.TaskItem>().ToList())));
    }

    [Fact]
    public async Task TheSameUpdateTwiceIsOneMessage()
    {
        var ana = await house.NewPersonAsync();
        var update = house.Bot.Say(ana.Chat, "compra leite");

        await house.Bot.DeliverAsync(update);
        await house.Bot.DeliverAsync(update);

        await Eventually.SeeAsync(() => Task.FromResult(ana.Messages), messages => messages.Count == 1);
        Assert.Equal(1, await ana.Person.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().Count())));
        house.Bot.AssertAllValid();
    }
}
