using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A part of a message that holds one wish. First: it opens its sentence. Goes on: it has the verb of the one before.</summary>
internal readonly record struct Clause(int From, int To, bool First, bool GoesOn = false);

/// <summary>
/// Cuts a message into wishes: at the ends of sentences, and at "e", "and" or a comma before another wish.
/// What is dictated (a note, something for the inbox) runs to the end of the message.
/// </summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(["dr", "dra", "sr", "sra", "av", "mr", "mrs", "ms", "prof", "st", "no"]);
    private static readonly FrozenSet<string> Joints = FrozenSet.ToFrozenSet(["e", "and", ",", "mas", "but", "+", "&"]);

    private static readonly PhraseTable<bool> Questions = new((true,
        ["o que|oque", "quais", "qual", "quanto|quanta|quantos|quantas", "como", "quando", "what s|is|do|are|does?", "how", "when", "which", "por que"]));

    public static IEnumerable<Clause> Of(Speech speech)
    {
        var from = 0;
        var (first, goesOn) = (true, false);
        for (var at = 0; at < speech.Tokens.Count; at++)
        {
            if (at == from && Head.VerbAt(speech, at, speech.Tokens.Count) is Verb.Note or Verb.Capture)
            {
                var next = AfterDictation(speech, at);
                if (next < 0)
                {
                    break;
                }

                yield return new Clause(from, next, first);
                (from, first, goesOn, at) = (next + 1, false, false, next);
                continue;
            }

            if (speech.TimeAt(at) is not null || speech.Tokens[at].Quoted)
            {
                continue;
            }

            var ends = EndsSentence(speech, at);
            var joins = ends ? Joint.None : JoinAt(speech, from, at);
            if (at > from && (ends || joins != Joint.None))
            {
                yield return new Clause(from, ends ? at + 1 : at, first, goesOn);
                (from, first, goesOn) = (at + 1, ends, joins == Joint.GoesOn);
            }
            else if (at == from && ends)
            {
                (from, first, goesOn) = (at + 1, true, false);
            }
        }

        if (from < speech.Tokens.Count)
        {
            yield return new Clause(from, speech.Tokens.Count, first, goesOn);
        }
    }

    private enum Joint { None, NewWish, GoesOn }

    /// <summary>A dictation ends only where the person plainly speaks to the assistant again: "… e me lembra de", "… and show me".</summary>
    private static int AfterDictation(Speech speech, int from)
    {
        for (var at = from + 2; at < speech.Tokens.Count - 2; at++)
        {
            if (speech.Tokens[at].Norm is not ("e" or "and" or ",") || speech.Tokens[at].Quoted)
            {
                continue;
            }

            var cursor = speech.From(at + 1);
            while (cursor.TakeAny("depois", "tambem", "ai", "then", "also", "ja", "e", "and"))
            {
            }

            if (cursor.Word is "marca" or "agenda" or "schedule" or "book" && speech.Times.Any(time => time.From > cursor.At && time.HasClock))
            {
                return at;
            }

            if ((cursor.Word is "me" && cursor.Peek(1) is "lembra" or "lembre" or "avisa" or "avise" or "mostra" or "acorda") || (cursor.Word is "remind" or "show" && cursor.Peek(1) is "me"))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool EndsSentence(Speech speech, int at)
    {
        var token = speech.Tokens[at];
        return token.Norm switch
        {
            "?" or "!" or ";" or "\n" => true,
            ":" => at > 0 && speech.Tokens[at - 1].Norm is "coisas" or "things" or "favores" or "pedidos" or "lembretes" or "favors",
            "." => !(at > 0 && Abbreviations.Contains(speech.Tokens[at - 1].Norm))
                && (at + 1 == speech.Tokens.Count || !token.Touches(speech.Tokens[at + 1])),
            _ => false,
        };
    }

    private static Joint JoinAt(Speech speech, int from, int at)
    {
        if (!Joints.Contains(speech.Tokens[at].Norm))
        {
            return Joint.None;
        }

        if (OnlyTime(speech, from, at))
        {
            // "On the 1st of every month at 9, nudge me": the time belongs to what follows.
            return Joint.None;
        }

        var cursor = speech.From(at + 1);
        var asked = false;
        while (!StartsWish(speech, cursor) && !(asked && VerbTable.Table.Find(cursor, out _, out _)))
        {
            asked |= cursor.Word is "pode" or "podes" or "poderia" or "consegue" or "bora" or "vamos" or "quero" or "queria";
            if (!Politeness.Skip(ref cursor) && !SkipTime(speech, ref cursor))
            {
                return GoesOn(speech, from, at) ? Joint.GoesOn : Joint.None;
            }
        }

        return Joint.NewWish;
    }

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

    private static readonly PhraseTable<bool> Facts = new((true,
        ["new goal", "nova|novo meta|objetivo", "meta nova", "minha meta e", "my goal is", "meu expediente|horario", "o? meu nome e", "my name is|s", "my work hours", "i work from", "trabalho das"]));

    private static bool StartsWish(Speech speech, Cursor cursor) =>
        (VerbTable.Table.Find(cursor, out var hit, out _) && hit.Splits && !IsNoun(cursor))
        || (Handling.Find(speech, cursor, out _, out _) && !(cursor.Word is "make" && speech.From(0).Has("inbox")))
        || Facts.Find(cursor, out _, out _)
        || (ThingsToDo.IsDone(cursor.Word) && speech.Tokens.Take(cursor.At).Any(token => token.Norm is "ja" or "already"))
        || (Questions.Find(cursor, out _, out _) && AsksUntilEnd(speech, cursor.At) && cursor.Previous.Norm is not ("ver" or "saber" or "perguntar" or "see" or "know" or "ask"))
        || (FixedWishes.Begins(cursor) && cursor.Word is not ("o" or "status" or "history" or "hoje" or "today"));

    private static bool AsksUntilEnd(Speech speech, int at)
    {
        for (; at < speech.Tokens.Count; at++)
        {
            if (EndsSentence(speech, at))
            {
                return speech.Tokens[at].Is("?");
            }
        }

        return false;
    }

    /// <summary>
    /// "Dentista seg 14h, reunião ter 18h30": what follows has a time of its own, and what went before is complete with one.
    /// "Comprar isopor hoje e estudar pra prova domingo": the same with another thing to do.
    /// </summary>
    private static bool GoesOn(Speech speech, int from, int at)
    {
        var next = speech.From(at + 1);
        next.TakeAny("as", "os", "meus", "minhas", "my", "the", "also", "tambem");
        next.TakeAny("open", "all");
        if (NounTable.Table.Find(next, out var noun, out _) && noun.Plural && Head.VerbAt(speech, from, at) == Verb.List)
        {
            return true;
        }

        if (speech.Tokens[at].Is(",") && ThingsToDo.Begins(next) && Head.VerbAt(speech, from, at) == Verb.Need)
        {
            return true;
        }

        var before = speech.Times.LastOrDefault(time => time.From >= from && time.To <= at && time.IsPoint);
        if (before is null || at + 1 >= speech.Tokens.Count)
        {
            return false;
        }

        var end = EndOfPart(speech, at + 1);
        var own = speech.Times.FirstOrDefault(time => time.From > at && time.To <= end && time is { IsPoint: true });
        if (own is null)
        {
            return false;
        }

        if (own.From == at + 1 && speech.From(own.To).Word is "de" or "pra" or "para" or "to" && HasReminder(speech, from, at))
        {
            return true;
        }

        var start = speech.From(own.From == at + 1 ? own.To : at + 1);
        start.TakeAny("de", "to", "pra", "para");
        if (ThingsToDo.IsInfinitive(start.Word) || ThingsToDo.Begins(start))
        {
            return before.To == at || own.From == at + 1;
        }

        if (before.To == at && own.From > at + 1 && NounTable.Table.Find(next, out var occasion, out _) && occasion is { Noun: Noun.Occasion or Noun.Event, Plural: false })
        {
            return true;
        }

        return before.To == at && own is { Day: not null } && before is { Day: not null } && own.From > at + 1 && own.From - at <= 6 && start.Token.IsWord && !IsSmall(start.Word);
    }

    private static bool HasReminder(Speech speech, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (speech.Tokens[at].Norm is "lembra" or "lembre" or "lembrar" or "avisa" or "avise" or "remind" or "lembrete" or "reminder")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSmall(string word) => word is "de" or "da" or "do" or "a" or "o" or "as" or "os" or "se" or "que" or "so" or "nao" or "not" or "on" or "at" or "in" or "the";

    private static int EndOfPart(Speech speech, int at)
    {
        while (at < speech.Tokens.Count && !EndsSentence(speech, at) && !(Joints.Contains(speech.Tokens[at].Norm) && speech.TimeAt(at) is null))
        {
            at++;
        }

        return at;
    }

    private static bool SkipTime(Speech speech, ref Cursor cursor)
    {
        if (speech.TimeAt(cursor.At) is not { } time)
        {
            return false;
        }

        cursor = speech.From(time.To);
        return true;
    }

    /// <summary>"A agenda da semana", "o marca-texto": after an article it is a thing, not a command.</summary>
    private static bool IsNoun(Cursor cursor) => cursor.Previous.Norm is "o" or "a" or "os" or "as" or "the" or "um" or "uma" or "minha" or "meu" or "my";
}
