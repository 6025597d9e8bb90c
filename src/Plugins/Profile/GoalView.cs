using TbPersonalOs.Data.Goals;

namespace TbPersonalOs.Plugins.Profile;

/// <summary>What was done with a goal.</summary>
public enum GoalChange
{
    /// <summary>Nothing: it is shown.</summary>
    None,

    /// <summary>Set.</summary>
    Set,

    /// <summary>Reached.</summary>
    Completed,
}

/// <summary>A goal.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">The goal in the person's words.</param>
/// <param name="Target">How it will be known to be reached.</param>
/// <param name="Due">Until when.</param>
/// <param name="Done">Whether it is reached.</param>
/// <param name="Change">What was done with it.</param>
public sealed record GoalView(Guid Id, string Title, string? Target, Moment? Due, bool Done, GoalChange Change = GoalChange.None) : IView
{
    private static readonly Texts Text = new(typeof(GoalView));

    /// <inheritdoc />
    public string InWords(Words words)
    {
        var line = Words.Line(
            Title, Target, Due is { } due ? Text["Until", words.When(due)] : null, Change == GoalChange.None && Done ? Text["Reached"] : null);
        return Change == GoalChange.None ? line : Text[$"Goal{Change}", line];
    }

    internal static GoalView Of(Goal goal, GoalChange change = GoalChange.None) => new(
        goal.Id, goal.Title, goal.Target, goal.Due is { } due ? Moment.Of(due) : null, goal.CompletedAt is not null, change);
}

/// <summary>The person's goals.</summary>
/// <param name="Goals">The goals, those due first first.</param>
public sealed record GoalListView(IReadOnlyList<GoalView> Goals) : IView
{
    private static readonly Texts Text = new(typeof(GoalListView));

    /// <inheritdoc />
    public string InWords(Words words) => Goals.Count == 0
        ? Text["NoGoals"]
        : Paging.Lines(Text["Goals"], Goals.Select(goal => goal.InWords(words)), false);
}
