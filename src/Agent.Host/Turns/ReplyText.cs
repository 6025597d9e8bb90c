using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>The whole reply in words: what was done, from receipts alone, then what the assistant says.</summary>
internal static class ReplyText
{
    public static string Of(IEnumerable<ReceiptView> receipts, string text, Words words) => string.Join(
        "\n\n",
        new[] { string.Join('\n', receipts.Where(IsTold).Select(receipt => Line(receipt, words))), text }.Where(part => part.Length > 0));

    private static string Line(ReceiptView receipt, Words words) => receipt switch
    {
        { Approval: { State: ApprovalState.Open } card } => CardWords.Of(card, words),
        { Other: { } other } => $"{receipt.Text} · [{other}]",
        _ => receipt.Text,
    };

    /// <summary>Reads stand in the text already; of what failed the planner speaks.</summary>
    private static bool IsTold(ReceiptView receipt) =>
        receipt.Effect != Effect.Read && receipt.State is not (ActionState.Failed or ActionState.Refused);
}
