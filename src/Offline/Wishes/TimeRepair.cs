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
        Clock = right.Clock ?? wrong.Clock,
        EndClock = right.Clock is null ? wrong.EndClock : right.EndClock,
        Part = right.Part ?? (right.Clock is { Sure: true } ? null : wrong.Part),
        Counted = right.IsPoint ? null : wrong.Counted,
        Recurrence = right.Recurrence ?? wrong.Recurrence,
        Minutes = right.Minutes ?? wrong.Minutes,
    };
}
