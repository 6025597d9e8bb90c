namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>Why words that look like a claim are none: denied, another's deed, an earlier one, a condition.</summary>
internal static class Excuses
{
    private static readonly HashSet<string> Denials = Speech.Set(
        "nao nada nunca nem sem nenhum nenhuma ninguem tampouco not never nothing cannot without none nor neither unable failed falhei falhou couldnt didnt havent wasnt isnt");

    private static readonly HashSet<string> Conditions = Speech.Set(
        "se if caso quando when once apos after depois antes before until enquanto while whenever unless assim soon whether sempre");

    private static readonly HashSet<string> Wishes = Speech.Set(
        "quiser queira queiram preferir prefira desejar deseje precisar precise confirmar confirme aprovar aprove autorizar autorize concordar concorde puder topar gostar permitir disser responder "
        + "like want prefer wish confirm confirmed approve approved agree say give tell provide share connect okay ok need ready aprovacao approval confirmacao confirmation autorizacao go-ahead");

    private static readonly HashSet<string> Supposing = Speech.Set("imagine imagina imaginemos suponha suponhamos supondo digamos suppose supposing pretend picture assuming assume exemplo example talvez maybe perhaps");
    private static readonly HashSet<string> Asked = Speech.Set("avise avisa diga diz conte conta fale fala mande manda envie passe informe escolha escolhe confirme tell send give pick choose say show mostre mostra");

    private static readonly HashSet<string> Approval = Speech.Set("aprovacao approval confirmacao confirmation autorizacao go-ahead aval");

    private static readonly HashSet<string> Commands = Speech.Set("tell give say choose pick confirm approve connect diga digite informe confirme escolha conte fale conecte aprove");

    private static readonly HashSet<string> Means = Speech.Set(
        "e-mail email mensagem telefone whatsapp telegram gmail sms aqui engano padrao favor enquanto hoje isso volta completo inteiro exemplo motivos app aplicativo default now then tomorrow monday "
        + "tuesday wednesday thursday friday saturday sunday noon midnight end me mim default mistake phone mail text");

    private static readonly HashSet<string> Agents = Speech.Set("by pelo pela pelos pelas por");

    private static readonly HashSet<string> Months = Speech.Set(
        "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro january february march april may june july august september october november december");

    /// <summary>Whether the clause of the verb at <paramref name="at"/> denies it.</summary>
    public static bool IsDenied(Speech speech, int at)
    {
        var start = speech.ClauseStart(at);
        if (speech.Find(start, at, Denials) >= 0)
        {
            return true;
        }

        for (var before = start; before < at && speech.IsEnglish; before++)
        {
            if (speech.Text(before) == "no")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the words after a participle name somebody else as the one who did it.</summary>
    public static bool IsOthers(Speech speech, int participle)
    {
        var end = speech.ClauseEnd(participle + 1);
        for (var at = participle + 1; at < end; at++)
        {
            if (Agents.Contains(speech.Text(at)))
            {
                var agent = speech.Text(at + 1);
                if (agent.Length > 0 && !char.IsAsciiDigit(agent[0]) && !Means.Contains(agent) && !Months.Contains(agent))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a condition or a time of "when" stands before it in its clause.</summary>
    public static bool IsConditional(Speech speech, int at) => speech.Find(speech.ClauseStart(at), at, Conditions) >= 0;

    /// <summary>"Assim que você confirmar, fica marcado": the sentence opens with what has to come first.</summary>
    public static bool IsPremised(Speech speech, int at) =>
        speech.Find(speech.First, Math.Min(speech.First + 2, at), Conditions) is >= 0 and var condition && speech.Find(condition + 1, Math.Min(condition + 6, at), Wishes) >= 0;

    /// <summary>Whether "if" stands right before who did it: "se eu criei".</summary>
    public static bool IsDoubted(Speech speech, int verb) =>
        speech.Text(verb - 1) is "se" or "if" or "caso" || (speech.Text(verb - 1) is "eu" or "i" && speech.Text(verb - 2) is "se" or "if" or "caso" or "whether");

    /// <summary>Whether a promise depends on what the person still has to say: then it is an offer.</summary>
    public static bool IsOffer(Speech speech)
    {
        if (Asks(speech) || speech.Find(0, speech.End, Approval) >= 0 || speech.Find(speech.First, speech.First + 2, Commands) >= 0)
        {
            return true;
        }

        for (var at = speech.Find(0, speech.End, Conditions); at >= 0; at = speech.Find(at + 1, speech.End, Conditions))
        {
            if (speech.Find(at + 1, Math.Min(at + 6, speech.ClauseEnd(at + 1)), Wishes) is >= 0 and var wish && !IsOfOther(speech, wish))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Me avise que eu anoto", "pick one and I'll send it": the person is asked for something first.</summary>
    private static bool Asks(Speech speech)
    {
        for (var at = speech.First; at < speech.End; at++)
        {
            var (text, after) = (speech.Text(at), speech.Text(at + 1));
            if ((text == "me" && Asked.Contains(after)) || (Asked.Contains(text) && after is "me" or "qual" or "uma" or "one" or "which") || (text == "let" && after == "me" && speech.Text(at + 2) == "know"))
            {
                for (var next = at + 2; next < speech.End; next++)
                {
                    if (speech.Text(next) is "eu" or "i" or "e" or "and" or "que")
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>"Assim que a Ana responder": what others will do is no wish of the person's.</summary>
    private static bool IsOfOther(Speech speech, int wish) => speech.IsName(wish - 1) && speech.Text(wish) is not ("confirmar" or "confirmed" or "aprovar" or "approved");

    /// <summary>"Imagine que…", "suppose …": nothing of it is said to be so.</summary>
    public static bool IsSupposed(Speech speech) => Supposing.Contains(speech.Text(speech.First))
        || (speech.Text(speech.First) is "segundo" && (speech.Text(speech.First + 1) is "voce" or "ele" or "ela" || speech.IsName(speech.First + 1)))
        || (speech.Text(speech.First) is "according" && (speech.Text(speech.First + 2) is "you" or "him" or "her" or "them" || speech.IsName(speech.First + 2)))
        || (speech.Text(speech.First) is "por" or "for" && speech.Text(speech.First + 1) is "exemplo" or "example" or "instance")
        || (speech.Text(speech.First) is "let" && speech.Text(speech.First + 1) is "'s" && speech.Text(speech.First + 2) is "say" or "imagine" or "suppose")
        || (speech.Text(speech.First) is "vamos" && speech.Text(speech.First + 1) is "supor" or "imaginar");

    /// <summary>"Depois disso, os convites serão enviados": what comes after another thing.</summary>
    public static bool Follows(Speech speech) => speech.Text(speech.First) is "depois" or "apos" or "after" or "once" or "so" or "assim";

    /// <summary>"foi salva em 3 de outubro", "was saved on October 3": a date at which it was done.</summary>
    public static bool IsDated(Speech speech, int participle)
    {
        if ((speech.Word(participle).Kinds & ~(Kinds.Complete | Kinds.Send | Kinds.Beyond)) == Kinds.None && speech.Text(participle + 1) is "on" or "na" or "no" && EarlierTimes.IsWeekday(speech.Text(participle + 2)))
        {
            return true;
        }

        for (var at = participle + 1; at < speech.ClauseEnd(participle + 1) - 1; at++)
        {
            if (speech.Text(at) is "em" or "on" or "in" or "no" && (Months.Contains(speech.Text(at + 1)) || (speech.Text(at + 1) is ['0' or '1' or '2' or '3', ..] && Months.Contains(speech.Text(at + 3)))))
            {
                return true;
            }
        }

        return false;
    }
}
