using NodaTime;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Two pieces that both say a day: "sexta, 12 de setembro", "semana que vem, terça", "mês que vem dia 10".</summary>
internal static class DayJoin
{
    /// <summary>The piece whose day is meant, mended where the other one says more; null where they are two days.</summary>
    public static TimeExpression? Of(TimeExpression first, TimeExpression second) =>
        first.Day == second.Day && first.LastDay == second.LastDay ? first.Loose is null ? first : second
        : Inside(first, second) ?? Inside(second, first) ?? Weekday(first, second) ?? Weekday(second, first);

    public static TimeExpression WithDayOf(TimeExpression piece, TimeExpression day) => piece with
    {
        Day = day.Day, LastDay = day.LastDay, Anchor = day.Anchor, OtherDay = day.OtherDay, Loose = day.Loose, Current = day.Current, Assumptions = day.Assumptions,
    };

    public static TimeExpression WithoutDay(TimeExpression piece) => piece with
    {
        Day = null, LastDay = null, Anchor = null, OtherDay = null, Loose = null, Current = false, Assumptions = [],
    };

    /// <summary>"Hoje daqui a uma hora": what is counted says the day already.</summary>
    public static TimeExpression Counting(TimeExpression piece, TimeExpression other) =>
        other.Counted is { } counted && piece.Day == counted.Date && piece.LastDay is null ? WithoutDay(piece) : piece;

    /// <summary>"18 de dezembro por 10 dias": the last of the days.</summary>
    public static LocalDate? Last(TimeExpression day, TimeExpression length) =>
        day is { Day: { } first, LastDay: null } && length is { For: { IsClockTime: false } span, Day: null } ? Dated.Plus(first, span, 1)?.PlusDays(-1) : null;

    /// <summary>A weekday or day of a month that falls into the stretch.</summary>
    private static TimeExpression? Inside(TimeExpression stretch, TimeExpression day)
    {
        if (stretch.LastDay is not { } last || day.LastDay is not null || day.Loose is not { Date: null } loose)
        {
            return null;
        }

        for (var at = stretch.Day!.Value; at <= last; at = at.PlusDays(1))
        {
            if (loose.Weekday is { } weekday ? at.DayOfWeek == weekday : at.Day == loose.MonthDay)
            {
                return day with { Day = at, Loose = null, Assumptions = [] };
            }
        }

        return null;
    }

    /// <summary>A weekday beside a date: they agree, or the date is of the year or month in which they do.</summary>
    private static TimeExpression? Weekday(TimeExpression named, TimeExpression date)
    {
        if (named.Loose?.Weekday is not { } weekday || date.LastDay is not null || date.Day is not { } day || date.Loose?.Weekday is not null)
        {
            return null;
        }

        if (day.DayOfWeek == weekday)
        {
            return date;
        }

        return date.Loose switch
        {
            { Date: { } annual } => Year(day.Year, annual, weekday) is { } year ? date with { Day = year, Loose = null, Assumptions = [Assumed.NextYear] } : null,
            { MonthDay: { } of } => Month(day, of, weekday) is { } month ? date with { Day = month, Loose = null, Assumptions = [Assumed.NextMonth] } : null,
            _ => null,
        };
    }

    /// <summary>Last year's for a date of these days, or one of the next two years.</summary>
    private static LocalDate? Year(int year, AnnualDate date, IsoDayOfWeek weekday) =>
        new[] { year - 1, year + 1, year + 2 }.Select(at => Dated.Of(at, date.Month, date.Day)).FirstOrDefault(day => day?.DayOfWeek == weekday);

    private static LocalDate? Month(LocalDate from, int day, IsoDayOfWeek weekday) =>
        Enumerable.Range(1, 6).Select(step => from.PlusMonths(step)).Select(month => Dated.Of(month.Year, month.Month, day)).FirstOrDefault(date => date?.DayOfWeek == weekday);
}
