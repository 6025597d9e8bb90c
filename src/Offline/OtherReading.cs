using NodaTime.Text;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline;

/// <summary>
/// The other moment that a person may have meant: for "às 5", taken as 17:00, it is 05:00. It is read from their own words, so it holds
/// whoever planned the call.
/// </summary>
public static class OtherReading
{
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

        foreach (var time in Speech.Read(text, context).Times.Where(time => time.IsPoint && time.Counted is null))
        {
            if (Resolve.Moment(time, context) is { Alternative: { } other } resolved && resolved.Moment == moment && Words(moment, other) is { } words)
            {
                return words;
            }
        }

        return null;
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
