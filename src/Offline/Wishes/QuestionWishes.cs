using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Questions about one known thing: "que horas é a reunião com o Zé?", "quando vence o aluguel?", "quanto eu dormi essa semana?".</summary>
internal static class QuestionWishes
{
    private enum About { When, Due, Health }

    private static readonly PhraseTable<About> Table = new(
        (About.When, [
            "ate? a? que hora|horas mesmo? e? que? eu? e|sera|comeca|vai|tenho|tem|fica|ficou ser? mesmo?", "quando e? que? eu? e|sera|tenho|tem|vai|fica|ficou|cai|rola ser? mesmo?",
            "que|qual dia e? que? eu? e|sera|vai|tenho|tem|cai|fica|ficou ser? mesmo?", "onde e|eh|sera|vai ser?",
            "quando", "when is|s|do|are i? have?", "what time is|s|does|do i? have?", "where is|s", "what day is|s", "qual e? o? horario da|do|de",
            "quanto tempo dura|vai durar|leva?", "ate quando e|vai", "how long is|s|does|will", "until when is|does|do"]),
        (About.Due, ["quando|quando que|que dia vence|tenho que|de pagar|entregar?", "qual e? o? prazo de|da|do", "when is|s the? deadline for|of"]),
        (About.Health, [
            "quanto|quantas|quantos horas|minutos|litros|vezes? de? agua|sono|exercicio? eu? dormi|treinei|bebi|corri|caminhei|pesei|pesava|malhei", "quanto eu? estou|to|tou pesando", "qual e? o? meu peso|sono|humor",
            "qual minha? media de sono",
            "how much|many|long hours|water|minutes|liters? of? sleep|exercise|water? did|have i sleep|slept|drink|drunk|exercise|exercised|work|worked|weigh",
            "how much do i weigh", "what s|is my weight|sleep"]));

    public static Outcome? Read(Wish wish)
    {
        if (Engaged(wish) is { } days)
        {
            return days;
        }

        foreach (var start in (int[])[wish.Head.Start, wish.From])
        {
            var cursor = wish.At(start);
            if (Table.Take(ref cursor, out var about))
            {
                return Answer(wish, about, cursor);
            }
        }

        return null;
    }

    private static readonly PhraseTable<bool> Which = new((true, ["quais|quantos|quantas|que|what|which", "how many", "quem", "who"]));
    private static readonly PhraseTable<bool> Anything = new((true, ["tem|tenho|temos|ha alguma|algum? coisa|algo|compromisso|evento|parada|lance|treco|trem|negocio|programa|role marcado|marcada|agendado|agendada?",
        "do|have i|we? have|got? anything|something|plans", "is there anything|something", "anything|something", "o que|oque eu? tenho|tem|ha|temos",
        "what do|have i have|got?"]));
    private static readonly PhraseTable<bool> Have = new((true, ["eu|a|gente? tenho|temos|tem|atendo|recebo|encontro|vejo", "vou ter|atender|encontrar|receber",
        "estao|sao|tao marcados|marcadas|agendados|agendadas", "marcados|marcadas|agendados|agendadas", "do|did? i|we have|see|meet", "have i|we got?",
        "am i seeing|meeting", "i have|ve got?", "are scheduled|booked"]));

    /// <summary>"Quais pacientes eu tenho amanhã?", "who am I meeting on friday?": whatever the person calls them, they stand in the calendar of that day.</summary>
    private static Call? Engaged(Wish wish)
    {
        if (wish.Time.When is not { Day: not null, Recurrence: null } || wish.Noun is not (Noun.None or Noun.Occasion or Noun.Event))
        {
            return null;
        }

        var cursor = wish.At(wish.Head.Start);
        if (wish is { Asks: true, Time.When.HasClock: true } && (Anything.Find(cursor, out _, out _) || Anything.Find(wish.At(wish.From), out _, out _)))
        {
            return Lists.Days(Call.To("calendar_list_events"), wish);
        }

        if (!Which.Take(ref cursor, out _))
        {
            return null;
        }

        for (var at = cursor.At; at <= cursor.At + 3 && at < wish.End; at++)
        {
            if (at > cursor.At - 1 && Have.Find(wish.At(at), out _, out var end) && (at > cursor.At || wish.At(wish.Head.Start).Word is "quem" or "who") && (end >= wish.End || wish.Speech.TimeAt(end) is not null || wish.Speech.Tokens[end].Norm is "?" or "marcados" or "marcadas" or "agendados" or "meetings" or "appointments" or "calls" or "plans" or "reuniao" or "reunioes" or "consulta" or "na" or "no" or "pra" or "para" or "on" or "for"))
            {
                return Lists.Days(Call.To("calendar_list_events"), wish);
            }
        }

        return null;
    }

    private static Call? Answer(Wish wish, About about, Cursor after)
    {
        if (about == About.Health)
        {
            return Lists.PastDays(Call.To("health_list_check_ins"), wish);
        }

        if (wish.Speech.TimeAt(after.At) is { } first && first.From == after.At && wish.Speech.Tokens.Count > first.To && wish.Speech.Tokens[first.To].Is("s"))
        {
            after = wish.At(first.To + 1);
        }

        var words = Upcoming(Words.Target(wish.Title(after.At)));
        var noun = NounOf(after);
        return about == About.Due ? words.Length == 0 ? null : Call.To("tasks_list_tasks").With("text", words)
            : noun is Noun.Occasion or Noun.Event && words.Length > 0 ? Lists.Days(Call.To("calendar_list_events"), wish).With("text", words)
            : noun is Noun.None && IsOwn(after, words) ? Lists.Days(Call.To("calendar_list_events"), wish).With("text", words)
            : noun is Noun.Reminder ? Call.To("reminders_list_reminders")
            : null;
    }

    /// <summary>"My next haircut", "a próxima aula": that it is the next one is no part of its name, nor is what it does.</summary>
    private static string Upcoming(string words)
    {
        foreach (var lead in (string[])["next ", "proxima ", "próxima ", "proximo ", "próximo ", "minha proxima ", "minha próxima ", "meu proximo ", "meu próximo "])
        {
            words = words.StartsWith(lead, StringComparison.OrdinalIgnoreCase) ? words[lead.Length..] : words;
        }

        foreach (var tail in (string[])[" again", " mesmo", " last", " start", " begin", " end", " finish", " comeca", " começa", " termina", " acaba"])
        {
            words = words.EndsWith(tail, StringComparison.OrdinalIgnoreCase) ? words[..^tail.Length] : words;
        }

        return words;
    }

    /// <summary>"A feira de ciências", "the dentist": a short name with an article, and no verb, may well be in the calendar.</summary>
    private static bool IsOwn(Cursor after, string words) =>
        (after.Peek(1) is "s" || after.Word is "o" or "a" or "os" or "as" or "meu" or "minha" or "meus" or "minhas" or "the" or "my" or "nosso" or "nossa" or "our")
        && words.Split(' ').Length is > 0 and <= 6 && Normalizer.Fold(words.Split(' ')[0]) is not ("na" or "no" or "em" or "in" or "at") && !words.Split(' ').Any(word => World.Contains(Normalizer.Fold(word)) || ThingsToDo.IsDone(Normalizer.Fold(word)));

    /// <summary>What is asked about these is knowledge of the world.</summary>
    private static readonly HashSet<string> World =
        ["copa", "final", "olimpiadas", "eleicao", "eleicoes", "eclipse", "lua", "estreia", "estreou", "lancamento", "presidente", "brasil", "mundial",
            "campeonato", "libertadores", "carnaval", "pascoa", "natal", "filme", "serie", "guerra", "capital", "world", "cup", "election", "super", "bowl",
            "movie", "season", "president", "moon", "sunset", "sunrise", "sol", "inverno", "verao", "easter", "christmas", "que", "foi", "nasceu", "morreu",
            "sun", "tide", "tides", "mare", "banheiro", "farmacia", "mercado", "was", "born", "died"];

    private static Noun NounOf(Cursor cursor)
    {
        while (!cursor.AtEnd && cursor.TakeAny("o", "a", "os", "as", "meu", "minha", "meus", "minhas", "my", "the", "proxima", "proximo", "next", "e", "eh", "de", "da", "do"))
        {
        }

        return NounTable.Table.Take(ref cursor, out var hit) ? hit.Noun : Noun.None;
    }
}
