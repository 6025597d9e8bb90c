using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Telegram;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>What comes to the webhook from whom it should not, or as it should not.</summary>
[Trait("Shows", "telegram:6")]
public sealed class HostileUpdatesTests(TelegramHost house)
{
    private static readonly HttpClient Http = new();

    [Theory]
    [InlineData("wrong")]
    [InlineData("")]
    [InlineData("A-SECRET_of-the-webhook")]
    public async Task AForgedSecretIsAnsweredAsIfNothingWereThere(string secret)
    {
        var ana = await house.NewPersonAsync();

        var (known, stranger) = (await PostAsync(Said(ana.Chat, "oi"), secret), await PostAsync(Said(TelegramHost.NewChat(), "oi"), secret));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (known.StatusCode, stranger.StatusCode));
        Assert.Equal("", await known.Content.ReadAsStringAsync());
        Assert.Equal(0, await ana.Person.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().Count())));
    }

    [Fact]
    public async Task ThePortServesNothingElse()
    {
        foreach (var path in new[] { "/", "/healthz", "/api/v1/turns", "/telegram/webhook/", "/openapi/v1.json" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(new Uri(house.Host.WebhookAddress!, path))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Http.GetAsync(new Uri(house.Host.WebhookAddress!, TelegramWebhook.Path))).StatusCode);
        using var elsewhere = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Host.Address, TelegramWebhook.Path)) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        elsewhere.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TelegramHost.Secret);
        Assert.NotEqual(HttpStatusCode.OK, (await Http.SendAsync(elsewhere)).StatusCode);
    }

    [Fact]
    public async Task AKnownChatAndAStrangerAreAnsweredAlike()
    {
        var ana = await house.NewPersonAsync();

        var (known, stranger) = (await PostAsync(Said(ana.Chat, "oi")), await PostAsync(Said(TelegramHost.NewChat(), "oi")));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (known.StatusCode, stranger.StatusCode));
        Assert.Equal(await known.Content.ReadAsStringAsync(), await stranger.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task AMegabyteIsRefusedAndNothingIsKept()
    {
        var ana = await house.NewPersonAsync();

        var answer = await PostAsync(Said(ana.Chat, new string('a', 1024 * 1024)));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await ana.Person.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().Count())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\"oi\"")]
    [InlineData("{\"update_id\":\"x\"}")]
    public async Task WhatIsNoUpdateIsRefused(string body) => Assert.Equal(HttpStatusCode.BadRequest, (await PostRawAsync(body)).StatusCode);

    [Fact]
    public async Task AnUpdateOfAKindThatNobodyKnowsIsTakenAndMeansNothing()
    {
        var id = 900_000_000L + Random.Shared.Next(1_000_000);

        Assert.Equal(HttpStatusCode.OK, (await PostRawAsync($$$"""{"update_id":{{{id}}},"telepathy":{"from":{"id":1}},"message":{"date":"x"}}""")).StatusCode);
        Assert.Equal("unknown", await house.Host.Database.AskAsync<string>("select kind from accounts.stray_updates where update_id = $1", id));
    }

    [Theory]
    [InlineData("<b><i><u><code><a href=\"javascript:alert(1)\">oi</a>")]
    [InlineData("**negrito** `code` __x__ [a](tg://user?id=1) </b></b></b>")]
    [InlineData("&lt;&amp;&#x110000;&#0; ‮‭⁦ a\u0301\u0301\u0301\u0301")]
    public async Task MarkupIsShownAsText(string text)
    {
        var ana = await house.NewPersonAsync();

        var answer = await ana.SayAsync($"anota: {text}");

        Assert.Contains(text.Replace("**negrito**", "negrito", StringComparison.Ordinal).Replace("`code`", "code", StringComparison.Ordinal).Normalize(), answer.Text);
    }

    [Fact]
    public async Task AnotherPersonsButtonOpensNothing()
    {
        var (ana, mallory) = (await house.NewPersonAsync(), await house.NewPersonAsync());
        var answer = await ana.SayAsync("preciso pagar o aluguel dia 5");
        var hers = await mallory.SayAsync("oi");

        var press = house.Bot.PressData(mallory.Chat, hers, answer.Buttons.Single(button => button.Text == "Desfazer").Data);

        await AnsweredAsync(press, "Este botão é antigo e já não vale. Nada mudou.");
        Assert.Equal(1, await ana.Person.SeeAsync(db => Task.FromResult(db.Set<Data.Tasks.TaskItem>().Count())));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("a0000000000000000000000")]
    [InlineData("zAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aAAAAAAAAAAAAAAAAAAAAAA'; drop table users; --")]
    public async Task WhatNoButtonOfOursSaysChangesNothing(string data)
    {
        var ana = await house.NewPersonAsync();
        var answer = await ana.SayAsync("oi");

        await AnsweredAsync(house.Bot.PressData(ana.Chat, answer, data), "Este botão é antigo e já não vale. Nada mudou.");
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"..\..\boot.ini", "boot.ini")]
    [InlineData("/.ssh/authorized_keys", "authorized_keys")]
    [InlineData("....//", null)]
    [InlineData("a\0b\nc.pdf", "a�bc.pdf")]
    public void AFilesNameHasNoPath(string name, string? plain)
    {
        var message = new global::Telegram.Bot.Types.Message
        {
            Date = DateTime.UtcNow, Chat = new() { Id = 1 }, Document = new() { FileId = "f", FileUniqueId = "u", FileName = name },
        };

        Assert.Equal(plain, TelegramMessages.Read(message, "1", 1)!.Attachments.Single().FileName);
    }

    private async Task AnsweredAsync(SeenPress press, string text)
    {
        Assert.Equal(text, await Eventually.SeeAsync(() => Task.FromResult(house.Bot.Answered.GetValueOrDefault(press.Id)), said => said is not null));
    }

    private static JsonObject Said(long chat, string text) => new()
    {
        ["update_id"] = Random.Shared.Next(100_000_000, 900_000_000),
        ["message"] = new JsonObject
        {
            ["message_id"] = 1, ["date"] = TestHost.Monday.ToUnixTimeSeconds(), ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
            ["from"] = new JsonObject { ["id"] = chat, ["is_bot"] = false, ["first_name"] = "X" }, ["text"] = text,
        },
    };

    private Task<HttpResponseMessage> PostAsync(JsonObject update, string secret = TelegramHost.Secret) => PostRawAsync(update.ToJsonString(), secret);

    private async Task<HttpResponseMessage> PostRawAsync(string body, string secret = TelegramHost.Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(house.Host.WebhookAddress!, TelegramWebhook.Path))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        return await Http.SendAsync(request);
    }
}
