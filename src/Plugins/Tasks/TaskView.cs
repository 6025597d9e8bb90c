using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Tasks;

/// <summary>What was done with a task.</summary>
public enum TaskChange
{
    /// <summary>Nothing: it is shown.</summary>
    None,

    /// <summary>Made.</summary>
    Created,

    /// <summary>Changed.</summary>
    Changed,

    /// <summary>Ticked off.</summary>
    Completed,

    /// <summary>Deleted.</summary>
    Deleted,
}

/// <summary>A task.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Priority">How much it matters.</param>
/// <param name="Done">Whether it is done.</param>
/// <param name="Overdue">Whether it should have been done by now.</param>
/// <param name="Notes">Anything more.</param>
/// <param name="Change">What was done with it.</param>
public sealed record TaskView(
    Guid Id, string Title, Moment? Due, Priority Priority, bool Done, bool Overdue, string? Notes, TaskChange Change = TaskChange.None) : IView
{
    private static readonly Texts Text = new(typeof(TaskView));

    /// <inheritdoc />
    public string InWords(Words words) => Change == TaskChange.None ? Line(words) : Text[Change.ToString(), Line(words)];

    private string Line(Words words)
    {
        string?[] parts =
        [
            Title,
            Due is { } due ? words.When(due) : null,
            Priority == Priority.Medium ? null : Text[Priority.ToString()],
            Change == TaskChange.None && Done ? Text["Done"] : null,
            Change == TaskChange.None && Overdue ? Text["Overdue"] : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    internal static TaskView Of(TaskItem task, Person person, TaskChange change = TaskChange.None) => new(
        task.Id, task.Title, task.Due is { } due ? Moment.Of(due) : null, task.Priority, task.CompletedAt is not null,
        task.CompletedAt is null && task.Due is { } time && Moment.Of(time) is var moment
            && (moment.HasTime ? time.At < person.Now.ToDateTimeOffset() : moment.Date < person.Today),
        task.Notes, change);
}

/// <summary>A page of tasks.</summary>
/// <param name="Tasks">The tasks, those due first first.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record TaskListView(IReadOnlyList<TaskView> Tasks, bool More) : IView
{
    private static readonly Texts Text = new(typeof(TaskListView));

    /// <inheritdoc />
    public string InWords(Words words) => Tasks.Count == 0
        ? Text["None"]
        : Paging.Lines(Text["List"], Tasks.Select(task => task.InWords(words)), More);
}
