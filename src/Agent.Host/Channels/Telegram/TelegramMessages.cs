using System.Globalization;
using Telegram.Bot.Types;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>What a message of Telegram is to the house.</summary>
internal static class TelegramMessages
{
    private const int LongestName = 200;

    /// <summary>The message; null for one with nothing in it that the house takes.</summary>
    public static NewMessage? Read(Message message, string account, int updateId)
    {
        var files = FilesOf(message);
        var text = message.Text ?? message.Caption ?? InWords(message) ?? "";
        return text.Length == 0 && files.Count == 0 ? null : new NewMessage(
            Outbox.Telegram, NameOf(message.Chat.Id), account, NameOf(updateId), text, new DateTimeOffset(DateTime.SpecifyKind(message.Date, DateTimeKind.Utc)))
        {
            Origin = OriginOf(message),
            ChannelMessage = NameOf(message.Id),
            QuotedMessage = message.ReplyToMessage is { } quoted && quoted.Chat.Id == message.Chat.Id ? NameOf(quoted.Id) : null,
            Attachments = files,
        };
    }

    /// <summary>An id of Telegram as a name.</summary>
    public static string NameOf(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What was forwarded, or is somebody's card, others wrote.</summary>
    private static string OriginOf(Message message) =>
        message.ForwardOrigin is not null || message.ViaBot is not null ? Origin.Untrusted("forward", NameOf(message.Id))
        : message.Contact is not null ? Origin.Untrusted("contact", NameOf(message.Id))
        : Origin.Owner;

    /// <summary>Things without a text of their own.</summary>
    private static string? InWords(Message message) => message switch
    {
        { Venue: { } venue } => string.Create(CultureInfo.InvariantCulture, $"📍 {venue.Title}, {venue.Address} ({venue.Location.Latitude:0.######}, {venue.Location.Longitude:0.######})"),
        { Location: { } place } => string.Create(CultureInfo.InvariantCulture, $"📍 {place.Latitude:0.######}, {place.Longitude:0.######}"),
        { Contact: { } contact } => $"👤 {string.Join(' ', new[] { contact.FirstName, contact.LastName }.Where(name => !string.IsNullOrEmpty(name)))}, {contact.PhoneNumber}",
        { Sticker.Emoji: { } emoji } => emoji,
        { Dice: { } dice } => dice.Emoji,
        _ => null,
    };

    private static List<NewAttachment> FilesOf(Message message) => message switch
    {
        { Voice: { } voice } => [new(AttachmentKind.Voice, voice.FileId, null, voice.MimeType, voice.FileSize)],
        { Audio: { } audio } => [new(AttachmentKind.Audio, audio.FileId, Plain(audio.FileName ?? audio.Title), audio.MimeType, audio.FileSize)],
        { VideoNote: { } video } => [new(AttachmentKind.Document, video.FileId, null, "video/mp4", video.FileSize)],
        { Video: { } video } => [new(AttachmentKind.Document, video.FileId, Plain(video.FileName), video.MimeType, video.FileSize)],
        { Photo: [.., { } photo] } => [new(AttachmentKind.Photo, photo.FileId, null, "image/jpeg", photo.FileSize)],
        { Document: { } document } => [new(AttachmentKind.Document, document.FileId, Plain(document.FileName), document.MimeType, document.FileSize)],
        _ => [],
    };

    /// <summary>A name of a file without a path, and without what no name may hold.</summary>
    private static string? Plain(string? name)
    {
        var last = name is null ? "" : name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var plain = new string([.. Plugins.SafeText.Of(last).Where(letter => !char.IsControl(letter) && letter != ':')]).Trim().TrimStart('.');
        return plain.Length == 0 ? null : plain[..Math.Min(plain.Length, LongestName)];
    }
}
