using Ical.Net;
using Ical.Net.DataTypes;
using NodaTime;
using NodaTime.Extensions;

namespace TbPersonalOs.Plugins.Reminders;

/// <summary>Says a rule as a person would: <c>toda seg e qua</c>, <c>a cada 2 semanas</c>, <c>todo mês, dia 5</c>.</summary>
internal static class RepeatWords
{
    private static readonly Texts Text = new(typeof(RepeatWords));

    public static string Of(string rule)
    {
        var parsed = Recurrence.Parse(rule);
        string?[] parts = [Days(parsed) is { } days ? $"{Every(parsed)}, {days}" : Every(parsed), Hours(parsed), End(parsed)];
        return string.Join(", ", parts.OfType<string>());
    }

    private static string Every(RecurrenceRule rule) => rule.Interval == 1
        ? Text[$"Every{rule.Frequency}"]
        : Text[$"Each{rule.Frequency}", rule.Interval];

    private static string? Days(RecurrenceRule rule)
    {
        if (rule.ByDay.Count > 0)
        {
            return IsWorkWeek(rule) ? Text["WorkWeek"] : Joined(rule.ByDay.Select(day => Ordinal(day.Offset) + Words.Name(day.DayOfWeek.ToIsoDayOfWeek())));
        }

        return rule.ByMonthDay is [-1] ? Text["LastDay"]
            : rule.ByMonthDay.Count > 0 ? Text["MonthDays", Joined(rule.ByMonthDay.Select(day => $"{day}"))]
            : null;
    }

    private static bool IsWorkWeek(RecurrenceRule rule) =>
        rule.ByDay.Count == 5 && rule.ByDay.TrueForAll(day => day.Offset is null && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static string Ordinal(int? offset) => offset switch
    {
        null => "",
        -1 => Text["LastOf"] + " ",
        var number => Text["NthOf", number] + " ",
    };

    private static string? Hours(RecurrenceRule rule) => rule.ByHour.Count == 0 ? null
        : Joined(rule.ByHour.Select(hour => Words.Hour(new LocalTime(hour, rule.ByMinute.FirstOrDefault()))));

    private static string? End(RecurrenceRule rule) => rule switch
    {
        { Until: { } until } => Text["Until", $"{until.Day:00}/{until.Month:00}/{until.Year}"],
        { Count: { } count } => Text["Times", count],
        _ => null,
    };

    private static string Joined(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count == 1 ? all[0] : $"{string.Join(", ", all[..^1])} {Text["And"]} {all[^1]}";
    }
}
