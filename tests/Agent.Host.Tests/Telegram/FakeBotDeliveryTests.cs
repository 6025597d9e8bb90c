using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>Updates reach the bot as Telegram's do: by long poll or webhook, until they are confirmed, and sometimes twice or out of order.</summary>
[Trait("Shows", "telegram:1")]
public sealed class FakeBotDeliveryTests : BotClient
{
    private const string Public = "https://casa.example/telegram/webhook";
    private const int Many = 1000;

    [Fact]
    public async Task ALongPollWaitsAndUpdatesComeUntilTheyAreConfirmed()
    {
        var poll = Client.GetUpdates(timeout: 50);
        await Fake.SeeAsync(() => Fake.Journal.FirstOrDefault());
        var said = Fake.Say(Ana, "Oi");

        Assert.Equal(said.UpdateId, (await poll).Single().Id);
        Assert.Equal("Oi", (await Client.GetUpdates()).Single().Message!.Text);
        Assert.Empty(await Client.GetUpdates(said.UpdateId + 1));
        Assert.Equal(0, Fake.Waiting);
    }

    [Fact]
    public async Task APollTakesAsManyAsItAsksForAndANegativeOffsetForgetsTheRest()
    {
        var said = Enumerable.Range(0, 150).Select(number => Fake.Say(Ana, $"{number}").UpdateId).ToList();

        Assert.Equal(said[..100], (await Client.GetUpdates()).Select(update => update.Id));
        Assert.Equal(said[..3], (await Client.GetUpdates(limit: 3)).Select(update => update.Id));
        Assert.Equal(said[148..], (await Client.GetUpdates(-2)).Select(update => update.Id));
        Assert.Equal(2, Fake.Waiting);
    }

    [Fact]
    public async Task OnlyKindsThatWereAskedForCome()
    {
        await Client.GetUpdates(allowedUpdates: [UpdateType.EditedMessage]);
        var said = Fake.Say(Ana, "Oi");
        var edited = Fake.Edit(said, "Olá");

        var update = (await Client.GetUpdates()).Single();
        Assert.Equal((edited.UpdateId, "Olá", said.UpdateId + 1), (update.Id, update.EditedMessage!.Text, update.Id));
    }

    [Fact]
    public async Task WhoAsksAnewEndsTheOneBeforeAndNobodyAsksWhileAWebhookIsSet()
    {
        var first = Client.GetUpdates(timeout: 50);
        await Fake.SeeAsync(() => Fake.Journal.FirstOrDefault());
        Assert.Empty(await Client.GetUpdates());
        Assert.Equal(409, (await Assert.ThrowsAnyAsync<ApiRequestException>(() => first)).ErrorCode);

        await Client.SetWebhook(Public);
        Assert.Equal(409, (await Assert.ThrowsAnyAsync<ApiRequestException>(() => Client.GetUpdates())).ErrorCode);
    }

    [Fact]
    public async Task AWebhookIsToldWithItsSecretUntilItTakesEachInOrder()
    {
        await using var webhook = await Webhook.StartAsync();
        (Fake.Address, webhook.Answer) = (new Uri(webhook.Url, "/telegram/webhook"), time => time < 3 ? 503 : 200);
        var before = Fake.Say(Ana, "Antes");
        await Client.SetWebhook(Public, secretToken: "s3");
        var after = Fake.Say(Ana, "Depois");
        await Fake.IdleAsync();

        Assert.Equal([before.UpdateId, before.UpdateId, before.UpdateId, after.UpdateId, after.UpdateId, after.UpdateId], webhook.Told.Select(told => told.UpdateId));
        Assert.All(webhook.Told, told => Assert.Equal(("/telegram/webhook", "s3"), (told.Path, told.Secret)));
        Assert.Equal([503, 503, 200, 503, 503, 200], Fake.Posts.Select(post => post.Status));
        Assert.Contains("503", (await Client.GetWebhookInfo()).LastErrorMessage, StringComparison.Ordinal);
        Fake.AssertAllValid();
    }

    [Fact]
    public async Task WhatAWebhookDidNotTakeIsStillThereForAPoll()
    {
        Fake.Address = new Uri("http://127.0.0.1:1/");
        await Client.SetWebhook(Public);
        var said = Fake.Say(Ana, "Oi");
        await Fake.SeeAsync(() => Fake.Posts.FirstOrDefault(post => post is { Status: 0 }));

        Assert.Equal(1, (await Client.GetWebhookInfo()).PendingUpdateCount);
        await Client.DeleteWebhook();
        Assert.Equal(said.UpdateId, (await Client.GetUpdates()).Single().Id);
    }

    [Fact]
    public async Task DuplicatesAndOrderFallByTheSeedAlone()
    {
        var delivery = new BotDelivery { Seed = 7, Duplicates = 0.2, Reordered = 0.05 };
        var (once, again, otherwise) = (await ToldAsync(delivery), await ToldAsync(delivery), await ToldAsync(delivery with { Seed = 8 }));

        Assert.Equal(once, again);
        Assert.NotEqual(once, otherwise);
        Assert.Equal(Enumerable.Range(0, Many), once.Distinct().Order());
        Assert.InRange(once.Count - Many, Many / 8, Many / 3);
        var firsts = once.Distinct().ToList();
        Assert.InRange(firsts.Where((number, place) => place > 0 && number < firsts[place - 1]).Count(), Many / 40, Many / 10);
        Assert.Contains(once.Index(), told => told.Index > 0 && once.IndexOf(told.Item) is var first && first < told.Index - 1);
    }

    [Fact]
    public async Task TenThousandUpdatesOfAHundredChatsComeEachAndInOrderInTheirChat()
    {
        await using var webhook = await Webhook.StartAsync();
        Fake.Address = webhook.Url;
        await Client.SetWebhook(Public, maxConnections: 20);
        foreach (var number in Enumerable.Range(0, 10 * Many))
        {
            Fake.Say(1000 + (number % 100), "Oi");
        }

        await Fake.IdleAsync();
        Assert.Equal(10 * Many, webhook.Told.Select(told => told.UpdateId).Distinct().Count());
        Assert.All(webhook.Told.GroupBy(told => told.Chat), chat => Assert.Equal(chat.Select(told => told.UpdateId).Order(), chat.Select(told => told.UpdateId)));
        Fake.AssertAllValid();
    }

    [Fact]
    public async Task WhatNobodyTookWithinADayIsGoneAndNumbersMayJump()
    {
        var clock = new ManualClock(new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero));
        await using var fake = await FakeBotApi.StartAsync(clock);
        var client = new TelegramBotClient(new TelegramBotClientOptions(FakeBotApi.Token, fake.BaseUrl.ToString().TrimEnd('/')));
        fake.Say(Ana, "Ontem");
        clock.Now += TimeSpan.FromHours(25);
        fake.NextUpdate = 5_000;
        fake.Say(Ana, "Hoje");

        Assert.Equal((5_000, "Hoje", clock.Now.UtcDateTime), await client.GetUpdates() is [{ Message: { } message } update] ? (update.Id, message.Text, message.Date) : default);
        Assert.Equal(1, fake.Dropped);
    }

    [Fact]
    public async Task AButtonIsPressedOnceItStandsThereAndAnOldOneSaysThatItsMessageIsGone()
    {
        var sent = await Client.SendMessage(Ana, "Quer?", replyMarkup: global::Telegram.Bot.Types.ReplyMarkups.InlineKeyboardButton.WithCallbackData("Sim", "y"));
        var (asked, press) = (Fake.Chat(Ana).Last!, Fake.Press(Ana, "Sim"));
        await Client.EditMessageText(Ana, sent.Id, "Feito");
        Fake.Press(Ana, asked, "Sim");
        Fake.Remove(asked);
        Fake.PressData(Ana, asked, "y");

        var told = (await Client.GetUpdates()).Select(update => update.CallbackQuery!).ToList();
        Assert.Throws<ArgumentException>(() => Fake.Press(Ana, "Sim"));
        Assert.Equal([("y", "Quer?"), ("y", "Feito"), ("y", null)], told.Select(query => (query.Data!, query.Message!.Text)));
        Assert.Equal((press.Id, Ana), (told[0].Id, told[0].From.Id));
        Assert.Equal(MessageType.Unknown, told[2].Message!.Type);
        Fake.AssertAllValid();
    }

    private static async Task<List<int>> ToldAsync(BotDelivery delivery)
    {
        await using var fake = await FakeBotApi.StartAsync();
        await using var webhook = await Webhook.StartAsync();
        (fake.Delivery, fake.Address) = (delivery, webhook.Url);
        await new TelegramBotClient(new TelegramBotClientOptions(FakeBotApi.Token, fake.BaseUrl.ToString().TrimEnd('/'))).SetWebhook(Public);
        var first = fake.NextUpdate;
        fake.Hold();
        Enumerable.Range(0, Many).ToList().ForEach(_ => fake.Say(Ana, "Oi"));
        fake.Release();
        await fake.IdleAsync();
        return [.. webhook.Told.Select(told => told.UpdateId - first)];
    }
}
