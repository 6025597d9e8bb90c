using Telegram.Bot;
using Telegram.Bot.Exceptions;
using TbPersonalOs.Agent.Host.Channels.Files;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Files that came to the bot.</summary>
internal sealed class TelegramFiles(TelegramClients bots)
{
    /// <summary>The bytes; null where Telegram does not have the file any more, or it is too large.</summary>
    public async Task<byte[]?> FetchAsync(string channelFile, CancellationToken cancellationToken)
    {
        if (bots.Current is not { } bot)
        {
            return null;
        }

        try
        {
            var file = await bot.Client.GetFile(channelFile, cancellationToken);
            if (file.FileSize > FileStore.MostBytes || file.FilePath is null)
            {
                return null;
            }

            using var content = new MemoryStream();
            await bot.Client.DownloadFile(file.FilePath, content, cancellationToken);
            return content.Length > FileStore.MostBytes ? null : content.ToArray();
        }
        catch (ApiRequestException refused) when (refused.ErrorCode == 400)
        {
            return null;
        }
    }
}
