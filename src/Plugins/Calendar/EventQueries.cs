using Microsoft.EntityFrameworkCore;
using NodaTime;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Calendar;

namespace TbPersonalOs.Plugins.Calendar;

internal static class EventQueries
{
    /// <summary>Events that touch the days, in their order.</summary>
    public static IQueryable<CalendarEvent> On(this IQueryable<CalendarEvent> events, LocalDate first, LocalDate? last)
    {
        var start = first.AtMidnight().ToDateTimeUnspecified();
        events = events.Where(item => item.End.Local > start);
        if (last is { } day)
        {
            var end = day.PlusDays(1).AtMidnight().ToDateTimeUnspecified();
            events = events.Where(item => item.Start.Local < end);
        }

        return events.OrderBy(item => item.Start.Local).ThenBy(item => item.Id);
    }

    /// <summary>What else is in the calendar at the time of a timed event, as <c>dentista 14:00</c>.</summary>
    public static async Task<List<string>> WithAsync(this IQueryable<CalendarEvent> events, CalendarEvent item, CancellationToken cancellationToken)
    {
        if (!item.Start.HasTime)
        {
            return [];
        }

        var (start, end) = (item.Start.At, item.End.At);
        var others = await events.AsNoTracking()
            .Where(other => other.Id != item.Id && other.Start.HasTime && other.Start.At < end && other.End.At > start)
            .OrderBy(other => other.Start.At).Take(3)
            .ToListAsync(cancellationToken);
        return [.. others.Select(other => $"{other.Title} {Words.Hour(Moment.Of(other.Start).Local.TimeOfDay)}")];
    }

    /// <summary>The one event that an id or words mean: one to come before one that is over.</summary>
    public static async Task<CalendarEvent> MeantByAsync(
        this DbSet<CalendarEvent> events, string idOrWords, Person person, CancellationToken cancellationToken)
    {
        var words = Words.Of(person);
        var now = person.Now.ToDateTimeOffset();
        var rows = await events.AsNoTracking().OrderByDescending(item => item.Start.At).ToListAsync(cancellationToken);
        var coming = rows.FindAll(row => row.End.At > now);
        coming.Reverse();
        var found = WordMatch.Find(
            coming.Exists(row => WordMatch.Has(row.Title, idOrWords)) ? coming : rows, idOrWords, "event",
            row => row.Id, row => row.Title, row => Words.Line(row.Title, words.When(row.Start)));
        return await events.SingleAsync(item => item.Id == found.Id, cancellationToken);
    }
}
