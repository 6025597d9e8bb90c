using NodaTime.Extensions;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Plugins.Reminders;

/// <summary>What was done with a reminder.</summary>
public enum ReminderChange
{
    /// <summary>Nothing: it is shown.</summary>
    None,

    /// <summary>Set.</summary>
    Set,

    /// <summary>Put off.</summary>
    Snoozed,

    /// <summary>Ticked off; a recurring one goes on.</summary>
    Completed,

    /// <summary>Cancelled.</summary>
    Cancelled,
}

/// <summary>A reminder.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What to say.</param>
/// <param name="Due">When to say it next.</param>
/// <param name="Repeat">RFC 5545 rule, where it recurs.</param>
/// <param name="Done">Whether it is ticked off.</param>
/// <param name="IsDue">Whether its time has come and it was not ticked off.</param>
/// <param name="Change">What was done with it.</param>
/// <param name="UntilDone">Whether it is told again until it is ticked off.</param>
public sealed record ReminderView(
    Guid Id, string Text, Moment Due, string? Repeat, bool Done, bool IsDue, ReminderChange Change = ReminderChange.None, bool UntilDone = false) : IView
{
    private static readonly Texts Texts = new(typeof(ReminderView));

    /// <inheritdoc />
    public string InWords(Words words) => Change switch
    {
        ReminderChange.None => Line(words),
        ReminderChange.Completed when Repeat is null || Done => Texts["Completed", Text],
        ReminderChange.Completed => Texts["CompletedOnce", Text, words.When(Due)],
        ReminderChange.Cancelled => Texts["Cancelled", Text],
        _ => Texts[Change.ToString(), Line(words)],
    };

    internal static ReminderView Of(Reminder reminder, Person person, ReminderChange change = ReminderChange.None) => new(
        reminder.Id, reminder.Text, Moment.Of(reminder.Due), reminder.Repeat, reminder.Status == ReminderStatus.Done,
        reminder.Status == ReminderStatus.Pending && reminder.Due.At.ToInstant() <= person.Now, change, reminder.Insists);

    private string Line(Words words) => Words.Line(
        Text,
        words.When(Due),
        Repeat is null ? null : RepeatWords.Of(Repeat),
        UntilDone && !Done ? Texts["UntilDone"] : null,
        Change == ReminderChange.None && Done ? Texts["Done"] : null,
        Change == ReminderChange.None && IsDue ? Texts["IsDue"] : null);
}

/// <summary>A page of reminders.</summary>
/// <param name="Reminders">The reminders, due ones first.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record ReminderListView(IReadOnlyList<ReminderView> Reminders, bool More) : IView
{
    private static readonly Texts Text = new(typeof(ReminderListView));

    /// <inheritdoc />
    public string InWords(Words words) => Reminders.Count == 0
        ? Text["None"]
        : Paging.Lines(Text["List"], Reminders.Select(reminder => reminder.InWords(words)), More);
}
