using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>Puts onto a receipt what to say where the person meant the other hour or day: "17:00 · [era 05:00]".</summary>
internal sealed class OtherReadings(Person person)
{
    private static readonly Texts Text = new(typeof(OtherReadings));
    private static readonly string[] Times = ["due", "at", "start", "until"];
    private readonly Dictionary<Guid, string?> _read = [];

    /// <summary>The receipts of one turn, with the other reading on the last deed: that one is what a next message corrects.</summary>
    public List<ReceiptView> OnLast(IReadOnlyList<ReceiptView> receipts, IReadOnlyList<(string Text, DateTimeOffset SaidAt)> said)
    {
        var last = receipts.LastOrDefault(receipt => receipt.Effect != Effect.Read);
        return [.. receipts.Select(receipt => ReferenceEquals(receipt, last) ? On(receipt, said) : receipt)];
    }

    /// <summary>The receipt with the other reading of the words that caused it, where there is one.</summary>
    public ReceiptView On(ReceiptView receipt, IReadOnlyList<(string Text, DateTimeOffset SaidAt)> said)
    {
        if (receipt is not { State: ActionState.Done, Effect: Effect.Write or Effect.Remote })
        {
            return receipt;
        }

        if (!_read.TryGetValue(receipt.Id, out var other))
        {
            // A receipt is shown as it comes and told in the reply: the words are read once.
            _read[receipt.Id] = other = Find(receipt, said);
        }

        return other is null ? receipt : receipt with { Other = Text["OtherReading", other] };
    }

    private string? Find(ReceiptView receipt, IReadOnlyList<(string Text, DateTimeOffset SaidAt)> said) => Times
        .Select(name => receipt.Arguments.TryGetProperty(name, out var value) ? value.ToString() : null).OfType<string>()
        .SelectMany(moment => said.Select(message => OtherReading.Of(message.Text, message.SaidAt, person.Zone.Id, moment)))
        .FirstOrDefault(words => words is not null);
}
