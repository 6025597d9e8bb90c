using Telegram.Bot;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>The fake and the real client that talks to it, for one test.</summary>
public abstract class BotClient : IAsyncLifetime
{
    protected const long Ana = 42;

    protected FakeBotApi Fake { get; private set; } = null!;

    protected TelegramBotClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Fake = await FakeBotApi.StartAsync();
        Client = ClientOf(FakeBotApi.Token);
        Fake.Chat(Ana);
    }

    public async ValueTask DisposeAsync()
    {
        await Fake.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected TelegramBotClient ClientOf(string token) => new(new TelegramBotClientOptions(token, Fake.BaseUrl.ToString().TrimEnd('/')) { RetryCount = 0, RetryThreshold = 0 });
}
