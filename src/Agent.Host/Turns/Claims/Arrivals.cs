namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>Where a thing has come to stand: "agora consta na agenda", "entrou na lista", "voltou para as 9h", "there's a reminder in place".</summary>
internal static class Arrivals
{
    private static readonly HashSet<string> Standing = Speech.Set("consta constam aparece aparecem figura figuram fica ficam segue sits lives appears shows stands");
    private static readonly HashSet<string> Arrived = Speech.Set("entrou entraram caiu cairam ficou ficaram landed went migrou migraram pousou foi foram added");
    private static readonly HashSet<string> Returned = Speech.Set("voltou voltaram retornou retornaram back");
    private static readonly HashSet<string> Into = Speech.Set("na no nas nos pra pro para on in into onto to");
    private static readonly HashSet<string> Lists = Speech.Set("agenda calendario calendar lista list notas notes inbox to-do to-dos pendencias tarefas tasks lembretes reminders schedule books");
    private static readonly HashSet<string> Former = Speech.Set("original antes before anterior was were estava estavam lugar place normal");

    /// <summary>The claim of an arrival whose verb stands there, or none.</summary>
    public static Claim? At(Speech speech, int at)
    {
        if (speech.Text(at) == "in" && speech.Text(at + 1) == "place" && !Excuses.IsDenied(speech, at) && !Excuses.IsConditional(speech, at))
        {
            var things = Objects.In(speech, Math.Max(speech.WideStart(at), speech.First), at, containers: false, plurals: false)[0].Things;
            return things == Things.None ? null : new Claim(Kinds.Create | Kinds.Change, things, 1, Manner.State);
        }

        if (Excuses.IsDenied(speech, at) || Excuses.IsConditional(speech, at) || Excuses.IsPremised(speech, at))
        {
            return null;
        }

        if (speech.Text(at) is "now" or "agora" && Renewed(speech, at) is { } renewed)
        {
            return renewed;
        }

        if (Holds(speech, at) is { } held)
        {
            return held;
        }

        if (Returned.Contains(speech.Text(at)) && Names(speech, at))
        {
            return Returns(speech, at) ? Of(speech, at, Manner.Told) : null;
        }

        var (stands, arrived) = (Standing.Contains(speech.Text(at)), Arrived.Contains(speech.Text(at)));
        return (stands || arrived) && Into.Contains(speech.Text(at + 1)) && speech.Find(at + 2, at + 5, Lists) >= 0 && HasSubject(speech, at)
            ? Of(speech, at, arrived ? Manner.Told : Manner.State)
            : null;
    }

    /// <summary>"You now have three tasks", "agora são três tarefas", "o aniversário já tem lembrete".</summary>
    private static Claim? Holds(Speech speech, int at)
    {
        var text = speech.Text(at);
        var subject = Objects.In(speech, Passives.SubjectStart(speech, at), at, containers: false, plurals: false)[0].Things;
        if (subject != Things.None && text is "has" or "tem" && speech.Find(at + 1, at + 3, New) >= 0 && Meanings.NamesDetail(speech, at, Math.Min(at + 5, speech.ClauseEnd(at + 1))))
        {
            return new Claim(Kinds.Change | Kinds.Create | Kinds.Undo, subject, 1, Manner.State);
        }

        if (text is not ("have" or "tem" or "sao" or "has" or "ganhou" or "got"))
        {
            return null;
        }

        var end = Math.Min(speech.ClauseEnd(at + 1), at + 6);
        var fresh = text == "ganhou" || (text == "got" && speech.Text(at + 1) == "its")
            || speech.Find(Math.Max(speech.ClauseStart(at), at - 3), at, text is "have" or "sao" || Yours(speech, at) ? Now : Fresh) >= 0
            || (speech.IsEnglish && speech.Find(at, speech.ClauseEnd(at + 1), Now) >= 0);
        var counted = text is "has" or "ganhou" or "got" || !Yours(speech, at) && text == "tem"
            || Enumerable.Range(at + 1, 3).Any(next => Lexicon.Number(speech.Text(next)) > 0 || speech.Text(next) is "um" or "uma" or "a");
        var things = Objects.In(speech, at + 1, end, containers: false, plurals: false)[0].Things & (Things.Task | Things.Reminder | Things.Event | Things.Note | Things.Goal);
        return fresh && counted && things != Things.None ? new Claim(Kinds.Create | Kinds.Change | Kinds.Remove | Kinds.Complete | Kinds.Undo, things, 1, Manner.State) : null;
    }

    /// <summary>"Sua lista agora começa pelo passaporte", "your note now includes it".</summary>
    private static Claim? Renewed(Speech speech, int at)
    {
        var (noun, next) = (speech.Word(at - 1).Thing, speech.Text(at + 1));
        var list = speech.Text(at - 1) is "lista" or "list";
        var things = noun & (Things.Task | Things.Event | Things.Reminder | Things.Note | Things.Inbox);
        return (list || things != Things.None) && Determined.Contains(speech.Text(at - 2)) && !speech.IsSign(at + 1) && next is not ("is" or "eh" or "seria" or "would" or "needs" or "precisa" or "and" or "e")
            ? new Claim(Kinds.Create | Kinds.Change | Kinds.Remove | Kinds.Complete | Kinds.Undo, things, 1, Manner.State)
            : null;
    }

    private static readonly HashSet<string> Determined = Speech.Set("your sua seu the a o suas seus");
    private static readonly HashSet<string> New = Speech.Set("new nova novo");

    private static bool Yours(Speech speech, int at) => speech.Text(at) == "have" || speech.Find(Math.Max(speech.ClauseStart(at), at - 3), at, You) >= 0;

    private static readonly HashSet<string> You = Speech.Set("voce you");
    private static readonly HashSet<string> Now = Speech.Set("agora now");
    private static readonly HashSet<string> Fresh = Speech.Set("agora now ja already");

    private static bool Returns(Speech speech, int at) => speech.Text(at) == "back"
        ? speech.Text(at - 1) is "is" or "are" or "'s" or "'re" or "now" && speech.Text(at + 1) is "on" or "to" or "in" or "at" && (speech.Find(at + 1, at + 5, Lists) >= 0 || States.TimeWithin(speech, at + 1, 4))
        : speech.Text(at + 1) is "para" or "pra" or "pro" or "pras" or "a" or "ao" or "as" or "na" or "no"
            && (speech.Find(at + 1, at + 6, Lists) >= 0 || speech.Find(at + 1, at + 6, Former) >= 0 || States.TimeWithin(speech, at + 1, 3));

    private static Claim Of(Speech speech, int at, Manner manner) =>
        new(Kinds.Create | Kinds.Change | Kinds.Undo, Objects.In(speech, Passives.SubjectStart(speech, at), at, containers: false, plurals: false)[0].Things, 1, manner);

    private static bool Names(Speech speech, int at) => Passives.Named(speech, Passives.SubjectStart(speech, at), at) || States.IsOccasion(speech, Passives.SubjectStart(speech, at), at)
        || speech.Text(at - 1) is "ela" or "ele" or "tudo";

    /// <summary>A subject that is neither "I" nor "you".</summary>
    private static bool HasSubject(Speech speech, int at)
    {
        var before = at - 1;
        while (speech.Text(before) is "ja" or "agora" or "now" or "tambem" or "already" or "also" or "just")
        {
            before--;
        }

        return speech.Text(before) is not ("i" or "you" or "voce" or "que" or "which" or "what" or "we" or "eu" or "nada" or "to" or "isso" or "como");
    }
}
