using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A second thing under the verb of the first: "dentista seg 14h, reunião ter 18h30", "cancela o dentista e o almoço", "me lembra dia 15 do condomínio e dia 20 do seguro".</summary>
internal static class SharedVerb
{
    /// <summary>True where what stands after the joint is another thing for the verb of the clause.</summary>
    public static bool GoesOn(Speech speech, int from, int at, int after, Verb verb, bool listed)
    {
        if (after >= speech.Tokens.Count || Reasons.Follows(speech, at, after))
        {
            return false;
        }

        if (speech.Tokens[after].Norm is "sessao" or "inicio" or "comeco" or "chegada" or "abertura" or "entrada" or "doors" or "kickoff" && after + 1 < speech.Tokens.Count && speech.TimeAt(after + 1) is { HasClock: true, Day: null })
        {
            // "Cinema sábado, sessão das 20h": the hour of the same thing.
            return false;
        }

        return verb switch
        {
            Verb.List => IsPlural(speech, after),
            Verb.None when IsPlural(speech, from) => IsPlural(speech, after),
            Verb.Need when (listed || speech.Tokens[at].Is(",")) && ThingsToDo.IsListed(speech.From(after)) => true,
            Verb.Finish or Verb.Delete or Verb.Cancel or Verb.Snooze or Verb.Change when Elided.IsOf(speech.From(after)) => true,
            Verb.Finish or Verb.Delete or Verb.Cancel when IsSecondThing(speech, from, at, after) => true,
            Verb.Create when NounTable.Table.Find(speech.From(after), out var noun, out _) && noun is { Plural: false, Noun: Noun.Task or Noun.Reminder or Noun.Event } => true,
            _ => Elided.Begins(speech.From(after)) || HasOwnTime(speech, from, at, after, verb),
        };
    }

    private static bool IsPlural(Speech speech, int after)
    {
        var next = speech.From(after);
        next.TakeAny("as", "os", "meu", "meus", "minhas", "my", "the", "also", "tambem");
        next.TakeAny("open", "all");
        return NounTable.Table.Find(next, out var noun, out _) && (noun.Plural || noun.Noun == Noun.Profile);
    }

    /// <summary>"… a revisão e o resumo": both with an article and no "com" before the second, which could be the other person.</summary>
    private static bool IsSecondThing(Speech speech, int from, int at, int after)
    {
        var next = speech.From(after);
        var start = Head.EndOfVerb(speech, from, at);
        if (start < at && IsOccasion(speech, start) && IsOccasion(speech, after) && !speech.Tokens.Skip(start).Take(at - start).Any(token => token.Norm is "com" or "with"))
        {
            return true;
        }

        if ((speech.Tokens[at].Is(",") && !EndsInAnd(speech, after)) || !IsArticle(next.Word) || next.At + 1 >= speech.Tokens.Count || !speech.Tokens[next.At + 1].IsWord || speech.TimeAt(next.At) is not null)
        {
            return false;
        }

        if (start >= at || !IsArticle(speech.Tokens[start].Norm))
        {
            return false;
        }

        for (var word = start; word < at; word++)
        {
            if (speech.Tokens[word].Quoted || speech.Tokens[word].Norm is "com" or "with" or "entre" or "between" or "sobre" or "about" or "for" or "to" || ThingsToDo.IsInfinitive(speech.Tokens[word].Norm))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOccasion(Speech speech, int at)
    {
        var cursor = speech.From(at);
        cursor.TakeAny("o", "a", "the", "my", "meu", "minha");
        cursor = speech.TimeAt(cursor.At) is { } time ? speech.From(time.To) : cursor;
        return NounTable.Table.Find(cursor, out var noun, out _) && noun is { Noun: Noun.Occasion, Plural: false };
    }

    /// <summary>"… a revisão, o resumo e o pôster": without "e" what follows a comma may tell why.</summary>
    private static bool EndsInAnd(Speech speech, int at)
    {
        for (; at < speech.Tokens.Count && !Clauses.EndsSentence(speech, at); at++)
        {
            if (speech.Tokens[at].Norm is "e" or "and" or "&" && at + 1 < speech.Tokens.Count && IsArticle(speech.Tokens[at + 1].Norm))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsArticle(string word) => word is "o" or "a" or "os" or "as" or "the" or "my" or "meu" or "minha";

    private static bool HasOwnTime(Speech speech, int from, int at, int after, Verb verb)
    {
        var before = speech.Times.LastOrDefault(time => time.From >= from && time.To <= at && time.IsPoint);
        if (before is null)
        {
            return false;
        }

        var reminds = verb == Verb.Remind || HasReminder(speech, from, at);
        var end = EndOfPart(speech, after);
        var own = speech.Times.FirstOrDefault(time => time.From >= after && time.To <= end && time is { IsPoint: true });
        if (own is null)
        {
            return false;
        }

        if (own.From == after && own.To >= end && own is { HasClock: true, Recurrence: null } && before is { HasClock: true, Recurrence: null } && reminds)
        {
            return true;
        }

        if (own.From == after && speech.From(own.To).Word is "de" or "do" or "da" or "dos" or "das" or "pra" or "para" or "to" or "about" && reminds)
        {
            return true;
        }

        if (before.To == at && speech.Tokens[after].Norm is "do" or "da" or "dos" or "das" && reminds)
        {
            return true;
        }

        if (before is { HasClock: true } && own.HasClock && !TimesOfThings.IsTold(speech.Tokens, own) && own.From > after + 1 && own.From - after < 5 && before.To == at && (reminds || verb == Verb.Schedule)
            && speech.Tokens[after].Norm is "pra" or "pro" or "para" or "com" or "with" or "for" or "o" or "a" && !(verb == Verb.Schedule && speech.Tokens[after].Norm is "o" or "a") && !ThingsToDo.IsInfinitive(speech.Tokens[after + 1].Norm))
        {
            return true;
        }

        var start = speech.From(own.From == after ? own.To : after);
        start.TakeAny(",", ":");
        start.TakeAny("de", "to", "pra", "para", "tem", "tenho");
        if (ThingsToDo.IsInfinitive(start.Word) || ThingsToDo.Begins(start))
        {
            return before.To == at || own.From == after;
        }

        if (own is { Day: not null, HasClock: true } && own.From == after && before is { HasClock: true } && start.Token.IsWord && start.At < end)
        {
            return true;
        }

        var occasion = start;
        occasion.TakeAny("o", "a", "um", "uma", "the", "an", "my");
        if ((before.To == at || own.From == after) && NounTable.Table.Find(occasion, out var noun, out _) && noun is { Noun: Noun.Occasion or Noun.Event, Plural: false })
        {
            return true;
        }

        return before.To == at && own is { Day: not null } && before is { Day: not null } && own.From > after && own.From - at <= 6 && start.Token.IsWord && (!IsSmall(start.Word) || (verb == Verb.Need && IsArticle(start.Word) && own.To >= end));
    }

    private static bool HasReminder(Speech speech, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Vocabulary.Commands.Of(speech.Tokens[at].Norm) is "lembra" or "lembre" or "lembrar" or "avisa" or "avise" or "remind" or "lembrete" or "reminder")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSmall(string word) => word is "de" or "da" or "do" or "a" or "o" or "as" or "os" or "se" or "que" or "so" or "nao" or "not" or "on" or "at" or "in" or "the";

    private static int EndOfPart(Speech speech, int at)
    {
        while (at < speech.Tokens.Count && !Clauses.EndsSentence(speech, at) && !(Joints.IsPlain(speech.Tokens[at].Norm) && speech.TimeAt(at) is null && !(at > 0 && speech.TimeAt(at - 1) is { } time && time.To == at && speech.Tokens[at].Is(","))))
        {
            at++;
        }

        return at;
    }
}
