using NodaTime;
using TbPersonalOs.Data;

namespace TbPersonalOs.Plugins;

/// <summary>Says times in a person's words: <c>amanhã, ter 24/11 09:00 (São Paulo)</c>.</summary>
/// <param name="Zone">The person's zone.</param>
/// <param name="Today">The day on which it is said.</param>
public sealed record Words(DateTimeZone Zone, LocalDate Today)
{
    private static readonly Texts Text = new(typeof(Words));

    /// <summary>The words of a person.</summary>
    public static Words Of(Person person) => new(person.Zone, person.Today);

    /// <summary>A day or a time; with the zone's city where there is a time.</summary>
    public string When(Moment moment) => moment.HasTime ? $"{When(moment.Local)} ({City(Zone)})" : Day(moment.Date);

    /// <summary>A wall time without its zone.</summary>
    public string When(LocalDateTime local) => $"{Day(local.Date)} {Hour(local.TimeOfDay)}";

    /// <summary>An instant, in the person's zone.</summary>
    public string When(DateTimeOffset instant) => When(new Moment(Instant.FromDateTimeOffset(instant).InZone(Zone).LocalDateTime, true));

    /// <summary>A stretch of time: <c>qui 26/11 12:30–13:30</c>.</summary>
    public string Span(Moment start, Moment end)
    {
        if (!start.HasTime)
        {
            var last = end.Date.PlusDays(-1);
            return last <= start.Date ? Day(start.Date) : $"{Day(start.Date)} – {Day(last)}";
        }

        return start.Date == end.Date
            ? $"{When(start.Local)}–{Hour(end.Local.TimeOfDay)} ({City(Zone)})"
            : $"{When(start.Local)} – {When(end.Local)} ({City(Zone)})";
    }

    /// <summary><c>amanhã, ter 24/11</c>; with the year where it is not this one.</summary>
    public string Day(LocalDate day)
    {
        var date = $"{Name(day.DayOfWeek)} {day.Day:00}/{day.Month:00}{(day.Year == Today.Year ? "" : $"/{day.Year}")}";
        return Period.DaysBetween(Today, day) switch
        {
            0 => $"{Text["Today"]}, {date}",
            1 => $"{Text["Tomorrow"]}, {date}",
            -1 => $"{Text["Yesterday"]}, {date}",
            _ => date,
        };
    }

    /// <summary><c>seg</c>.</summary>
    public static string Name(IsoDayOfWeek day) => Text["Days"].Split(' ')[(int)day - 1];

    /// <summary>The words as a sentence begins.</summary>
    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>How a text begins, in at most so many characters.</summary>
    public static string Start(string text, int most) => text.Length <= most
        ? text
        : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";

    /// <summary>What there is of a thing, in one line.</summary>
    public static string Line(params IEnumerable<string?> parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary><c>09:00</c>.</summary>
    public static string Hour(LocalTime time) => $"{time.Hour:00}:{time.Minute:00}";

    /// <summary>The hour of an instant in the person's zone: <c>05:00</c>.</summary>
    public string HourOf(DateTimeOffset instant) => Hour(Instant.FromDateTimeOffset(instant).InZone(Zone).TimeOfDay);

    /// <summary>The name by which people know a zone: its city.</summary>
    public static string City(DateTimeZone zone) => ZoneCities.NameOf(zone.Id);

    /// <summary>The stored time in words.</summary>
    public string When(SpokenTime time) => When(Moment.Of(time));
}
