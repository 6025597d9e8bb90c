using NodaTime;
using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// Weekdays told one after the other in a reminder: "me lembra segunda, quarta e sexta às 7h30 de…" is each of them, week for week;
/// "terça e quinta às 19h" shares the hour that stands at its end, and with "toda semana" it repeats as well.
/// </summary>
internal static class WeekdaySets
{
    public static Speech Apply(Speech speech)
    {
        if (!Reminds(speech) || IsOneWeek(speech))
        {
            return speech;
        }

        for (var at = 0; at < speech.Times.Count - 1; at++)
        {
            if (RunFrom(speech, at) is { Count: > 1 } run)
            {
                return speech with { Times = [.. Replaced(speech.Times, run).OrderBy(time => time.From)] };
            }
        }

        return speech;
    }

    private static bool Reminds(Speech speech) =>
        Enumerable.Range(0, speech.Tokens.Count).Any(at => !speech.Tokens[at].Quoted && VerbTable.Table.Find(speech.From(at), out var verb, out _) && verb is { Verb: Verb.Remind, Splits: true });

    /// <summary>"… dessa semana": these days only.</summary>
    private static bool IsOneWeek(Speech speech)
    {
        var words = speech.From(0);
        return words.Has("semana", "week") && words.Has("essa", "nessa", "dessa", "esta", "nesta", "desta", "vem", "proxima", "this", "next", "coming");
    }

    private static List<TimeExpression> RunFrom(Speech speech, int first)
    {
        var run = new List<TimeExpression>();
        for (var at = first; at < speech.Times.Count && IsWeekday(speech.Times[at]) && (run.Count == 0 || IsJoined(speech, run[^1], speech.Times[at])); at++)
        {
            run.Add(speech.Times[at]);
            if (speech.Times[at] is { Clock: not null } or { Part: not null })
            {
                break;
            }
        }

        return run;
    }

    private static bool IsWeekday(TimeExpression time) => time is { Loose.Weekday: not null, LastDay: null, Recurrence: null, Deadline: false, After: false, Counted: null };

    private static bool IsJoined(Speech speech, TimeExpression before, TimeExpression after) =>
        after.From - before.To is 1 or 2 && Enumerable.Range(before.To, after.From - before.To).All(at => speech.Tokens[at].Norm is "," or "e" or "and" or "&");

    private static IEnumerable<TimeExpression> Replaced(IReadOnlyList<TimeExpression> times, List<TimeExpression> run)
    {
        var (first, last) = (run[0], run[^1]);
        var weekly = times.FirstOrDefault(time => time.Recurrence is { Frequency: Frequency.Weekly, Weekdays.Count: 0 });
        var rest = times.Except(run);
        if (run.Count == 2 && weekly is null)
        {
            return [.. rest, first with { Clock = last.Clock, EndClock = last.EndClock, Part = last.Part }, last];
        }

        var rule = (weekly?.Recurrence ?? new Recurrence(Frequency.Weekly)) with { Weekdays = [.. run.Select(time => time.Loose!.Value.Weekday!.Value).Distinct()] };
        var whole = new TimeExpression { From = first.From, To = last.To, Clock = last.Clock, EndClock = last.EndClock, Part = last.Part };
        return weekly is null ? [.. rest, whole with { Recurrence = rule }]
            : weekly.Clock is null && weekly.Part is null ? [.. rest.Where(time => time != weekly), whole, weekly with { Recurrence = rule, Part = null }]
            : [.. rest.Where(time => time != weekly), whole with { Clock = null, Part = null }, weekly with { Recurrence = rule }];
    }
}
