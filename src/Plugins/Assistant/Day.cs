using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Calendar;
using TbPersonalOs.Data.Health;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Assistant;

/// <summary>Gathers one day from everything that has a time.</summary>
internal static class Day
{
    public static async Task<TodayView> GatherAsync(AppDbContext db, Person person, LocalDate day, CancellationToken cancellationToken)
    {
        var start = day.AtMidnight().ToDateTimeUnspecified();
        var end = day.PlusDays(1).AtMidnight().ToDateTimeUnspecified();
        var now = person.Now.ToDateTimeOffset();
        var today = day == person.Now.InZone(person.Zone).Date;
        var events = await db.Events.AsNoTracking()
            .Where(item => item.Start.Local < end && item.End.Local > start)
            .OrderBy(item => item.Start.HasTime).ThenBy(item => item.Start.Local).Take(Paging.Size).ToListAsync(cancellationToken);
        var open = db.Tasks.AsNoTracking().Where(task => task.CompletedAt == null && task.Due != null);
        var tasks = await open
            .Where(task => task.Due!.Local >= start && task.Due.Local < end && (!today || !task.Due.HasTime || task.Due.At >= now))
            .OrderBy(task => task.Due!.Local).Take(Paging.Size).ToListAsync(cancellationToken);
        var overdue = !today ? [] : await open
            .Where(task => task.Due!.Local < start || (task.Due.HasTime && task.Due.At < now))
            .OrderBy(task => task.Due!.Local).Take(Paging.Size).ToListAsync(cancellationToken);
        var reminders = await db.Reminders.AsNoTracking()
            .Where(row => row.Status == ReminderStatus.Pending && row.Due.Local < end && (row.Due.Local >= start || (today && row.Due.At <= now)))
            .OrderBy(row => row.Due.At).Take(Paging.Size).ToListAsync(cancellationToken);
        var key = day.ToDateOnly();
        var checkIn = await db.CheckIns.AsNoTracking().SingleOrDefaultAsync(row => row.Day == key, cancellationToken);
        return new TodayView(
            Moment.OfDay(day), [.. events.Select(EventOf)], [.. tasks.Select(TaskOf)], [.. overdue.Select(TaskOf)],
            [.. reminders.Select(row => new DayReminder(row.Id, row.Text, Moment.Of(row.Due), row.Due.At <= now))],
            checkIn is null ? null : CheckInOf(checkIn));
    }

    private static DayEvent EventOf(CalendarEvent item)
    {
        var end = Moment.Of(item.End);
        return new DayEvent(item.Id, item.Title, Moment.Of(item.Start), end.HasTime ? end : Moment.OfDay(end.Date.PlusDays(-1)), item.Location);
    }

    private static DayTask TaskOf(TaskItem task) => new(task.Id, task.Title, Moment.Of(task.Due!), task.Priority);

    private static DayCheckIn CheckInOf(CheckIn day) =>
        new(day.Id, day.SleepHours, day.Energy, day.Mood, day.ExerciseMinutes, day.WaterLitres, day.WeightKg, day.Note);
}
