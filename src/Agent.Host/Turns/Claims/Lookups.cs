namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>"Dei uma olhada na sua agenda", "I checked your calendar": a look at what is kept, which only a read of this turn bears out.</summary>
internal static class Lookups
{
    private const Things Open = Things.Event | Things.Task | Things.Reminder | Things.Inbox;
    private static readonly HashSet<string> Portuguese = Speech.Set(
        "verifiquei chequei conferi consultei olhei revisei vasculhei procurei busquei pesquisei examinei varri puxei abri espiei reli rechequei averiguei repassei espreitei acessei levantei verificamos conferimos consultamos");

    private static readonly HashSet<string> English = Speech.Set("checked reviewed searched scanned consulted verified double-checked rechecked re-checked examined browsed skimmed combed accessed inspected queried");
    private static readonly HashSet<string> Steps = Speech.Set("looked went ran glanced peeked pulled gone peered dug poked");
    private static readonly HashSet<string> Toward = Speech.Set("at through over into in up on inside");
    private static readonly HashSet<string> Nouns = Speech.Set("vista olhos olhada conferida checada espiada olhadinha passada verificada busca varredura consulta look peek glance search scan once-over check");
    private static readonly HashSet<string> Taking = Speech.Set("dei fiz passei took had ran did taken gave given");
    private static readonly HashSet<string> Bases = Speech.Set("verificar checar conferir consultar olhar revisar ver procurar buscar pesquisar checking looking reviewing");
    private static readonly HashSet<string> Gerunds = Speech.Set("olhando verificando conferindo consultando checando looking checking scanning reviewing");
    private static readonly HashSet<string> Finds = Speech.Set("encontrei localizei found located");
    private static readonly HashSet<string> Yours = Speech.Set("your sua seu suas seus");
    private static readonly HashSet<string> Determiners = Speech.Set("your sua seu suas seus na no nas nos a o as os the da do");
    private static readonly HashSet<string> Anything = Speech.Set("voce you have tem there ha dois duas two tres three um uma a an");
    private static readonly HashSet<string> Spans = Speech.Set("day week month afternoon morning evening schedule weekend dia semana mes tarde manha noite sexta segunda terca quarta quinta sabado domingo friday monday tuesday wednesday thursday saturday sunday");
    private static readonly HashSet<string> Given = Speech.Set("acima above abaixo below colou mandou enviou passou compartilhou escreveu pasted sent gave shared wrote provided attached listed anexou listou disse told mentioned");
    private static readonly HashSet<string> Small = Speech.Set("ja just already also have 've then agora now aqui here tambem went ahead and quickly carefully");
    private static readonly HashSet<string> Off = Speech.Set("off done");

    /// <summary>The claim of a look whose verb stands there, or none.</summary>
    public static Claim? At(Speech speech, int at, bool mine)
    {
        if (Source(speech, at) is { } shown)
        {
            return shown;
        }

        if (Looking(speech, at, mine) is not (>= 0 and var from) || Excuses.IsDenied(speech, at) || Excuses.IsDoubted(speech, at) || Excuses.IsConditional(speech, at))
        {
            return null;
        }

        var announced = speech.Text(from) == ":" && from == at + 1;
        from += announced ? 1 : 0;
        var end = Math.Min(speech.ClauseEnd(from), from + 9);
        if (announced && Place(speech, from, end, Anything) is not Things.None and var told)
        {
            return new Claim(Kinds.Look, told, 1, Manner.Past);
        }

        return Given.Overlaps(Words(speech, from, speech.WideEnd(from))) || speech.Find(at, end, Off) >= 0 || Place(speech, from, end, Determiners) is not (not Things.None and var things)
            ? null
            : new Claim(Kinds.Look, things, 1, Manner.Past);
    }

    /// <summary>"Segundo a sua agenda", "per your calendar", "I see two tasks on your list": told from what was looked at.</summary>
    private static Claim? Source(Speech speech, int at)
    {
        var (text, after) = (speech.Text(at), speech.Text(at + 1));
        var cited = speech.Opens(at) && (text is "segundo" or "conforme" or "per" || (text is "according" or "pelo" or "de" or "going" or "based" or "judging" && after is "to" or "que" or "acordo" or "by" or "on"));
        var seen = (text is "vejo" or "vi" && !speech.IsEnglish && speech.Text(at - 1) is not ("voce" or "nao" or "que"))
            || (text == "see" && (speech.Text(at - 1) == "i" || (speech.Text(at - 1) == "can" && speech.Text(at - 2) == "i")));
        if ((!cited && !seen) || Excuses.IsDenied(speech, at) || Excuses.IsConditional(speech, at) || Given.Overlaps(Words(speech, at, speech.WideEnd(at))))
        {
            return null;
        }

        var end = Math.Min(speech.WideEnd(at), at + (seen ? 12 : 7));
        var yours = speech.Find(at, end, Yours) >= 0 || (seen && after == "aqui" && speech.Find(at, end, You) >= 0);
        var things = Objects.In(speech, at + 1, end, containers: false, plurals: false)[0].Things & Open;
        return yours && things != Things.None ? new Claim(Kinds.Look, things, 1, Manner.Past) : null;
    }

    private static readonly HashSet<string> You = Speech.Set("voce");

    /// <summary>Where what was looked at may begin, or -1 where nobody says "I looked".</summary>
    private static int Looking(Speech speech, int at, bool mine)
    {
        var text = speech.Text(at);
        if (Portuguese.Contains(text))
        {
            return at + 1;
        }

        if (Finds.Contains(text))
        {
            return text is "encontrei" or "localizei" || IsMine(speech, at, mine) ? at + 1 : -1;
        }

        if (Bases.Contains(text) && Voices.OfBase(speech, at) == Manner.Past)
        {
            return at + 1;
        }

        if ((Gerunds.Contains(text) || (text is "going" or "running" && speech.Text(at + 1) is "through" or "over")) && speech.Opens(at))
        {
            return at + 1;
        }

        if (Taking.Contains(text) && speech.Find(at + 1, at + 5, Nouns) is >= 0 and var noun)
        {
            return text is "dei" or "fiz" or "passei" || IsMine(speech, at, mine) ? noun + 1 : -1;
        }

        var named = English.Contains(text) || (Steps.Contains(text) && speech.Find(at + 1, at + 3, Toward) >= 0);
        return named && IsMine(speech, at, mine) ? at + 1 : -1;
    }

    private static bool IsMine(Speech speech, int at, bool mine)
    {
        var before = at - 1;
        while (Small.Contains(speech.Text(before)) && before >= speech.First)
        {
            before--;
        }

        return speech.Text(before) is "i" or "we" || speech.Opens(before + 1) || (mine && speech.Text(at - 1) is "and" or ",");
    }

    /// <summary>What was looked at: a list of ours, or a stretch of the person's time.</summary>
    private static Things Place(Speech speech, int from, int to, HashSet<string> determiners)
    {
        for (var at = from; at < to; at++)
        {
            var word = speech.Word(at);
            if (Spans.Contains(speech.Text(at)) && speech.Find(Math.Max(from, at - 2), at, Yours) >= 0)
            {
                return Things.Event | Things.Task | Things.Reminder;
            }

            var kept = (word.Thing & Open) != 0 || (word.Thing is not (Things.None or Things.Beyond) && word.Has(Trait.Plural) && speech.Find(Math.Max(from, at - 3), at, Yours) >= 0);
            if (kept && speech.Find(Math.Max(from, at - 4), at, determiners) >= 0)
            {
                return word.Thing;
            }
        }

        return Things.None;
    }

    private static IEnumerable<string> Words(Speech speech, int from, int to) => Enumerable.Range(from, Math.Max(to - from, 0)).Select(speech.Text);
}
