namespace TbPersonalOs.Offline.Dates;

/// <summary>What ends a repetition: "toda segunda até o fim do ano", "10 vezes", "por 3 meses", "todo dia em dezembro".</summary>
internal static class Bounds
{
    public static TimeExpression? Of(TimeExpression repeated, TimeExpression bound)
    {
        if (repeated.Recurrence is not { } rule || bound.Recurrence is not null || bound.Clock is not null || bound.Part is not null || bound.Counted is not null)
        {
            return null;
        }

        if (bound is { After: true, LastDay: not null, Day: { } first, Deadline: false })
        {
            // "Starting next week": where it begins, and no end of it.
            return repeated with { Day = repeated.Day ?? first };
        }

        if (bound.Count is { } count)
        {
            return repeated with { Recurrence = rule with { Count = count } };
        }

        if (bound is { For: { IsClockTime: false } span })
        {
            return repeated with { Recurrence = Times(rule, span) is { } times ? rule with { Count = times } : rule with { Until = bound.Ends } };
        }

        if (bound.Day is not { } day || !(bound.Deadline || bound.LastDay is not null))
        {
            return null;
        }

        if (bound is { After: true, Deadline: false })
        {
            // "Começando em agosto", "a partir da semana que vem": where it begins, and no end.
            return repeated with { Day = repeated.Day ?? day };
        }

        var bounded = repeated with { Recurrence = rule with { Until = bound.Anchor ?? bound.LastDay ?? day } };
        return bound.Deadline || bound.Current ? bounded : bounded with { Day = repeated.Day ?? day };
    }

    /// <summary>A length in the rule's own unit is a number of times.</summary>
    private static int? Times(Recurrence rule, Span span) => (rule.Frequency, span) switch
    {
        (Frequency.Daily, { Months: 0 }) => span.Days / rule.Interval,
        (Frequency.Weekly, { Months: 0 }) when span.Days % 7 == 0 => span.Days / 7 * Math.Max(1, rule.Weekdays.Count) / rule.Interval,
        (Frequency.Monthly, { Days: 0 }) => span.Months / rule.Interval,
        (Frequency.Yearly, { Days: 0 }) when span.Months % 12 == 0 => span.Months / 12 / rule.Interval,
        _ => null,
    };
}
