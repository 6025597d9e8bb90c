using Telegram.Bot;
using Telegram.Bot.Exceptions;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>The fake fails as Telegram does: floods, outages, answers that come late or not at all, before the act and after it.</summary>
[Trait("Shows", "telegram:1")]
public sealed class FakeBotFaultsTests : BotClient
{
    [Fact]
    public async Task AMessageASecondComesIntoAChatAndAnotherChatIsFree()
    {
        var clock = new StillClock();
        await using var fake = await FakeBotApi.StartAsync(clock);
        var client = Impatient(fake);
        fake.FloodControl = true;
        await client.SendMessage(fake.Chat(Ana).Id, "Um");
        await client.SendMessage(fake.Chat(43).Id, "Um");
        var soon = await Assert.ThrowsAnyAsync<ApiRequestException>(() => client.SendMessage(Ana, "Dois"));

        Assert.Equal((429, 1, "Too Many Requests: retry after 1"), (soon.ErrorCode, soon.Parameters?.RetryAfter, soon.Message));
        clock.Elapsed = TimeSpan.FromSeconds(1);
        await client.SendMessage(Ana, "Dois");
        Assert.Equal(["Um", "Dois"], fake.Chat(Ana).Messages.Select(message => message.Text));
        fake.AssertAllValid();
    }

    [Fact]
    public async Task ThirtyMessagesASecondComeInAll()
    {
        var clock = new StillClock();
        await using var fake = await FakeBotApi.StartAsync(clock);
        var client = Impatient(fake);
        fake.FloodControl = true;
        for (var chat = 1; chat <= 30; chat++)
        {
            fake.Chat(chat);
            await client.SendMessage(chat, "Oi");
        }

        fake.Chat(31);
        Assert.Equal(429, (await Assert.ThrowsAnyAsync<ApiRequestException>(() => client.SendMessage(31, "Oi"))).ErrorCode);
        clock.Elapsed = TimeSpan.FromSeconds(1);
        await client.SendMessage(31, "Oi");
    }

    [Fact]
    public async Task AChatThatIsShutTellsHowLongAndOpensAgain()
    {
        var clock = new StillClock();
        await using var fake = await FakeBotApi.StartAsync(clock);
        var client = Impatient(fake);
        fake.Chat(Ana);
        fake.Shut(Ana, TimeSpan.FromSeconds(35));

        Assert.Equal(35, (await Assert.ThrowsAnyAsync<ApiRequestException>(() => client.SendMessage(Ana, "Oi"))).Parameters?.RetryAfter);
        clock.Elapsed = TimeSpan.FromSeconds(34.5);
        Assert.Equal(1, (await Assert.ThrowsAnyAsync<ApiRequestException>(() => client.SendMessage(Ana, "Oi"))).Parameters?.RetryAfter);
        clock.Elapsed = TimeSpan.FromSeconds(35);
        await client.SendMessage(Ana, "Oi");
    }

    [Fact]
    public async Task AConnectionThatBreaksBeforeTheActLeavesNothingAndOneAfterItLeavesTheMessage()
    {
        Fake.FailNext("sendMessage", BotFault.Drop());
        Fake.FailNext("sendMessage", BotFault.Drop(after: true));

        await Assert.ThrowsAnyAsync<RequestException>(() => Client.SendMessage(Ana, "Um"));
        Assert.Empty(Fake.Chat(Ana).Messages);
        await Assert.ThrowsAnyAsync<RequestException>(() => Client.SendMessage(Ana, "Dois"));
        Assert.Equal("Dois", Fake.Chat(Ana).Last!.Text);
        Assert.Equal([(0, "dropped", false), (0, "dropped", true)], Fake.Calls("sendMessage").Select(call => (call.Status, call.Outcome!, call.Done)));
    }

    [Fact]
    public async Task AnAnswerThatIsHeldBackComesWhenTheTestSaysSoAndTheActIsDone()
    {
        var gate = new TaskCompletionSource();
        Fake.FailNext("sendMessage", BotFault.Held(gate.Task));
        var sending = Client.SendMessage(Ana, "Oi");
        await Fake.SeeAsync(() => Fake.Chat(Ana).Last);

        Assert.False(sending.IsCompleted);
        gate.SetResult();
        Assert.Equal(Fake.Chat(Ana).Last!.Id, (await sending).Id);
    }

    [Fact]
    public async Task AClientThatDoesNotWaitForASlowAnswerHasSentItsMessage()
    {
        using var late = new CancellationTokenSource();
        Fake.FailNext(call => call.Chat == Ana, BotFault.Late(TimeSpan.FromMinutes(5)));
        var sending = Client.SendMessage(Ana, "Oi", cancellationToken: late.Token);
        await Fake.SeeAsync(() => Fake.Chat(Ana).Last);
        await late.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal("the client went away", (await Fake.SeeAsync(() => Fake.Calls("sendMessage").FirstOrDefault(call => call.Outcome is not null))).Outcome);
    }

    [Fact]
    public async Task FaultsComeOneByOneAndAnOutageUntilItEnds()
    {
        Fake.FailNext("sendMessage", BotFault.Flood(7));
        Fake.FailNext("sendMessage", BotFault.Blocked());
        Fake.Outage = BotFault.BadGateway();

        Assert.Equal(7, (await Assert.ThrowsAnyAsync<ApiRequestException>(() => Client.SendMessage(Ana, "Oi"))).Parameters?.RetryAfter);
        Assert.Equal(403, (await Assert.ThrowsAnyAsync<ApiRequestException>(() => Client.SendMessage(Ana, "Oi"))).ErrorCode);
        await Assert.ThrowsAnyAsync<RequestException>(() => Client.SendMessage(Ana, "Oi"));
        await Assert.ThrowsAnyAsync<RequestException>(() => Client.GetMe());
        Fake.Outage = null;
        await Client.SendMessage(Ana, "Oi");
        Assert.Equal([429, 403, 502, 200], Fake.Calls("sendMessage").Select(call => call.Status));
    }

    private static TelegramBotClient Impatient(FakeBotApi fake) =>
        new(new TelegramBotClientOptions(FakeBotApi.Token, fake.BaseUrl.ToString().TrimEnd('/')) { RetryCount = 0, RetryThreshold = 0 });

    /// <summary>A clock that runs only when it is set.</summary>
    private sealed class StillClock : TimeProvider
    {
        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
