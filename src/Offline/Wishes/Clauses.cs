using System.Collections.Frozen;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A part of a message that holds one wish. First: it opens its sentence. Goes on: it has the verb of the one before.</summary>
internal readonly record struct Clause(int From, int To, bool First, bool GoesOn = false);

/// <summary>
/// Cuts a message into wishes: at the ends of sentences, and at "e", "and", a comma or "depois" before another wish.
/// What is dictated (a note, something for the inbox) runs on until the person plainly speaks to the assistant again.
/// </summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(["dr", "dra", "sr", "sra", "av", "mr", "mrs", "ms", "prof", "st", "no", "r", "al", "sta", "sto", "eng", "apto"]);

    public static IEnumerable<Clause> Of(Speech speech)
    {
        var from = Opening(speech, 0);
        var (first, goesOn) = (true, false);
        var verb = Verb.None;
        for (var at = from; at < speech.Tokens.Count; at++)
        {
            if (at == from && Dictation.StartsAt(speech, at))
            {
                var end = Dictation.End(speech, at, out var next);
                yield return new Clause(from, end, first);
                (from, first, goesOn, at) = (next, false, false, next - 1);
                continue;
            }

            if (speech.Tokens[at].Quoted || (speech.TimeAt(at) is { } time && !(time.Now && time.From == at)))
            {
                continue;
            }

            if (EndsSentence(speech, at))
            {
                if (at > from)
                {
                    yield return new Clause(from, at + 1, first, goesOn);
                }

                from = Opening(speech, at + 1);
                (first, goesOn, at) = (true, false, from - 1);
            }
            else if (at > from && Juxtaposed.At(speech, from, at))
            {
                yield return new Clause(from, at, first, goesOn);
                (from, first, goesOn) = (at, false, false);
            }
            else if (at > from && JoinAt(speech, from, at, verb = VerbOf(speech, from, at, goesOn ? verb : Verb.None), goesOn, out var after) is var joint and not Joint.None)
            {
                yield return new Clause(from, at, first, goesOn);
                (from, first, goesOn, at) = (after, false, joint == Joint.GoesOn, after - 1);
            }
        }

        if (from < speech.Tokens.Count)
        {
            yield return new Clause(from, speech.Tokens.Count, first, goesOn);
        }
    }

    private enum Joint { None, NewWish, GoesOn }

    public static bool EndsSentence(Speech speech, int at)
    {
        var token = speech.Tokens[at];
        return token.Norm switch
        {
            "?" or "!" or ";" or "\n" => true,
            ":" => at > 0 && speech.Tokens[at - 1].Norm is "coisas" or "things" or "favores" or "pedidos" or "lembretes" or "favors" or "favours" or "requests" or "seguinte" || Calls(speech, at),
            "." => !(at > 0 && Abbreviations.Contains(speech.Tokens[at - 1].Norm))
                && (at + 1 == speech.Tokens.Count || !token.Touches(speech.Tokens[at + 1])),
            _ => false,
        };
    }

    /// <summary>"Tô com a massa na mão: daqui a 40 minutos me avisa…": chat, and then a plain command.</summary>
    private static bool Calls(Speech speech, int colon)
    {
        var next = colon + 1 < speech.Tokens.Count && speech.TimeAt(colon + 1) is { } time ? time.To : colon + 1;
        if (colon < 4 || next >= speech.Tokens.Count || !VerbTable.Table.Find(speech.From(next), out var called, out _) || called is not { Verb: Verb.Remind, Splits: true })
        {
            return false;
        }

        var words = colon;
        while (words > 0 && speech.Tokens[words - 1].Norm is not ("." or "!" or "?" or ";" or "\n" or ":"))
        {
            words--;
        }

        return colon - words > 3 && !Enumerable.Range(words, colon - words).Any(at => VerbTable.Table.Find(speech.From(at), out var verb, out _) && verb.Splits);
    }

    /// <summary>Past "primeiro", "e depois", "oh and" at the beginning of a sentence, where a wish follows them.</summary>
    private static int Opening(Speech speech, int at)
    {
        while (at < speech.Tokens.Count && speech.Tokens[at].Norm is "-" or "•" or "*" or "–" or "—")
        {
            at++;
        }

        var past = at < speech.Tokens.Count ? Joints.Past(speech, at) : at;
        return past > at && past < speech.Tokens.Count && WishStarts.At(speech, past, past) ? past : at;
    }

    private static Joint JoinAt(Speech speech, int from, int at, Verb verb, bool listed, out int after)
    {
        after = Joints.End(speech, at);
        if (after < 0 || after >= speech.Tokens.Count || (!listed && OnlyTime(speech, from, at)) || Reasons.GoOn(speech, from, at, after))
        {
            // "On the 1st of every month at 9, nudge me": the time belongs to what follows.
            return Joint.None;
        }

        return WishStarts.At(speech, from, after) ? Joint.NewWish : SharedVerb.GoesOn(speech, from, at, after, verb, listed) ? Joint.GoesOn : Joint.None;
    }

    private static Verb VerbOf(Speech speech, int from, int at, Verb inherited) => inherited != Verb.Need && Joints.IsPlain(speech.Tokens[at].Norm) && Head.VerbAt(speech, from, at) is var own and not Verb.None ? own : inherited;

    private static bool OnlyTime(Speech speech, int from, int at)
    {
        for (; from < at; from++)
        {
            if (speech.Tokens[from].IsWord && speech.TimeAt(from) is null)
            {
                return false;
            }
        }

        return true;
    }
}
