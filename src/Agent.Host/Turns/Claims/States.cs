namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>
/// How things stand where only a deed could have brought them there: "seu lembrete vai tocar às 9h", "agora a reunião é às 16h", "it is no longer on your
/// calendar". Right also where it was read in this turn, or stands in the day that the planner was shown.
/// </summary>
internal static class States
{
    private static readonly HashSet<string> Sounds = Speech.Set("toca dispara soa apita desperta tocara disparara soara apitara tocar disparar soar apitar goes rings fires sounds pops go ring fire sound pop");
    private static readonly HashSet<string> Stands = Speech.Set("eh fica acontece comeca sera passa is 's starts happens begins");
    private static readonly HashSet<string> Shifts = Speech.Set("passou passa foi ficou fica mudou vai moveu");
    private static readonly HashSet<string> Now = Speech.Set("agora now");
    private static readonly HashSet<string> Determiners = Speech.Set("o a seu sua esse essa este esta the your this that");
    private static readonly HashSet<string> Lists = Speech.Set("lista list calendar agenda calendario schedule books fila queue plate radar tarefas tasks lembretes reminders notas notes");
    private static readonly HashSet<string> Times = Speech.Set(
        "amanha tomorrow hoje today tonight todo toda todos todas every cada daqui noon midnight meio-dia meia-noite segunda terca quarta quinta sexta sabado domingo segunda-feira terca-feira quarta-feira "
        + "quinta-feira sexta-feira monday tuesday wednesday thursday friday saturday sunday");

    private static readonly HashSet<string> Vanished = Speech.Set("sumiu sumiram vanished disappeared desapareceu desapareceram");
    private static readonly HashSet<string> Not = Speech.Set("nao not wont won't n't");
    private static readonly HashSet<string> Went = Speech.Set("foi foram went is are 's esta estao ta");

    /// <summary>The claim of a state whose verb stands there, or none.</summary>
    public static Claim? At(Speech speech, int at)
    {
        if (Excuses.IsConditional(speech, at) && !(speech.Text(at - 1) == "se" && speech.Text(at - 2) == "la"))
        {
            return null;
        }

        if (Excuses.IsDenied(speech, at) is false && Leaves(speech, at))
        {
            return Of(speech, at, (Subject(speech, at) & Things.Beyond) != 0 ? Kinds.Beyond : Kinds.Send) with { Manner = Manner.Told };
        }

        if (Vanished.Contains(speech.Text(at)) && !Excuses.IsDenied(speech, at) && (IsNamed(speech, at) || Passives.Named(speech, at, speech.ClauseEnd(at))))
        {
            return Of(speech, at, Kinds.Remove | Kinds.Complete | Kinds.Change | Kinds.Undo) with { Manner = Manner.Told };
        }

        return Gone(speech, at) ? Of(speech, at, Kinds.Remove | Kinds.Complete | Kinds.Change | Kinds.Undo)
            : !Excuses.IsDenied(speech, at) && (Sounding(speech, at) || Shifted(speech, at) || Lives(speech, at)) ? Of(speech, at, Kinds.Create | Kinds.Change | Kinds.Undo)
            : null;
    }

    private static Claim Of(Speech speech, int at, Kinds kinds) => new(kinds, Subject(speech, at), 1, Manner.State);

    private static Things Subject(Speech speech, int at)
    {
        var from = Passives.SubjectStart(speech, at);
        var things = Objects.In(speech, from, at, containers: false, plurals: false)[0].Things;
        return things == Things.None && IsOccasion(speech, from, at) ? Things.Event | Things.Reminder : things;
    }

    /// <summary>"Seu lembrete vai tocar às 9h", "your alarm will go off at 6".</summary>
    private static bool Sounding(Speech speech, int at)
    {
        var text = speech.Text(at);
        var before = speech.Text(at - 1);
        var future = text.EndsWith('r') || text is "go" or "ring" or "fire" or "sound" or "pop";
        return Sounds.Contains(text) && (!future || before is "vai" or "will" or "'ll" or "ira") && (Subject(speech, at) & Things.Reminder) != 0 && IsDetermined(speech, at) && TimeWithin(speech, at, 8);
    }

    /// <summary>"Ela passou para sexta", "a partir de agora o stand-up é às 10h", "the meeting is now at 4pm".</summary>
    private static bool Shifted(Speech speech, int at)
    {
        var text = speech.Text(at);
        if (text is "passou" or "passaram" or "passa" && speech.Text(at + 1) == "a" && speech.Text(at + 2) is "ser" or "ficar" or "acontecer" or "valer" or "comecar")
        {
            return IsNamed(speech, at);
        }

        if (text is "ficou" or "passou" && speech.Opens(at) && speech.Text(at + 1) is "para" or "pra" or "pro" && TimeWithin(speech, at + 1, 3))
        {
            return Passives.Named(speech, at + 1, speech.WideEnd(at + 1)) || IsOccasion(speech, at + 1, speech.WideEnd(at + 1));
        }

        if (text is "trocou" or "mudou" && speech.Text(at + 1) == "de" && speech.Word(at + 2).Has(Trait.Detail))
        {
            return IsNamed(speech, at);
        }

        if (Shifts.Contains(text) && speech.Text(at + 1) is "para" or "pra" or "pro" or "pras" && TimeWithin(speech, at + 1, 3))
        {
            return IsNamed(speech, at) || (text is "passou" or "mudou" && speech.Text(at - 1) is "ela" or "ele" or "tudo");
        }

        return Stands.Contains(text) && IsNamed(speech, at) && IsDetermined(speech, at) && TimeWithin(speech, at, 5)
            && (speech.Find(speech.WideStart(at), at + 2, Now) >= 0 || speech.Text(speech.End - 2) is "now" or "agora" || FromNowOn(speech));
    }

    /// <summary>"Lembrete no ar", "reminder's live".</summary>
    private static bool Lives(Speech speech, int at) =>
        (Subject(speech, at) & (Things.Reminder | Things.Task | Things.Event | Things.Goal | Things.Health)) != 0
        && ((speech.Text(at) == "no" && speech.Text(at + 1) == "ar")
            || (speech.Text(at) is "live" or "in" && speech.Text(at - 1) is "is" or "'s" or "now" && (speech.Text(at) == "live" || speech.IsSign(at + 1))));

    /// <summary>"O convite já foi pro Henrique", "the invite went out", "an Uber is on its way".</summary>
    private static bool Leaves(Speech speech, int at)
    {
        var (text, after) = (speech.Text(at), speech.Text(at + 1));
        var thing = Subject(speech, at);
        if (text is "esta" or "estao" or "ta" or "is" or "are" or "'s" && (after is "a" && speech.Text(at + 2) == "caminho" || (after is "on" && speech.Text(at + 3) == "way")))
        {
            return (thing & (Things.Beyond | Things.Mail | Things.File)) != 0;
        }

        return (thing & (Things.Mail | Things.File)) != 0
            && ((text is "foi" or "foram" or "saiu" or "seguiu" && after is "para" or "pra" or "pro" && Elided.HasRecipient(speech, at, speech.ClauseEnd(at + 1)))
                || (text is "saiu" or "sairam" or "seguiu" or "seguiram" or "partiu" or "partiram" && speech.Parts(at + 1))
                || (text is "went" or "gone" or "going" && after is "out" or "to"));
    }

    private static bool Gone(Speech speech, int at)
    {
        var (before, after) = (speech.Text(at - 1), speech.Text(at + 1));
        return speech.Text(at) switch
        {
            "esta" or "estao" or "existe" or "existem" or "consta" or "constam" or "ta" or "aparece" => before == "nao" && after == "mais" && IsNamed(speech, at),
            "no" => after == "longer" && speech.Text(at + 2) is "on" or "in" or "there" or "exists" or "exist" or "active" && IsNamed(speech, at),
            "gone" => before is "is" or "are" or "'s" or "'re" or "now" && IsNamed(speech, at),
            "off" => before is "is" or "are" or "'s" or "'re" or "now" && speech.Find(at + 1, at + 4, Lists) >= 0,
            "saiu" or "sairam" => speech.Find(at + 1, at + 4, Lists) >= 0 && after is "da" or "do" or "de",
            "history" or "toast" => before is "is" or "are" or "'s" or "now" && IsNamed(speech, at),
            "era" or "eram" => before == "ja" && IsNamed(speech, at),
            "foi" or "foram" => before == "se" && speech.Text(at - 2) == "la" && (Passives.Named(speech, at, speech.ClauseEnd(at)) || IsOccasion(speech, at, speech.ClauseEnd(at))),
            "anymore" or "mais" => (Subject(speech, at) & Things.Reminder) != 0 && speech.Find(speech.WideStart(at), at, Not) is >= 0 and var not && not > speech.First && (Subject(speech, not) & Things.Reminder) != 0,
            "lixo" or "lixeira" or "trash" or "bin" => speech.Find(speech.WideStart(at), at, Went) >= 0 && before is "pro" or "pra" or "o" or "a" or "the" or "no" or "na",
            _ => false,
        };
    }

    private static bool FromNowOn(Speech speech)
    {
        for (var at = speech.First; at < speech.First + 6; at++)
        {
            if ((speech.Text(at) == "partir" && speech.Text(at + 1) == "de") || (speech.Text(at) == "from" && speech.Text(at + 1) is "now" or "today" or "tomorrow"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(Speech speech, int at)
    {
        var from = Passives.SubjectStart(speech, at);
        return Passives.Named(speech, from, at) || IsOccasion(speech, from, at);
    }

    /// <summary>Whether something that people have at an hour is named there.</summary>
    public static bool IsOccasion(Speech speech, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (speech.Word(at).Has(Trait.Occasion))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDetermined(Speech speech, int at) => speech.Find(Passives.SubjectStart(speech, at), at, Determiners) >= 0;

    public static bool TimeWithin(Speech speech, int at, int words)
    {
        for (var next = at + 1; next <= at + words && !speech.IsSign(next); next++)
        {
            if (Times.Contains(speech.Text(next)) || char.IsAsciiDigit(speech.Text(next)[0]))
            {
                return true;
            }
        }

        return false;
    }
}
