using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Calendar;

namespace TbPersonalOs.Plugins.Calendar;

/// <summary>What takes the person's time.</summary>
[Topics(
    "agenda", "marc", "reuni", "consulta", "compromisso", "evento", "calend", "dentista", "medic", "almoc", "jantar", "visita", "viage", "voo",
    "livre", "horario", "festa", "aula", "cancel", "desmarc", "remarc", "meet", "appointment", "event", "schedul", "book", "lunch", "dinner", "flight",
    "trip", "free", "class", "party", "move", "push", "bring", "passa", "dentist", "doctor", "trabalho em grupo", "sessao", "vistoria")]
public sealed class CalendarPlugin
{
    private const int UsualDays = 30;
    private const int MostFreeDays = 31;
    private static readonly Texts Text = new(typeof(CalendarPlugin));

    /// <summary>Makes an event.</summary>
    [KernelFunction("create_event")]
    [Effect(Effect.Write)]
    [Description("Puts something into the calendar: a meeting, a visit, a meal, a holiday. It lasts 60 minutes unless the person says otherwise. If another event is at that time, the answer says so.")]
    public async Task<EventView> CreateEvent(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction action,
        [Description("What it is, in the person's own words, without the time.")] string title,
        [Description("When it starts: a wall time, or only a day for something that takes all day. Ask for the hour of a meeting or visit.")] Moment start,
        [Description("When it ends; for something that takes all day, its last day.")] Moment? end = null,
        [Description("How long, in minutes, instead of an end.")] int? minutes = null,
        [Description("Where.")] string? location = null,
        CancellationToken cancellationToken = default)
    {
        var (begins, ends) = EventTimes.Of(start, end, minutes, person.Zone);
        var item = new CalendarEvent
        {
            Title = Checks.Required(title, "title"),
            Start = begins,
            End = ends,
            Location = Checks.Optional(location, "location", 500),
            Origin = action.Origin,
        };
        db.Events.Add(item);
        await db.SaveChangesAsync(cancellationToken);
        return EventView.Of(item, EventChange.Created, await db.Events.WithAsync(item, cancellationToken));
    }

    /// <summary>Lists events in their order.</summary>
    [KernelFunction("list_events")]
    [Effect(Effect.Read)]
    [Description("Lists what is in the calendar: from today on, 30 days, unless days are given.")]
    public async Task<EventListView> ListEvents(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("First day.")] Moment? from = null,
        [Description("Last day, inclusive.")] Moment? to = null,
        [Description("Words that the title must have; then all events to come are searched.")] string? text = null,
        [Description("Page of twenty, from 1.")] int page = 1,
        CancellationToken cancellationToken = default)
    {
        var searched = !string.IsNullOrWhiteSpace(text);
        var first = from?.Date ?? (to is { } until ? LocalDate.Min(until.Date, person.Today) : person.Today);
        var last = to?.Date ?? (searched ? null : first.PlusDays(UsualDays - 1));
        Checks.Range(first, last ?? first);
        var query = db.Events.AsNoTracking().On(first, last);
        if (searched)
        {
            var rows = await query.Select(item => new { item.Id, item.Title, item.Location }).ToListAsync(cancellationToken);
            var matching = rows.Where(row => WordMatch.Has($"{row.Title} {row.Location}", text!)).Select(row => row.Id).ToList();
            query = query.Where(item => matching.Contains(item.Id));
        }

        var (events, more) = await query.PageAsync(page, cancellationToken);
        return new EventListView([.. events.Select(item => EventView.Of(item))], more);
    }

    /// <summary>Changes an event.</summary>
    [KernelFunction("update_event")]
    [Effect(Effect.Write)]
    [Description("Changes an event: only what is given. Moved to another start it keeps its length; moved to another day, its hour too.")]
    public async Task<EventView> UpdateEvent(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which event: its id, or words of its title.")] string @event,
        [Description("New title.")] string? title = null,
        [Description("New start; only a day moves it to that day at the same hour.")] Moment? start = null,
        [Description("New end.")] Moment? end = null,
        [Description("New length in minutes.")] int? minutes = null,
        [Description("New place; empty to take it away.")] string? location = null,
        CancellationToken cancellationToken = default)
    {
        if ((title, start, end, minutes, location) == (null, null, null, null, null))
        {
            throw new ToolException(ErrorCode.Invalid, Text["NothingToChange"]) { Parameter = "title" };
        }

        var found = await db.Events.MeantByAsync(@event, person, cancellationToken);
        var (begins, ends) = (start, end, minutes) == (null, null, null)
            ? (found.Start, found.End)
            : EventTimes.Moved(found, start, end, minutes, person.Zone);
        (found.Start, found.End) = (begins, ends);
        found.Title = title is null ? found.Title : Checks.Required(title, "title");
        found.Location = location is null ? found.Location : Checks.Optional(location, "location", 500);
        await db.SaveChangesAsync(cancellationToken);
        return EventView.Of(found, EventChange.Changed, await db.Events.WithAsync(found, cancellationToken));
    }

    /// <summary>Cancels an event.</summary>
    [KernelFunction("cancel_event")]
    [Effect(Effect.Write)]
    [Description("Takes an event out of the calendar.")]
    public async Task<EventView> CancelEvent(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which event: its id, or words of its title.")] string @event,
        CancellationToken cancellationToken = default)
    {
        var found = await db.Events.MeantByAsync(@event, person, cancellationToken);
        db.Events.Remove(found);
        await db.SaveChangesAsync(cancellationToken);
        return EventView.Of(found, EventChange.Cancelled);
    }

    /// <summary>Finds free time.</summary>
    [KernelFunction("find_free_time")]
    [Effect(Effect.Read)]
    [Description("Finds free time within the person's working hours, Monday to Friday unless weekend days are asked for: today and the next six days unless days are given.")]
    public async Task<FreeTimeView> FindFreeTime(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("How long it must be, in minutes.")] int minutes = 60,
        [Description("First day.")] Moment? from = null,
        [Description("Last day, inclusive.")] Moment? to = null,
        CancellationToken cancellationToken = default)
    {
        Checks.Within<int>(minutes, 5, 24 * 60, "minutes");
        var begin = from?.Date ?? person.Today;
        var (first, last) = Checks.Range(begin, to?.Date ?? begin.PlusDays(6));
        if (Period.DaysBetween(first, last) >= MostFreeDays)
        {
            throw new ToolException(ErrorCode.Invalid, Text["TooManyDays", MostFreeDays]) { Parameter = "to" };
        }

        var events = await db.Events.AsNoTracking().On(first, last).ToListAsync(cancellationToken);
        var days = FreeTime.WorkDays(first, last, from is not null || to is not null)
            .Select(day => FreeOn(day, events, person, Duration.FromMinutes(minutes)));
        return new FreeTimeView(minutes, [.. days.Where(day => day.Slots.Count > 0)]);
    }

    private static FreeDay FreeOn(LocalDate day, List<CalendarEvent> events, Person person, Duration least)
    {
        var busy = events.Where(item => item.Start.HasTime).Select(item => new Interval(item.Start.At.ToInstant(), item.End.At.ToInstant()));
        var free = FreeTime.Hours(day, person.Profile.WorkStart, person.Profile.WorkEnd, person.Zone, person.Now) is { } hours
            ? FreeTime.In(hours, busy, least)
            : [];
        var allDay = events.Where(item => !item.Start.HasTime && Moment.Of(item.Start).Date <= day && Moment.Of(item.End).Date > day);
        return new FreeDay(
            Moment.OfDay(day), [.. free.Select(slot => FreeTimeView.Slot(slot, person.Zone))], [.. allDay.Select(item => item.Title)]);
    }
}
