using System.Text.Json;
using TbPersonalOs.Data.Actions;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>Something that the assistant did, or tried to do.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Function"><c>plugin.function</c>.</param>
/// <param name="Effect">What it does to the world.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Text">What was done, in words.</param>
/// <param name="At">When.</param>
/// <param name="Undoable">Whether it can be taken back.</param>
/// <param name="UndoUntil">Until when.</param>
public sealed record ActionView(
    Guid Id, string Function, string Effect, ActionState State, string Text, DateTimeOffset At, bool Undoable, DateTimeOffset? UndoUntil) : IView
{
    private static readonly Texts Texts = new(typeof(ActionView));

    /// <inheritdoc />
    public string InWords(Words words) => Words.Line(words.When(At), Text, State == ActionState.Done ? null : StateWords(State));

    internal static string StateWords(ActionState state) => Texts[$"State{state}"];

    internal static ActionView Of(ActionRow row, Person person)
    {
        var until = row.UndoUntil;
        return new ActionView(
            row.Id, row.Function, row.Effect, row.State, TextOf(row), row.CreatedAt,
            row.State == ActionState.Done && until > person.Now.ToDateTimeOffset(), until);
    }

    /// <summary>What was done, in words; where nothing was, the error.</summary>
    internal static string TextOf(ActionRow row)
    {
        if (row.Text is { Length: > 0 } text)
        {
            return text;
        }

        using var result = JsonDocument.Parse(row.Result ?? "{}");
        return result.RootElement is { ValueKind: JsonValueKind.Object } error && error.TryGetProperty("message", out var message)
            ? $"{row.Function}: {message}"
            : row.Function;
    }
}

/// <summary>A page of what was done.</summary>
/// <param name="Actions">The actions, the newest first.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record ActionListView(IReadOnlyList<ActionView> Actions, bool More) : IView
{
    private static readonly Texts Text = new(typeof(ActionListView));

    /// <inheritdoc />
    public string InWords(Words words) => Actions.Count == 0
        ? Text["None"]
        : Paging.Lines(Text["List"], Actions.Select(action => action.InWords(words)), More);
}
