using NodaTime;

namespace TbPersonalOs.Offline.Dates;

/// <summary>From when to when: the end is exclusive, a moment has none.</summary>
internal readonly record struct Window(LocalDateTime From, LocalDateTime? To = null)
{
    /// <summary>The stretch that an expression names, in the person's wall time; null for a length or a repetition.</summary>
    public static Window? Of(TimeExpression when, TimeContext context) => when switch
    {
        { Window: { } exact } => exact,
        { Counted: { } counted } => new Window(counted.LocalDateTime),
        { Clock: not null } => OfClock(when, context),
        { Part: { } part } => OfPart(when.Day ?? context.Today, part, when.LastDay),
        { Day: { } day } => new Window(day.AtMidnight(), (when.LastDay ?? day).PlusDays(1).AtMidnight()),
        _ => null,
    };

    private static Window? OfClock(TimeExpression when, TimeContext context)
    {
        var hour = Resolve.Hour(when, out _)!.Value;
        var start = WallTimes.Day(when, hour, context, out _).At(hour);
        if (when.EndClock is not { } end)
        {
            return new Window(start, when.Minutes is { } minutes ? start.PlusMinutes(minutes) : null);
        }

        var until = Resolve.Hour(when with { Clock = end }, out _)!.Value;
        until = until <= hour && until.Hour < 12 && !end.Sure && when.LastDay is null ? until.PlusHours(12) : until;
        var day = when.LastDay ?? (until > hour ? start.Date : start.Date.PlusDays(1));
        return new Window(start, day.At(until));
    }

    private static Window OfPart(LocalDate day, DayPart part, LocalDate? last)
    {
        var (from, to) = DayParts.Span(part);
        return new Window(day.At(from), to is { } end ? (last ?? day).At(end) : (last ?? day).PlusDays(1).AtMidnight());
    }
}
