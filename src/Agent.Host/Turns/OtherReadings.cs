using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>Puts onto the last receipt of a turn what to say where the person meant the other hour or day: "17:00 · [era 05:00]".</summary>
internal sealed class OtherReadings(Person person)
{
    private static readonly Texts Text = new(typeof(OtherReadings));

    /// <summary>The receipts of one turn, with the other reading on the last deed: that one is what a next message corrects.</summary>
    public IReadOnlyList<ReceiptView> OnLast(IReadOnlyList<ReceiptView> receipts, IReadOnlyList<(string Text, DateTimeOffset SaidAt)> said)
    {
        var last = receipts.LastOrDefault(receipt => receipt.Effect != Effect.Read);
        return last is { State: ActionState.Done, Effect: Effect.Write or Effect.Remote } && OtherReading.TimeArgument(last.Function) is { } name
            && last.Arguments.TryGetProperty(name, out var moment) && Find(moment.ToString(), said) is { } other
            ? [.. receipts.Select(receipt => ReferenceEquals(receipt, last) ? receipt with { Other = Text["OtherReading", other] } : receipt)]
            : receipts;
    }

    private string? Find(string moment, IReadOnlyList<(string Text, DateTimeOffset SaidAt)> said) =>
        said.Select(message => OtherReading.Of(message.Text, message.SaidAt, person.Zone.Id, moment)).FirstOrDefault(words => words is not null);
}
