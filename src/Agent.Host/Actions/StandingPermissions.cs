using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Permissions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Finds what the owner allowed for good, and says what a card may offer.</summary>
internal sealed class StandingPermissions(AppDbContext db, SavedRecipients saved)
{
    /// <summary>The permission that covers a call; null where there is none.</summary>
    public async Task<Guid?> CoveringAsync(ActionEntry entry, CancellationToken cancellationToken) =>
        entry.Effect == Effect.Outward && Recipient.Of(entry.Function, entry.Arguments) is { } recipient
            ? await db.StandingPermissions.AsNoTracking().Where(row => row.Function == entry.Function.FullName && row.Recipient == recipient)
                .Select(row => (Guid?)row.Id).SingleOrDefaultAsync(cancellationToken)
            : null;

    /// <summary>The recipient for which a call could be allowed for good: one alone, that the owner knows, and nothing that cannot come back.</summary>
    public string? Offered(ActionEntry entry) =>
        entry.Effect == Effect.Outward && Recipient.Of(entry.Function, entry.Arguments) is { } recipient && saved.Knows(recipient) ? recipient : null;
}
