using System.Text;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>The fake refuses what Telegram refuses, in its words, and then nothing has changed.</summary>
[Trait("Shows", "telegram:1")]
public sealed class FakeBotRefusalsTests : BotClient
{
    private const int MostOfText = 4096;

    [Theory]
    [InlineData("<b>Oi", "Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("<b>Oi</i>", "expected \"</b>\", found \"</i>\"")]
    [InlineData("<b><i>Oi</b></i>", "Unmatched end tag at byte offset 8")]
    [InlineData("é</b>", "Unexpected end tag at byte offset 2")]
    [InlineData("<script>x</script>", "Unsupported start tag \"script\"")]
    [InlineData("1 < 2", "Unsupported start tag \"\" at byte offset 2")]
    [InlineData("1 > 2", "'>' is not escaped")]
    [InlineData("pão & leite", "'&' is not escaped")]
    [InlineData("pão &nbsp; leite", "'&' is not escaped")]
    [InlineData("<b", "Unclosed start tag")]
    [InlineData("<b>Oi</b", "Unclosed end tag")]
    [InlineData("<a href=\"x>Oi</a>", "Unclosed start tag")]
    [InlineData("<span>Oi</span>", "must have class")]
    [InlineData("<b onclick=\"x\">Oi</b>", "\"onclick\" is unknown")]
    [InlineData("<blockquote>a<blockquote>b</blockquote></blockquote>", "in each other")]
    public async Task BrokenMarkupIsRefused(string html, string why)
    {
        var refused = await RefusedAsync(() => Client.SendMessage(Ana, html, ParseMode.Html));

        Assert.StartsWith("Bad Request: can't parse entities: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Fake.Chat(Ana).Messages);
    }

    [Theory]
    [InlineData("<pre><code class=\"language-cs\">var a = 1 &lt; 2;</code></pre>", "var a = 1 < 2;", "pre 0 14 cs")]
    [InlineData("<code><b>x</b></code>", "x", "code 0 1 ")]
    [InlineData("<b>a<i>b</i></b> <tg-spoiler>c</tg-spoiler>", "ab c", "bold 0 2 |italic 1 1 |spoiler 3 1 ")]
    [InlineData("<blockquote expandable>a</blockquote>", "a", "expandable_blockquote 0 1 ")]
    [InlineData("  <b> 😀</b>\n", "😀", "bold 0 2 ")]
    [InlineData("&quot;&#128512;&quot;", "\"😀\"", "")]
    public async Task RightMarkupIsShown(string html, string text, string entities)
    {
        await Client.SendMessage(Ana, html, ParseMode.Html);

        var seen = Fake.Chat(Ana).Last!;
        Assert.Equal((text, entities), (seen.Text, string.Join('|', seen.Entities.Select(one => $"{one.Type} {one.Offset} {one.Length} {one.Language}"))));
        Fake.AssertAllValid();
    }

    [Fact]
    public async Task ATextIsNeitherEmptyNorTooLongAfterItsMarksWereRead()
    {
        await Client.SendMessage(Ana, $"<b>{new string('a', MostOfText)}</b>", ParseMode.Html);

        Assert.Equal("Bad Request: message is too long", (await RefusedAsync(() => Client.SendMessage(Ana, new string('a', MostOfText + 1)))).Message);
        Assert.Equal("Bad Request: message is too long", (await RefusedAsync(() => Client.SendMessage(Ana, string.Concat(Enumerable.Repeat("😀", MostOfText / 2)) + "a"))).Message);
        Assert.Equal("Bad Request: message text is empty", (await RefusedAsync(() => Client.SendMessage(Ana, " <b> </b>\n", ParseMode.Html))).Message);
    }

    [Fact]
    public async Task ATextThatWasCutInTheMiddleOfACharacterIsAFault()
    {
        await RefusedAsync(() => Client.SendMessage(Ana, "😀"[..1]));

        Assert.Contains("cut in the middle of a character", Assert.Single(Fake.Invalid), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAPersonWroteMayBeSaidBackHoweverBrokenItIs()
    {
        Fake.Say(Ana, "\uFFFD");
        await Client.SendMessage(Ana, "\uFFFD");

        Fake.AssertAllValid();
    }

    [Fact]
    public async Task AnEditChangesSomethingOfAMessageOfTheBotThatIsThere()
    {
        var (sent, theirs) = (await Client.SendMessage(Ana, "<b>Oi</b>", ParseMode.Html), Fake.Say(Ana, "Oi"));

        Assert.StartsWith("Bad Request: message is not modified", (await RefusedAsync(() => Client.EditMessageText(Ana, sent.Id, "<b>Oi</b>", ParseMode.Html))).Message, StringComparison.Ordinal);
        Assert.StartsWith("Bad Request: message is not modified", (await RefusedAsync(() => Client.EditMessageReplyMarkup(Ana, sent.Id))).Message, StringComparison.Ordinal);
        Assert.Equal("Bad Request: message to edit not found", (await RefusedAsync(() => Client.EditMessageText(Ana, 99, "x"))).Message);
        Assert.Equal("Bad Request: message can't be edited", (await RefusedAsync(() => Client.EditMessageText(Ana, theirs.Id, "x"))).Message);
        Assert.Equal("Bad Request: message to delete not found", (await RefusedAsync(() => Client.DeleteMessage(Ana, 99))).Message);
        await Client.EditMessageText(Ana, sent.Id, "Oi");
    }

    [Theory]
    [InlineData("", "BUTTON_DATA_INVALID")]
    [InlineData("ááááááááááááááááááááááááááááááááá", "BUTTON_DATA_INVALID")]
    public async Task DataOfAButtonHasItsLimits(string data, string why)
    {
        Assert.Contains(why, (await RefusedAsync(() => Client.SendMessage(Ana, "x", replyMarkup: InlineKeyboardButton.WithCallbackData("Sim", data)))).Message, StringComparison.Ordinal);
        await Client.SendMessage(Ana, "x", replyMarkup: InlineKeyboardButton.WithCallbackData("Sim", new string('a', 64)));
    }

    [Fact]
    public async Task AKeyboardHasItsLimits()
    {
        InlineKeyboardMarkup Rows(int rows, int wide) => new(Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, wide).Select(_ => InlineKeyboardButton.WithCallbackData("x", "y"))));

        Assert.Contains("too long", (await RefusedAsync(() => Client.SendMessage(Ana, "x", replyMarkup: Rows(1, 9)))).Message, StringComparison.Ordinal);
        Assert.Contains("too long", (await RefusedAsync(() => Client.SendMessage(Ana, "x", replyMarkup: Rows(26, 4)))).Message, StringComparison.Ordinal);
        Assert.Contains("Wrong HTTP URL", (await RefusedAsync(() => Client.SendMessage(Ana, "x", replyMarkup: InlineKeyboardButton.WithUrl("x", "http://localhost:5080/")))).Message, StringComparison.Ordinal);
        Assert.Contains("Text buttons", (await RefusedAsync(() => Client.SendMessage(Ana, "x", replyMarkup: new InlineKeyboardMarkup(new InlineKeyboardButton("x"))))).Message, StringComparison.Ordinal);
        await Client.SendMessage(Ana, "x", replyMarkup: Rows(25, 4));
    }

    [Fact]
    public async Task WhereTheBotIsNotWantedItIsTold()
    {
        Fake.Block(Ana);
        Fake.Invite(-7, Ana);
        Fake.Expel(-7, Ana);
        var moved = Fake.Upgrade(-8, Ana);

        Assert.Equal((403, "Forbidden: bot was blocked by the user"), Said(await RefusedAsync(() => Client.SendMessage(Ana, "x"))));
        Assert.Equal((403, "Forbidden: bot was kicked from the group chat"), Said(await RefusedAsync(() => Client.SendMessage(-7, "x"))));
        Assert.Equal((400, "Bad Request: chat not found"), Said(await RefusedAsync(() => Client.SendMessage(43, "x"))));
        Assert.Equal(moved, (await RefusedAsync(() => Client.SendMessage(-8, "x"))).Parameters?.MigrateToChatId);
        Fake.Block(Ana, false);
        await Client.SendMessage(Ana, "x");
        Fake.AssertAllValid();
    }

    [Fact]
    public async Task WhatIsNotThereCannotBeAnsweredOrFetched()
    {
        using var nothing = new MemoryStream();
        using var text = new MemoryStream(Encoding.UTF8.GetBytes("no picture"));

        Assert.Contains("query ID is invalid", (await RefusedAsync(() => Client.AnswerCallbackQuery("1"))).Message, StringComparison.Ordinal);
        Assert.Contains("invalid file_id", (await RefusedAsync(() => Client.GetFile("x"))).Message, StringComparison.Ordinal);
        Assert.Contains("message to be replied not found", (await RefusedAsync(() => Client.SendMessage(Ana, "x", replyParameters: 99))).Message, StringComparison.Ordinal);
        Assert.Contains("non-empty", (await RefusedAsync(() => Client.SendDocument(Ana, InputFile.FromStream(nothing, "a.pdf")))).Message, StringComparison.Ordinal);
        Assert.Contains("IMAGE_PROCESS_FAILED", (await RefusedAsync(() => Client.SendPhoto(Ana, InputFile.FromStream(text, "a.png")))).Message, StringComparison.Ordinal);
        Assert.Contains("file is too big", (await RefusedAsync(() => Client.GetFile(Fake.Document(Ana, new byte[(20 * 1024 * 1024) + 1]).File!.Id))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<RequestException>(() => Client.DownloadFile("voice/../voice/file_1.oga", nothing));
    }

    [Theory]
    [InlineData("http://casa.example/t", "An HTTPS URL must be provided")]
    [InlineData("https://casa.example:5081/t", "only on ports")]
    public async Task AWebhookIsReachedByHttpsAlone(string url, string why) =>
        Assert.Contains(why, (await RefusedAsync(() => Client.SetWebhook(url))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task ProfileAndCommandsHaveTheirLimits()
    {
        Assert.Contains("BOT_COMMAND_INVALID", (await RefusedAsync(() => Client.SetMyCommands([new BotCommand("Olá", "x")]))).Message, StringComparison.Ordinal);
        Assert.Contains("BOT_COMMAND_DESCRIPTION_INVALID", (await RefusedAsync(() => Client.SetMyCommands([new BotCommand("ola", "")]))).Message, StringComparison.Ordinal);
        Assert.Contains("LANG_CODE_INVALID", (await RefusedAsync(() => Client.SetMyCommands([new BotCommand("ola", "x")], languageCode: "pt-br"))).Message, StringComparison.Ordinal);
        Assert.Contains("too long", (await RefusedAsync(() => Client.SetMyShortDescription(new string('a', 121)))).Message, StringComparison.Ordinal);
        Assert.Contains("unallowed characters", (await RefusedAsync(() => Client.SetWebhook("https://casa.example/t", secretToken: "a b"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherTokenIsUnauthorized()
    {
        Assert.Equal(401, (await RefusedAsync(() => ClientOf("123456789:other-token_for-tests_AAAAAAAAAAAAAA").GetMe())).ErrorCode);
        Fake.Tokens.Clear();
        Assert.Equal(401, (await RefusedAsync(() => Client.GetMe())).ErrorCode);
    }

    private static (int, string) Said(ApiRequestException refused) => (refused.ErrorCode, refused.Message);

    private static Task<ApiRequestException> RefusedAsync(Func<Task> call) => Assert.ThrowsAnyAsync<ApiRequestException>(call);
}
