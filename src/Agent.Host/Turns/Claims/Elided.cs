namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>What a verb does it to where only a small word says so ("achei a nota e a atualizei", "crossed it off"), a list, or to whom ("respondi à Ana").</summary>
internal static class Elided
{
    private static readonly HashSet<string> Clitics = Speech.Set("o a os as");
    private static readonly HashSet<string> Pronouns = Speech.Set("it them that isso ela ele elas eles");
    private static readonly HashSet<string> Lists = Speech.Set("lista list agenda calendario calendar");
    private static readonly HashSet<string> Near = Speech.Set("na da no do to on onto from off off-of");
    private static readonly HashSet<string> To = Speech.Set("a ao aos as para pra pro to com with");
    private static readonly HashSet<string> Small = Speech.Set("o a os as the your seu sua seus suas minha my meu");
    private static readonly HashSet<string> People = Speech.Set(
        "cliente clientes equipe time chefe mae pai irmao irma esposa marido filho filha amigo amiga vizinho sindico gerente medico professora professor escola suporte fornecedor contador todos client team "
        + "boss mom mum dad brother sister wife husband son daughter friend neighbor manager doctor teacher school support supplier accountant everyone him her them ele ela eles elas");

    /// <summary>Whether the object of the verb is a pronoun.</summary>
    public static bool IsPronoun(Speech speech, int verb) =>
        (Clitics.Contains(speech.Text(verb - 1)) && !speech.IsEnglish) || Pronouns.Contains(speech.Text(verb + 1));

    /// <summary>The thing, named earlier in the sentence, that a pronoun stands for; none where there is no pronoun.</summary>
    public static Target? Of(Speech speech, int verb)
    {
        if (!IsPronoun(speech, verb))
        {
            return null;
        }

        var target = Objects.In(speech, speech.First, verb - 1, containers: false, plurals: false)[0];
        return target.Things != Things.None || HasQuote(speech, verb) ? target with { Count = 1 } : null;
    }

    /// <summary>"Ok, risquei.": the whole reply.</summary>
    public static bool IsAll(Speech speech, int verb, Word word) => !word.Has(Trait.Guessed) && !word.Has(Trait.Light) && speech.IsSign(verb + 1) && speech.Text(verb + 1) is "." or "!" && speech.Opens(verb);

    /// <summary>Whether the words after a verb name a list as the place: "na sua lista", "off the list".</summary>
    public static bool NamesList(Speech speech, int verb, int to)
    {
        var list = speech.Find(verb + 1, to, Lists);
        return list >= 0 && speech.Find(Math.Max(verb, list - 4), list, Near) >= 0;
    }

    /// <summary>Whether somebody is named to whom it went: "à Sônia", "para o cliente", "to your boss".</summary>
    public static bool HasRecipient(Speech speech, int verb, int to)
    {
        for (var at = verb + 1; at < to; at++)
        {
            if (To.Contains(speech.Text(at)) || (at == verb + 1 && People.Contains(speech.Text(at))))
            {
                var who = People.Contains(speech.Text(at)) ? at : at + 1;
                while (Small.Contains(speech.Text(who)))
                {
                    who++;
                }

                if (who < to && (People.Contains(speech.Text(who)) || speech.IsName(who)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasQuote(Speech speech, int verb)
    {
        for (var at = speech.First; at < verb; at++)
        {
            if (speech.Text(at) == "\"")
            {
                return true;
            }
        }

        return false;
    }
}
