namespace TbPersonalOs.Plugins.Assistant;

/// <summary>How the assistant is.</summary>
/// <param name="Planner">Which planner answers.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="Zone">The person's zone.</param>
/// <param name="Language">The person's language.</param>
/// <param name="Now">The present time in that zone.</param>
/// <param name="OpenTasks">Tasks to do.</param>
/// <param name="PendingReminders">Reminders to come or due.</param>
/// <param name="EventsToCome">Events to come.</param>
/// <param name="Notes">Notes.</param>
/// <param name="Inbox">What waits in the inbox.</param>
/// <param name="Database">Whether the database answers.</param>
public sealed record StatusView(
    string Planner, string Version, string Zone, string Language, Moment Now, int OpenTasks, int PendingReminders, int EventsToCome, int Notes,
    int Inbox, bool Database) : IView
{
    private static readonly Texts Text = new(typeof(StatusView));

    /// <inheritdoc />
    public string InWords(Words words) => string.Join(
        '\n',
        Text["Running", Version, Text.Find($"Planner_{Planner}") ?? Planner],
        Text["Where", words.When(Now)],
        Text["Counts", OpenTasks, PendingReminders, EventsToCome, Notes, Inbox],
        Text["DatabaseAnswers"]);
}
