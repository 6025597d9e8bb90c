using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Tests.Dates;

/// <summary>
/// Whether a reading is what Duckling's corpus expects: the same instants at start and end, the same open side, and no second expression in the
/// line. Where its conventions are others than the house's, one of the rules below says how the one becomes the other.
/// </summary>
internal static class CorpusRules
{
    private delegate Window? Rule(CorpusLine line, Window theirs, TimeExpression when, TimeContext context);

    private static readonly Rule[] Rules =
        [AsItStands, PartsOfTheDay, Weekends, CountedDays, BareHoursAreAfternoons, EarlierAfternoons, Seasons, RangesOfHours, LengthsOfDays, CountedStretches, AgoIsAMoment, ByAndWithin, ThisMoment, FeastsAreDays];

    public static bool IsRight(CorpusLine line, TimeContext context)
    {
        if (Corpus.Scan(line.Text, context) is not [var when] || Window.Of(when, context) is not { } ours || Theirs(line) is not { } theirs)
        {
            return false;
        }

        var side = when.After ? "After" : when.Deadline ? "Before" : null;
        return Rules.Any(rule => rule(line, theirs, when, context) is { } expected
            && (line.Kind == "open" ? side == line.Dir && ours.From == expected.From : (side is null || rule == ByAndWithin) && ours == expected));
    }

    private static Window? AsItStands(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) => theirs;

    /// <summary>Its morning begins at 4 (pt) or 0 (en), its afternoon ends at 19; ours are 6-12 and 12-18, and early is 6-9.</summary>
    private static Window? PartsOfTheDay(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) =>
        when.Part is null || line.Kind != "interval" ? null : (theirs.From.Hour, theirs.To?.Hour) switch
        {
            (0 or 4, 9 or 12) => theirs with { From = theirs.From.Date.At(new LocalTime(6, 0)) },
            (12, 19) => theirs with { To = theirs.To?.PlusHours(-1) },
            _ => null,
        };

    /// <summary>Its weekend begins on Friday at 18; ours on Saturday.</summary>
    private static Window? Weekends(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) =>
        theirs.From is { Hour: 18, DayOfWeek: IsoDayOfWeek.Friday } && theirs.To?.DayOfWeek == IsoDayOfWeek.Monday ? theirs with { From = theirs.From.Date.PlusDays(1).AtMidnight() } : null;

    /// <summary>A counted day has an hour there ("in 7 days" is 04:00), a counted year only a month; with us both are a day.</summary>
    private static Window? CountedDays(CorpusLine line, Window theirs, TimeExpression when, TimeContext context)
    {
        var now = context.Now.LocalDateTime;
        var date = line.Grain switch
        {
            "Hour" when theirs.From.TimeOfDay == new LocalTime(now.Hour, 0) => theirs.From.Date,
            "Month" when line.Kind == "point" => new LocalDate(theirs.From.Year, theirs.From.Month, now.Day),
            _ => (LocalDate?)null,
        };
        return date is { } day ? new Window(day.AtMidnight(), day.PlusDays(1).AtMidnight()) : null;
    }

    /// <summary>1 to 6 o'clock without a part of the day is afternoon with us, the next to come there.</summary>
    private static Window? BareHoursAreAfternoons(CorpusLine line, Window theirs, TimeExpression when, TimeContext context)
    {
        _ = Resolve.Hour(when, out var assumed);
        return assumed != Assumed.Afternoon || theirs.From.Hour is < 1 or > 6 ? null
            : RangesOfHours(line, new Window(theirs.From.PlusHours(12), theirs.To?.PlusHours(12)), when, context) ?? new Window(theirs.From.PlusHours(12));
    }

    /// <summary>The same where the next to come is tomorrow's small hour there and this afternoon with us.</summary>
    private static Window? EarlierAfternoons(CorpusLine line, Window theirs, TimeExpression when, TimeContext context)
    {
        _ = Resolve.Hour(when, out var assumed);
        return assumed == Assumed.Afternoon && when.Day is null && theirs.From.Hour is >= 1 and <= 6 ? new Window(theirs.From.PlusHours(-12)) : null;
    }

    /// <summary>Its seasons overlap the next by a day, or miss it by one; ours end on the day before the next begins.</summary>
    private static Window? Seasons(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) =>
        line.Kind == "interval" && Window.Of(when, context) is { To: { } end } && theirs.To is { } last && Period.DaysBetween(theirs.From.Date, last.Date) is > 80 and < 100
        && Math.Abs(Period.DaysBetween(end.Date, last.Date)) == 1 ? theirs with { To = end } : null;

    /// <summary>A range of hours takes in its last minute or hour there.</summary>
    private static Window? RangesOfHours(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) =>
        (when.EndClock is null && when.Minutes is null) || theirs.To is null ? null : line.Grain switch
        {
            "Second" => theirs with { To = theirs.To?.PlusSeconds(-1) },
            "Minute" => theirs with { To = theirs.To?.PlusMinutes(-1) },
            "Hour" => theirs with { To = theirs.To?.PlusHours(-1) },
            _ => null,
        };

    /// <summary>"For 10 days from the 18th" ends with the 28th there, with the 27th, the tenth day, with us.</summary>
    private static Window? LengthsOfDays(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) =>
        when is { For.IsClockTime: false, Day: not null } && line is { Kind: "interval", Grain: "Day" } ? theirs with { To = theirs.To?.PlusDays(-1) } : null;

    /// <summary>
    /// "Next 3 weeks" are three whole units after this one there, "upcoming two weeks" the second of them; with us all of them, counted from
    /// or up to now. Ours is right where its near end is now and its far end falls into their farthest unit.
    /// </summary>
    private static Window? CountedStretches(CorpusLine line, Window theirs, TimeExpression when, TimeContext context)
    {
        var now = context.Now.LocalDateTime;
        if (Window.Of(when, context) is not { To: { } end } ours || !(when.Window is not null || when is { Current: true, LastDay: not null }))
        {
            return null;
        }

        var last = theirs.To ?? After(theirs.From, line.Grain);
        var today = now.Date.AtMidnight();
        var exact = when.Window is not null;
        var farthest = Before(last, line.Grain);
        var near = Before(end, exact ? "Nothing" : "Day");
        return (exact ? ours.From == now : ours.From == today) && farthest <= near && near < last && theirs.From > today ? ours
            : (exact ? end == now : end == today.PlusDays(1)) && theirs.From <= ours.From && ours.From < After(theirs.From, line.Grain) && last <= end ? ours : null;
    }

    /// <summary>"2 minutos atrás" is the stretch since then there, a moment or day with us.</summary>
    private static Window? AgoIsAMoment(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) =>
        line.Kind == "interval" && Window.Of(when, context) is { } ours && (when.Counted is not null || when is { Day: not null, LastDay: null, Clock: null, Part: null })
        && theirs.To <= context.Now.LocalDateTime && theirs.From <= ours.From && ours.From < After(theirs.From, line.Grain) ? ours : null;

    /// <summary>"By" and "within" are the stretch from now there; with us a deadline, whose day or stretch counts to its end.</summary>
    private static Window? ByAndWithin(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) =>
        when.Deadline && line.Kind == "interval" && theirs.From == context.Now.LocalDateTime && Window.Of(when, context) is { } ours && (ours.To == theirs.To || ours.From == theirs.To) ? ours : null;

    /// <summary>"Neste momento" is the whole day there.</summary>
    private static Window? ThisMoment(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) =>
        when.Counted is not null && line.Grain == "Day" && theirs.From == context.Today.AtMidnight() ? new Window(context.Now.LocalDateTime) : null;

    /// <summary>Some feasts have the grain of a year there; a day is meant.</summary>
    private static Window? FeastsAreDays(CorpusLine line, Window theirs, TimeExpression when, TimeContext context) =>
        line.Grain == "Year" && theirs.From.DayOfYear != 1 ? new Window(theirs.From, theirs.From.PlusDays(1)) : null;

    private static Window? Theirs(CorpusLine line)
    {
        var (start, end) = (Parse(line.Start), line.End is null ? null : Parse(line.End));
        return start is not { } from ? null : line.Kind == "point" && line.Grain is not ("Second" or "Minute" or "Hour") ? new Window(from, After(from, line.Grain)) : new Window(from, end);
    }

    private static LocalDateTime? Parse(string text) =>
        LocalDateTimePattern.ExtendedIso.Parse(text.Replace("-00-00T", "-01-01T").Replace("-00T", "-01T")) is { Success: true } parsed ? parsed.Value : null;

    private static LocalDateTime Before(LocalDateTime at, string grain) => Step(at, grain, -1);

    private static LocalDateTime After(LocalDateTime at, string grain) => Step(at, grain, 1);

    private static LocalDateTime Step(LocalDateTime at, string grain, int sign) => grain switch
    {
        "Second" => at.PlusSeconds(sign),
        "Minute" => at.PlusMinutes(sign),
        "Hour" => at.PlusHours(sign),
        "Day" => at.PlusDays(sign),
        "Week" => at.PlusWeeks(sign),
        "Month" => at.PlusMonths(sign),
        "Quarter" => at.PlusMonths(3 * sign),
        "Year" => at.PlusYears(sign),
        _ => at,
    };
}
