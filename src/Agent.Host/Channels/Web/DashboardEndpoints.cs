using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Actions;
using TbPersonalOs.Plugins.Assistant;
using TbPersonalOs.Plugins.Calendar;
using TbPersonalOs.Plugins.Health;
using TbPersonalOs.Plugins.Inbox;
using TbPersonalOs.Plugins.Notes;
using TbPersonalOs.Plugins.Profile;
using TbPersonalOs.Plugins.Reminders;
using TbPersonalOs.Plugins.Tasks;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>Who is signed in.</summary>
/// <param name="Name">How the person wants to be called.</param>
/// <param name="Language">Language of all words.</param>
/// <param name="Zone">IANA zone.</param>
/// <param name="Planner">Who answers at present.</param>
public sealed record MeView(string? Name, string Language, string Zone, string Planner);

/// <summary>The page of a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Words">The day in words.</param>
/// <param name="Zone">The person's zone.</param>
/// <param name="Events">What is in the calendar.</param>
/// <param name="Tasks">Tasks due that day.</param>
/// <param name="Overdue">Today only: tasks that should have been done by now.</param>
/// <param name="Reminders">Reminders of that day; today also those still due.</param>
/// <param name="CheckIn">How the person was.</param>
/// <param name="LastActions">What was done last, newest first.</param>
public sealed record DayPage(
    Moment Date, string Words, string Zone, IReadOnlyList<DayEvent> Events, IReadOnlyList<DayTask> Tasks, IReadOnlyList<DayTask> Overdue,
    IReadOnlyList<DayReminder> Reminders, DayCheckIn? CheckIn, IReadOnlyList<ReceiptView> LastActions);

/// <summary>What the dashboard shows. It looks directly, without receipts; every change goes through a function.</summary>
internal static class DashboardEndpoints
{
    private const int LastActions = 10;

    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("dashboard");
        group.MapGet("/me", (Person person, PlannerStatus planner) =>
            new MeView(person.Profile.Name, person.Language.Name, person.Zone.Id, planner.Name)).WithName("GetMe");
        group.MapGet("/today", TodayAsync).WithName("GetToday");
        group.MapGet("/actions", ActionsAsync).WithName("GetActions");
        group.MapGet("/tasks", (AppDbContext db, Person person, CancellationToken cancellationToken, string? from = null, string? to = null, string? status = null, string? text = null, int page = 1) =>
            new TasksPlugin().ListTasks(db, person, Query.Day(from, nameof(from)), Query.Day(to, nameof(to)), Query.OneOf(status, nameof(status), TaskFilter.Open), text, page, cancellationToken)).WithName("GetTasks");
        group.MapGet("/reminders", (AppDbContext db, Person person, CancellationToken cancellationToken, string? from = null, string? to = null, string? status = null, int page = 1) =>
            new RemindersPlugin().ListReminders(db, person, Query.Day(from, nameof(from)), Query.Day(to, nameof(to)), Query.OneOf(status, nameof(status), ReminderFilter.Pending), page, cancellationToken)).WithName("GetReminders");
        group.MapGet("/events", (AppDbContext db, Person person, CancellationToken cancellationToken, string? from = null, string? to = null, string? text = null, int page = 1) =>
            new CalendarPlugin().ListEvents(db, person, Query.Day(from, nameof(from)), Query.Day(to, nameof(to)), text, page, cancellationToken)).WithName("GetEvents");
        group.MapGet("/notes", (AppDbContext db, CancellationToken cancellationToken, string? query = null, int page = 1) =>
            new NotesPlugin().SearchNotes(db, query, page, cancellationToken)).WithName("GetNotes");
        group.MapGet("/check-ins", (AppDbContext db, CancellationToken cancellationToken, string? from = null, string? to = null, int page = 1) =>
            new HealthPlugin().ListCheckIns(db, Query.Day(from, nameof(from)), Query.Day(to, nameof(to)), page, cancellationToken)).WithName("GetCheckIns");
        group.MapGet("/goals", (AppDbContext db, CancellationToken cancellationToken, string? status = null) =>
            new ProfilePlugin().ListGoals(db, Query.OneOf(status, nameof(status), GoalFilter.Open), cancellationToken)).WithName("GetGoals");
        group.MapGet("/inbox", (AppDbContext db, CancellationToken cancellationToken, int page = 1) =>
            new InboxPlugin().ListInbox(db, page, cancellationToken)).WithName("GetInbox");
    }

    private static async Task<DayPage> TodayAsync(AppDbContext db, Person person, TimeProvider clock, CancellationToken cancellationToken, string? date = null)
    {
        var day = await new AssistantPlugin().Today(db, person, Query.Day(date, nameof(date)), cancellationToken);
        return new DayPage(
            day.Date, Words.Of(person).Day(day.Date.Date), person.Zone.Id, day.Events, day.Tasks, day.Overdue, day.Reminders, day.CheckIn,
            await ActionsAsync(db, clock, cancellationToken, limit: LastActions));
    }

    private static async Task<List<ReceiptView>> ActionsAsync(
        AppDbContext db, TimeProvider clock, CancellationToken cancellationToken, Guid? before = null, int limit = 50)
    {
        var read = Code.Of(Effect.Read);
        var rows = await db.Actions.AsNoTracking()
            .Where(row => !ActionQueries.Decisions.Contains(row.Function) && row.Effect != read && (row.State == ActionState.Done || row.State == ActionState.Undone
                || row.State == ActionState.Unknown || row.State == ActionState.InFlight))
            .Where(row => before == null || row.Id < before)
            .OrderByDescending(row => row.Id).Take(Math.Clamp(limit, 1, 200)).ToListAsync(cancellationToken);
        return [.. rows.Select(row => ReceiptView.Of(row, clock.GetUtcNow()))];
    }
}
