namespace TbPersonalOs.Plugins.Actions;

/// <summary>One action that was taken back, or was done again.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Function"><c>plugin.function</c>.</param>
/// <param name="Text">What it had done, in words.</param>
/// <param name="Redone">Whether it stands again.</param>
public sealed record UndoneAction(Guid Id, string Function, string Text, bool Redone);

/// <summary>What was taken back.</summary>
/// <param name="Taken">Ids of the actions that were meant.</param>
/// <param name="Actions">What changed by it, the latest first.</param>
public sealed record UndoView(IReadOnlyList<Guid> Taken, IReadOnlyList<UndoneAction> Actions) : IView
{
    private static readonly Texts Text = new(typeof(UndoView));

    /// <inheritdoc />
    public string InWords(Words words) =>
        string.Join('\n', Actions.Select(action => Text[action.Redone ? "Redone" : "Undone", action.Text]));
}
