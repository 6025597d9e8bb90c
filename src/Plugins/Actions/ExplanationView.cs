using System.Text.Json;
using System.Text.Json.Nodes;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>What the person had said.</summary>
/// <param name="Text">Their words.</param>
/// <param name="SaidAt">When.</param>
public sealed record SaidView(string Text, DateTimeOffset SaidAt);

/// <summary>Why something was done.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Door">By which door it was asked for.</param>
/// <param name="Planner">Which planner chose it, where one did.</param>
/// <param name="Said">What the person had said.</param>
/// <param name="Arguments">With which arguments.</param>
/// <param name="Why">Why it ran, was asked for or was denied, in words.</param>
/// <param name="Foreign">Whether others' words were in context when that was decided.</param>
/// <param name="Card">What became of the card that asked for it, in words.</param>
/// <param name="Cost">What models cost its turn, in words; none where none was asked.</param>
/// <param name="UndoneBy">The action that took it back.</param>
public sealed record ExplanationView(
    ActionView Action, string Door, string? Planner, IReadOnlyList<SaidView> Said, JsonElement Arguments, string Why, bool Foreign, string? Card, string? Cost,
    Guid? UndoneBy) : IView
{
    private const int MostSaid = 300;
    private static readonly Texts Text = new(typeof(ExplanationView));

    /// <inheritdoc />
    public string InWords(Words words)
    {
        IEnumerable<string?> lines =
        [
            .. Said.Select(said => Text["YouSaid", words.When(said.SaidAt), Words.Start(said.Text, MostSaid)]),
            Said.Count == 0 ? Text["AskedBy", words.When(Action.At), WhyWords.Door(Door)] : null,
            Text["SoIDid", Action.Text, Action.Function],
            ArgumentWords(words) is { Length: > 0 } arguments ? Text["With", arguments] : null,
            Planner is null ? null : Text["Chosen", WhyWords.Planner(Planner), WhyWords.Door(Door)],
            Why,
            Foreign ? Text["Foreign"] : null,
            Card is null ? null : Text["CardOfCall", Card],
            Cost is null ? null : Text["CostOfTurn", Cost],
            Text["Stands", ActionView.StateWords(Action.State)]
                + (Action is { Undoable: true, UndoUntil: { } until } ? "; " + Text["UndoUntil", words.Day(DayOf(until, words))] : ""),
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    internal static ExplanationView Of(ActionRow row, Turn? turn, IEnumerable<IncomingMessage> messages, Approval? card, string? cost, Person person) => new(
        ActionView.Of(row, person), row.Door, turn?.Planner,
        [.. messages.Select(message => new SaidView(message.Text, message.SaidAt))],
        JsonSerializer.Deserialize<JsonElement>(row.Arguments),
        Text["Why", Text[row.Verdict switch { "ask" => "WhyAsked", "deny" => "WhyDenied", _ => "WhyRan" }], WhyWords.Of(row)], Origin.IsUntrusted(row.Context ?? row.Origin),
        card is null ? null : WhyWords.Of(card, Words.Of(person)), cost, row.UndoneBy);

    private static NodaTime.LocalDate DayOf(DateTimeOffset instant, Words words) =>
        NodaTime.Instant.FromDateTimeOffset(instant).InZone(words.Zone).Date;

    private string ArgumentWords(Words words) => Arguments.ValueKind != JsonValueKind.Object ? "" : Words.Line(
        JsonNode.Parse(Arguments.GetRawText())!.AsObject()
            .Where(argument => argument.Value is not null)
            .Select(argument => $"{FieldWords.Label(argument.Key)}: {FieldWords.Value(argument.Value, words)}"));
}
