using System.Globalization;
using NodaTime;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Assistant;

/// <summary>An event of the day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is.</param>
/// <param name="Start">When it starts; a day for an all-day event.</param>
/// <param name="End">When it ends; for an all-day event its last day.</param>
/// <param name="Location">Where.</param>
public sealed record DayEvent(Guid Id, string Title, Moment Start, Moment End, string? Location);

/// <summary>A task of the day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Due">When it is due.</param>
/// <param name="Priority">How much it matters.</param>
public sealed record DayTask(Guid Id, string Title, Moment Due, Priority Priority);

/// <summary>A reminder of the day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">What to say.</param>
/// <param name="Due">When.</param>
/// <param name="IsDue">Whether its time has come.</param>
public sealed record DayReminder(Guid Id, string Text, Moment Due, bool IsDue);

/// <summary>How the person was that day.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SleepHours">Hours slept.</param>
/// <param name="Energy">Energy, 1 to 5.</param>
/// <param name="Mood">Mood, 1 to 5.</param>
/// <param name="ExerciseMinutes">Minutes of exercise.</param>
/// <param name="WaterLitres">Litres of water.</param>
/// <param name="WeightKg">Weight in kilograms.</param>
/// <param name="Note">Anything more.</param>
public sealed record DayCheckIn(
    Guid Id, decimal? SleepHours, int? Energy, int? Mood, int? ExerciseMinutes, decimal? WaterLitres, decimal? WeightKg, string? Note);

/// <summary>One day at a glance; at most twenty of each.</summary>
/// <param name="Date">The day.</param>
/// <param name="Events">What is in the calendar.</param>
/// <param name="Tasks">Tasks due that day.</param>
/// <param name="Overdue">Today only: tasks that should have been done by now.</param>
/// <param name="Reminders">Reminders of that day; today also those still due.</param>
/// <param name="CheckIn">How the person was.</param>
public sealed record TodayView(
    Moment Date, IReadOnlyList<DayEvent> Events, IReadOnlyList<DayTask> Tasks, IReadOnlyList<DayTask> Overdue,
    IReadOnlyList<DayReminder> Reminders, DayCheckIn? CheckIn) : IView
{
    private static readonly Texts Text = new(typeof(TodayView));

    /// <inheritdoc />
    public string InWords(Words words)
    {
        var health = CheckIn is null ? null : Health(CheckIn);
        string[] sections =
        [
            .. Section("Events", Events.Select(item => EventLine(item, words))),
            .. Section("Tasks", Tasks.Select(task => TaskLine(task, words))),
            .. Section("Overdue", Overdue.Select(task => TaskLine(task, words))),
            .. Section("Reminders", Reminders.Select(reminder => ReminderLine(reminder, words))),
            .. health is { Length: > 0 } ? [Text["Health", health]] : Array.Empty<string>(),
        ];
        var heading = Words.Sentence(words.Day(Date.Date));
        return sections.Length == 0 ? Text["NothingPlanned", heading] : string.Join('\n', [heading, .. sections]);
    }

    private static IEnumerable<string> Section(string key, IEnumerable<string> lines)
    {
        var all = lines.Select(line => $"• {line}").ToList();
        return all.Count == 0 ? [] : [Text[key], .. all];
    }

    private string EventLine(DayEvent item, Words words) => Words.Line(
        item.Start.HasTime
            ? $"{HourOf(item.Start, words)}–{HourOf(item.End, words)} {item.Title}"
            : $"{Text["AllDay"]} {item.Title}",
        item.Location);

    private string TaskLine(DayTask task, Words words) => Words.Line(
        task.Title,
        task.Due.Date != Date.Date ? words.Day(task.Due.Date) : task.Due.HasTime ? HourOf(task.Due, words) : null,
        task.Priority == Priority.High ? Text["High"] : null);

    private string ReminderLine(DayReminder reminder, Words words) =>
        Words.Line($"{HourOf(reminder.Due, words)} {reminder.Text}", reminder.IsDue ? Text["IsDue"] : null);

    /// <summary>The hour; with its day where that is another one.</summary>
    private string HourOf(Moment moment, Words words) =>
        (moment.Date == Date.Date ? "" : words.Day(moment.Date) + " ") + Words.Hour(moment.Local.TimeOfDay);

    private static string Health(DayCheckIn day) => Words.Line(
        Said("Sleep", day.SleepHours), Said("Energy", day.Energy), Said("Mood", day.Mood), Said("Exercise", day.ExerciseMinutes),
        Said("Water", day.WaterLitres), Said("Weight", day.WeightKg), day.Note);

    private static string? Said(string key, decimal? value) =>
        value is { } known ? Text[key, known.ToString("0.##", CultureInfo.CurrentUICulture)] : null;
}
