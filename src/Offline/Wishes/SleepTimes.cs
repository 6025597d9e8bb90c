using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Fui dormir às 23h e acordei às 7h", "went to bed at 11pm and woke up at 6:30": what lies between is the sleep.</summary>
internal static class SleepTimes
{
    private static readonly PhraseTable<bool> ToBed = new((true, ["fui? dormir|deitar", "fui pra|para a? cama", "deitei|dormi|apaguei", "peguei no sono",
        "i? went to bed|sleep", "i? fell asleep", "i? slept"]));
    private static readonly PhraseTable<bool> Up = new((true, ["acordei|levantei|despertei", "me levantei", "i? woke|got up?", "i? was up"]));

    /// <summary>The hours, and the token after the second of the two times.</summary>
    public static (decimal Hours, int To)? Read(Speech speech, int from)
    {
        var clocks = speech.Times.Where(time => time.From >= from && time.Clock is not null && time.EndClock is null).Take(2).ToList();
        return clocks.Count == 2 && Leads(speech, from, clocks[0].From, ToBed) && Leads(speech, clocks[0].To, clocks[1].From, Up)
            ? (Between(Minutes(clocks[0]), Minutes(clocks[1]), clocks[0]), clocks[1].To)
            : null;
    }

    private static decimal Between(int start, int end, TimeExpression bed)
    {
        var minutes = (end - start + 1440) % 1440;
        return Math.Round((minutes > 840 && bed is { Clock: { Sure: false }, Part: null } ? minutes - 720 : minutes) / 60m, 2);
    }

    private static int Minutes(TimeExpression time)
    {
        var clock = time.Part is { } part ? DayParts.Apply(part, time.Clock!.Value.Time) : time.Clock!.Value.Time;
        return clock.Hour * 60 + clock.Minute;
    }

    private static bool Leads(Speech speech, int from, int to, PhraseTable<bool> words)
    {
        for (var at = from; at < to; at++)
        {
            if (words.Find(speech.From(at), out _, out var end) && end >= to - 2)
            {
                return true;
            }
        }

        return false;
    }
}
