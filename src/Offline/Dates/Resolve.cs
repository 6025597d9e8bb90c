using NodaTime;

namespace TbPersonalOs.Offline.Dates;

/// <summary>A time as the functions take it: a day or a wall time, what was assumed on the way, and the other moment where a person could mean either.</summary>
internal readonly record struct Resolved(string Moment, IReadOnlyList<Assumed> Assumptions, string? Alternative = null);

/// <summary>
/// From what was said to when it is: 1 to 6 o'clock without a part of the day is afternoon, an hour alone is the next one to come,
/// a part of the day alone has its usual hour.
/// </summary>
internal static class Resolve
{
    private static readonly LocalTime DayStart = new(9, 0);

    public static LocalTime? Hour(TimeExpression when, out Assumed? assumed)
    {
        assumed = null;
        if (when.Clock is not { } clock)
        {
            assumed = when.Part is null ? null : Assumed.HourOfPart;
            return when.Part is { } alone ? DayParts.Hour(alone) : null;
        }

        if (when.Part is { } part)
        {
            return clock.Sure && clock.Time.Hour > 12 ? clock.Time : DayParts.Apply(part, clock.Time);
        }

        if (!clock.Sure && clock.Time.Hour is >= 1 and <= 6)
        {
            assumed = Assumed.Afternoon;
            return clock.Time.PlusHours(12);
        }

        return clock.Time;
    }

    /// <summary>The moment that was spoken of; a day without an hour stays a day.</summary>
    public static Resolved? Moment(TimeExpression when, TimeContext context)
    {
        if (when.Counted is { } counted)
        {
            return new Resolved(Moments.Of(counted), when.Assumptions);
        }

        if (when.Recurrence is not null || when.Clock is not null || when.Part is not null)
        {
            return WallTimes.Of(when, context);
        }

        return Day(when) is { } day ? new Resolved(Moments.Of(day), when.Assumptions, when.OtherDay is { } other ? Moments.Of(other) : null) : null;
    }

    /// <summary>The day that was spoken of: of a stretch the day that stands for it, its end where it is a deadline or going on now, else its start.</summary>
    public static LocalDate? Day(TimeExpression when) =>
        when.Anchor ?? (when.Day is { } day ? when.LastDay is { } last && (when.Deadline || when.Current) ? last : day : null);

    /// <summary>A reminder rings at an hour: 09:00 where only a day was said. Null where that has passed today.</summary>
    public static string? Ring(TimeExpression when, TimeContext context)
    {
        if (when.HasClock || when.Part is not null || when.Recurrence is not null)
        {
            return Moment(when, context)?.Moment;
        }

        var day = when.Anchor > context.Today ? when.Anchor : when.LastDay is null || !when.Current ? when.Day : context.Today.PlusDays(1);
        return day is { } found && (found > context.Today || context.Time < DayStart) ? Moments.Of(context.At(found.At(DayStart))) : null;
    }

    /// <summary>When a repetition first happens.</summary>
    public static LocalDateTime First(Recurrence repeat, LocalDate? from, LocalTime? hour, TimeContext context)
    {
        if (repeat.Frequency == Frequency.Hourly && hour is null)
        {
            var step = repeat.Minutely ? Duration.FromMinutes(repeat.Interval) : Duration.FromHours(repeat.Interval);
            return OffsetTimes.ToMinute(context.Now.Plus(step)).LocalDateTime;
        }

        var time = hour ?? DayStart;
        var start = from ?? (time > context.Time ? context.Today : context.Today.PlusDays(1));
        return repeat.FirstDay(start).At(time);
    }
}
