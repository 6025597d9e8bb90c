namespace TbPersonalOs.Offline.Dates;

/// <summary>Joins two pieces that complete each other; null where they say the same thing twice.</summary>
internal static class TimeJoin
{
    public static TimeExpression? Of(TimeExpression first, TimeExpression second)
    {
        if (Clash(first, second) || Clash(second, first))
        {
            return null;
        }

        return new TimeExpression
        {
            From = Math.Min(first.From, second.From),
            To = Math.Max(first.To, second.To),
            Day = first.Day ?? second.Day,
            LastDay = first.LastDay ?? second.LastDay,
            Clock = first.Clock ?? second.Clock,
            EndClock = first.EndClock ?? second.EndClock,
            Part = first.Part ?? second.Part,
            Counted = first.Counted ?? second.Counted,
            Recurrence = first.Recurrence ?? second.Recurrence,
            Minutes = first.Minutes ?? second.Minutes,
            Deadline = first.Deadline || second.Deadline,
            After = first.After || second.After,
            Current = first.Current || second.Current,
            Assumptions = [.. first.Assumptions, .. second.Assumptions],
        };
    }

    private static bool Clash(TimeExpression a, TimeExpression b) =>
        (a.Day is not null && (SaysTheSame(a, b) is false || b.Counted is not null))
        || (a.Clock is not null && (b.Clock is not null || b.Counted is not null))
        || (a.Counted is not null && (b.Counted is not null || b.Part is not null || b.Recurrence is not null))
        || (a.Part is not null && b.Part is not null && a.Part != b.Part)
        || (a.Recurrence is not null && b.Recurrence is not null)
        || (a.Minutes is not null && b.Minutes is not null);

    /// <summary>"Sexta, 12 de setembro": twice the same day is one day; a weekday that differs is not.</summary>
    private static bool SaysTheSame(TimeExpression a, TimeExpression b) =>
        b.Day is null || (a.Day == b.Day && a.LastDay is null && b.LastDay is null);
}
