using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>Cards as they are shown, the same at every channel.</summary>
internal sealed class ApprovalCards(AppDbContext db, PluginCatalog catalog)
{
    private static readonly Texts Text = new(typeof(ApprovalCards));

    /// <summary>Those that wait for the owner, the oldest first.</summary>
    public Task<List<ApprovalView>> OpenAsync(CancellationToken cancellationToken) =>
        // Translated: the database's clock, by which the decision counts too.
        ViewsAsync(db.Approvals.Where(card => card.State == ApprovalState.Open && card.ExpiresAt > DateTimeOffset.UtcNow), cancellationToken);

    /// <summary>One of them, however it stands; null where there is none.</summary>
    public async Task<ApprovalView?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await ViewsAsync(db.Approvals.Where(card => card.Id == id), cancellationToken)).SingleOrDefault();

    /// <summary>Receipts of calls that wait or did not come to be, with the card that asked for each.</summary>
    public async Task<List<ReceiptView>> OnAsync(IReadOnlyList<ReceiptView> receipts, CancellationToken cancellationToken)
    {
        var asked = receipts.Where(receipt => receipt.State is ActionState.PendingApproval or ActionState.Refused).Select(receipt => receipt.Id).ToList();
        if (asked.Count == 0)
        {
            return [.. receipts];
        }

        var cards = await ViewsAsync(db.Approvals.Where(card => asked.Contains(card.ActionId)), cancellationToken);
        return [.. receipts.Select(receipt => cards.Find(card => card.ActionId == receipt.Id) is { } card ? receipt with { Approval = card } : receipt)];
    }

    /// <summary>A card of a call.</summary>
    public ApprovalView View(Approval card, ActionRow action, bool askedAgain = false, Guid? turn = null)
    {
        var arguments = JsonDocument.Parse(action.Arguments).RootElement;
        return new ApprovalView(card.Id, action.Id, action.Function, card.Text, arguments, card.Hash, card.ExpiresAt, card.State)
        {
            Code = CardChoice.CodeOf(card.Hash),
            Effect = Enum.Parse<Effect>(action.Effect, true),
            Values = ValuesOf(action.Function, arguments, JsonDocument.Parse(card.Origins).RootElement),
            Foreign = Origin.IsUntrusted(action.Origin) ? Whose(action.Origin) : null,
            Always = card.Recipient,
            AskedAgain = askedAgain,
            TurnId = turn,
        };
    }

    private async Task<List<ApprovalView>> ViewsAsync(IQueryable<Approval> cards, CancellationToken cancellationToken)
    {
        var (all, messages, actions) = (db.Approvals, db.Set<IncomingMessage>(), db.Actions.AsNoTracking());
        var rows = await (
            from card in cards.AsNoTracking()
            join action in actions on card.ActionId equals action.Id
            orderby card.Id
            select new
            {
                card,
                action,
                again = all.Any(later => later.Renews == card.Id),
                turn = messages.Where(message => message.ApprovalId == card.Id).Select(message => message.TurnId).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => View(row.card, row.action, row.again, row.turn))];
    }

    /// <summary>The arguments of a call one by one, with whose words each is; <paramref name="unknown"/> where that is not in <paramref name="origins"/>.</summary>
    public List<CardValue> ValuesOf(string function, JsonElement arguments, JsonElement origins, string unknown = ValueOrigins.Composed)
    {
        var (plugin, name) = Turns.FunctionName.Split(function);
        var recipients = catalog.Find(plugin, name)?.Effect.Recipients ?? [];
        return [.. arguments.EnumerateObject().Where(argument => argument.Value.ValueKind != JsonValueKind.Null).Select(argument =>
        {
            var origin = origins.ValueKind == JsonValueKind.Object && origins.TryGetProperty(argument.Name, out var known) ? known.GetString()! : unknown;
            return new CardValue(
                argument.Name, recipients.Contains(argument.Name) ? Text["Recipient"] : FieldWords.Label(argument.Name),
                argument.Value.ValueKind == JsonValueKind.String ? argument.Value.GetString()! : argument.Value.GetRawText(), origin, Whose(origin));
        })];
    }

    /// <summary>Whose words an origin means, in words.</summary>
    public static string Whose(string origin)
    {
        if (!Origin.IsUntrusted(origin))
        {
            return Text[$"Whose_{origin}"];
        }

        var parts = origin.Split(':', 3);
        return Text.Find($"From_{parts[1]}") is { } known ? $"{known} ({parts[2]})" : Text["FromOthers", parts[1], parts[2]];
    }
}
