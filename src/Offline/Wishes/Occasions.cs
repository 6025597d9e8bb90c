using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Dates.Feasts;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Natal com a família em Búzios de 24 a 27": the holiday that opens a wish names it where the days are said apart.</summary>
internal static class Occasions
{
    public static List<TimeExpression> WithoutNames(Speech speech, List<TimeExpression> times)
    {
        times = times.Exists(time => time is { HasClock: true, Day: null }) ? times.FindAll(time => !IsOfMonth(speech, time)) : times;
        var days = times.FindAll(time => time.Day is not null);
        return days.Count > 1 && IsName(speech, days[0]) ? times.FindAll(time => time != days[0]) : times;
    }

    /// <summary>"Entregar o relatório de março na quinta": beside another day, the one that hangs on a thing says which thing is meant.</summary>
    public static List<TimeExpression> WithoutAttributes(Speech speech, int from, List<TimeExpression> times)
    {
        times = times.FindAll(time => time.From <= from || !TimesOfThings.IsMonth(speech.Tokens, time));
        times = times.Exists(time => time.IsPoint && !TimesOfThings.IsHour(speech.Tokens, time)) ? times.FindAll(time => time.From <= from || !TimesOfThings.IsHour(speech.Tokens, time)) : times;
        times = times.Exists(time => (time.HasClock || time.Deadline) && !TimesOfThings.IsHourAfter(speech.Tokens, time)) ? times.FindAll(time => time.From <= from || !TimesOfThings.IsHourAfter(speech.Tokens, time)) : times;
        times = times.Exists(time => time.IsPoint && !IsPartOfThing(speech, time)) ? times.FindAll(time => time.From <= from || !IsPartOfThing(speech, time)) : times;
        var own = times.FindAll(time => time.Day is not null && !IsAttribute(speech, from, time));
        return own.Count > 0 && own.Count < times.Count ? times.FindAll(time => !IsAttribute(speech, from, time)) : times;
    }

    private static bool IsAttribute(Speech speech, int from, TimeExpression time) =>
        time is { Day: not null, HasClock: false, Recurrence: null, Deadline: false, After: false } && time.To - time.From <= 4 && time.From > from + 1 && speech.Tokens[time.From].Norm is "de" or "do" or "da"
        && speech.Tokens[time.From - 1].IsWord && speech.TimeAt(time.From - 1) is null && speech.Tokens[time.From - 2] is var lead && (lead.Norm is "o" or "a" or "os" or "as" or "um" or "uma" or "meu" or "minha" or "do" or "da");

    /// <summary>"O lanche da tarde", "a missa da noite": it says which one, beside a time of its own.</summary>
    private static bool IsPartOfThing(Speech speech, TimeExpression time) =>
        time is { Part: not null, Day: null, HasClock: false, Recurrence: null, Deadline: false } && time.To == time.From + 2 && time.From > 1 && speech.Tokens[time.From].Norm is "da"
        && speech.Tokens[time.From - 2].Norm is "o" or "a" or "meu" or "minha" or "do" or "da" or "pro" or "pra" or "no" or "na" or "um" or "uma" && speech.Tokens[time.From - 1].IsWord && speech.TimeAt(time.From - 1) is null;

    /// <summary>"Às 14h … a escala de fevereiro": beside an hour a whole month says which thing is meant, not when.</summary>
    private static bool IsOfMonth(Speech speech, TimeExpression time) =>
        time is { HasClock: false, Deadline: false, After: false, Recurrence: null, Day: { } first, LastDay: { } last } && first.Day == 1 && first.Month == last.Month && last.PlusDays(1).Day == 1
        && time.From > 0 && (speech.Tokens[time.From].Norm is "de" or "do" or "of") && speech.TimeAt(time.From - 1) is null;

    /// <summary>A holiday followed by who or where.</summary>
    public static bool IsName(Speech speech, TimeExpression time) =>
        FeastNames.Table.Find(speech.From(time.From), out _, out var end) && end == time.To && speech.From(end).Word is "com" or "em" or "na" or "no" or "with" or "at" or "in" or "dinner" or "lunch" or "party"
        && speech.Times.Any(other => other.From > time.From && other.Day is not null);
}
