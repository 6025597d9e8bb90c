using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>How updates come: asked for where the house has no public address; and what the set-up and the doctor say of it.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private const long Chat = 6_500;
    private readonly TestHost _host = new();
    private FakeBotApi? _bot;

    private FakeBotApi Bot => _bot ?? throw new InvalidOperationException("The fake has not started.");

    public async ValueTask InitializeAsync() => _bot = await TelegramHost.StartAsync(_host, webhook: false);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Bot.DisposeAsync();
    }

    [Fact]
    public async Task WithoutAPublicAddressUpdatesAreAskedForAndEachIsTakenOnce()
    {
        await _host.InitializeAsync();
        await PairAsync();

        Bot.Say(Chat, "anota: pilhas na gaveta");
        await AnswersAsync(1);
        Bot.Say(Chat, "anota: chave no vaso");
        await AnswersAsync(2);

        Assert.Contains("chave no vaso", Bot.Chat(Chat).Messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(0, Bot.Waiting);
        Assert.Equal(2, await CountAsync("select count(*) from notes"));
        Bot.AssertAllValid();
    }

    [Fact]
    public async Task AWebhookThatIsStillSetIsTakenAwayBeforeAsking()
    {
        Bot.Hold();
        await SetWebhookAsync("https://antes.example/telegram/webhook");
        await _host.InitializeAsync();
        await PairAsync();

        Bot.Say(Chat, "anota: pilhas na gaveta");
        await AnswersAsync(1);

        Assert.Null(Bot.WebhookUrl);
    }

    [Fact]
    public async Task ATokenThatIsSetLaterWorksWithoutARestart()
    {
        _host.Settings.Remove("Telegram:Token");
        await _host.InitializeAsync();
        await PairAsync();
        Bot.Say(Chat, "anota: pilhas na gaveta");

        new KeptSettings(_host.DataDirectory).Set("Telegram:Token", FakeBotApi.Token, _host.Services.GetRequiredService<DataDirectory>());

        await AnswersAsync(1);
    }

    [Fact]
    public async Task AGapInWhichTelegramDroppedUpdatesIsTold()
    {
        await _host.InitializeAsync();
        await PairAsync();
        Bot.Say(Chat, "anota: pilhas na gaveta");
        await AnswersAsync(1);
        _host.Clock.Now += TimeSpan.FromHours(31);

        Bot.Say(Chat, "anota: chave no vaso");
        await AnswersAsync(3);

        Assert.Single(Bot.Chat(Chat).Messages, message => message.Text.Contains("31 h", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheSetUpTellsTelegramTheCommandsAndWhatTheBotIsInBothLanguages()
    {
        await _host.InitializeAsync();

        var findings = await _host.Services.GetRequiredService<TelegramSetup>().RunAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.All(findings, finding => Assert.Null(finding.Cure));
        Assert.Contains("no webhook", findings[1].What, StringComparison.Ordinal);
        Assert.Contains("tarefas", Bot.Commands(), StringComparison.Ordinal);
        Assert.Contains("tasks", Bot.Commands("en"), StringComparison.Ordinal);
        Assert.NotEqual(Bot.Said("description", "pt"), Bot.Said("description", "en"));
        Bot.AssertAllValid();
    }

    [Fact]
    public async Task TheSetUpSetsTheWebhookOfAPublicAddress()
    {
        (_host.Settings["Public:Url"], _host.Settings["Telegram:WebhookPort"]) = ("https://casa.example/", "0");
        _host.Settings.Remove("Telegram:WebhookSecret");
        await _host.InitializeAsync();

        var findings = await _host.Services.GetRequiredService<TelegramSetup>().RunAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.All(findings, finding => Assert.Null(finding.Cure));
        Assert.Equal("https://casa.example/telegram/webhook", Bot.WebhookUrl);
        Assert.Equal(Bot.WebhookSecret, new KeptSettings(_host.DataDirectory).Read()["Telegram:WebhookSecret"]);
        Assert.Contains(await ExamineAsync(), finding => finding.What.StartsWith("Telegram posts updates to https://casa.example", StringComparison.Ordinal) && finding.Cure is null);
    }

    [Theory]
    [InlineData("Telegram:Token", "not a token", "Telegram__Token is no token", "@BotFather")]
    [InlineData("Telegram:Token", "987654321:another-bot", "does not know the bot's token", "@BotFather")]
    [InlineData("Telegram:BaseUrl", "ftp://api.example", "Telegram__BaseUrl is no address", "./tbos set Telegram__BaseUrl")]
    [InlineData("Telegram:BaseUrl", "http://127.0.0.1:9/", "Telegram does not answer", "Telegram__BaseUrl")]
    [InlineData("Telegram:Mode", "carrier pigeon", "Telegram__Mode is carrier pigeon", "./tbos set Telegram__Mode")]
    [InlineData("Telegram:Mode", "webhook", "a webhook needs a public address", "Public__Url")]
    [InlineData("Telegram:Mode", "off", "Telegram is switched off", null)]
    [InlineData("Telegram:Token", null, "no Telegram bot is set up", null)]
    public async Task TheDoctorNamesWhatIsWrongWithTheBot(string setting, string? value, string what, string? cure)
    {
        _host.Settings[setting] = value;
        await _host.InitializeAsync();

        var finding = Assert.Single(await ExamineAsync(), finding => finding.What.Contains(what, StringComparison.Ordinal));

        Assert.True(cure is null ? finding.Cure is null : finding.Cure!.Contains(cure, StringComparison.Ordinal), finding.Cure);
    }

    [Fact]
    public async Task TheDoctorSeesAWebhookThatIsAnothersAndOneThatTelegramCannotReach()
    {
        (_host.Settings["Telegram:Mode"], _host.Settings["Public:Url"]) = ("off", "https://casa.example/");
        await _host.InitializeAsync();
        _host.Settings["Telegram:Mode"] = null;
        var health = new TelegramHealth(new TelegramSettings(Configured(("Telegram:Mode", "webhook"))), _host.Services.GetRequiredService<TelegramClients>(), _host.Clock);

        await SetWebhookAsync("https://antes.example/telegram/webhook");
        Assert.Contains(await health.ExamineAsync(), finding => finding.What.Contains("elsewhere: https://antes.example", StringComparison.Ordinal) && finding.Cure == "./tbos telegram setup");

        await SetWebhookAsync("https://casa.example/telegram/webhook");
        Bot.Address = new Uri("http://127.0.0.1:9/telegram/webhook");
        Bot.Say(Chat, "alô");
        Assert.Contains(
            await Eventually.SeeAsync(health.ExamineAsync, findings => findings.Any(finding => finding.Cure is not null)),
            finding => finding.What.StartsWith("Telegram could not deliver", StringComparison.Ordinal) && finding.Cure!.Contains("/telegram/webhook", StringComparison.Ordinal));
    }

    private IConfiguration Configured(params (string Key, string Value)[] more) =>
        new ConfigurationBuilder().AddInMemoryCollection(_host.Settings).AddInMemoryCollection(more.ToDictionary(one => one.Key, string? (one) => one.Value)).Build();

    private async Task SetWebhookAsync(string url)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync(new Uri($"{Bot.BaseUrl}bot{FakeBotApi.Token}/setWebhook"), new JsonObject { ["url"] = url }, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
    }

    private async Task PairAsync()
    {
        var person = await _host.NewPersonAsync();
        await _host.Database.ExecuteAsync("insert into accounts.telegram_chats (bot_id, chat_id, user_id, is_group) values ($1, $2, $3, false)", FakeBotApi.BotId, Chat, person.Id);
    }

    private Task<int> AnswersAsync(int count) => Eventually.SeeAsync(() => Task.FromResult(Bot.Chat(Chat).Messages.Count(message => message.FromBot)), seen => seen == count);

    private Task<long> CountAsync(string sql) => _host.Database.AskOfAllAsync<long>(sql);

    private Task<List<Finding>> ExamineAsync() => _host.Services.GetRequiredService<Doctor>().ExamineAsync().ToListAsync().AsTask();
}
