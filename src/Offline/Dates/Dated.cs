using NodaTime;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Arithmetic of dates that may not exist.</summary>
internal static class Dated
{
    public static LocalDate? Of(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && year is > 0 and < 9990 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    /// <summary>The nth weekday on or after a day, within its month where the place is counted from the end.</summary>
    public static LocalDate? Nth(LocalDate from, IsoDayOfWeek weekday, int place)
    {
        if (place < 0)
        {
            var end = from.With(DateAdjusters.EndOfMonth);
            return end.With(DateAdjusters.PreviousOrSame(weekday)).PlusWeeks(place + 1);
        }

        return from.With(DateAdjusters.NextOrSame(weekday)).PlusWeeks(place - 1);
    }

    public static LocalDate Monday(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    /// <summary>Moved by months and days, as far as the calendar reaches.</summary>
    public static LocalDate? Plus(LocalDate day, Span span, int sign)
    {
        var year = day.Year + sign * (span.Months / 12 + span.Days / 365);
        return year is > 1 and < 9980 ? day.PlusMonths(sign * span.Months).PlusDays(sign * span.Days) : null;
    }
}
