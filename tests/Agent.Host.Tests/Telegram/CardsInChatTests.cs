using TbPersonalOs.Common;
using TbPersonalOs.Common.Telegram;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>Approval cards in a chat.</summary>
public sealed class CardsInChatTests(TelegramHost house)
{
    [Fact]
    public async Task ACardShowsWhatWouldLeaveAndAPressSendsItOnce()
    {
        var (ana, text) = (await house.NewPersonAsync(), $"oi <b> {Guid.CreateVersion7():N}");
        var card = await AskAsync(ana, text);
        Assert.Contains(text, card.Text);
        Assert.Equal(["Enviar agora", "Não enviar"], card.Buttons.Select(button => button.Text));

        ana.Press(card, "Enviar agora");
        ana.Press(card, "Enviar agora");

        await Eventually.SeeAsync(() => Task.FromResult(Card(ana, card).Text), seen => seen.Contains("Aprovado por você", StringComparison.Ordinal));
        await Eventually.SeeAsync(() => Task.FromResult(house.Host.World.Arrivals.GetValueOrDefault(text)), sent => sent == 1);
        Assert.Empty(Card(ana, card).Buttons);
        house.Bot.AssertAllValid();
    }

    [Fact]
    public async Task ANoSendsNothingAndClosesTheCard()
    {
        var (ana, text) = (await house.NewPersonAsync(), $"não {Guid.CreateVersion7():N}");
        var card = await AskAsync(ana, text);

        ana.Press(card, "Não enviar");

        await Eventually.SeeAsync(() => Task.FromResult(Card(ana, card).Text), seen => seen.Contains("Recusado por você", StringComparison.Ordinal));
        Assert.Equal(0, house.Host.World.Arrivals.GetValueOrDefault(text));
    }

    [Fact]
    public async Task ADecisionOnTheWebClosesTheCardInTheChat()
    {
        var (ana, text) = (await house.NewPersonAsync(), $"web {Guid.CreateVersion7():N}");
        var card = await AskAsync(ana, text);
        var open = await ana.Person.SeeAsync(db => Task.FromResult(db.Set<Approval>().Single()));

        await ana.Person.CallAsync("actions.reject", new { approval = open.Id, hash = open.Hash }, door: Doors.Web);

        await Eventually.SeeAsync(() => Task.FromResult(Card(ana, card)), seen => seen.Buttons.Count == 0 && seen.Text.Contains("Recusado", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnExpiredCardSaysSoWhenItIsPressedAndCanBeAskedAgain()
    {
        var (ana, text) = (await house.NewPersonAsync(), $"velho {Guid.CreateVersion7():N}");
        var card = await AskAsync(ana, text);
        await ana.Person.InScopeAsync(async services =>
        {
            var db = (Data.AppDbContext)services.GetService(typeof(Data.AppDbContext))!;
            return await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(db.Database, $"update approvals set expires_at = now() - interval '1 second' where user_id = {ana.Person.Id}");
        });

        ana.Press(card, "Enviar agora");
        await Eventually.SeeAsync(() => Task.FromResult(Card(ana, card).Buttons), buttons => buttons.Any(button => button.Text == "Pedir de novo"));
        Assert.Contains("Expirou, nada foi enviado", Card(ana, card).Text);
        var again = await ana.NextAsync(() => ana.Press(Card(ana, card), "Pedir de novo"));

        Assert.Contains(text, again.Text);
        Assert.Equal(["Enviar agora", "Não enviar"], again.Buttons.Select(button => button.Text));
        Assert.Equal(0, house.Host.World.Arrivals.GetValueOrDefault(text));
    }

    [Fact]
    public async Task TheCardOfAnAgentsActComesToTheChatAndAPressCarriesItOut()
    {
        var (ana, text) = (await house.NewPersonAsync(), $"agente {Guid.CreateVersion7():N}");

        await ana.Person.CallAsync("probe.send", new { text }, door: Doors.Mcp);
        var card = await Eventually.SeeAsync(() => Task.FromResult(ana.Messages.SingleOrDefault(message => message.FromBot)), seen => seen is not null);
        Assert.Contains(text, card!.Text);
        ana.Press(card, "Enviar agora");

        await Eventually.SeeAsync(() => Task.FromResult(house.Host.World.Arrivals.GetValueOrDefault(text)), sent => sent == 1);
    }

    private SeenMessage Card(TelegramPerson ana, SeenMessage card) => house.Bot.Chat(ana.Chat).Messages.Single(message => message.Id == card.Id);

    private async Task<SeenMessage> AskAsync(TelegramPerson ana, string text)
    {
        var words = house.Planner.Script(ScriptedPlanner.Call("probe.send", new { text }), ScriptedPlanner.Say(""));
        return await ana.SayAsync($"manda {words}");
    }
}
