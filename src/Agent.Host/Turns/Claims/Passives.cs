namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>"a tarefa foi criada", "your meeting is scheduled": who is not said. Only what can be a thing of ours counts.</summary>
internal static class Passives
{
    private static readonly HashSet<string> Helpers = Speech.Set("eh is podem devem precisam costumam ficam aparecem was are were esta estao foi foram tem has have vence can pode precisa will vai sera serao been 's vou you voce quer posso que quero");
    private static readonly HashSet<string> Ours = Speech.Set("sua seu suas seus your");
    private static readonly HashSet<string> Vague = Speech.Set("um uma a an algum alguma any some");
    private static readonly HashSet<string> Pronouns = Speech.Set("tudo isso isto ela ele elas eles it that everything they this both all todas todos ambas ambos ones");
    private static readonly HashSet<string> News = Speech.Set("agora now");
    private static readonly HashSet<string> Fresh = Speech.Set("agora now ja already");
    private static readonly HashSet<string> Relatives = Speech.Set("que which what who quem");
    private static readonly HashSet<string> Adverbs = Speech.Set("ja already now agora just also tambem tudo has have 've 's all todas todos so");

    /// <summary>Whether the sentence says that it is so only now: "has been", "já está", "is now".</summary>
    public static bool IsFresh(Speech speech, int helper, int participle) =>
        speech.Text(helper) == "been" || speech.Find(helper - 1, participle, speech.IsEnglish ? News : Fresh) >= 0;

    /// <summary>Whether an occasion, or a stretch of the person's own time, is named there.</summary>
    public static bool Possesses(Speech speech, int from, int to) =>
        States.IsOccasion(speech, from, to) || (speech.Text(to) == "been" && EarlierTimes.IsWeekday(speech.Text(from))) || (speech.Find(from, to, Ours) is >= 0 and var ours && speech.Find(ours + 1, Math.Min(ours + 4, to), Objects.Spans) >= 0);

    /// <summary>Where the words for what it was done to begin.</summary>
    public static int SubjectStart(Speech speech, int helper)
    {
        var start = speech.ClauseStart(helper);
        while (start > speech.First && (start >= helper || !HasWord(speech, start, helper)) && speech.Text(start - 1) is ",")
        {
            start = speech.ClauseStart(start - 1);
        }

        return Math.Max(start, 0);
    }

    /// <summary>What was done, where it is a deed that can be ours.</summary>
    public static Kinds? IsDeed(Speech speech, int from, int helper, int participle, Word word, Manner manner)
    {
        var before = helper - 1;
        while (before >= from && Adverbs.Contains(speech.Text(before)))
        {
            before--;
        }

        if (before >= from && (Relatives.Contains(speech.Text(before)) || (speech.Text(before) == "that" && before > from)))
        {
            return null;
        }

        var named = Named(speech, from, helper) || Named(speech, participle + 1, speech.ClauseEnd(participle + 1));
        var pronoun = before < from || (speech.Text(from) is "os" or "as" or "o" or "a" && speech.Text(from + 1) is "da" or "do" or "de") || speech.Text(helper - 1) == "ones" || speech.Opens(before + 1) || (speech.Find(from, helper, Pronouns) is >= 0 and var at && at <= from + 1);
        var kinds = Meanings.PassiveKinds(speech, from, helper, participle, word, pronoun);
        var vague = manner == Claims.Manner.State && speech.Find(from, from + 1, Vague) >= 0 && (speech.IsEnglish || speech.Text(from) is not "a");
        var promised = word.Has(Trait.Reminds) && manner == Claims.Manner.Promise;
        var received = (kinds & Kinds.Send) != 0 && Elided.HasRecipient(speech, participle, speech.ClauseEnd(participle + 1));
        var told = ToldTo(speech, from, helper, participle, word);
        if (told)
        {
            return Kinds.Send;
        }

        var isOurs = named || (IsFresh(speech, helper, participle) && Possesses(speech, from, helper)) || received || pronoun || promised || speech.Find(from, helper, Ours) >= 0 || (word.Has(Trait.Schedules) && manner != Claims.Manner.Promise);
        return kinds == Kinds.None || !isOurs || vague || HasContent(speech, from, helper) ? null : kinds;
    }

    /// <summary>The things: what stands before the helping verb, else what follows.</summary>
    public static List<Target> Targets(Speech speech, int from, int helper, int participle, int limit)
    {
        var subject = Objects.In(speech, from, helper, containers: false, plurals: true);
        return subject[0].Things == Things.None && !Named(speech, from, helper) ? Objects.In(speech, participle + 1, limit, containers: true, plurals: false) : subject;
    }

    /// <summary>How it claims: a deed is no state that could have been read.</summary>
    public static Manner Manner(Speech speech, int from, int helper, int participle, Manner manner, Kinds kinds) =>
        manner == Claims.Manner.State && ((kinds & (Kinds.Remove | Kinds.Send | Kinds.Undo | Kinds.Beyond)) != 0 || IsNew(speech, from, helper, participle)) ? Claims.Manner.Told : manner;

    /// <summary>"It's now blocked", "ele já está marcado como feito": of what was just spoken of, so that it was not read so.</summary>
    private static bool IsNew(Speech speech, int from, int helper, int participle) =>
        (speech.Find(from, Math.Min(from + 2, helper), Pronouns) >= 0 && speech.Find(from, participle, News) >= 0)
        || (speech.Word(participle).Has(Trait.Marks) && speech.Find(from, participle, Fresh) >= 0 && speech.Text(participle + 1) is "como" or "as");

    /// <summary>Whether a verb stands in the words up to the next sign or "and".</summary>
    public static bool HasVerb(Speech speech, int from)
    {
        for (var at = from; at < from + 7 && !speech.Parts(at); at++)
        {
            if (speech.Word(at).Is(Form.Past | Form.Participle | Form.Future) || Helpers.Contains(speech.Text(at)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a finite verb follows in the clause, so that the participle only describes: "a reunião marcada para as 15h é com o Pedro".</summary>
    public static bool IsFollowedByVerb(Speech speech, int from, int to)
    {
        var at = speech.Find(from, to, Helpers);
        while (at >= 0 && speech.Text(at) == "'s" && speech.Text(at - 2) is "the" or "your" or "a")
        {
            at = speech.Find(at + 1, to, Helpers);
        }

        return at >= 0;
    }

    /// <summary>Whether a thing of ours, or a deed, is named there.</summary>
    public static bool Named(Speech speech, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (speech.Word(at).Thing is not (Things.None or Things.Beyond) || speech.Word(at).Has(Trait.Nominal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"A Marta já foi avisada": somebody with a name was told.</summary>
    private static bool ToldTo(Speech speech, int from, int helper, int participle, Word word) =>
        (word.Has(Trait.Reminds) || speech.Text(participle) is "informed" or "informada" or "informado" or "told") && speech.Text(helper) is "foi" or "foram" or "been" && IsFresh(speech, helper, participle)
        && (speech.Text(from) is "a" or "o" ? speech.IsName(from + 1) : speech.Word(from).Thing == Things.None && helper - from < 4 && !Ours.Contains(speech.Text(from)) && !Pronouns.Contains(speech.Text(from)));

    private static bool HasWord(Speech speech, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (!speech.IsSign(at) && !Adverbs.Contains(speech.Text(at)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasContent(Speech speech, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (speech.Word(at).Has(Trait.Content))
            {
                return !Named(speech, from, at) && !Named(speech, to, speech.ClauseEnd(to + 1));
            }
        }

        return false;
    }
}
