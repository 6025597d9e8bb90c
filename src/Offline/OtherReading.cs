using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Turn;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline;

/// <summary>
/// The other moment that a person may have meant: for "às 5", taken as 17:00, it is 05:00. It is read from their own words, so it holds
/// whoever planned the call.
/// </summary>
public static class OtherReading
{
    /// <summary>The argument of <c>plugin.function</c> whose moment the next message can correct, or null where none can.</summary>
    public static string? TimeArgument(string function) => Amendments.TimeOf(function.Replace('.', '_'));

    /// <summary>The other reading of the words that were taken as a moment, or null where they leave nothing open.</summary>
    /// <param name="text">What the person said.</param>
    /// <param name="saidAt">When they said it.</param>
    /// <param name="zone">Their IANA zone.</param>
    /// <param name="moment">What their words were taken as: <c>2026-12-05</c> or <c>2026-12-05T17:00</c>.</param>
    /// <returns>What has to be said to correct it, an hour, a day or both: <c>05:00</c>, <c>04/12</c>, <c>06/12 00:00</c>.</returns>
    public static string? Of(string text, DateTimeOffset saidAt, string zone, string moment)
    {
        if (TimeContext.Read(saidAt.ToString("O"), zone) is not { } context)
        {
            return null;
        }

        var readings = Speech.Read(text, context).Times.Where(time => time.IsPoint && time.Counted is null)
            .Select(time => Resolve.Moment(time, context)).OfType<Resolved>().Where(reading => reading.Moment == moment).ToList();
        // Said plainly beside it ("às 17h"), the moment is the one that was meant; what has passed by now nobody means.
        return readings.Count > 0 && readings.TrueForAll(reading => reading.Alternative is not null && (!IsPast(reading.Alternative, context) || IsPast(moment, context)))
            ? Words(moment, readings[0].Alternative!)
            : null;
    }

    private static bool IsPast(string moment, TimeContext context)
    {
        var now = Moments.Of(context.Today.At(new LocalTime(context.Time.Hour, context.Time.Minute)));
        return moment.Length > 10 ? string.CompareOrdinal(moment[..now.Length], now) <= 0 : string.CompareOrdinal(moment, now[..10]) < 0;
    }

    /// <summary>The part of the other moment that differs. Null on the night on which the clocks show an hour twice: no words tell the two apart.</summary>
    private static string? Words(string taken, string other)
    {
        var (takenDay, takenHour) = Parts(taken);
        var (otherDay, otherHour) = Parts(other);
        var day = otherDay == takenDay ? null : LocalDatePattern.CreateWithInvariantCulture("dd'/'MM").Format(LocalDatePattern.Iso.Parse(otherDay).Value);
        return string.Join(' ', new[] { day, otherHour == takenHour ? null : otherHour }.OfType<string>()) is { Length: > 0 } words ? words : null;
    }

    private static (string Day, string? Hour) Parts(string moment) => (moment[..10], moment.Length >= 16 ? moment[11..16] : null);
}
