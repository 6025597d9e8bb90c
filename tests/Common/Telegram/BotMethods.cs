using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace TbPersonalOs.Common.Telegram;

/// <summary>The methods that the fake serves. One that is not here is answered as one that Telegram does not know.</summary>
public static class BotMethods
{
    /// <summary>
    /// What a program may call of Telegram.Bot's client, and the method that it becomes. A call that is not here has to be served by the fake first.
    /// </summary>
    public static readonly FrozenDictionary<string, string> OfTheClient = new Dictionary<string, string>
    {
        ["GetMe"] = "getMe", ["GetUpdates"] = "getUpdates", ["SetWebhook"] = "setWebhook", ["DeleteWebhook"] = "deleteWebhook", ["GetWebhookInfo"] = "getWebhookInfo",
        ["SetMyCommands"] = "setMyCommands", ["GetMyCommands"] = "getMyCommands", ["DeleteMyCommands"] = "deleteMyCommands",
        ["SetMyDescription"] = "setMyDescription", ["GetMyDescription"] = "getMyDescription", ["SetMyShortDescription"] = "setMyShortDescription",
        ["GetMyShortDescription"] = "getMyShortDescription", ["SetMyName"] = "setMyName", ["GetMyName"] = "getMyName",
        ["SendMessage"] = "sendMessage", ["EditMessageText"] = "editMessageText", ["EditMessageReplyMarkup"] = "editMessageReplyMarkup", ["DeleteMessage"] = "deleteMessage",
        ["SendChatAction"] = "sendChatAction", ["AnswerCallbackQuery"] = "answerCallbackQuery", ["SendPhoto"] = "sendPhoto", ["SendDocument"] = "sendDocument",
        ["GetFile"] = "getFile", ["DownloadFile"] = "getFile", ["GetInfoAndDownloadFile"] = "getFile", ["GetChat"] = "getChat", ["LeaveChat"] = "leaveChat",
    }.ToFrozenDictionary();

    /// <summary>Names of the methods that are served.</summary>
    public static IEnumerable<string> Served => Link.Concat(All.Keys);

    /// <summary>Those that say how the bot is told what happens.</summary>
    internal static readonly FrozenSet<string> Link = ["getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"];

    /// <summary>What each of the others does.</summary>
    internal static readonly FrozenDictionary<string, Func<BotParts, BotCall, JsonNode>> All = new Dictionary<string, Func<BotParts, BotCall, JsonNode>>
    {
        ["getMe"] = (_, _) => FakeBotApi.Self(),
        ["sendMessage"] = (bot, call) => bot.Messages.Send(call),
        ["sendPhoto"] = (bot, call) => bot.Messages.SendPhoto(call),
        ["sendDocument"] = (bot, call) => bot.Messages.SendDocument(call),
        ["editMessageText"] = (bot, call) => bot.Messages.EditText(call),
        ["editMessageReplyMarkup"] = (bot, call) => bot.Messages.EditMarkup(call),
        ["deleteMessage"] = (bot, call) => bot.Messages.Delete(call),
        ["sendChatAction"] = (bot, call) => bot.Messages.SetBusy(call),
        ["answerCallbackQuery"] = (bot, call) => bot.Messages.AnswerPress(call),
        ["getChat"] = (bot, call) => bot.Messages.GetChat(call),
        ["leaveChat"] = (bot, call) => bot.Messages.Leave(call),
        ["getFile"] = (bot, call) => bot.Files.Get(call),
        ["setMyCommands"] = (bot, call) => bot.Profile.SetCommands(call),
        ["getMyCommands"] = (bot, call) => bot.Profile.GetCommands(call),
        ["deleteMyCommands"] = (bot, call) => bot.Profile.DeleteCommands(call),
        ["setMyDescription"] = (bot, call) => bot.Profile.Set(call, "description", 512),
        ["getMyDescription"] = (bot, call) => bot.Profile.Get(call, "description"),
        ["setMyShortDescription"] = (bot, call) => bot.Profile.Set(call, "short_description", 120),
        ["getMyShortDescription"] = (bot, call) => bot.Profile.Get(call, "short_description"),
        ["setMyName"] = (bot, call) => bot.Profile.Set(call, "name", 64),
        ["getMyName"] = (bot, call) => bot.Profile.Get(call, "name"),
    }.ToFrozenDictionary();
}

/// <summary>The parts of the fake that serve methods.</summary>
/// <param name="Messages">Messages.</param>
/// <param name="Profile">What the bot says of itself.</param>
/// <param name="Files">Files.</param>
internal sealed record BotParts(BotMessages Messages, BotProfile Profile, BotFiles Files);
