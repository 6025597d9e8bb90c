using Microsoft.EntityFrameworkCore;
using Telegram.Bot.Exceptions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Channels.Files;

/// <summary>Fetches a file from the channel by which it came. Null where the channel does not have it any more, or it is too large.</summary>
internal delegate Task<byte[]?> FetchFile(string channelFile, CancellationToken cancellationToken);

/// <summary>Brings the files of a turn's messages into the house, and reads what is written in them.</summary>
internal sealed partial class Attachments(AppDbContext db, CurrentUser user, FileStore files, FetchFile fetch, ILogger<Attachments> logger)
{
    private const int LongestText = 20_000;

    /// <summary>Fetches those that still wait. What cannot be had is marked so, and the turn goes on without it.</summary>
    public async Task FetchAsync(Guid turnId, CancellationToken cancellationToken)
    {
        var waiting = await db.Set<Attachment>().Where(row => row.State == AttachmentState.Waiting && db.Set<IncomingMessage>().Any(message => message.Id == row.MessageId && message.TurnId == turnId))
            .ToListAsync(cancellationToken);
        foreach (var file in waiting)
        {
            await FetchAsync(file, cancellationToken);
        }

        // No part of the turn's own transaction: a turn that begins again finds them kept.
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }

    private async Task FetchAsync(Attachment file, CancellationToken cancellationToken)
    {
        if (file.Size > FileStore.MostBytes)
        {
            file.State = AttachmentState.Refused;
            return;
        }

        try
        {
            if (await fetch(file.ChannelFile, cancellationToken) is not { } content)
            {
                file.State = AttachmentState.Failed;
                return;
            }

            (file.Hash, file.Size, file.State) = (await files.KeepAsync(user.Required, content, cancellationToken), content.Length, AttachmentState.Kept);
            file.Text = await TextOfAsync(file, content);
        }
        catch (Exception away) when (away is HttpRequestException or IOException or RequestException)
        {
            LogAway(away, file.Id);
            file.State = AttachmentState.Failed;
        }
    }

    private static async Task<string?> TextOfAsync(Attachment file, byte[] content) =>
        PdfText.IsPdf(content) ? await PdfText.ReadAsync(content)
        : file.Kind == AttachmentKind.Document && file.MediaType?.StartsWith("text/", StringComparison.Ordinal) == true && content.Length <= LongestText * 4
            ? Plugins.Words.Start(Plugins.SafeText.Of(System.Text.Encoding.UTF8.GetString(content)), LongestText)
        : null;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Attachment {AttachmentId} could not be fetched")]
    private partial void LogAway(Exception away, Guid attachmentId);
}
