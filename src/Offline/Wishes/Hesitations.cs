using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// Pauses of somebody who thinks while speaking: "me lembra... ah, de buscar a roupa", "remind me to, uh, stretch". They end no sentence.
/// Laughter does, before a command: "não sei onde estou com a cabeça kkk me lembra…".
/// </summary>
internal static class Hesitations
{
    private const int Most = 6;

    private static readonly FrozenSet<string> Fillers = FrozenSet.ToFrozenSet(["ah", "eh", "hum", "hmm", "hm", "uh", "um", "uhm", "umm", "er", "erm", "ahn", "an", "bom", "like", "tipo", "assim"]);
    private static readonly FrozenSet<string> Sounds = FrozenSet.ToFrozenSet(["hum", "hmm", "hm", "uh", "uhm", "umm", "erm", "ahn", "ah", "um"]);
    private static readonly PhraseTable<bool> Pauses = new((true, ["you know", "like", "i guess", "i suppose", "let s see", "what s it called", "sabe", "tipo assim?", "digamos", "como e que eu? diz|digo", "vamos ver"]));

    private static readonly FrozenSet<string> Leaning = FrozenSet.ToFrozenSet(
        ["de", "do", "da", "dos", "das", "com", "pra", "pro", "para", "no", "na", "em", "to", "with", "for", "about", "of", "at", "on", "as"]);

    private static readonly FrozenSet<string> Correcting = FrozenSet.ToFrozenSet(
        ["pera", "perai", "espera", "nao", "digo", "ops", "opa", "putz", "alias", "melhor", "desculpa", "errei", "minto", "wait", "no", "sorry", "oops", "actually"]);

    public static Speech Apply(Speech speech)
    {
        for (var round = 0; round < Most && Once(speech) is { } smoother; round++)
        {
            speech = smoother;
        }

        return speech;
    }

    private static Speech? Once(Speech speech)
    {
        for (var at = 1; at < speech.Tokens.Count - 1; at++)
        {
            if (speech.Tokens[at].Quoted)
            {
                continue;
            }

            if (speech.Tokens[at].Is(",") && Pauses.Find(speech.From(at + 1), out _, out var paused) && paused < speech.Tokens.Count - 1 && speech.Tokens[paused].Is(","))
            {
                return Replace(speech, at, paused + 1, " ");
            }

            if (IsUm(speech, at))
            {
                var rest = at + (speech.Tokens[at + 1].Norm is "like" or "," && at + 2 < speech.Tokens.Count ? 2 : 1);
                return Replace(speech, at, rest, " ");
            }

            if (IsLaughter(speech.Tokens[at].Norm) && speech.Tokens[at - 1].IsWord && WishStarts.At(speech, at + 1, at + 1))
            {
                return Replace(speech, at, at + 1, "! ");
            }

            if (speech.Tokens[at].Is(",") && at + 2 < speech.Tokens.Count && Sounds.Contains(speech.Tokens[at + 1].Norm) && speech.Tokens[at + 2].Norm is "," or ".")
            {
                return Replace(speech, at, PastDots(speech, at + 2), " ");
            }

            var after = PastDots(speech, at);
            if ((after - at > 1 || speech.Tokens[at].Is("…")) && !Correcting.Contains(speech.Tokens[at - 1].Norm) && Next(speech, after) is { } next)
            {
                return Replace(speech, at, next, " ");
            }
        }

        return null;
    }

    private static bool IsLaughter(string word) => word is "rs" or "rsrs" or "rsrsrs" or "haha" or "hahaha" or "hehe" or "lol" || (word.Length > 2 && word.All('k'.Equals));

    /// <summary>"I need to um drop off the car": in Portuguese it is an article, so that an English word must lead to it.</summary>
    private static bool IsUm(Speech speech, int at) =>
        (speech.Tokens[at].Norm is "like" && speech.Tokens[at - 1].Norm is "at" or "around" or "by" or "in" && (speech.TimeAt(at + 1) is not null || speech.Tokens[at + 1].IsNumber))
        || speech.TimeAt(at) is null && (speech.Tokens[at].Norm is "uh" or "uhm" or "umm" or "erm" or "hmm"
            || (speech.Tokens[at].Norm is "um" or "er" && speech.Tokens[at - 1].Norm is "to" or "the" or "my" or "at" or "for" or "and" or "i" or "you" or "please" or "with" && speech.Tokens[at + 1].IsWord && speech.From(0).Has("to", "the", "my", "me", "i")));

    private static int PastDots(Speech speech, int at)
    {
        while (at < speech.Tokens.Count && speech.Tokens[at].Norm is "." or "…" or ",")
        {
            at++;
        }

        return at;
    }

    /// <summary>Where the sentence that was paused in goes on; null where another one begins.</summary>
    private static int? Next(Speech speech, int at)
    {
        var cursor = speech.From(at);
        while (!cursor.AtEnd && speech.TimeAt(cursor.At) is null && (Fillers.Contains(cursor.Word) || (cursor.Word is "e" or "and" && cursor.Peek(1) is "." or "…") || cursor.Word is "," or "." or "…"))
        {
            cursor.Skip();
        }

        if (cursor.TakeAll("deixa", "eu", "ver") || cursor.TakeAll("deixa", "eu", "pensar") || cursor.TakeAll("let", "me", "see") || cursor.TakeAll("let", "me", "think"))
        {
            return Next(speech, cursor.At);
        }

        if (cursor.AtEnd)
        {
            return null;
        }

        if (speech.TimeAt(cursor.At) is { } time)
        {
            return time.From == cursor.At && (time.To >= speech.Tokens.Count || Leaning.Contains(speech.Tokens[time.To].Norm) || speech.Tokens[time.To].Norm is "." or "…" or "!") ? cursor.At : null;
        }

        return Leaning.Contains(cursor.Word) && !WishStarts.At(speech, cursor.At, cursor.At) || AfterCommand(speech, at, cursor) ? cursor.At : null;
    }

    /// <summary>"Põe aí pra mim... reunião...": nothing but a command has been said so far.</summary>
    private static bool AfterCommand(Speech speech, int at, Cursor next)
    {
        var end = at;
        while (end > 0 && !speech.Tokens[end - 1].IsWord)
        {
            end--;
        }

        var head = Head.Read(speech, new Clause(0, end, true));
        var last = end > 0 ? speech.Tokens[end - 1].Norm : "";
        var open = (head.Verb != Verb.None && speech.From(head.AfterVerb, end).AtEnd) || (head.Noun.Noun is Noun.Task or Noun.Reminder or Noun.Note && head.Body >= end)
            || Leaning.Contains(last) || last is "o" or "a" or "um" or "uma" or "the" or "my" || (end > 1 && ThingsToDo.IsInfinitive(last) && (head.Verb != Verb.None || head.Noun.Noun == Noun.Task));
        return open && next.Token.IsWord && !WishStarts.At(speech, next.At, next.At) && next.Word is not ("nao" or "no" or "esquece" or "deixa" or "never");
    }

    private static Speech Replace(Speech speech, int from, int to, string with) =>
        Speech.Plain(speech.Whole[..speech.Tokens[from].Start].TrimEnd() + with + speech.Whole[speech.Tokens[to].Start..], speech.Context);
}
