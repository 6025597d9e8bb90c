namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>"Tarefa criada: …", "Agendado!", "Reminder set for 9am": a claim without subject and helping verb.</summary>
internal static class Headlines
{
    private static readonly HashSet<string> Small = Speech.Set("novo nova novos novas new your seu sua seus suas o a os as the um uma dois duas todas todos all");
    private static readonly HashSet<string> Stops = Speech.Set("que which that you voce tem have has there ha is are was eh esta foi para for se if i eu");
    private static readonly HashSet<string> Labels = Speech.Set(
        "hoje amanha ontem today tomorrow yesterday sobre about para for em on at in na no from resumo summary se if quando when nao not nem que what como how segunda terca quarta quinta sexta sabado domingo monday "
        + "tuesday wednesday thursday friday saturday sunday com with sem without eh is are was foi");

    private static readonly HashSet<string> Success = Speech.Set("sucesso successfully");

    /// <summary>Where the headline of that participle begins, or -1 where it is none.</summary>
    public static int Start(Speech speech, int participle, bool afterClaim)
    {
        var start = speech.ClauseStart(participle);
        start = Math.Max(start, speech.First);
        var free = speech.Opens(start) || IsAfterCall(speech, start) || afterClaim || speech.Text(start - 1) == ":";
        while (start < participle && speech.Text(start) is "also" or "tambem" or "ja" or "just" or "tudo")
        {
            start++;
        }

        if (!free || participle - start > 8 || speech.Find(start, participle, Stops) >= 0 || !Guesses.MayBeHeadline(speech, start, participle)
            || Passives.IsFollowedByVerb(speech, participle + 1, speech.ClauseEnd(participle + 1)) || Generalities.Describes(speech, start, participle))
        {
            return -1;
        }

        return start == participle ? Alone(speech, participle, afterClaim) : WithThing(speech, start, participle, afterClaim);
    }

    /// <summary>What was done.</summary>
    public static Kinds? Kinds(Speech speech, int start, int participle, Word word)
    {
        var bare = start == participle && speech.IsSign(participle + 1);
        if (bare && speech.Text(participle) == "checked" && speech.Text(participle + 1) == ":")
        {
            return null;
        }

        if (bare && (word.Kinds == Claims.Kinds.Complete || word.Has(Trait.Light)))
        {
            return speech.Last == ":" ? null : Claims.Kinds.Any;
        }

        var kinds = start == participle ? Meanings.ElidedKinds(speech, participle, ref word) : Meanings.PassiveKinds(speech, start, participle, participle, word, pronoun: false);
        return kinds == Claims.Kinds.None || (start == participle && Meanings.IsTalk(speech, participle, speech.ClauseEnd(participle + 1), word, kinds)) ? null : kinds;
    }

    /// <summary>How it claims: several things, or what was set to a time, may be told from a list.</summary>
    public static Manner Manner(Speech speech, int start, int participle, Kinds kinds)
    {
        var plural = false;
        for (var at = start; at < participle + 3; at++)
        {
            plural |= speech.Word(at).Has(Trait.Plural);
        }

        var announced = speech.Exclaims || speech.Find(start, speech.End, Success) >= 0;
        return !announced && (plural || speech.Word(participle).Has(Trait.Schedules)) && (kinds & (Claims.Kinds.Remove | Claims.Kinds.Send)) == 0
            ? Claims.Manner.State
            : Claims.Manner.Told;
    }

    private static int Alone(Speech speech, int participle, bool afterClaim)
    {
        var word = speech.Word(participle);
        if (speech.IsSign(participle + 1))
        {
            return speech.Text(participle - 1) == ":" && speech.Text(participle + 1) == "," && speech.Text(participle + 2) is "ela" or "ele" or "it" or "they" ? -1 : participle;
        }

        var next = speech.Text(participle + 1);
        var command = word.Has(Trait.Ambiguous);
        var describes = speech.Word(participle + 1) is { Thing: not Things.None } thing && thing.Has(Trait.Plural) && !speech.Exclaims && word.Is(Form.Past);
        var errs = next is "engano" or "se" or "quando" or "erro" or "em" or "in";
        return command || describes || errs || (afterClaim && !speech.Parts(participle - 1)) ? -1 : participle;
    }

    /// <summary>"Show de bola, tarefa anotada!": only a call of joy, without verb or thing, stands before.</summary>
    private static bool IsAfterCall(Speech speech, int start)
    {
        if (start - speech.First > 5 || !speech.IsSign(start - 1))
        {
            return false;
        }

        for (var at = speech.First; at < start; at++)
        {
            var word = speech.Word(at);
            if (word.Form != Form.None || word.Thing != Things.None || word.Has(Trait.Content) || Labels.Contains(speech.Text(at)) || (speech.Text(at).Length > 0 && char.IsAsciiDigit(speech.Text(at)[0])))
            {
                return false;
            }
        }

        return start > speech.First;
    }

    /// <summary>"Reading goal created: …": one unknown word before the thing, where nothing that could be told of follows.</summary>
    private static bool Qualifies(Speech speech, int at, int start, int participle) =>
        at == start && speech.Word(at).Form == Form.None && !speech.IsSign(at) && !Labels.Contains(speech.Text(at)) && !General.Contains(speech.Text(at)) && speech.IsSign(participle + 1);

    private static readonly HashSet<string> General = Speech.Set("o a os as the um uma an cada toda todo qualquer every each any nenhuma nenhum no next proxima proximo ultima ultimo last");

    /// <summary>"Proposal forwarded to the client.": what is not ours, but done.</summary>
    private static bool IsDelivered(Speech speech, int start, int participle) =>
        participle - start < 4 && participle > start && speech.Last != ":" && !Labels.Contains(speech.Text(start))
        && (((speech.Word(participle).Kinds & Claims.Kinds.Send) != 0 && Elided.HasRecipient(speech, participle, speech.ClauseEnd(participle + 1)))
            || (speech.Exclaims && speech.IsSign(participle + 1) && (speech.Word(participle).Kinds & (Claims.Kinds.Send | Claims.Kinds.Beyond)) != 0));

    private static int WithThing(Speech speech, int start, int participle, bool afterClaim)
    {
        if (IsDelivered(speech, start, participle))
        {
            return start;
        }

        for (var at = start; at < Math.Min(start + 4, participle); at++)
        {
            if (speech.Word(at).Thing != Things.None || speech.Word(at).Has(Trait.Nominal) || (speech.Word(at).Has(Trait.Occasion) && at + 1 == participle && speech.IsSign(participle + 1)))
            {
                return afterClaim || speech.Text(start) is not ("o" or "a" or "os" or "as" or "the" or "um" or "uma") ? start : -1;
            }

            if (!Small.Contains(speech.Text(at)) && Lexicon.Number(speech.Text(at)) == 0 && !Qualifies(speech, at, start, participle))
            {
                return -1;
            }
        }

        return -1;
    }
}
