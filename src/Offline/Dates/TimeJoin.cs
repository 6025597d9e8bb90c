namespace TbPersonalOs.Offline.Dates;

/// <summary>Joins two pieces that complete each other; null where they say the same thing twice.</summary>
internal static class TimeJoin
{
    public static TimeExpression? Of(TimeExpression first, TimeExpression second)
    {
        var (from, to) = (Math.Min(first.From, second.From), Math.Max(first.To, second.To));
        if ((Bounds.Of(first, second) ?? Bounds.Of(second, first)) is { } bounded)
        {
            return bounded with { From = from, To = to };
        }

        if (first is { EndClock: not null, Day: { } night } && second is { Day: { } morning, LastDay: null, IsPoint: true, Clock: null, Part: null, Recurrence: null, Counted: null } && morning == night.PlusDays(1))
        {
            // "Sábado 19h às 7h de domingo": the day of its end.
            return first with { From = from, To = to };
        }

        if (first.Day is not null && second.Day is not null)
        {
            if (DayJoin.Of(first, second) is not { } day)
            {
                return null;
            }

            (first, second) = (DayJoin.WithDayOf(first, day), DayJoin.WithoutDay(second));
        }

        (first, second) = (DayJoin.Counting(first, second), DayJoin.Counting(second, first));
        return Clash(first, second) || Clash(second, first) ? null : Merge(first, second, from, to);
    }

    private static bool Clash(TimeExpression a, TimeExpression b) =>
        (a.Day is not null && b.Counted is not null)
        || (a.Clock is not null && (b.Clock is not null || b.Counted is not null))
        || (a.Counted is not null && (b.Counted is not null || b.Part is not null || b.Recurrence is not null))
        || (a.Part is not null && b.Part is not null && a.Part != b.Part)
        || (a.Recurrence is not null && b.Recurrence is not null)
        || (a.Minutes is not null && b.Minutes is not null)
        || (a.Window is not null && (b.Window is not null || b.IsPoint))
        || (a.Count is not null && b.Recurrence is null);

    private static TimeExpression Merge(TimeExpression first, TimeExpression second, int from, int to) => new()
    {
        From = from,
        To = to,
        Day = first.Day ?? second.Day,
        LastDay = first.LastDay ?? second.LastDay ?? DayJoin.Last(first, second) ?? DayJoin.Last(second, first),
        Anchor = first.Anchor ?? second.Anchor,
        OtherDay = first.OtherDay ?? second.OtherDay,
        Loose = first.Loose ?? second.Loose,
        Clock = first.Clock ?? second.Clock,
        EndClock = first.EndClock ?? second.EndClock,
        Part = first.Part ?? second.Part,
        Counted = first.Counted ?? second.Counted,
        Recurrence = first.Recurrence ?? second.Recurrence,
        Minutes = first.Minutes ?? second.Minutes,
        For = first.For ?? second.For,
        Window = first.Window ?? second.Window,
        Deadline = first.Deadline || second.Deadline,
        After = (first.After || second.After) && (first.Minutes ?? second.Minutes) is null,
        Current = first.Current || second.Current,
        Assumptions = [.. first.Assumptions, .. second.Assumptions],
    };
}
