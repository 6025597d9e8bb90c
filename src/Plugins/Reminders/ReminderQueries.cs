using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Plugins.Reminders;

/// <summary>Which reminders a list shows.</summary>
public enum ReminderFilter
{
    /// <summary>Those still to come, and those due and not ticked off.</summary>
    Pending,

    /// <summary>Those ticked off.</summary>
    Done,

    /// <summary>Both.</summary>
    All,
}

internal static class ReminderQueries
{
    /// <summary>Due ones first, then those to come. A pending one that is due belongs to today, whenever it should have rung.</summary>
    public static IQueryable<Reminder> Listed(this IQueryable<Reminder> query, ReminderFilter status, Moment? from, Moment? to, Person person)
    {
        query = status switch
        {
            ReminderFilter.Pending => query.Where(reminder => reminder.Status == ReminderStatus.Pending),
            ReminderFilter.Done => query.Where(reminder => reminder.Status == ReminderStatus.Done),
            _ => query,
        };
        if (to is { } last)
        {
            var end = last.Date.PlusDays(1).AtMidnight().ToDateTimeUnspecified();
            query = query.Where(reminder => reminder.Due.Local < end);
        }

        if (from is { } first && (first.Date > person.Today || status != ReminderFilter.Pending))
        {
            var start = first.Date.AtMidnight().ToDateTimeUnspecified();
            query = query.Where(reminder => reminder.Due.Local >= start);
        }

        return status == ReminderFilter.Done
            ? query.OrderByDescending(reminder => reminder.CompletedAt).ThenByDescending(reminder => reminder.Id)
            : query.OrderBy(reminder => reminder.Status == ReminderStatus.Done).ThenBy(reminder => reminder.Due.At).ThenBy(reminder => reminder.Id);
    }

    /// <summary>The one reminder that an id or words mean: a pending one before one that is done.</summary>
    public static async Task<Reminder> MeantByAsync(this DbSet<Reminder> reminders, string idOrWords, Words words, CancellationToken cancellationToken)
    {
        var rows = await reminders.OrderBy(reminder => reminder.Due.At).ToListAsync(cancellationToken);
        var pending = rows.FindAll(row => row.Status == ReminderStatus.Pending);
        return WordMatch.Find(
            pending.Exists(row => WordMatch.Has(row.Text, idOrWords)) ? pending : rows, idOrWords, "reminder",
            row => row.Id, row => row.Text, row => Words.Line(row.Text, words.When(row.Due)));
    }
}
