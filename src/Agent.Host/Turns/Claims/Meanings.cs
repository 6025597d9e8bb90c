namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>What a verb means with the words around it.</summary>
internal static class Meanings
{
    private static readonly HashSet<string> Done = Speech.Set("done complete completed feito feita feitas feitos concluida concluido concluidas concluidos finalizada finalizado completa finished paga pago pagas pagos paid resolvida resolvido handled closed");
    private static readonly HashSet<string> You = Speech.Set("te lhe voce you");
    private static readonly HashSet<string> That = Speech.Set("isso isto it that tudo everything this all");
    private static readonly HashSet<string> Ideas = Speech.Set("ideias opcoes sugestoes ideas options suggestions dicas tips");
    private static readonly HashSet<string> Access = Speech.Set("acesso access");
    private static readonly HashSet<string> Away = Speech.Set("off out down");
    private static readonly HashSet<string> Up = Speech.Set("up");
    private static readonly HashSet<string> As = Speech.Set("como as off");
    private static readonly HashSet<string> Off = Speech.Set("off");
    private static readonly HashSet<string> HereInTheText = Speech.Set("acima abaixo above below");

    /// <summary>What "I" did or will do.</summary>
    public static Kinds Kinds(Speech speech, int verb, int to, ref Word word, Manner manner)
    {
        if (speech.Text(verb) is "dei" or "darei" or "dar")
        {
            return speech.Text(verb + 1) == "baixa" ? Claims.Kinds.Complete : speech.Find(verb, to, Access) >= 0 ? Claims.Kinds.Send | Claims.Kinds.Change : Claims.Kinds.None;
        }

        if (speech.Text(verb) is "deixei" or "deixamos")
        {
            return speech.Text(verb + 1) is "um" or "uma" or "dois" or "duas" or "tres" && speech.Word(verb + 2).Thing is not (Things.None or Things.Beyond) ? Claims.Kinds.Create : Claims.Kinds.None;
        }

        if (speech.Text(verb) is "gave" or "give" or "given" or "giving")
        {
            return speech.Find(verb, to, Access) >= 0 ? Claims.Kinds.Send | Claims.Kinds.Change : Claims.Kinds.None;
        }

        if (speech.Text(verb) == "took" && speech.Find(verb, to, Away) < 0)
        {
            return Claims.Kinds.None;
        }

        if (speech.Text(verb) is "added" or "add" or "adding" && speech.Find(verb, Math.Min(to, verb + 5), Up) >= 0)
        {
            return Claims.Kinds.None;
        }

        if (speech.Text(verb) is "checked" or "check" or "checking" && speech.Find(verb, speech.End, Off) < 0)
        {
            return Claims.Kinds.None;
        }

        if (word.Has(Trait.Light))
        {
            return Light(speech, verb, to, word);
        }

        if (word.Has(Trait.Reminds) && manner == Manner.Promise)
        {
            return Reminds(speech, verb, ref word);
        }

        return ElidedKinds(speech, verb, ref word);
    }

    /// <summary>What a verb with its object does.</summary>
    public static Kinds ElidedKinds(Speech speech, int verb, ref Word word)
    {
        var to = speech.WideEnd(verb + 1);
        if (word.Has(Trait.Marks) && speech.Find(verb, to, Done) >= 0 && speech.Find(verb, to, As) >= 0)
        {
            word = word with { Implied = Things.None, Traits = Trait.None };
            return Claims.Kinds.Complete;
        }

        if (word.Kinds == Claims.Kinds.Send && Objects.In(speech, verb + 1, to, containers: true, plurals: false)[0].Things == Things.Reminder)
        {
            return Claims.Kinds.Create | Claims.Kinds.Change;
        }

        return word.Kinds;
    }

    /// <summary>What was done to the subject in a stretch of words: of a noun of a deed, that deed.</summary>
    public static Kinds PassiveKinds(Speech speech, int from, int to, int participle, Word word, bool pronoun)
    {
        if (word.Has(Trait.Marks) && speech.Text(participle + 1) is "como" or "por" or "as" or "off" && speech.Find(participle, participle + 4, Done) >= 0)
        {
            return Claims.Kinds.Complete;
        }

        if (word.Has(Trait.Reminds))
        {
            return Claims.Kinds.Create | Claims.Kinds.Change;
        }

        var confirms = word.Has(Trait.Light) || word.Kinds is Claims.Kinds.Complete || (word.Kinds & Claims.Kinds.Send) != 0 && (word.Kinds & Claims.Kinds.Create) != 0;
        for (var at = from; at < to; at++)
        {
            if (speech.Word(at).Has(Trait.Nominal) && (confirms || speech.Word(at).Kinds == Claims.Kinds.Beyond))
            {
                return speech.Word(at).Kinds;
            }
        }

        return word.Has(Trait.Light) ? (pronoun ? Claims.Kinds.Any : Claims.Kinds.None) : word.Kinds;
    }

    /// <summary>Whether it is about words that stand in the answer itself, or sent with it.</summary>
    public static bool IsTalk(Speech speech, int verb, int to, Word word, Kinds kinds)
    {
        if ((kinds & Claims.Kinds.Send) != 0 && speech.Find(verb, to, HereInTheText) >= 0)
        {
            return true;
        }

        if (word.Has(Trait.Schedules) && speech.Find(verb, to, Ideas) >= 0)
        {
            return true;
        }

        if (word.Has(Trait.Keeps) || word.Has(Trait.Schedules) || (kinds & (Claims.Kinds.Send | Claims.Kinds.Beyond)) != 0)
        {
            return false;
        }

        for (var at = verb + 1; at < to && Elided.Of(speech, verb) is null; at++)
        {
            if (speech.Word(at).Thing != Things.None)
            {
                return false;
            }

            if (speech.Word(at).Has(Trait.Content))
            {
                return Objects.In(speech, at + 1, to, containers: true, plurals: false)[0].Things is Things.None or Things.Beyond || word.Kinds == Claims.Kinds.Create
                    || speech.Text(at + 1) is "de" or "do" or "da" or "of" or "for" or "para";
            }
        }

        return false;
    }

    /// <summary>Whether a part of a thing, such as its hour, is named.</summary>
    public static bool NamesDetail(Speech speech, int verb, int to)
    {
        for (var at = verb + 1; at < to; at++)
        {
            if (speech.Word(at).Has(Trait.Detail) || speech.Word(at).Has(Trait.Nominal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The claim of a verb about a target.</summary>
    public static Claim Claim(Kinds kinds, Word word, Target target, Manner manner)
    {
        var things = word.Has(Trait.FixedThing) || (word.Has(Trait.Reminds) && (kinds & Claims.Kinds.Send) == 0) ? Fixed(word) : target.Things;
        return new Claim(kinds, things == Things.None ? word.Implied : things, Math.Max(target.Count, 1), manner);
    }

    private static Things Fixed(Word word) => word.Has(Trait.Reminds) ? Things.Reminder : word.Implied;

    private static Kinds Light(Speech speech, int verb, int to, Word word)
    {
        for (var at = verb + 1; at < Math.Min(to, verb + 5); at++)
        {
            if (speech.Word(at).Has(Trait.Nominal))
            {
                return speech.Word(at).Kinds;
            }
        }

        return That.Contains(speech.Text(verb + 1)) && !speech.Word(verb + 2).Has(Trait.Content) && word.Kinds == Claims.Kinds.None ? Claims.Kinds.Any : word.Kinds;
    }

    /// <summary>A reminder where it is said to the person; a message where somebody else is told.</summary>
    private static Kinds Reminds(Speech speech, int verb, ref Word word)
    {
        var (before, after) = (speech.Text(verb - 1), speech.Text(verb + 1));
        if (word.Has(Trait.FixedThing) && (before == "me" || after is "disso" or "that" or "disto"))
        {
            word = word with { Implied = Things.Memory | Things.Note | Things.Profile, Traits = Trait.FixedThing };
            return Claims.Kinds.Create | Claims.Kinds.Change;
        }

        var toPerson = word.Has(Trait.FixedThing) || You.Contains(before) || You.Contains(after) || You.Contains(speech.Text(verb - 2)) || speech.IsSign(verb + 1)
            || after is "quando" or "assim" or "antes" or "when" or "before" or "at" or "on" or "once" or "que" or "amanha" or "as" or "na" or "no";
        return toPerson ? Claims.Kinds.Create | Claims.Kinds.Change : Claims.Kinds.Send;
    }
}
