namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>"Deixei o lembrete programado", "I'll have the reminder set", "I've got it booked": a deed told by how its thing is left.</summary>
internal static class Causatives
{
    private const int Farthest = 9;
    private static readonly HashSet<string> Leaving = Speech.Set("deixei deixamos deixo deixarei deixar mantive");
    private static readonly HashSet<string> Having = Speech.Set("have get got had");
    private static readonly HashSet<string> Between = Speech.Set("'ve just already also now ja have");

    /// <summary>Where the verb of leaving stands and how it claims, or none.</summary>
    public static (int At, Manner Manner)? Of(Speech speech, int participle)
    {
        for (var at = participle - 2; at >= 0 && at > participle - Farthest && !(speech.IsSign(at + 1) && speech.Text(at + 1) != "\""); at--)
        {
            if (Leaving.Contains(speech.Text(at)))
            {
                return Left(speech, at);
            }

            if (Having.Contains(speech.Text(at)))
            {
                return Had(speech, at);
            }

            if (speech.Word(at).Is(Form.Past | Form.Future | Form.Base) && speech.Word(at).Thing == Things.None)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>What was done to what is left so.</summary>
    public static Kinds Kinds(Speech speech, int leaving, int participle, Word word)
    {
        if (word.Has(Trait.Guessed))
        {
            return Claims.Kinds.None;
        }

        for (var at = leaving + 1; at < participle; at++)
        {
            if (speech.Word(at).Has(Trait.Content))
            {
                return Claims.Kinds.None;
            }
        }

        return speech.Text(participle - 1) == "como" || (word.Kinds & Claims.Kinds.Complete) != 0
            ? Claims.Kinds.Complete | Claims.Kinds.Change
            : Meanings.ElidedKinds(speech, participle, ref word);
    }

    private static (int At, Manner Manner)? Left(Speech speech, int at) => speech.Text(at) switch
    {
        "deixar" => Voices.OfBase(speech, at) is { } manner ? (at, manner) : null,
        "deixarei" => (at, Manner.Promise),
        "deixo" => speech.Text(at - 1) is "ja" or "eu" || speech.Opens(at) ? (at, Manner.Promise) : null,
        _ => (at, Manner.Past),
    };

    private static (int At, Manner Manner)? Had(Speech speech, int at)
    {
        if (speech.Text(at) is "have" or "get" && Voices.OfBase(speech, at) is { } manner)
        {
            return (at, manner);
        }

        var before = at - 1;
        while (Between.Contains(speech.Text(before)))
        {
            before--;
        }

        return speech.Text(before) is "i" or "we" && speech.Text(at) != "get" ? (at, speech.Text(at) == "have" ? Manner.State : Manner.Past) : null;
    }
}
