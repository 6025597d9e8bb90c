using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Calendar;
using TbPersonalOs.Data.Goals;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Profile;

/// <summary>
/// Takes what is still to come along into another zone: what floats keeps its wall time, what was said with an offset keeps its instant.
/// </summary>
internal static class ZoneMove
{
    public static async Task MoveAsync(AppDbContext db, DateTimeZone zone, Instant now, CancellationToken cancellationToken)
    {
        var present = now.ToDateTimeOffset();
        foreach (var task in await db.Tasks.Where(task => task.CompletedAt == null && task.Due != null).ToListAsync(cancellationToken))
        {
            task.Due = In(task.Due!, zone);
        }

        foreach (var reminder in await db.Reminders.Where(reminder => reminder.Status == ReminderStatus.Pending && reminder.Due.At > present).ToListAsync(cancellationToken))
        {
            reminder.Due = In(reminder.Due, zone);
        }

        foreach (var item in await db.Events.Where(item => item.End.At > present).ToListAsync(cancellationToken))
        {
            (item.Start, item.End) = (In(item.Start, zone), In(item.End, zone));
        }

        foreach (var goal in await db.Goals.Where(goal => goal.CompletedAt == null && goal.Due != null).ToListAsync(cancellationToken))
        {
            goal.Due = In(goal.Due!, zone);
        }
    }

    private static SpokenTime In(SpokenTime time, DateTimeZone zone) => time.Floats
        ? Moment.Of(time).In(zone)
        : new Moment(time.At.ToInstant().InZone(zone).LocalDateTime, time.HasTime).In(zone, floats: false);
}
