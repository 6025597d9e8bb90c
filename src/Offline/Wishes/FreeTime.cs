using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Quando tenho uma hora livre amanhã?", "find 30 minutes on friday", "am I free tomorrow?".</summary>
internal static class FreeTime
{
    private static readonly PhraseTable<bool> Wordings = new((true,
    [
        "hora|horas|horinha|horinhas|horario|horarios|tempo|tempinho|janela|janelas|janelinha|espaco|espacos|minutos|minutinhos|brecha livre|livres|vago|vagos|vaga|vagas|disponivel|disponiveis",
        "estou|tou|to|fico livre|livres|disponivel",
        "am i free|available", "i am free", "i m free", "free|open|available time|slot|slots|hour|hours", "find|have|got a|some? time|slot",
        "minutes|minutos|hours|horas free", "free half hour", "free two|three|2|3|4|30|45 hours|minutes", "free minutes|hours|hour|time|slot|slots|window",
        "horas|hora|h|minutos|tempo livres|livre", "uma? brecha", "buraco|janela|folga|espaco de|na", "hour free",
        "minutes|minutos|minute|hours|hour|hora slot|window|gap|opening|break",
        "um|algum? horario|espaco|intervalo|encaixe|slot|tempinho|tempo de|pra|para|livre", "slot|window|gap|opening|room for|of|in",
        "encaixar|encaixo|encaixa|cabe", "fit|squeeze in? a|an|some?", "time|room|space for a|an?",
        "que|qual|quais horario|horarios|hora|horas eu? tenho|estou|tem|to vago|vagos|livre|livres|disponivel|aberto",
        "horario|hora|horas|tempo eu? tenho|estou|to vago|vagos|livre|livres|disponivel",
        "horario|horarios|hora|tempo que eu? estou|esteja|tenha|to livre|vago", "quando|onde da|cabe|encaixa|encaixo pra|para?",
        "sobra|sobrou|resta|consigo|arrumo algum|um|uma|alguma|umas|uns? tempo|tempinho|horario|hora|horinha|brecha|janela",
        "hora|horas|horinha|horinhas|minutos|minutinhos|tempo|tempinho sobrando|folgado|folgada", "hora|horas|tempo|tempinho|minutos de sobra",
        "what times? am i|work|works", "manha|tarde|noite|dia|semana livre|livres|vaga|vago|folgada|folgado",
        "free morning|afternoon|evening|day|hour", "any|some gap|gaps|slot|slots|opening|window|space|room|hole", "any availability|openings|gaps|slots",
        "my availability",
    ]));

    /// <summary>These look for time only where a length of it is named.</summary>
    private static readonly PhraseTable<bool> Measured = new((true, ["um|algum? horario|espaco|intervalo|encaixe|slot|tempinho|tempo de|pra|para",
        "encaixar|encaixo|encaixa|cabe", "fit|squeeze in? a|an|some?", "time|room|space for a|an?", "slot|window|gap|opening|room for|of|in"]));

    /// <summary>"Find me 45 minutes", "acha uma hora pra mim na quinta": an amount of time is all that is looked for.</summary>
    private static bool Counted(Wish wish)
    {
        var cursor = wish.At(wish.Verb == Verb.Find ? wish.Head.AfterVerb : wish.Head.Start + 1);
        while (cursor.TakeAny("me", "us", "mim", "pra", "para", "um", "uma", "uns", "a", "an", "for") && Amounts.Minutes(wish) is not null && !Dates.Units.Take(ref cursor, out _))
        {
        }

        return Dates.Span.Take(ref cursor, out var span) && span.IsClockTime || cursor.Previous.Norm is "hora" or "hour" or "horinha";
    }

    private static bool IsPlain(Wish wish, int at) => !Measured.Find(wish.At(at), out _, out _);

    private static readonly PhraseTable<bool> Needed = new((true, ["eu? preciso|precisava de?", "i? need|want", "i? could use"]));
    private static readonly PhraseTable<bool> Spare = new((true, ["livre|livres|vaga|vago|vagas|vagos|free|spare"]));

    /// <summary>"Preciso de uma hora livre amanhã", "need an hour free tomorrow": it is looked for.</summary>
    private static bool IsNeeded(Wish wish)
    {
        var cursor = wish.At(wish.From);
        if (!Needed.Take(ref cursor, out _))
        {
            return false;
        }

        cursor.TakeAny("a", "an", "um", "uma", "uns", "umas");
        var last = cursor.At + 4;
        for (; cursor.At < last && !cursor.AtEnd; cursor.Skip())
        {
            if (Spare.Find(cursor, out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    public static Outcome? Read(Wish wish)
    {
        if (wish is { Verb: Verb.Need or Verb.None, Asks: false, Time.When: not { HasClock: true } } && IsNeeded(wish) && Amounts.Minutes(wish) is { } needed)
        {
            return Lists.Days(Call.To("calendar_find_free_time").With("minutes", needed), wish);
        }

        if (!(wish.Asks || wish.Verb is Verb.None or Verb.Find or Verb.List) || wish.Noun is not (Noun.None or Noun.Event or Noun.Occasion) || (!wish.Asks && wish is { Verb: Verb.None, Noun: Noun.Occasion }))
        {
            return null;
        }

        if (!wish.Asks && (wish.Has("folga") || (wish.Time.When is { HasClock: true } && wish.At(wish.Head.Start).Word is "encaixa" or "encaixe" or "fit" or "squeeze" or "grab")))
        {
            return null;
        }

        if ((wish.Verb == Verb.Find || wish.At(wish.Head.Start).Word is "arruma" or "arrume" or "arranja" or "arranje" or "descola" or "cava" or "consegue") && wish.Time.When is not { HasClock: true } && Counted(wish))
        {
            return Lists.Days(Call.To("calendar_find_free_time").With("minutes", Amounts.Minutes(wish)), wish);
        }

        if (wish is { Asks: false, Verb: Verb.None, Time.When.Recurrence: not null })
        {
            // What one has every week is told.
            return null;
        }

        for (var at = wish.From; at < wish.End; at++)
        {
            if (wish is { Asks: false, Verb: Verb.None } && wish.At(at).Word is "manha" or "tarde" or "noite" or "dia" or "semana" or "any" or "some" or "sobra" or "sobrou" or "resta" or "consigo" or "arrumo")
            {
                // Told, and not asked: "tenho a tarde livre".
                continue;
            }

            if (Wordings.Find(wish.At(at), out _, out _) && (Amounts.Minutes(wish) is not null || IsPlain(wish, at)))
            {
                return Lists.Days(Call.To("calendar_find_free_time").With("minutes", Amounts.Minutes(wish)), wish);
            }
        }

        return null;
    }
}
