namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>Tells who does what a verb says: the assistant, nobody in particular, or others.</summary>
internal static class Voices
{
    private static readonly HashSet<string> Adverbs = Speech.Set(
        "ja just already also now successfully then gone ahead went finally 've have agora tambem both all todas todos tudo ambas ambos devidamente corretamente automaticamente manually so "
        + "imediatamente entao ainda sim logo immediately be being definitely certainly prontamente automatically");

    private static readonly HashSet<string> Event = Speech.Set("foi foram was were been got ficou ficaram deixei");
    private static readonly HashSet<string> State = Speech.Set("esta estao ta tao is are 's 're fica");
    private static readonly HashSet<string> Coming = Speech.Set("sera serao");
    private static readonly HashSet<string> Modals = Speech.Set("to can could would should might may must 'd had having pode poderia deve deveria nao");
    private static readonly HashSet<string> Subjects = Speech.Set("i we you he she they who");
    private static readonly HashSet<string> EnglishPast = Speech.Set("wrote did undid rang told");
    private static readonly HashSet<string> Pronouns = Speech.Set("te lhe me voce sua seu isso o a you ja agora tambem entao so sim la imediatamente and ahead go also now just then gladly make sure to be happily definitely estar deixar");

    /// <summary>Where the helping verb of a participle stands and how it claims, or none.</summary>
    public static (int At, Manner Manner)? Passive(Speech speech, int participle)
    {
        var at = participle - 1;
        while (IsAdverb(speech.Text(at)) && !speech.IsSign(at))
        {
            at--;
        }

        var text = speech.Text(at);
        if (participle - 1 > at && speech.Text(at + 1) is "be" or "being")
        {
            return Will(speech, at) ? (at, Manner.Promise) : null;
        }

        if (text == "been" && !Has(speech, at))
        {
            return null;
        }

        if (text is "that" or "it" or "this" or "everything" && speech.Text(at - 1) == "got")
        {
            return (at - 1, Manner.Told);
        }

        return text switch
        {
            _ when Event.Contains(text) => (at, Manner.Told),
            _ when State.Contains(text) => (at, Manner.State),
            _ when Coming.Contains(text) => (at, Manner.Promise),
            _ => null,
        };
    }

    /// <summary>Whether "I", or nobody else, did what the past form at <paramref name="verb"/> says.</summary>
    public static bool IsMine(Speech speech, int verb, bool mineBefore)
    {
        var word = speech.Word(verb);
        if (!word.Is(Form.Participle) && !EnglishPast.Contains(speech.Text(verb)) && !(word.Is(Form.Base) && word.Has(Trait.Ambiguous)))
        {
            return !word.Has(Trait.Ambiguous) || speech.Parts(verb - 1) || speech.Text(verb - 1) is "eu" or "ja" or "tambem"
                || (speech.Text(verb - 1) is "a" or "o" or "as" or "os" && speech.Parts(verb - 2) && verb > 1);
        }

        var at = verb - 1;
        while (Adverbs.Contains(speech.Text(at)) || (speech.Text(at) == "and" && speech.Text(at - 1) == "ahead"))
        {
            at--;
        }

        return speech.Text(at) is "i" or "we" || (speech.Text(at) is "and" or "," or "then" or "—" && (mineBefore || (speech.Text(at) != "," && IsOfI(speech, at))));
    }

    /// <summary>Whether a base form is a deed promised, or done by "acabei de"; null where it is only spoken of.</summary>
    public static Manner? OfBase(Speech speech, int verb)
    {
        var at = verb - 1;
        while (at > 0 && at > verb - 5 && Pronouns.Contains(speech.Text(at)) && !(speech.Text(at) == "to" && speech.Text(at - 1) is "going" or "able" or "managed" or "had"))
        {
            at--;
        }

        var (text, before) = (speech.Text(at), speech.Text(at - 1));
        return text switch
        {
            "vou" or "irei" or "vamos" or "iremos" => Manner.Promise,
            "'ll" or "will" or "shall" when before is "i" or "we" => Manner.Promise,
            "let" when speech.Text(at + 1) == "me" => Manner.Promise,
            "to" when before == "going" && Subject(speech, at - 2) is "i" or "we" => Manner.Promise,
            "to" when before is "had" => Subject(speech, at - 2) is "i" or "we" ? Manner.Past : null,
            "que" or "de" when before is "tive" or "tivemos" or "precisei" => Manner.Past,
            "de" when before is "liberdade" or "questao" => Manner.Past,
            "para" when before is "aproveitei" => Manner.Past,
            "to" when before is "able" or "managed" => Subject(speech, at - 2) is "i" or "we" ? Manner.Past : null,
            "de" when before is "acabei" or "acabo" or "terminei" or "acabamos" => Manner.Past,
            "consegui" or "conseguimos" => Manner.Past,
            _ => null,
        };
    }

    /// <summary>Whether a gerund is what is being done now: "estou enviando", "I'm sending", "Criando a tarefa…".</summary>
    public static bool IsUnderWay(Speech speech, int verb)
    {
        var at = verb - 1;
        while (Adverbs.Contains(speech.Text(at)))
        {
            at--;
        }

        return speech.Text(at) is "estou" or "estamos" or "to" or "tou" && !speech.IsEnglish
            || (speech.Text(at) is "'m" or "am" or "'re" or "are" && speech.Text(at - 1) is "i" or "we")
            || (speech.Text(at) == "of" && speech.Text(at - 1) == "liberty")
            || (speech.Text(at) == "be" && Will(speech, at - 1))
            || (speech.Opens(verb) && (speech.Last is "…" || (speech.Text(speech.End - 1) == "." && speech.Text(speech.End - 2) == ".")
                || (speech.Find(verb, speech.End, NowWords) >= 0 && speech.Text(verb + 1) is not ("a" or "an" or "um" or "uma"))));
    }

    private static readonly HashSet<string> NowWords = Speech.Set("agora now moment instante momento minutinho second imediatamente");

    /// <summary>"te lembro", "eu envio", "aviso você".</summary>
    public static bool IsPresentPromise(Speech speech, int verb) => speech.Find(speech.ClauseStart(verb), verb + 3, Habits) < 0 && (speech.Word(verb).Has(Trait.FixedThing)
        ? speech.Text(verb - 1) is "te" or "lhe" || speech.Text(verb + 1) == "voce"
        : speech.Text(verb - 1) is "te" or "lhe" or "eu" || speech.Text(verb + 1) == "voce" || (speech.Text(verb - 1) == "ja" && !speech.IsEnglish));

    private static readonly HashSet<string> Habits = Speech.Set("so apenas somente sempre normalmente geralmente nunca costumo");

    /// <summary>"I found a slot and booked it": whether the last one named before is "I".</summary>
    private static bool IsOfI(Speech speech, int before)
    {
        while (before >= 0 && !Subjects.Contains(speech.Text(before)))
        {
            before--;
        }

        return speech.Text(before) is "i" or "we" && !Modals.Contains(speech.Text(before + 1)) && speech.Text(before + 1) is not ("will" or "'ll" or "need" or "want");
    }

    private static string Subject(Speech speech, int at)
    {
        while (Adverbs.Contains(speech.Text(at)) || speech.Text(at) is "'m" or "am" or "was" or "were" or "been" or "are" or "'re")
        {
            at--;
        }

        return speech.Text(at);
    }

    private static bool IsAdverb(string text) => Adverbs.Contains(text) || (text.Length > 3 && text is not "only" && (text.EndsWith("ly", StringComparison.Ordinal) || text.EndsWith("mente", StringComparison.Ordinal)));

    private static bool Will(Speech speech, int at)
    {
        while (Adverbs.Contains(speech.Text(at)))
        {
            at--;
        }

        return speech.Text(at) is "will" or "'ll" || speech.Text(at) is "is" or "are";
    }

    /// <summary>"has been", not "had been" nor "could have been".</summary>
    private static bool Has(Speech speech, int been)
    {
        var at = been - 1;
        while (Adverbs.Contains(speech.Text(at)) || speech.Text(at) is "has" or "'s")
        {
            at--;
        }

        return !Modals.Contains(speech.Text(at));
    }
}
