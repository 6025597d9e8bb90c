using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Calendar;

namespace TbPersonalOs.Plugins.Calendar;

/// <summary>From when to when an event takes place, out of what the person said of it.</summary>
internal static class EventTimes
{
    private const int UsualMinutes = 60;
    private const int MostMinutes = 14 * 24 * 60;
    private static readonly Texts Text = new(typeof(EventTimes));

    /// <summary>Times of a new event.</summary>
    public static (SpokenTime Start, SpokenTime End) Of(Moment start, Moment? end, int? minutes, DateTimeZone zone)
    {
        Checks.Within(minutes, 1, MostMinutes, "minutes");
        if (!start.HasTime)
        {
            return minutes is null ? Days(start, end, zone) : throw Invalid("WhichHour", "start");
        }

        var begins = start.In(zone);
        return (begins, end is { } given ? End(begins, given, zone) : After(begins, Duration.FromMinutes(minutes ?? UsualMinutes), zone));
    }

    /// <summary>
    /// Times of a changed event: moved, it keeps its length, and its hour where only a day is given.
    /// </summary>
    public static (SpokenTime Start, SpokenTime End) Moved(CalendarEvent item, Moment? start, Moment? end, int? minutes, DateTimeZone zone)
    {
        var (from, to) = (Moment.Of(item.Start), Moment.Of(item.End));
        var begins = start ?? from;
        if (!from.HasTime)
        {
            var last = to.Date.PlusDays(-1);
            return Of(begins, begins.HasTime || minutes is not null ? end
                : end ?? Moment.OfDay(begins.Date + Period.FromDays(Period.DaysBetween(from.Date, last))), minutes, zone);
        }

        begins = begins.HasTime ? begins : new Moment(begins.Date.At(from.Local.TimeOfDay), true);
        var kept = start is null ? item.Start : begins.In(zone);
        return end is null && minutes is null
            ? (kept, After(kept, (item.End.At - item.Start.At).ToDuration(), zone))
            : Of(begins, end, minutes, zone);
    }

    private static (SpokenTime Start, SpokenTime End) Days(Moment first, Moment? last, DateTimeZone zone)
    {
        if (last is { HasTime: true })
        {
            throw Invalid("WhichHour", "start");
        }

        return last is { } day && day.Date < first.Date
            ? throw Invalid("EndsFirst", "end")
            : (first.In(zone), Moment.OfDay((last ?? first).Date.PlusDays(1)).In(zone));
    }

    private static SpokenTime End(SpokenTime start, Moment end, DateTimeZone zone)
    {
        if (!end.HasTime)
        {
            throw Invalid("EndsWhen", "end");
        }

        var ends = end.In(zone);
        return ends.At > start.At ? ends : throw Invalid("EndsFirst", "end");
    }

    private static SpokenTime After(SpokenTime start, Duration length, DateTimeZone zone)
    {
        var ends = (start.At.ToInstant() + length).InZone(zone);
        return new SpokenTime
        {
            Local = ends.ToDateTimeUnspecified(),
            Zone = zone.Id,
            HasTime = true,
            Floats = start.Floats,
            At = ends.ToInstant().ToDateTimeOffset(),
        };
    }

    private static ToolException Invalid(string text, string parameter) => new(ErrorCode.Invalid, Text[text]) { Parameter = parameter };
}
