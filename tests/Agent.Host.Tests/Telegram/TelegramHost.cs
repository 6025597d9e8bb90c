using TbPersonalOs.Common;
using TbPersonalOs.Common.Telegram;
using TbPersonalOs.Offline;

[assembly: AssemblyFixture(typeof(TbPersonalOs.Agent.Host.Tests.Telegram.TelegramHost))]

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>A host that people reach by Telegram: the fake Bot API posts to its webhook. One an assembly.</summary>
public sealed class TelegramHost : IAsyncLifetime
{
    public const string Secret = "a-secret_of-the-webhook";
    private static long _lastChat = 7_000;
    private FakeBotApi? _bot;

    public TelegramHost() => Host = ScriptedHost.With(Planner);

    /// <summary>Plays what a test wrote; all else is understood as without a model.</summary>
    public ScriptedPlanner Planner { get; } = new() { Otherwise = new OfflinePlanner() };

    public TestHost Host { get; }

    public FakeBotApi Bot => _bot ?? throw new InvalidOperationException("The fake has not started.");

    public async ValueTask InitializeAsync()
    {
        _bot = await StartAsync(Host);
        await Host.InitializeAsync();
        _bot.Address = new Uri(Host.WebhookAddress!, "/telegram/webhook");
        await Eventually.SeeAsync(() => Task.FromResult(_bot.WebhookUrl is not null), set => set);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Bot.DisposeAsync();
    }

    /// <summary>A fake for a host that is still to start, set up for a webhook.</summary>
    public static async Task<FakeBotApi> StartAsync(TestHost host, bool webhook = true)
    {
        var bot = await FakeBotApi.StartAsync(host.Clock);
        host.Settings["Telegram:Token"] = FakeBotApi.Token;
        host.Settings["Telegram:BaseUrl"] = bot.BaseUrl.ToString();
        host.Settings["Telegram:WebhookSecret"] = Secret;
        if (webhook)
        {
            host.Settings["Public:Url"] = "https://casa.example/";
            host.Settings["Telegram:WebhookPort"] = "0";
        }

        return bot;
    }

    /// <summary>A person who did not exist before, with a chat that is paired.</summary>
    public async Task<TelegramPerson> NewPersonAsync()
    {
        var person = await Host.NewPersonAsync();
        var chat = NewChat();
        await Host.Database.ExecuteAsync(
            "insert into accounts.telegram_chats (bot_id, chat_id, user_id, is_group) values ($1, $2, $3, false)", FakeBotApi.BotId, chat, person.Id);
        return new TelegramPerson(this, person, chat);
    }

    /// <summary>A chat that nobody has used.</summary>
    public static long NewChat() => Interlocked.Increment(ref _lastChat);
}

/// <summary>A person at their phone.</summary>
public sealed class TelegramPerson(TelegramHost house, TestPerson person, long chat)
{
    public TestPerson Person => person;

    public long Chat => chat;

    public IReadOnlyList<SeenMessage> Messages => house.Bot.Chat(chat).Messages;

    /// <summary>Writes, and waits for one more message.</summary>
    public Task<SeenMessage> SayAsync(string text) => NextAsync(() => house.Bot.Say(chat, text));

    /// <summary>Presses a button.</summary>
    public void Press(SeenMessage message, string text) => house.Bot.Press(chat, message, text);

    /// <summary>Does something, and waits for one more message.</summary>
    public async Task<SeenMessage> NextAsync(Action act)
    {
        var before = Messages.Count;
        act();
        return (await Eventually.SeeAsync(() => Task.FromResult(Messages), messages => messages.Count > before))[before];
    }
}
