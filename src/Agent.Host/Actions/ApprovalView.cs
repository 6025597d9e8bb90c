using System.Text.Json;
using TbPersonalOs.Data.Actions;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>A card that asks the owner.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ActionId">The action that waits.</param>
/// <param name="Function"><c>plugin.function</c>.</param>
/// <param name="Text">What would be done, in words.</param>
/// <param name="Arguments">Exactly with what.</param>
/// <param name="Hash">Hash of function and arguments: a decision names it.</param>
/// <param name="ExpiresAt">After this the answer is no.</param>
/// <param name="State">Where it stands.</param>
public sealed record ApprovalView(
    Guid Id, Guid ActionId, string Function, string Text, JsonElement Arguments, string Hash, DateTimeOffset ExpiresAt, ApprovalState State)
{
    internal static ApprovalView Of(ReceiptView receipt, PendingApproval card) => new(
        card.ApprovalId, receipt.Id, receipt.Function, receipt.Text, receipt.Arguments, card.Hash, card.ExpiresAt, ApprovalState.Open);
}
