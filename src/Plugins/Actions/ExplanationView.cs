using System.Text.Json;
using System.Text.Json.Nodes;
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
/// <param name="UndoneBy">The action that took it back.</param>
public sealed record ExplanationView(
    ActionView Action, string Door, string? Planner, IReadOnlyList<SaidView> Said, JsonElement Arguments, Guid? UndoneBy) : IView
{
    private const int MostSaid = 300;
    private static readonly Texts Text = new(typeof(ExplanationView));

    /// <inheritdoc />
    public string InWords(Words words)
    {
        IEnumerable<string?> lines =
        [
            .. Said.Select(said => Text["YouSaid", words.When(said.SaidAt), Words.Start(said.Text, MostSaid)]),
            Said.Count == 0 ? Text["AskedBy", words.When(Action.At), DoorWords()] : null,
            Text["SoIDid", Action.Text, Action.Function],
            ArgumentWords(words) is { Length: > 0 } arguments ? Text["With", arguments] : null,
            Planner is null ? null : Text["Chosen", Text.Find($"Planner_{Planner}") ?? Planner, DoorWords()],
            Text["Stands", ActionView.StateWords(Action.State)]
                + (Action is { Undoable: true, UndoUntil: { } until } ? "; " + Text["UndoUntil", words.Day(DayOf(until, words))] : ""),
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    internal static ExplanationView Of(ActionRow row, Turn? turn, IEnumerable<IncomingMessage> messages, Person person) => new(
        ActionView.Of(row, person), row.Door, turn?.Planner,
        [.. messages.Select(message => new SaidView(message.Text, message.SaidAt))],
        JsonSerializer.Deserialize<JsonElement>(row.Arguments), row.UndoneBy);

    private static NodaTime.LocalDate DayOf(DateTimeOffset instant, Words words) =>
        NodaTime.Instant.FromDateTimeOffset(instant).InZone(words.Zone).Date;

    private string DoorWords() => Text.Find($"Door_{Door}") ?? Door;

    private string ArgumentWords(Words words) => Arguments.ValueKind != JsonValueKind.Object ? "" : Words.Line(
        JsonNode.Parse(Arguments.GetRawText())!.AsObject()
            .Where(argument => argument.Value is not null)
            .Select(argument => $"{FieldWords.Label(argument.Key)}: {FieldWords.Value(argument.Value, words)}"));
}
