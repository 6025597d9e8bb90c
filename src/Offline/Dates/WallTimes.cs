using NodaTime;

namespace TbPersonalOs.Offline.Dates;

/// <summary>From a spoken hour to a moment on the person's own clocks, also on the nights on which they are changed.</summary>
internal static class WallTimes
{
    public static Resolved? Of(TimeExpression when, TimeContext context)
    {
        var hour = Resolve.Hour(when, out var assumed);
        var assumptions = assumed is { } a ? [.. when.Assumptions, a] : when.Assumptions;
        if (when.Recurrence is { } repeat)
        {
            var first = Resolve.First(repeat, when.Day, hour, context);
            return Moment(first, assumptions, assumed == Assumed.Afternoon ? Resolve.First(repeat, when.Day, hour!.Value.PlusHours(-12), context) : null, context);
        }

        var day = Day(when, hour!.Value, context, out var next);
        var local = day.At(hour.Value);
        return Moment(local, next ? [.. assumptions, Assumed.NextDay] : assumptions, Other(when, local, assumed, context), context);
    }

    /// <summary>The day of an hour: as said, or the next on which it comes. Midnight at the end of an evening is the next day's.</summary>
    public static LocalDate Day(TimeExpression when, LocalTime hour, TimeContext context, out bool next)
    {
        var said = when.Anchor ?? when.Day;
        next = said is null && hour <= context.Time;
        var shift = when.Clock?.DayShift ?? 0;
        var late = said is not null && when.Clock is not null && (hour == LocalTime.Midnight && said == context.Today || hour.Hour < 4 && when.Part is { } part && DayParts.IsEvening(part));
        return (said ?? context.Today).PlusDays((next ? 1 : 0) + (late ? 1 : 0) + (said is null ? 0 : shift));
    }

    private static LocalDateTime? Other(TimeExpression when, LocalDateTime local, Assumed? assumed, TimeContext context)
    {
        if (assumed == Assumed.Afternoon)
        {
            var morning = local.PlusHours(-12);
            return morning > context.Now.LocalDateTime || when.Day is not null ? morning : morning.PlusDays(1);
        }

        return when.OtherDay is { } other ? other.At(local.TimeOfDay)
            : local.TimeOfDay == LocalTime.Midnight && when is { Clock: not null, Part: null, Day: not null } && local.Date == when.Day ? local.PlusDays(1) : null;
    }

    private static Resolved Moment(LocalDateTime local, IReadOnlyList<Assumed> assumptions, LocalDateTime? other, TimeContext context)
    {
        var map = context.Now.Zone.MapLocal(local);
        var alternative = other is { } second ? Moments.Of(context.At(second)) : map.Count == 2 ? Moments.Of(map.Last()) : null;
        IReadOnlyList<Assumed> told = map.Count switch { 0 => [.. assumptions, Assumed.Moved], 2 => [.. assumptions, Assumed.FirstOfTwo], _ => assumptions };
        return new Resolved(Moments.Of(context.At(local)), told, alternative);
    }
}
