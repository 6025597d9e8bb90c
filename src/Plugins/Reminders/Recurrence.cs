using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
using NodaTime;
using NodaTime.Extensions;

namespace TbPersonalOs.Plugins.Reminders;

/// <summary>Occurrences of an RFC 5545 rule, counted in wall time: nine o'clock stays nine o'clock when the clocks change.</summary>
internal static class Recurrence
{
    private const string Prefix = "RRULE:";
    private static readonly EvaluationOptions Limits = new() { MaxUnmatchedIncrementsLimit = 1_000 };
    private static readonly NodaTime.Duration LongestGap = NodaTime.Duration.FromHours(3);
    private static readonly Texts Text = new(typeof(Recurrence));

    /// <summary>The rule as it is stored; invalid where it is none, or rings more often than hourly.</summary>
    public static string Read(string repeat)
    {
        var rule = repeat.Trim().ToUpperInvariant();
        rule = rule.StartsWith(Prefix, StringComparison.Ordinal) ? rule[Prefix.Length..] : rule;
        try
        {
            if (Parse(rule).Frequency is FrequencyType.Secondly or FrequencyType.Minutely)
            {
                throw new ToolException(ErrorCode.Invalid, Text["TooOften"]) { Parameter = "repeat" };
            }
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or OverflowException or FormatException)
        {
            throw new ToolException(ErrorCode.Invalid, Text["NoRule", repeat]) { Parameter = "repeat" };
        }

        return rule;
    }

    /// <summary>The parts of a stored rule.</summary>
    public static RecurrenceRule Parse(string rule) => new(rule);

    /// <summary>The first occurrence after an instant, or null where the rule has come to its end.</summary>
    /// <param name="rule">The stored rule.</param>
    /// <param name="anchor">Wall time of the first occurrence, from which the rule counts.</param>
    /// <param name="zone">Zone of the wall times.</param>
    /// <param name="after">The occurrence is later than this.</param>
    public static LocalDateTime? Next(string rule, LocalDateTime anchor, DateTimeZone zone, Instant after)
    {
        try
        {
            return After(rule, anchor, zone, after).Cast<LocalDateTime?>().FirstOrDefault();
        }
        catch (Exception exception) when (IsItsEnd(exception))
        {
            return null;
        }
    }

    /// <summary>The instants of all occurrences after one instant and up to another, in order, and of the first one after these.</summary>
    public static (List<Instant> Come, Instant? Next) Between(string rule, LocalDateTime anchor, DateTimeZone zone, Instant after, Instant upTo)
    {
        var instants = new SortedSet<Instant>();
        try
        {
            foreach (var local in After(rule, anchor, zone, after))
            {
                var instant = zone.AtLeniently(local).ToInstant();
                instants.Add(instant);
                if (instant > upTo + LongestGap)
                {
                    // Wall times that the clocks skip come out of order, but not by more than that.
                    break;
                }
            }
        }
        catch (Exception exception) when (IsItsEnd(exception))
        {
            // Those found so far are all there are.
        }

        var come = instants.TakeWhile(instant => instant <= upTo).ToList();
        return (come, come.Count == instants.Count ? null : instants.ElementAt(come.Count));
    }

    private static IEnumerable<LocalDateTime> After(string rule, LocalDateTime anchor, DateTimeZone zone, Instant after) =>
        new RecurrencePatternEvaluator(Bounded(rule, zone))
            .Evaluate(Floating(anchor), Floating(LocalDateTime.Max(anchor, after.InZone(zone).LocalDateTime.PlusDays(-1))), Limits)
            .Select(period => LocalDateTime.FromDateTime(period.StartTime.Value))
            .Where(local => zone.AtLeniently(local).ToInstant() > after);

    private static bool IsItsEnd(Exception exception) => exception is EvaluationException or ArgumentOutOfRangeException or OverflowException;

    /// <summary>A last day counts to its end, and a last instant in UTC is meant in the zone's wall time.</summary>
    private static RecurrenceRule Bounded(string rule, DateTimeZone zone)
    {
        var parsed = Parse(rule);
        if (parsed.Until is { HasTime: false } day)
        {
            parsed.Until = Floating(LocalDate.FromDateOnly(day.Date).At(new LocalTime(23, 59, 59)));
        }
        else if (parsed.Until is { IsUtc: true } instant)
        {
            parsed.Until = Floating(instant.AsUtc.ToInstant().InZone(zone).LocalDateTime);
        }

        return parsed;
    }

    private static CalDateTime Floating(LocalDateTime local) => new(local.ToDateTimeUnspecified(), true);
}
