using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Common.Telegram;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>How a chat becomes a person's.</summary>
public sealed partial class PairingTests(TelegramHost house) : IAsyncLifetime
{
    // Codes of chats that nobody knows are few: those of other tests must not count.
    public async ValueTask InitializeAsync() => await house.Host.Database.ExecuteAsync("delete from accounts.pairings where user_id is null");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task AStrangerGetsACodeAndNothingIsProcessedOrKept()
    {
        var chat = TelegramHost.NewChat();
        var update = house.Bot.Say(chat, "compra leite, segredo 4711");

        var answer = await SeeAsync(chat, 1);

        Assert.Matches(Code(), answer.Text);
        Assert.Equal(0L, await house.Host.Database.AskOfAllAsync<long>("select count(*) from incoming_messages where text like '%4711%'"));
        Assert.Equal("message", await house.Host.Database.AskAsync<string>("select kind from accounts.stray_updates where update_id = $1", (long)update.UpdateId));
    }

    [Fact]
    public async Task TheCodeThatAChatWasShownConnectsItOnTheWeb()
    {
        var (chat, ana) = (TelegramHost.NewChat(), await house.Host.NewPersonAsync());
        house.Bot.Say(chat, "oi");
        var code = Code().Match((await SeeAsync(chat, 1)).Text).Value;

        await ConfirmAsync(ana.Id, code.ToLowerInvariant());
        house.Bot.Say(chat, "preciso pagar o aluguel dia 5");

        Assert.StartsWith("Tarefa: pagar o aluguel", (await SeeAsync(chat, 2)).Text);
        Assert.Equal(1, await ana.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().Count())));
    }

    [Theory]
    [InlineData("/conectar")]
    [InlineData("/connect")]
    [InlineData("/start")]
    public async Task TheCodeThatTheWebShowedConnectsTheChatThatSendsIt(string command)
    {
        var (chat, ana) = (TelegramHost.NewChat(), await house.Host.NewPersonAsync());
        var code = await PairingsAsync(pairings => pairings.NewAsync(ana.Id, CancellationToken.None));

        house.Bot.Say(chat, $"{command} {code}");

        Assert.Contains("este chat é seu", (await SeeAsync(chat, 1)).Text);
        house.Bot.Say(chat, "preciso comprar leite");
        Assert.StartsWith("Tarefa: comprar leite", (await SeeAsync(chat, 2)).Text);
    }

    [Fact]
    public async Task ACodeWorksOnce()
    {
        var (ana, bia) = (await house.Host.NewPersonAsync(), await house.Host.NewPersonAsync());
        var code = await PairingsAsync(pairings => pairings.OfferAsync(new BotChat(3, TelegramHost.NewChat()), CancellationToken.None));

        await ConfirmAsync(ana.Id, code!);

        Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ToolException>(() => ConfirmAsync(bia.Id, code!))).Code);
    }

    [Fact]
    public async Task AfterFiveWrongCodesEvenTheRightOneIsRefused()
    {
        var ana = await house.Host.NewPersonAsync();
        var code = await PairingsAsync(pairings => pairings.OfferAsync(new BotChat(2, TelegramHost.NewChat()), CancellationToken.None));
        for (var wrong = 0; wrong < Pairings.MostWrong; wrong++)
        {
            Assert.Equal(ErrorCode.NotFound, (await Assert.ThrowsAsync<ToolException>(() => ConfirmAsync(ana.Id, "AAAABBBB"))).Code);
        }

        Assert.Equal(ErrorCode.OverLimit, (await Assert.ThrowsAsync<ToolException>(() => ConfirmAsync(ana.Id, code!))).Code);
    }

    [Fact]
    public async Task NoMoreThanThreeStrangersWaitAtATime()
    {
        var offered = new List<string?>();
        for (var chat = 0; chat < Pairings.MostPending + 2; chat++)
        {
            offered.Add(await PairingsAsync(pairings => pairings.OfferAsync(new BotChat(1, TelegramHost.NewChat()), CancellationToken.None)));
        }

        Assert.Equal(Pairings.MostPending, offered.Count(code => code is not null));
    }

    [Fact]
    public async Task AGroupIsOnlyHeardWithACodeOfTheHouseAndOnlyItsOwner()
    {
        var (group, ana) = (-TelegramHost.NewChat(), await house.NewPersonAsync());
        house.Bot.Say(group, "oi, gente", message => message["from"]!["id"] = ana.Chat);
        var code = await PairingsAsync(pairings => pairings.NewAsync(ana.Person.Id, CancellationToken.None));

        house.Bot.Say(group, $"/conectar@casa_bot {code}", message => message["from"]!["id"] = ana.Chat);
        Assert.Contains("este chat é seu", (await SeeAsync(group, 1)).Text);
        house.Bot.Say(group, "comprar bolo", message => message["from"]!["id"] = TelegramHost.NewChat());
        house.Bot.Say(group, "preciso comprar velas", message => message["from"]!["id"] = ana.Chat);

        Assert.StartsWith("Tarefa: comprar velas", (await SeeAsync(group, 2)).Text);
        Assert.Equal(["preciso comprar velas"], await ana.Person.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().Select(row => row.Text).ToList())));
    }

    private Task<SeenMessage> SeeAsync(long chat, int count) => SeeAsync(house, chat, count);

    internal static async Task<SeenMessage> SeeAsync(TelegramHost house, long chat, int count) =>
        (await Eventually.SeeAsync(() => Task.FromResult(house.Bot.Chat(chat).Messages), messages => messages.Count >= count))[count - 1];

    private Task<BotChat> ConfirmAsync(Guid person, string code) => PairingsAsync(pairings => pairings.ConfirmAsync(person, code, CancellationToken.None));

    private async Task<T> PairingsAsync<T>(Func<Pairings, Task<T>> work)
    {
        await using var scope = house.Host.Services.CreateAsyncScope();
        Languages.Portuguese.Speak();
        return await work(scope.ServiceProvider.GetRequiredService<Pairings>());
    }

    [GeneratedRegex("[2-9A-HJ-NP-Z]{8}")]
    private static partial Regex Code();
}
