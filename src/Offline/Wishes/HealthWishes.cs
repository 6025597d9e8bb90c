using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Check-ins: "dormi 5 horas e meia, energia 3", "bebi 2 litros", "slept 7 hours", and their list.</summary>
internal static class HealthWishes
{
    private static readonly PhraseTable<bool> Log = new((true,
        ["registra|registre|registrar|regista|registe|registar|log|record|track|put|anota|anote|marca|faz|faca meu|minha|my|um|a|de|o?", "check|checking in", "checkin",
            "registra|registre|anota|anote|marca|grava|lanca|log|record|note|jot ai|aqui|la|down|pra|para? mim?", "hoje|today",
            "registra|registre|anota|anote|marca|registrar|log|record ai? que|that", "que|that", "me", "saude|health :", "que? eu",
            "essa|esta|last noite|night", "acordei|woke up? com|with", "me? sinto|sentindo|feeling", "fiquei|tava|estava|amanheci|andava com", "i? was|felt|had", "e? fiz|tive",
            "so|apenas|somente|umas|uns|quase|only|just|about|around|roughly|nivel|level",
            "meu|minha|my|de|o|a|i|eu|:|,|e|and|com|com|tive|estou|to|with|foi"]));

    private static readonly PhraseTable<bool> Looking = new((true,
        ["como eu? dormi", "como eu? tenho|ando|estou dormido|dormindo", "como esta|foi|anda|estava|ta minha|meu|a|o? sono|saude|energia|humor|peso",
            "como foi|foram|andou|andaram|estao|andam|vao|vai meu|meus|minha|minhas|o|a|os|as registros|registro|dados|numeros|treinos|sono|peso|humor|energia|saude|noites",
            "em que pe|como anda|ta|esta minha|meu|a|o saude|peso|sono|humor",
            "evolucao|historico|media|medias|grafico|resumo|tendencia|relatorio|balanco de|do|da|dos meu|minha|meus? peso|sono|humor|energia|saude|agua|treino|treinos|exercicio|exercicios",
            "my? sleep|weight|mood|energy|water|exercise|health|workout history|log|logs|trend|trends|progress|stats|average|chart|summary", "how did i sleep",
            "how s|is|has|was my sleep|mood|energy|weight|health|water", "what was my? sleep|mood|energy|weight|water", "how have i been sleeping|feeling",
            "how s my health|sleep|energy", "how is|was my health|sleep|energy"]));

    public static Outcome? Read(Wish wish)
    {
        if (!wish.Asks && (wish.Verb is Verb.None or Verb.Create or Verb.Note || wish.At(wish.Head.Start).Word is "check" or "checkin") && (wish.Noun is Noun.CheckIn || wish.At(wish.Head.Start).Peek(1) is "in") && wish.Time.When?.LastDay is null && CheckIn(wish) is { } told)
        {
            return told;
        }

        if (SleepTimes.Read(wish.Speech, wish.From) is var (hours, to) && wish.Verb == Verb.None && !wish.Asks)
        {
            object slept = hours == (int)hours ? (int)hours : hours;
            return (CheckIn(wish, to) ?? Dated(Call.To("health_check_in"), wish)).With("sleepHours", slept);
        }

        if (wish.Verb is Verb.List or Verb.Find && wish.Noun == Noun.CheckIn || wish is { Verb: Verb.None, Noun: Noun.CheckIn, Plural: true } && !wish.Has("nota") && !Statements.About(wish, wish.Head.Body))
        {
            return List(wish);
        }

        if (wish.Verb is Verb.None or Verb.List or Verb.Find && (Looking.Find(wish.At(wish.Head.Start), out _, out _) || (wish.Verb == Verb.List || wish.Has("ver", "see")) && Shows(wish)))
        {
            return List(wish);
        }

        return wish.Verb is Verb.None or Verb.Create or Verb.Note or Verb.Finish or Verb.Schedule or Verb.Capture && !wish.Asks && (wish.Verb != Verb.Capture || wish.At(wish.Head.Start).Word is "log" or "record" or "registra") ? CheckIn(wish) ?? (wish.Head.Start > wish.From ? CheckIn(wish, wish.From) : null) : null;
    }

    /// <summary>"Mostra meu histórico de peso", "show me my weight history".</summary>
    private static bool Shows(Wish wish)
    {
        for (var at = wish.Head.Start; at < wish.End; at++)
        {
            if (Histories.Find(wish.At(at), out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly PhraseTable<bool> Histories = new((true,
        ["historico|registro|registros|evolucao|diario|medias?|dados|resumo|relatorio|check|anotacoes de|do|da|dos sono|peso|humor|energia|agua|exercicio|exercicios|treinos|saude",
            "meu|minha|meus|minhas peso|humor|energia|sono|saude|treinos|exercicios",
            "my sleep|weight|mood|energy|exercise|workouts|hydration over|for|in|during|this|last|since|lately",
            "my? sleep|weight|mood|energy|water|exercise|health|workout log|logs|history|records|data|entries|stats"]));

    /// <summary>What is told of habits, of what is good for one or of what one would like is measured by nobody.</summary>
    private static readonly PhraseTable<bool> General = new((true,
        ["used to", "usually|normally|generally|typically|ideally", "costumo|costumava|costumam|costuma|normalmente|geralmente|idealmente",
            "e|seria|era o? ideal|recomendado|normal|suficiente|saudavel|importante", "is|are|would be the? recommended|ideal|normal|enough|healthy|important",
            "meta|goal", "queria|gostaria|adoraria", "wish|would love", "faz|fazem bem|mal|diferenca", "antigamente|quando eu? era",
            "preciso|precisava|tenho que|de? dormir|beber|treinar|perder", "need|have to sleep|drink|lose|exercise"]));

    private static bool IsGeneral(Wish wish)
    {
        if (wish.Time.When?.LastDay < wish.Context.Today || (wish.Time.When?.Recurrence is not null && wish.Noun != Noun.CheckIn && wish.At(wish.Head.Start).Word is not ("check" or "checkin")))
        {
            // A week or a year gone by has no day that it could be written to, nor has what is done every week.
            return true;
        }

        for (var at = wish.From; at < wish.End; at++)
        {
            if (General.Find(wish.At(at), out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    public static Call? CheckIn(Wish wish, int? from = null)
    {
        if (IsGeneral(wish))
        {
            return null;
        }

        var call = Call.To("health_check_in");
        var cursor = wish.At(from ?? wish.Head.Start);
        var said = false;
        while (!cursor.AtEnd)
        {
            if (Cups(ref cursor))
            {
                continue;
            }

            if (Measures.Take(ref cursor, out var name, out var value))
            {
                call = call.With(name, value);
                said = true;
            }
            else if (Note(wish, cursor) is { } note && said)
            {
                return Dated(call.With("note", note), wish);
            }
            else if (Log.Find(cursor, out _, out var end))
            {
                cursor = new Cursor(cursor, end);
            }
            else if (wish.Speech.TimeAt(cursor.At) is { IsPoint: true, HasClock: false } time && time.From == cursor.At)
            {
                cursor = new Cursor(cursor, time.To);
            }
            else if (!said && cursor.At == (from ?? wish.Head.Start) && Aside(cursor) is { } past)
            {
                cursor = new Cursor(cursor, past);
            }
            else if (!said && cursor.At < (from ?? wish.Head.Start) + 3 && cursor.Peek(1) is ":" or "," && cursor.Token.IsWord)
            {
                cursor.Skip();
                cursor.Skip();
            }
            else if (!said)
            {
                return null;
            }
            else
            {
                cursor.Skip();
            }
        }

        return said ? Dated(call, wish) : null;
    }

    /// <summary>"Noite ruim, só 5 horas de sono": a remark of a few words before what is measured.</summary>
    private static int? Aside(Cursor cursor)
    {
        for (var at = 1; at < 5; at++)
        {
            if (cursor.Peek(at) is "," or ":")
            {
                return at > 1 ? cursor.At + at + 1 : null;
            }
        }

        return null;
    }

    /// <summary>"Tomei 3 copos de água": nobody knows how much that is, and what follows may be measured.</summary>
    private static bool Cups(ref Cursor cursor)
    {
        var c = cursor;
        var drunk = c.TakeAny("tomei", "bebi", "drank", "had") && Numbers.Take(ref c, out _) && c.TakeAny("copos", "copo", "glasses", "glass", "cups", "cup",
            "xicaras", "garrafas", "garrafinhas", "bottles");
        _ = drunk && c.TakeAny("de", "d", "of") && c.TakeAny("agua", "water");
        cursor = drunk ? c : cursor;
        return drunk;
    }

    private static string? Note(Wish wish, Cursor cursor)
    {
        var c = cursor;
        return c.TakeAny("nota", "note", "obs", "observacao") && c.Take(":") ? wish.Text(c.At) : null;
    }

    /// <summary>The sleep of last night belongs to the day on which one wakes.</summary>
    private static bool LastNight(Wish wish)
    {
        for (var at = wish.From; at < wish.End; at++)
        {
            if (Nights.Find(wish.At(at), out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly PhraseTable<bool> Nights = new((true, ["last night", "ontem a|de noite", "noite passada|anterior", "de ontem para|pra hoje", "na noite passada", "de ontem pra hoje"]));

    private static Call Dated(Call call, Wish wish)
    {
        var day = wish.Speech.Times.FirstOrDefault(time => time.From >= wish.From && time.To <= wish.End && time is { Day: not null, LastDay: null })?.Day;
        return day is { } found && found < wish.Context.Today && !(found == wish.Context.Today.PlusDays(-1) && call.Arguments.ContainsKey("sleepHours") && LastNight(wish)) ? call.With("date", Moments.Of(found)) : call;
    }

    private static Call List(Wish wish) => Lists.PastDays(Call.To("health_list_check_ins"), wish);
}
