using NodaTime;

namespace TbPersonalOs.Offline.Dates;

/// <summary>
/// The times of one wish, brought to one: those that complete each other are joined ("amanhã … às 9"), and of several days
/// the one with "até" wins, then the first. The others stay words of the title.
/// </summary>
internal sealed class TimeChoice
{
    public static readonly TimeChoice None = new([]);

    /// <summary>Brings them to one; an hour without a day is on <paramref name="day"/>, where that is given.</summary>
    public TimeChoice(IReadOnlyList<TimeExpression> times, LocalDate? day = null)
    {
        var taken = new List<TimeExpression>();
        foreach (var time in times.OrderByDescending(time => !time.Now).ThenByDescending(time => time.Deadline).ThenBy(time => time.From))
        {
            if (When is null)
            {
                (When, taken) = (time, [time]);
            }
            else if (TimeJoin.Of(When, time) is { } joined)
            {
                When = joined;
                taken.Add(time);
            }
        }

        When = When is { Day: null, Counted: null, Recurrence: null } and ({ Clock: not null } or { Part: not null }) && day is not null ? When with { Day = day } : When;
        Taken = taken;
    }

    public TimeExpression? When { get; }

    /// <summary>The spans of the text that were used.</summary>
    public IReadOnlyList<TimeExpression> Taken { get; }

    public bool IsPoint => When is { IsPoint: true };
}
