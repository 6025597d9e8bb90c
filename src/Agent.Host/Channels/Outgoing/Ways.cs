using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Channels.Outgoing;

/// <summary>A place in which a person can be told something.</summary>
internal sealed record Way(string Channel, string Chat)
{
    /// <summary>The page: what stands there was told.</summary>
    public static readonly Way Web = new("web", "main");

    /// <summary>Whether a channel has to bring it, and may fail.</summary>
    public bool IsBrought => Channel == Outbox.Telegram;
}

/// <summary>Where the current person can be told what they did not ask for just now.</summary>
internal sealed class Ways(AppDbContext db, TelegramChats chats)
{
    private List<Way>? _open;

    /// <summary>The conversation where it was asked for, if that is still reached; else another chat; else the web.</summary>
    public async Task<Way> ToAsync(Guid? conversation, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(cancellationToken);
        var asked = conversation is null ? null
            : await db.Set<Conversation>().AsNoTracking().Where(row => row.Id == conversation).Select(row => new Way(row.Channel, row.Chat)).SingleOrDefaultAsync(cancellationToken);
        return asked is not null && open.Contains(asked) ? asked : open[0];
    }

    /// <summary>One that is not among those that failed; at last the web.</summary>
    public async Task<Way> OtherThanAsync(IReadOnlyCollection<Way> failed, CancellationToken cancellationToken) =>
        (await OpenAsync(cancellationToken)).First(way => way == Way.Web || !failed.Contains(way));

    /// <summary>Chats that the person has to themselves come first, and the web last.</summary>
    private async Task<List<Way>> OpenAsync(CancellationToken cancellationToken) => _open ??=
    [
        .. (await chats.OpenAsync(cancellationToken)).OrderBy(chat => chat.IsGroup).Select(chat => new Way(Outbox.Telegram, TelegramMessages.NameOf(chat.ChatId))).Distinct(),
        Way.Web,
    ];
}
