namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>"Tarefas concluídas somem da lista", "meetings moved at the last minute wear everyone out": said of all such things, not of a deed.</summary>
internal static class Generalities
{
    private static readonly HashSet<string> NoVerbs = Speech.Set("sem tambem quem nem bem ontem porem alem viagem passagem mensagem hospedagem homem ordem programam");
    private static readonly HashSet<string> Describing = Speech.Set("at in by without that from with too before after during");

    /// <summary>Whether the participle only describes a plural that nothing determines.</summary>
    public static bool Describes(Speech speech, int start, int participle)
    {
        var described = participle - 1;
        if (described < start || !speech.Opens(start) || described > start || !speech.Word(described).Has(Trait.Plural) || speech.Exclaims || speech.Last == ":")
        {
            return false;
        }

        if (speech.Word(participle).Is(Form.Past))
        {
            return (Describing.Contains(speech.Text(participle + 1)) || (speech.Text(participle + 1) == "on" && speech.Text(participle + 2) == "the")) && speech.IsSign(speech.End - 1) && Passives.Named(speech, start, participle) && speech.Find(participle, speech.End, Colon) < 0 && !States.TimeWithin(speech, participle, 3);
        }

        for (var at = participle + 1; at < speech.ClauseEnd(participle + 1); at++)
        {
            var text = speech.Text(at);
            if (text.Length > 3 && (text.EndsWith("am", StringComparison.Ordinal) || text.EndsWith("em", StringComparison.Ordinal)) && !NoVerbs.Contains(text) && speech.Word(at).Thing == Things.None)
            {
                return true;
            }
        }

        return false;
    }

    private static readonly HashSet<string> Colon = Speech.Set(":");
}
