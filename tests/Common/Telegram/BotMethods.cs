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

    /// <summary>What each method does, but the one that waits: <c>getUpdates</c>.</summary>
    internal static FrozenDictionary<string, Func<BotCall, JsonNode>> Of(BotMessages messages, BotProfile profile, BotFiles files) =>
        new Dictionary<string, Func<BotCall, JsonNode>>
        {
            ["getMe"] = _ => FakeBotApi.Self(),
            ["sendMessage"] = messages.Send,
            ["sendPhoto"] = messages.SendPhoto,
            ["sendDocument"] = messages.SendDocument,
            ["editMessageText"] = messages.EditText,
            ["editMessageReplyMarkup"] = messages.EditMarkup,
            ["deleteMessage"] = messages.Delete,
            ["sendChatAction"] = messages.SetBusy,
            ["answerCallbackQuery"] = messages.AnswerPress,
            ["getChat"] = messages.GetChat,
            ["leaveChat"] = messages.Leave,
            ["getFile"] = files.Get,
            ["setMyCommands"] = profile.SetCommands,
            ["getMyCommands"] = profile.GetCommands,
            ["deleteMyCommands"] = profile.DeleteCommands,
            ["setMyDescription"] = profile.Set("description", 512),
            ["getMyDescription"] = profile.Get("description"),
            ["setMyShortDescription"] = profile.Set("short_description", 120),
            ["getMyShortDescription"] = profile.Get("short_description"),
            ["setMyName"] = profile.Set("name", 64),
            ["getMyName"] = profile.Get("name"),
        }.ToFrozenDictionary();
}
