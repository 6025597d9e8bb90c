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
        var date = $"{Text["Days"].Split(' ')[(int)day.DayOfWeek - 1]} {day.Day:00}/{day.Month:00}{(day.Year == Today.Year ? "" : $"/{day.Year}")}";
        return Period.DaysBetween(Today, day) switch
        {
            0 => $"{Text["Today"]}, {date}",
            1 => $"{Text["Tomorrow"]}, {date}",
            -1 => $"{Text["Yesterday"]}, {date}",
            _ => date,
        };
    }

    /// <summary><c>09:00</c>.</summary>
    public static string Hour(LocalTime time) => $"{time.Hour:00}:{time.Minute:00}";

    /// <summary>The name by which people know a zone: its city.</summary>
    public static string City(DateTimeZone zone) => ZoneCities.NameOf(zone.Id);

    /// <summary>The stored time in words.</summary>
    public string When(SpokenTime time) => When(Moment.Of(time));
}
