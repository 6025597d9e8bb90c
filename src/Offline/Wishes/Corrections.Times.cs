using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Corrected times: a day, an hour or a range in the place of another.</summary>
internal static partial class Corrections
{
    /// <summary>"A consulta de terça, digo, a de quarta": the article stands for the same thing; what is corrected is the time.</summary>
    private static int OfTime(Speech speech, int after)
    {
        var cursor = speech.From(after);
        return speech.TimeAt(after) is null && cursor.TakeAny("o", "a", "os", "as") && (speech.TimeAt(cursor.At) is not null || cursor.TakeAny("de", "da", "do",
            "das")) && speech.TimeAt(cursor.At) is { } time ? Math.Max(time.From, after) : after;
    }

    private static Speech? Timed(Speech speech, int at, int after)
    {
        var length = speech.From(after);
        if (speech.Times.LastOrDefault(time => time.To <= at && time.Counted is not null) is { } counted && Span.Take(ref length, out var span) && span.IsClockTime)
        {
            var index = speech.Times.ToList().IndexOf(counted);
            var shorter = Cut(speech, at, length.At);
            var moved = OffsetTimes.ToMinute(speech.Context.Now.PlusSeconds(span.Seconds));
            return shorter with { Times = [.. shorter.Times.Select((time, place) => place == index ? time with { Counted = moved } : time)] };
        }

        if ((speech.TimeAt(after) ?? BareHour(speech, at, after)) is not { } right || right.From < after)
        {
            return null;
        }

        if (right.Clock is not null && BeforeSigns(speech, at) - 1 is > 1 and var figure && speech.Tokens[figure].IsNumber && speech.TimeAt(figure) is null && (speech.TimeAt(figure - 1) is { Clock: null, Day: not null } || speech.Tokens[figure - 1].Norm is "to" or "at" or "for" or "as" or "pras" or "pra" or "para"))
        {
            // "Tomorrow 10, sorry, 10:30", "to 4, no, half past 4": the figure was the hour.
            figure -= speech.TimeAt(figure - 1) is null ? 1 : 0;
            return Cut(speech, figure, after);
        }

        var wrong = speech.Times.LastOrDefault(time => time.To <= at && TimeRepair.Fits(right, time));
        if (wrong is null)
        {
            return null;
        }

        var place = speech.Times.ToList().IndexOf(wrong);
        var cut = Cut(speech, Restart(speech, wrong.To, at, right.To), right.To);
        return cut with { Times = [.. cut.Times.Select((time, index) => index == place ? TimeRepair.Of(time, right) : time)] };
    }

    /// <summary>"Monday at 10, sorry, 11": a figure alone after an hour is an hour.</summary>
    private static TimeExpression? BareHour(Speech speech, int at, int after)
    {
        var wrong = speech.Times.LastOrDefault(time => time.To <= at);
        var cursor = speech.From(after);
        if (wrong?.Clock is not { } clock || Enumerable.Range(wrong.To, at - wrong.To).Any(between => speech.Tokens[between].IsWord) || !(cursor.TakeDigits(out var hour) || Numbers.TakeSmall(ref cursor, out hour)) || hour is < 1 or > 24 || (!cursor.TakeAny("horas", "hora") && !cursor.AtEnd && cursor.Token.IsWord && !(speech.TimeAt(cursor.At) is { Clock: null, Part: null } day && day.From == cursor.At)))
        {
            return null;
        }

        hour += clock is { Sure: true, Time.Hour: > 12 } && hour < 12 ? 12 : 0;
        return new TimeExpression { From = after, To = cursor.At, Clock = new ClockTime(new NodaTime.LocalTime(hour % 24, 0), hour > 12) };
    }

    /// <summary>"9 to 5, sorry, 9 to 6".</summary>
    private static Speech? Ranged(Speech speech, int at, int after)
    {
        if (!IsRange(speech, after))
        {
            return null;
        }

        for (var before = at - 1; before > 0; before--)
        {
            if (IsRange(speech, before) && before + 2 < at)
            {
                return Cut(speech, before, after);
            }
        }

        return null;
    }

    private static bool IsRange(Speech speech, int at) =>
        at + 2 < speech.Tokens.Count && IsAmount(speech, at) && speech.Tokens[at + 1].Norm is "to" or "till" or "until" or "as" or "a" or "ate" or "-" && IsAmount(speech, at + 2);

    /// <summary>"Com a Carla amanhã às 10, digo, com a Paula": the time between stays.</summary>
    private static Speech Around(Speech speech, int anchor, TimeExpression kept, int at, int after)
    {
        var to = after;
        while (to < speech.Tokens.Count && speech.Tokens[to].IsWord && speech.TimeAt(to) is null)
        {
            to++;
        }

        var time = speech.Whole[speech.Tokens[kept.From].Start..speech.Tokens[at].Start].TrimEnd(' ', ',', '.', '…', '-', '–');
        return Speech.Plain($"{speech.Whole[..speech.Tokens[anchor].Start]}{speech.Raw(after, to)} {time}{speech.Whole[speech.Tokens[to - 1].End..]}", speech.Context);
    }
}
