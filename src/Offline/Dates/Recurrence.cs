using System.Globalization;
using NodaTime;
using TbPersonalOs.Offline.Dates.Stretches;

namespace TbPersonalOs.Offline.Dates;

internal enum Frequency { Hourly, Daily, Weekly, Monthly, Yearly }

/// <summary>A repetition and when it first happens. Written as an RFC 5545 rule without a start: the first moment stands beside it.</summary>
internal sealed record Recurrence(Frequency Frequency, int Interval = 1)
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; } = [];
    /// <summary>Which of the weekdays of a month: 1 is the first, -1 the last.</summary>
    public int? Place { get; init; }
    /// <summary>A day of each month; -1 is its last.</summary>
    public int? MonthDay { get; init; }
    public AnnualDate? YearDay { get; init; }
    /// <summary>The month of a yearly rule that names a weekday: the second Sunday of May.</summary>
    public int? Month { get; init; }
    /// <summary>Minutes, for a repetition shorter than an hour.</summary>
    public bool Minutely { get; init; }
    /// <summary>The last day on which it may happen.</summary>
    public LocalDate? Until { get; init; }
    public int? Count { get; init; }

    public string Rule
    {
        get
        {
            var rule = $"FREQ={(Minutely ? "MINUTELY" : Frequency.ToString().ToUpperInvariant())}";
            rule += Interval > 1 ? $";INTERVAL={Interval}" : "";
            rule += Month is { } month ? $";BYMONTH={month}" : "";
            var place = Weekdays.Count == 1 ? Place?.ToString(CultureInfo.InvariantCulture) : null;
            rule += Weekdays.Count > 0 ? ";BYDAY=" + string.Join(',', Weekdays.Order().Select(day => place + Codes[(int)day - 1])) : "";
            rule += MonthDay is { } of ? $";BYMONTHDAY={of}" : "";
            rule += YearDay is { } date ? $";BYMONTH={date.Month};BYMONTHDAY={date.Day}" : "";
            rule += Weekdays.Count > 1 && Place is { } position ? $";BYSETPOS={position}" : "";
            rule += Until is { } end ? ";UNTIL=" + end.ToString("uuuuMMdd", CultureInfo.InvariantCulture) : "";
            return rule + (Count is { } count ? $";COUNT={count}" : "");
        }
    }

    /// <summary>The first day on or after <paramref name="from"/> that the rule allows.</summary>
    public LocalDate FirstDay(LocalDate from)
    {
        for (var day = from; day < from.PlusDays(3_000); day = day.PlusDays(1))
        {
            if (Allows(day))
            {
                return day;
            }
        }

        return from;
    }

    private bool Allows(LocalDate day) =>
        (Weekdays.Count == 0 || Weekdays.Contains(day.DayOfWeek))
        && (Place is not { } place || day == PlaceIn(day, place))
        && (Month is not { } month || day.Month == month)
        && (MonthDay is not { } of || (of > 0 ? day.Day == of : day == day.With(DateAdjusters.EndOfMonth).PlusDays(of + 1)))
        && (YearDay is not { } date || (day.Month, day.Day) == (date.Month, date.Day));

    /// <summary>The nth of its weekdays in the day's month; holidays are no matter of a rule.</summary>
    private LocalDate? PlaceIn(LocalDate day, int place)
    {
        var month = Stretch.Month(day.Year, day.Month);
        var left = Math.Abs(place);
        for (var at = place > 0 ? month.First : month.Last; month.Contains(at); at = at.PlusDays(Math.Sign(place)))
        {
            if (Weekdays.Contains(at.DayOfWeek) && --left == 0)
            {
                return at;
            }
        }

        return null;
    }
}
