using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>One time corrected by another: "amanhã às 9", then "às 10".</summary>
internal static class TimeRepair
{
    /// <summary>True where the second time says again something that the first one said.</summary>
    public static bool Fits(TimeExpression right, TimeExpression wrong) =>
        (right.Day is not null && (wrong.Day is not null || wrong.Counted is not null))
        || (right.Clock is not null && (wrong.Clock is not null || wrong.Part is not null || wrong.Day is not null || wrong.Recurrence is not null))
        || (right.Counted is not null && wrong.IsPoint)
        || (right.Part is not null && (wrong.Part is not null || wrong.Clock is not null))
        || (right.Recurrence is not null && wrong.IsPoint)
        || (right.Minutes is not null && wrong.Minutes is not null);

    /// <summary>What the first one said stays where the second says nothing about it.</summary>
    public static TimeExpression Of(TimeExpression wrong, TimeExpression right) => right.Counted is not null ? right with { From = wrong.From, To = wrong.To } : wrong with
    {
        Day = right.Day ?? wrong.Day,
        LastDay = right.Day is null ? wrong.LastDay : right.LastDay,
        Clock = Carried(wrong, right),
        EndClock = right.Clock is null ? wrong.EndClock : right.EndClock,
        Part = right.Part ?? (right.Clock is { Sure: true } ? null : wrong.Part),
        Counted = right.IsPoint ? null : wrong.Counted,
        Recurrence = right.Recurrence ?? wrong.Recurrence,
        Minutes = right.Minutes ?? wrong.Minutes,
    };

    /// <summary>"7pm, no, 7:30": still in the evening.</summary>
    private static ClockTime? Carried(TimeExpression wrong, TimeExpression right) =>
        right.Clock is { Sure: false, Time.Hour: > 0 and < 12 } later && wrong.Clock is { Sure: true, Time.Hour: >= 12 } said && Math.Abs(later.Time.Hour + 12 - said.Time.Hour) < 4
            ? later with { Time = later.Time.PlusHours(12), Sure = true }
            : right.Clock ?? wrong.Clock;
}
