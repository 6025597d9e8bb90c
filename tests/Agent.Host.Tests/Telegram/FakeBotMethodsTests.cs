using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;
using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>Each method that the fake serves, called by the real client: what comes back is understood, and both sides keep to the contract.</summary>
[Trait("Shows", "telegram:1")]
public sealed class FakeBotMethodsTests : BotClient
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 1, 2, 3];

    private static readonly Dictionary<string, Func<TelegramBotClient, FakeBotApi, Task<bool>>> Driven = new()
    {
        ["GetMe"] = async (client, _) => await client.GetMe() is { IsBot: true, Id: FakeBotApi.BotId },
        ["GetUpdates"] = async (client, fake) => fake.Say(Ana, "Oi").UpdateId == (await client.GetUpdates(offset: 0, limit: 10, timeout: 5, allowedUpdates: [UpdateType.Message])).Single().Id,
        ["SetWebhook"] = async (client, fake) =>
        {
            await client.SetWebhook("https://casa.example/telegram/webhook", maxConnections: 4, allowedUpdates: [UpdateType.Message], dropPendingUpdates: true, secretToken: "s-e_c");
            return (fake.WebhookUrl, fake.WebhookSecret) == ("https://casa.example/telegram/webhook", "s-e_c");
        },
        ["DeleteWebhook"] = async (client, fake) =>
        {
            await client.SetWebhook("https://casa.example/telegram/webhook");
            await client.DeleteWebhook(true);
            return fake.WebhookUrl is null;
        },
        ["GetWebhookInfo"] = async (client, _) =>
        {
            await client.SetWebhook("https://casa.example/t", allowedUpdates: [UpdateType.CallbackQuery]);
            return await client.GetWebhookInfo() is { Url: "https://casa.example/t", PendingUpdateCount: 0, MaxConnections: 40, AllowedUpdates: [UpdateType.CallbackQuery] };
        },
        ["SetMyCommands"] = async (client, fake) =>
        {
            await client.SetMyCommands([new BotCommand("hoje", "O que há hoje")], new BotCommandScopeAllPrivateChats(), "pt");
            return fake.Commands("pt", "all_private_chats")!.Contains("hoje", StringComparison.Ordinal) && fake.Commands("pt") is null;
        },
        ["GetMyCommands"] = async (client, _) =>
        {
            await client.SetMyCommands([new BotCommand("today", "What is today")], languageCode: "en");
            return (await client.GetMyCommands(languageCode: "en")).Single().Command == "today" && (await client.GetMyCommands()).Length == 0;
        },
        ["DeleteMyCommands"] = async (client, fake) =>
        {
            await client.SetMyCommands([new BotCommand("hoje", "O que há hoje")], new BotCommandScopeChat { ChatId = Ana });
            await client.DeleteMyCommands(new BotCommandScopeChat { ChatId = Ana });
            return fake.Commands(scope: $"chat {Ana}") is null;
        },
        ["SetMyDescription"] = async (client, fake) =>
        {
            await client.SetMyDescription("Olá", "pt");
            return fake.Said("description", "pt") == "Olá";
        },
        ["GetMyDescription"] = async (client, _) =>
        {
            await client.SetMyDescription("Hello");
            return (await client.GetMyDescription("pt")).Description == "Hello";
        },
        ["SetMyShortDescription"] = async (client, fake) =>
        {
            await client.SetMyShortDescription("Olá");
            return fake.Said("short_description") == "Olá";
        },
        ["GetMyShortDescription"] = async (client, _) =>
        {
            await client.SetMyShortDescription("Olá", "pt");
            return (await client.GetMyShortDescription("pt")).ShortDescription == "Olá" && (await client.GetMyShortDescription()).ShortDescription.Length == 0;
        },
        ["SetMyName"] = async (client, fake) =>
        {
            await client.SetMyName("Casa", "pt");
            return fake.Said("name", "pt") == "Casa";
        },
        ["GetMyName"] = async (client, _) => (await client.GetMyName()).Name == FakeBotApi.Name,
        ["SendMessage"] = async (client, fake) =>
        {
            var asked = fake.Say(Ana, "/start agora");
            var sent = await client.SendMessage(
                Ana, "<b>Olá</b>, <a href=\"https://example.com\">veja</a> &lt;3 😀", ParseMode.Html, new ReplyParameters { MessageId = asked.Id },
                new InlineKeyboardMarkup([[InlineKeyboardButton.WithCallbackData("Sim", "y"), InlineKeyboardButton.WithUrl("Ver", "https://example.com")]]), new LinkPreviewOptions { IsDisabled = true });
            return fake.Chat(Ana).Last is
            {
                Text: "Olá, veja <3 😀", Entities: [{ Type: "bold", Offset: 0, Length: 3 }, { Type: "text_link", Url: "https://example.com", Offset: 5, Length: 4 }],
                Buttons: [{ Text: "Sim", Data: "y" }, { Url: "https://example.com" }],
            } seen && (seen.Id, seen.Text, seen.ReplyTo, sent.ReplyToMessage?.Text) == (sent.Id, sent.Text, asked.Id, "/start agora");
        },
        ["EditMessageText"] = async (client, fake) =>
        {
            var sent = await client.SendMessage(Ana, "Um", replyMarkup: InlineKeyboardButton.WithCallbackData("Sim", "y"));
            var edited = await client.EditMessageText(Ana, sent.Id, "<i>Dois</i>", ParseMode.Html);
            return fake.Chat(Ana).Last is { Text: "Dois", Earlier: ["Um"], Buttons: [], EditedAt: not null } && edited is { EditDate: not null, Text: "Dois" };
        },
        ["EditMessageReplyMarkup"] = async (client, fake) =>
        {
            var sent = await client.SendMessage(Ana, "Um");
            await client.EditMessageReplyMarkup(Ana, sent.Id, InlineKeyboardButton.WithCallbackData("Não", "n"));
            return fake.Chat(Ana).Last is { Text: "Um", Buttons: [{ Data: "n" }] };
        },
        ["DeleteMessage"] = async (client, fake) =>
        {
            await client.DeleteMessage(Ana, (await client.SendMessage(Ana, "Um")).Id);
            return fake.Chat(Ana) is { Messages.Count: 0, Ever: [{ Deleted: true, Text: "Um" }] };
        },
        ["SendChatAction"] = async (client, fake) =>
        {
            await client.SendChatAction(Ana, ChatAction.Typing);
            return fake.Chat(Ana).BusyAt is not null;
        },
        ["AnswerCallbackQuery"] = async (client, fake) =>
        {
            await client.SendMessage(Ana, "Quer?", replyMarkup: InlineKeyboardButton.WithCallbackData("Sim", "y"));
            var press = fake.Press(Ana, "Sim");
            await client.AnswerCallbackQuery(press.Id, "Feito", showAlert: true);
            return press is { AnsweredAt: not null, Answer: "Feito", Alert: true, Data: "y", By: Ana };
        },
        ["SendPhoto"] = async (client, fake) =>
        {
            using var photo = new MemoryStream(Png);
            var sent = await client.SendPhoto(Ana, InputFile.FromStream(photo, "mapa.png"), "<b>Mapa</b>", ParseMode.Html, replyMarkup: InlineKeyboardButton.WithCallbackData("Sim", "y"));
            return fake.Chat(Ana).Last is { Text: "Mapa", File: { } file, Buttons: [{ Data: "y" }], Entities: [{ Type: "bold" }] } && file.Bytes.SequenceEqual(Png) && sent.Photo![^1].FileId == file.Id;
        },
        ["SendDocument"] = async (client, fake) =>
        {
            using var bytes = new MemoryStream([1, 2, 3]);
            var sent = await client.SendDocument(Ana, InputFile.FromStream(bytes, "relatório.pdf"), "Eis", disableNotification: true);
            var again = await client.SendDocument(Ana, InputFile.FromFileId(sent.Document!.FileId));
            return fake.Chat(Ana).Messages is [{ Text: "Eis", File: { Name: "relatório.pdf", Bytes: [1, 2, 3] } }, { File.Bytes: [1, 2, 3] }] && again.Document!.FileName == "relatório.pdf";
        },
        ["GetFile"] = async (client, fake) => await client.GetFile(fake.Voice(Ana, [1, 2]).File!.Id) is { FileSize: 2, FilePath: { } path } && path.StartsWith("voice/", StringComparison.Ordinal),
        ["DownloadFile"] = async (client, fake) =>
        {
            using var got = new MemoryStream();
            await client.DownloadFile(await client.GetFile(fake.Document(Ana, [9, 8, 7]).File!.Id), got);
            return got.ToArray() is [9, 8, 7];
        },
        ["GetInfoAndDownloadFile"] = async (client, fake) =>
        {
            using var got = new MemoryStream();
            await client.GetInfoAndDownloadFile(fake.Photo(Ana, Png).File!.Id, got);
            return got.ToArray().SequenceEqual(Png);
        },
        ["GetChat"] = async (client, _) => await client.GetChat(Ana) is { Id: Ana, FirstName: "Ana", Type: ChatType.Private },
        ["LeaveChat"] = async (client, fake) =>
        {
            fake.Invite(-7, Ana);
            await client.LeaveChat(-7);
            return fake.Chat(-7).Shut is not null;
        },
    };

    public static TheoryData<string> Names => [.. BotMethods.OfTheClient.Keys.Order()];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task TheRealClientIsServed(string name)
    {
        Assert.True(await Driven[name](Client, Fake));
        Fake.AssertAllValid();
        Assert.All(Fake.Journal, call => Assert.Equal((200, "ok"), (call.Status, call.Outcome)));
    }

    [Fact]
    public void WhatTheClientMayBeAskedForIsAMethodOfItAndOfTheContract()
    {
        var known = new[] { typeof(TelegramBotClientExtensions), typeof(TelegramBotClient) }.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)).Select(method => method.Name).ToHashSet();
        Assert.All(BotMethods.OfTheClient, pair => Assert.Contains(pair.Key, known));
        Assert.All(BotMethods.OfTheClient, pair => Assert.Contains(pair.Value, BotContract.Methods));
        Assert.Equal(BotMethods.Served.Order(), BotMethods.OfTheClient.Values.Distinct().Order());
    }

    [Fact]
    public void TheHouseCallsNothingThatIsNotServed()
    {
        using var file = File.OpenRead(typeof(TelegramClient).Assembly.Location);
        using var house = new PEReader(file);
        var read = house.GetMetadataReader();
        var called = read.MemberReferences.Select(read.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference
                && read.GetString(read.GetTypeReference((TypeReferenceHandle)member.Parent).Name) is nameof(TelegramBotClientExtensions) or nameof(TelegramBotClient))
            .Select(member => read.GetString(member.Name)).Where(name => name != ".ctor").ToList();

        Assert.Contains("SendMessage", called);
        Assert.All(called, name => Assert.Contains(name, BotMethods.OfTheClient.Keys));
    }
}
