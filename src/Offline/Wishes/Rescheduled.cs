using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// "O dentista passou pra sexta às 10, atualiza", "the haircut got pushed to 5pm, please update it": told, and asked to be put right. What
/// "agora é", "is now at" tell needs no such request: it says what is to stand there.
/// </summary>
internal static class Rescheduled
{
    private static readonly PhraseTable<bool> Moved = new((true,
        ["passou|mudou|ficou|foi|vai|virou para|pra|pras|pro", "foi|ficou remarcado|remarcada|adiado|adiada|antecipado|antecipada|transferido|transferida|movido|mudado|mudada para|pra|pras|pro",
         "got|was|has|been|is been? moved|pushed|rescheduled|changed|postponed|shifted|brought forward? back? to", "moved|changed to"]));

    private static readonly PhraseTable<bool> Left = new((true,
        ["passou|mudou|pulou|saiu|foi de|da|do|das", "foi|ficou remarcado|remarcada|adiado|adiada|antecipado|antecipada|transferido|transferida|movido|mudado|mudada de|da|do",
         "got|was|has|been|is been? moved|pushed|rescheduled|changed|postponed|shifted|brought from", "moved|changed|shifted|went from"]));

    private static readonly PhraseTable<bool> Now = new((true,
        ["agora e|vai|fica|passa|sera a? ser? as|na|no|em|pra|para?", "passa|passou a ser as|na|no|em|pra|para?", "vai|passa a? ser agora as|na|no|em?",
            "is|are|starts|will now be? at|on|from|in?", "now starts|is|will be? at|on|in?"]));

    private static readonly PhraseTable<bool> Lasts = new((true, ["agora? passa|vai a? durar|ter agora?", "agora dura|tem|vai|leva durar|ter?",
        "now lasts|takes|runs for?", "is|will|lasts now be? only|just?"]));

    private static readonly PhraseTable<bool> Elsewhere = new((true,
        ["mudou|trocou|muda de lugar|local|endereco|sala", "has? moved|changed places|place|venue|location|rooms|room"]));

    private static readonly PhraseTable<bool> Asked = new((true,
        ["atualiza|atualize|atualizar|ajusta|ajuste|ajustar|corrige|corrija|corrigir|arruma|arrume|muda|mude|altera|altere|anota|anote ai|la|isso|na|no?", "update|fix|change|adjust|correct it|that|the|my?"]));

    public static Outcome? Read(Wish wish)
    {
        if (wish.Verb != Verb.None || wish.Asks || wish.Noun is not (Noun.None or Noun.Occasion or Noun.Event))
        {
            return null;
        }

        for (var at = wish.Head.Start + 1; at < wish.End; at++)
        {
            if ((IsOwn(wish) ? Said(wish, at) : null) is { } told)
            {
                return told;
            }

            if (Left.Find(wish.At(at), out _, out var left) && MovedOn(wish, left) is { } on && Follows(wish.Speech, on.To))
            {
                return Update(wish, at).With("start", Resolve.Moment(on, wish.Context)?.Moment).Unless("event");
            }

            if (!Moved.Find(wish.At(at), out _, out var end))
            {
                continue;
            }

            var time = TimeAfter(wish, at, end);
            return time is not null && Follows(wish.Speech, time.To) ? Update(wish, at).With("start", Resolve.Moment(time, wish.Context)?.Moment).Unless("event") : null;
        }

        return null;
    }

    /// <summary>An event by its kind, or a thing with its article: "a aula de violão", "my lunch".</summary>
    private static bool IsOwn(Wish wish) => wish.Noun is Noun.Occasion or Noun.Event;

    private static Outcome? Said(Wish wish, int at)
    {
        if (Lasts.Find(wish.At(at), out _, out var measured) && wish.At(measured) is var length && Span.Take(ref length, out var span) && span is { IsClockTime: true, Minutes: > 0 })
        {
            return Update(wish, at).With("minutes", span.Minutes).Unless("event");
        }

        if (Elsewhere.Find(wish.At(at), out _, out var from))
        {
            for (var place = from; place < wish.End; place++)
            {
                if (Now.Find(wish.At(place), out _, out var start))
                {
                    return Placed(wish, at, start);
                }
            }

            return null;
        }

        if (!Now.Find(wish.At(at), out _, out var end))
        {
            return null;
        }

        return TimeAfter(wish, at, end) is { } time ? Update(wish, at).With("start", Resolve.Moment(time, wish.Context)?.Moment).Unless("event")
            : wish.Speech.Tokens[end - 1].Norm is "no" or "na" or "em" or "at" or "in" && !wish.Speech.Times.Any(found => found.From >= at && found.To <= wish.End) ? Placed(wish, at, end) : null;
    }

    private static Outcome Placed(Wish wish, int at, int from) => Update(wish, at).With("location", Words.Target(wish.Text(from))).Unless("event");

    /// <summary>"A reunião virou online e passou pra quinta": the name ends where the telling begins.</summary>
    private static int EndOfName(Wish wish, int limit)
    {
        for (var at = wish.Head.Start + 1; at < limit; at++)
        {
            if (wish.Speech.Tokens[at].Norm is "virou" or "ficou" or "mudou" or "passou" or "foi" or "was" or "got" or "has" or "became")
            {
                return at;
            }
        }

        return limit;
    }

    private static Call Update(Wish wish, int to) => Call.To("calendar_update_event").With("event", Words.Target(wish.TitleTo(wish.Head.Start, EndOfName(wish, to))));

    private static TimeExpression? TimeAfter(Wish wish, int at, int end) =>
        First(wish, at, end) is { } time ? time is { Day: null, Counted: null } && wish.Speech.Times.FirstOrDefault(other => other.From >= wish.From && other.To <= wish.To && other is { Day: not null, LastDay: null }) is { } known
            ? TimeJoin.Of(known with { Clock = null, EndClock = null, Part = null }, time) ?? time : time : null;

    /// <summary>"Is now at 1:30 instead of noon on Thursday": the first time is the new one, its day may stand elsewhere.</summary>
    private static TimeExpression? First(Wish wish, int at, int end) =>
        wish.Speech.Times.FirstOrDefault(found => found.To > end && found.From <= end && found is { IsPoint: true, Now: false, Recurrence: null }) ?? wish.Speech.Times.FirstOrDefault(found => found.From >= at && found.From <= end && found is { IsPoint: true, Now: false, Recurrence: null });

    /// <summary>"De sexta às 10 pra segunda às 15h30": the second of the two is the new one.</summary>
    private static TimeExpression? MovedOn(Wish wish, int at)
    {
        var old = wish.Speech.TimeAt(at);
        return old is { LastDay: { } last, EndClock: { } clock } ? old with { Day = last.PlusDays(-7) >= wish.Context.Today && IsOfWeekdays(wish.Speech, old) ? last.PlusDays(-7) : last, LastDay = null, Clock = clock, EndClock = null, Loose = null }
            : old is null ? null
            : wish.Speech.Times.FirstOrDefault(time => time.From >= old.To && time.From <= old.To + 1 && time.IsPoint && (IsTo(wish.Speech, time.From) || IsTo(wish.Speech, time.From - 1)));
    }

    /// <summary>"From Tuesday to Thursday": read as a stretch, the second may have been put into the week after next.</summary>
    private static bool IsOfWeekdays(Speech speech, TimeExpression time)
    {
        for (var at = time.From; at < time.To; at++)
        {
            var cursor = speech.From(at);
            if (IsTo(speech, at - 1) && at > time.From + 1 && Dates.Calendar.WeekdayNames.Take(ref cursor, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTo(Speech speech, int at) => speech.Tokens[at].Norm is "para" or "pra" or "pro" or "pras" or "pros" or "to" or "p" or "until" or "till" or "ate";

    private static bool Follows(Speech speech, int from)
    {
        for (var at = from; at < speech.Tokens.Count; at++)
        {
            if (Asked.Find(speech.From(at), out _, out _))
            {
                return true;
            }
        }

        return false;
    }
}
