using NodaTime;

namespace TbPersonalOs.Offline.Dates;

internal enum Frequency { Hourly, Daily, Weekly, Monthly, Yearly }

/// <summary>A repetition and when it first happens. Written as an RFC 5545 rule without a start: the first moment stands beside it.</summary>
internal sealed record Recurrence(Frequency Frequency, int Interval = 1)
{
    private static readonly string[] Codes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public IReadOnlyList<IsoDayOfWeek> Weekdays { get; init; } = [];
    public int? MonthDay { get; init; }
    public AnnualDate? YearDay { get; init; }
    /// <summary>Minutes, for a repetition shorter than an hour.</summary>
    public bool Minutely { get; init; }

    public string Rule
    {
        get
        {
            var rule = $"FREQ={(Minutely ? "MINUTELY" : Frequency.ToString().ToUpperInvariant())}";
            rule += Interval > 1 ? $";INTERVAL={Interval}" : "";
            rule += Weekdays.Count > 0 ? ";BYDAY=" + string.Join(',', Weekdays.Order().Select(day => Codes[(int)day - 1])) : "";
            return rule + (MonthDay is { } of ? $";BYMONTHDAY={of}" : "");
        }
    }

    /// <summary>The first day on or after <paramref name="from"/> that the rule allows.</summary>
    public LocalDate FirstDay(LocalDate from)
    {
        for (var day = from; day < from.PlusDays(800); day = day.PlusDays(1))
        {
            if ((Weekdays.Count == 0 || Weekdays.Contains(day.DayOfWeek))
                && (MonthDay is not { } of || day.Day == of)
                && (YearDay is not { } date || (day.Month, day.Day) == (date.Month, date.Day)))
            {
                return day;
            }
        }

        return from;
    }
}
