namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>One of the things that a claim is about.</summary>
/// <param name="Things">It, or also where it was put.</param>
/// <param name="Count">How many.</param>
internal readonly record struct Target(Things Things, int Count);

/// <summary>Finds what a claim is about in the words around its verb.</summary>
internal static class Objects
{
    private static readonly HashSet<string> Into = Speech.Set("na no nas nos a as ao to in on into");
    private static readonly HashSet<string> Between = Speech.Set(
        "o a os as um uma the an your my seu sua seus suas meu minha esse essa este esta this that nova novo novas novos new another outro outra tambem also os both todas todos all mais more de da do of "
        + "suas minhas");

    /// <summary>What consists of words: "trimmed the email" may be said of a draft.</summary>
    private const Things Wordy = Things.Mail | Things.Note | Things.File | Things.Memory;

    private static readonly HashSet<string> Recurring = Speech.Set("diario diarios diaria diarias semanal semanais mensal mensais todo toda todos cada recorrente recorrentes daily weekly monthly every each recurring");

    /// <summary>What stands in a stretch of words: the first thing, and those joined to it by "and". One without thing where there is none.</summary>
    public static List<Target> In(Speech speech, int from, int to, bool containers, bool plurals)
    {
        var targets = new List<Target>();
        var container = Things.None;
        var head = -1;
        for (var at = from; at < to; at++)
        {
            var thing = speech.Word(at).Thing;
            if (thing == Things.None)
            {
                continue;
            }

            if (containers && IsContainer(speech, from, at))
            {
                container |= thing;
            }
            else if (head < 0)
            {
                head = at;
                targets.Add(new Target(thing, Count(speech, from, to, at, plurals)));
            }
            else if (IsJoined(speech, head, at))
            {
                head = at;
                targets.Add(new Target(thing, Count(speech, from, to, at, plurals)));
            }
        }

        return targets.Count == 0
            ? [new Target(container, Number(speech, from, to))]
            : [.. targets.Select(target => target with { Things = target.Things | container })];
    }

    /// <summary>Whether the thing stands right behind the verb, with at most one word that is none of ours between, and is not taken "as" something.</summary>
    private static bool IsDirect(Speech speech, int verb)
    {
        var strange = 0;
        var at = verb + 1;
        while (!speech.IsSign(at) && speech.Word(at).Thing == Things.None)
        {
            strange += Between.Contains(speech.Text(at)) && speech.Text(at) is not ("de" or "da" or "do" or "of") || Lexicon.Number(speech.Text(at)) > 0 ? 0 : speech.Word(at).Form == Form.None && !Linking.Contains(speech.Text(at)) ? 1 : 2;
            at++;
        }

        return strange < 2 && speech.Word(at).Thing != Things.None && speech.Text(at + 1) is not ("as" or "como" or "might" or "may" or "would" or "could" or "text" or "without" or "was" or "is");
    }

    private static readonly HashSet<string> Linking = Speech.Set("de da do of com with em in on no na para for to about sobre por by at through from que that how");

    /// <summary>What a verb is about: a target, or what its pronoun stands for; null where it needs a thing and has none.</summary>
    public static Target? Meant(Speech speech, int verb, int to, Word word, Target target)
    {
        if (word.Has(Trait.Guessed) && target.Things != Things.None)
        {
            return ((target.Things & Wordy) == 0 || Elided.HasRecipient(speech, verb, to)) && target.Things != Things.Beyond && IsDirect(speech, verb) && speech.Last != ":" ? target : null;
        }

        if (!word.Has(Trait.NeedsThing) || target.Things != Things.None)
        {
            return target;
        }

        if (Occupied(speech, verb, to, word))
        {
            return target with { Things = Things.Event | Things.Reminder };
        }

        if (Elided.Of(speech, verb) is { } meant)
        {
            return meant;
        }

        var reaches = Elided.IsAll(speech, verb, word) || Meanings.NamesDetail(speech, verb, to) || Elided.NamesList(speech, verb, to) || ((word.Kinds & Kinds.Send) != 0 && Elided.HasRecipient(speech, verb, to));
        return reaches ? target : null;
    }

    /// <summary>"Pushed the sync back", "clearing your Friday afternoon": an occasion, or a stretch of the person's time, right behind the verb.</summary>
    private static bool Occupied(Speech speech, int verb, int to, Word word)
    {
        if (word.Has(Trait.Guessed) || word.Has(Trait.Light) || word.Has(Trait.Keeps) || (word.Kinds & (Kinds.Create | Kinds.Change | Kinds.Remove)) == 0 || !speech.IsSign(verb + 1) && speech.Text(verb + 1) is not ("o" or "a" or "os" or "as" or "the" or "your" or "sua" or "seu" or "suas" or "seus"))
        {
            return false;
        }

        for (var at = verb + 2; at < Math.Min(to, verb + 4); at++)
        {
            if (speech.Word(at).Has(Trait.Occasion))
            {
                return States.TimeWithin(speech, at, 6) || word.Kinds == Kinds.Change || word.Kinds == Kinds.Remove;
            }

            if (word.Kinds == Kinds.Remove && Spans.Contains(speech.Text(at)))
            {
                return true;
            }
        }

        return false;
    }

    public static readonly HashSet<string> Spans = Speech.Set(
        "afternoon morning evening day schedule week weekend night tarde manha noite dia semana sexta segunda terca quarta quinta sabado domingo friday monday tuesday wednesday thursday saturday sunday");

    /// <summary>"na agenda", "to your tasks": where it was put.</summary>
    private static bool IsContainer(Speech speech, int from, int at)
    {
        for (var before = at - 1; before >= from && before > at - 4; before--)
        {
            var text = speech.Text(before);
            if (Into.Contains(text) && (text is not ("a" or "as") || before > from + 1))
            {
                return text is not ("a" or "as") || speech.Text(before + 1) is "sua" or "suas" or "lista" || before == at - 1 && before > from + 2;
            }

            if (!Between.Contains(text) && text is not ("lista" or "list"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether only "and", a number and small words stand between: "a tarefa e o lembrete".</summary>
    private static bool IsJoined(Speech speech, int head, int at)
    {
        var joined = false;
        for (var between = head + 1; between < at; between++)
        {
            var text = speech.Text(between);
            joined |= text is "e" or "and" or "," or "plus" or "mais";
            if (text is "de" or "da" or "do" or "of" || (text is not ("e" or "and" or "," or "plus") && !Between.Contains(text) && Lexicon.Number(text) == 0 && text != "\"" && joined))
            {
                return false;
            }
        }

        return joined;
    }

    private static int Count(Speech speech, int from, int to, int at, bool plurals)
    {
        for (var before = at - 1; before >= from && before >= at - 3; before--)
        {
            if (Lexicon.Number(speech.Text(before)) is > 0 and var number && (speech.Word(at).Has(Trait.Plural) || number == 2))
            {
                return number;
            }

            if (!Between.Contains(speech.Text(before)))
            {
                break;
            }
        }

        return plurals && speech.Word(at).Has(Trait.Plural) && speech.Find(from, to, Recurring) is var every && (every < 0 || every < at) ? 2 : 1;
    }

    /// <summary>"as duas", "both": a number that stands for the things.</summary>
    private static int Number(Speech speech, int from, int to)
    {
        for (var at = from; at < Math.Min(to, from + 3); at++)
        {
            if (speech.Text(at) is "duas" or "dois" or "tres" or "ambas" or "ambos" or "both")
            {
                return Lexicon.Number(speech.Text(at));
            }
        }

        return 1;
    }
}
