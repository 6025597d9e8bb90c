using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Permissions;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>Grants, finds and revokes what the owner allows for good.</summary>
internal static class Permissions
{
    private const int Most = 500;
    private static readonly Texts Text = new(typeof(Permissions));

    /// <summary>Allows what a card asked for, towards its one recipient. Twice is once.</summary>
    /// <exception cref="ToolException">denied: the card does not offer it; conflict: it was not approved.</exception>
    public static async Task<StandingPermission> GrantAsync(
        AppDbContext db, Approval card, CurrentAction current, CancellationToken cancellationToken)
    {
        if (card.Recipient is not { } recipient)
        {
            throw new ToolException(ErrorCode.Denied, Text["NeverAlways"]) { Parameter = "approval" };
        }

        if (card.State != ApprovalState.Approved)
        {
            throw new ToolException(ErrorCode.Conflict, Text["ApproveFirst"]) { Parameter = "approval" };
        }

        var function = await db.Actions.Where(row => row.Id == card.ActionId).Select(row => row.Function).SingleAsync(cancellationToken);
        if (await db.StandingPermissions.SingleOrDefaultAsync(row => row.Function == function && row.Recipient == recipient, cancellationToken) is { } known)
        {
            return known;
        }

        var granted = new StandingPermission { Function = function, Recipient = recipient, Origin = current.Origin };
        db.StandingPermissions.Add(granted);
        await db.SaveChangesAsync(cancellationToken);
        return granted;
    }

    /// <summary>Takes back the one that an id or words mean.</summary>
    public static async Task<StandingPermission> RevokeAsync(AppDbContext db, string idOrWords, CancellationToken cancellationToken)
    {
        var rows = await db.StandingPermissions.OrderBy(row => row.Id).Take(Most).ToListAsync(cancellationToken);
        // An address is one word, whatever else it holds of another.
        var named = rows.FindAll(row => string.Equals(row.Recipient, idOrWords.Trim(), StringComparison.OrdinalIgnoreCase));
        var meant = WordMatch.Find(
            named.Count > 0 ? named : rows, idOrWords, "permission", row => row.Id, row => $"{row.Recipient} {row.Function}", row => Words.Line(row.Recipient, row.Function));
        db.StandingPermissions.Remove(meant);
        await db.SaveChangesAsync(cancellationToken);
        return meant;
    }
}
