using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The profile and goals: "meu nome é …", "meu fuso é …", "trabalho das 9 às 18", "minha meta é …", "conclui a meta X".</summary>
internal static class ProfileWishes
{
    private static readonly PhraseTable<string> Sayings = new(
        ("name", ["todo|todos mundo? me chama|chamam de", "everyone|everybody|people|friends calls|call me", "pode? me trata|trate|tratar de|por",
            "passa|passe|passem|comeca|comece a? tratar|chamar me de|por?", "trata|trate|tratem|tratar me por|de", "chama|chame|chamem|chamar me de|por", "prefiro|gosto ser chamado|chamada|tratado|tratada de|por",
            "meu nome e|eh", "muda|troca|altera meu nome para|pra", "pode? me chama|chamar|chame de", "me chamo", "my name is", "my name s", "call me",
            "change my name to"]),
        ("zone", ["o? meu fuso horario? e|eh|: o|a? de|da|do?", "muda|mude|troca|altera|atualiza|mudar|poe|coloca o? meu? fuso horario? para|pra|pro|em",
            "my time zone is", "my timezone is", "set|change my? time zone to", "set|change my? timezone to"]),
        ("about", ["sobre mim :", "about me :"]),
        ("work", ["eu? trabalho das|de", "meu expediente agora? e|vai|eh? das|de", "o? meu horario de? trabalho agora? e|vai|fica|sera? agora? das|de",
            "i? work from", "my work|working hours are from?", "set my working|work hours from|to?",
            "muda|mude|altera meu horario|expediente de? trabalho? para|pra"]),
        ("goal", ["minha|nova meta e|eh|:", "meu|novo objetivo e|eh|:", "my goal is to?", "new goal :?"]));

    private static readonly PhraseTable<string> Shown = new(("", ["o que|oque voce sabe sobre|de mim", "quem sou eu", "what do you know about me", "who am i"]));

    public static Outcome? Read(Wish wish)
    {
        if (Goal(wish) is { } goal)
        {
            return goal;
        }

        if (wish.Verb is Verb.None or Verb.List && ((wish.Noun == Noun.Profile && wish.At(wish.Head.Body).Word != ":") || Shown.Find(wish.At(wish.Head.Start), out _, out _)))
        {
            return Call.To("profile_get_profile");
        }

        if (wish.From > 0 && Noted(wish) && Read(new Wish(wish.Speech, new Clause(0, wish.From, true))) is { } told)
        {
            // "…, anota no perfil": what was told before it, which is taken in once.
            return told;
        }

        if (WorkHours.Read(wish, wish.Speech) is { } hours)
        {
            return hours;
        }

        if (Homes.Read(wish) is { } home)
        {
            return home;
        }

        var cursor = wish.At(wish.Head.Start);
        return !wish.Asks && (Sayings.Take(ref cursor, out var about) || FromStart(wish, ref cursor, out about) || AfterColon(wish, ref cursor, out about)) ? Said(wish, about, cursor.At) : null;
    }

    private static readonly PhraseTable<bool> Notes = new((true, ["anota|anote|registra|registre|salva|salve|atualiza|atualize|corrige|corrija|muda|mude|arruma|poe|bota|coloca isso|ai|la? no|na|em? meu|minha? perfil|cadastro|conta", "update|save|note|fix|put it|that|this? in|on? my? profile"]));

    private static bool Noted(Wish wish)
    {
        var cursor = wish.At(wish.Head.Start);
        return Notes.Take(ref cursor, out _) && cursor.AtEnd;
    }

    /// <summary>Politeness may have eaten the first word ("eu trabalho", "pode me chamar").</summary>
    private static bool FromStart(Wish wish, ref Cursor cursor, out string about)
    {
        cursor = wish.At(wish.From);
        return Sayings.Take(ref cursor, out about);
    }

    /// <summary>"Atualiza meu perfil: trabalho das 9 às 18".</summary>
    private static bool AfterColon(Wish wish, ref Cursor cursor, out string about)
    {
        about = "";
        for (var at = wish.Head.Body; wish.Noun == Noun.Profile && at < wish.End; at++)
        {
            cursor = wish.At(at);
            if (Sayings.Take(ref cursor, out about))
            {
                return true;
            }
        }

        return false;
    }

    private static Outcome? Said(Wish wish, string about, int from)
    {
        var call = Call.To("profile_update_profile");
        return about switch
        {
            "zone" => call.With("zone", Zones.Of(wish.Text(from).Split(',')[0])).Unless("zone"),
            "work" => WorkHours.IsOfOneDay(wish) ? null : Hours(call, wish),
            "goal" => SetGoal(wish, from),
            "about" => call.With("about", wish.Dictated(from)).Unless("about"),
            _ when wish.Has("mundo", "everyone", "everybody", "people", "friends") && !new Cursor(wish.Speech.From(0), 0).Has("use", "usa", "anota", "pode") => null,
            _ when NoNames.Contains(wish.At(from).Word) => null,
            _ => call.With("name", NameOf(wish.Text(Preferred(wish, from)))).Unless("name"),
        };
    }

    /// <summary>"Call me an uber", "me chama quando der", "call me back": nobody is called so.</summary>
    private static readonly HashSet<string> NoNames =
        ["a", "an", "um", "uma", "back", "later", "when", "if", "quando", "se", "no", "na", "at", "on", "in", "para", "pra", "as", "tomorrow", "amanha", "hoje",
            "today", "now", "agora", "depois", "mais", "daqui", "cab", "taxi", "uber", "que", "not", "nao", "?"];

    /// <summary>"Meu nome é Benedito mas pode me chamar de Dito": the name by which one wants to be called.</summary>
    private static int Preferred(Wish wish, int from)
    {
        for (var at = from; at < wish.End; at++)
        {
            var cursor = wish.At(at);
            if (CallMe.Take(ref cursor, out _) && !cursor.AtEnd)
            {
                from = cursor.At;
            }
        }

        return from;
    }

    private static readonly PhraseTable<bool> CallMe = new((true, ["me chama|chame|chamam|chamar|tratar|trata so? de", "me chama|chame so",
        "prefiro que me chamem de", "but|and? you? can? call me", "i go by", "prefiro ser chamado|chamada de"]));

    /// <summary>A name ends where the sentence goes on: "Emma and I live in Rio".</summary>
    private static string NameOf(string words)
    {
        foreach (var next in (string[])[", ", " and i ", " and my ", " e moro ", " e eu ", " e meu ", " e minha ", " e sou ", " e trabalho ", " but ", " mas ", " que "])
        {
            var at = words.IndexOf(next, StringComparison.OrdinalIgnoreCase);
            words = at > 0 ? words[..at] : words;
        }

        return words;
    }

    private static Call? Hours(Call call, Wish wish)
    {
        var range = wish.Speech.Times.FirstOrDefault(time => time.From >= wish.From && time.EndClock is not null);
        if (range is not { Clock: { } start, EndClock: { } end })
        {
            return null;
        }

        var ends = !end.Sure && end.Time <= start.Time ? end.Time.PlusHours(12) : end.Time;
        return call.With("workStart", Moments.Of(start.Time)).With("workEnd", Moments.Of(ends));
    }

    /// <summary>"Quero botar como meta aprender sanfona", "define uma meta nova", "I want to set a goal: read more".</summary>
    private static Outcome? AsGoal(Wish wish)
    {
        for (var at = wish.From; at < wish.End; at++)
        {
            var cursor = wish.At(at);
            if (AsGoals.Take(ref cursor, out _))
            {
                cursor.TakeAny("nova", "novo", "pra", "para", "de", "of", "to");
                return SetGoal(wish, cursor.At);
            }
        }

        return null;
    }

    private static readonly PhraseTable<bool> AsGoals = new((true,
        ["como|de meta|objetivo :?",
            "define|defina|definir|estabelece|estabelecer|cria|criar|coloca|bota|poe|adiciona|registra|anota uma|um|a|o? nova|novo? meta|objetivo :?",
            "set|create|add|make|have|define a|an|another? new? goal to|of|for|:?", "as a goal :?",
            "i? want|need|ve|have got? a|an|another? new? goal to|of|for|:?",
            "cadastra|cadastre|cadastrar|inclui|inclua|incluir|inventa|salva|salve|salvar|lanca|botar|colocar|adicionar|registrar|anotar uma|um|a|o|outra|mais? nova|novo|outra? meta|objetivo nova|novo? :?",
            "i? m|am setting myself a goal to|of|for|:?", "my? target is to", "quero|queria|vou atingir|bater|alcancar a? meta|objetivo"]));

    private static readonly PhraseTable<bool> Reached = new((true,
        ["hit|reached|met|achieved|smashed|crushed|nailed|accomplished|completed my|the|that|this|another goal|target of|to|for|:", "bati|batemos|cumpri|alcancei|atingi|conquistei|completei|realizei|conclui|finalizei o|a|minha|meu|aquela|aquele? meta|objetivo de|:", "cheguei na|no minha|meu|a? meta|objetivo de"]));

    private static readonly PhraseTable<bool> Mine = new((true, ["minhas|meus|nossas|as|os metas|objetivos", "my|our goals|targets"]));

    /// <summary>"Em que pé estão minhas metas?", "how am I doing on my goals?", "I've hit my goal of reading 12 books".</summary>
    private static Call? Spoken(Wish wish)
    {
        for (var at = wish.From; at < wish.End; at++)
        {
            var cursor = wish.At(at);
            if (!wish.Asks && Reached.Take(ref cursor, out _) && !wish.Has("nao", "not", "never", "nunca", "quase", "almost", "se", "if", "didn",
                "haven") && Words.Target(wish.Title(cursor.At)) is { Length: > 0 } goal)
            {
                return Call.To("profile_complete_goal").With("goal", goal);
            }

            if (wish.Asks && wish.Verb is Verb.None or Verb.List or Verb.Find && Mine.Find(wish.At(at), out _, out _))
            {
                return ListGoals(wish);
            }
        }

        return null;
    }

    /// <summary>"Minha meta era ler 20 livros": told of what is past.</summary>
    private static bool IsPast(Wish wish) => wish.At(AfterIs(wish)).Word is "era" or "was" or "foi" or "seria" or "tinha" or "were" || (wish.Verb == Verb.None && wish.At(wish.Head.Body).Word is "do" or "da" or "of" && wish.Has("foi", "era", "was"));

    /// <summary>"A meta da empresa é vender mais", "the goal of the game is…": whose it is stands after it, and it is not a time.</summary>
    private static bool OfOthers(Wish wish)
    {
        var cursor = wish.At(wish.Head.Body);
        var definite = wish.Head.NounAt > 0 && wish.Speech.Tokens[wish.Head.NounAt - 1].Norm is "a" or "o" or "the";
        if (!definite || cursor.Previous.Norm is not ("da" or "do" or "dos" or "das" or "of") && !cursor.TakeAny("da", "do", "dos", "das", "of"))
        {
            return false;
        }

        cursor.TakeAny("the");
        return wish.Speech.TimeAt(cursor.At) is null && cursor.Word is not ("mes" or "ano" or "semana" or "dia" or "semestre" or "trimestre" or "bimestre" or "month" or "year" or "week" or "quarter" or "my" or "minha" or "meu" or "vez")
            && Enumerable.Range(cursor.At, wish.End - cursor.At).Any(at => wish.Speech.Tokens[at].Raw is "é" or "is" or "are");
    }

    private static Outcome? Goal(Wish wish) => wish.Noun != Noun.Goal ? Spoken(wish) is { } spoken ? spoken : wish.Verb is Verb.None or Verb.Create or Verb.Schedule or Verb.Change && !wish.Asks ? AsGoal(wish) : null : wish.Verb switch
    {
        Verb.List or Verb.Find => ListGoals(wish),
        Verb.None when wish.Plural => ListGoals(wish),
        Verb.Finish => CompleteGoal(wish),
        _ when wish.Mark == Mark.Done => CompleteGoal(wish),
        Verb.None when Accomplished(wish) is { Length: > 0 } goal => Call.To("profile_complete_goal").With("goal", goal),
        Verb.None when !wish.Asks && (IsPast(wish) || OfOthers(wish)) => null,
        Verb.None when !wish.Asks => SetGoal(wish, AfterIs(wish)),
        Verb.Create or Verb.Schedule or Verb.Change => SetGoal(wish, wish.Head.Body),
        _ => null,
    };

    /// <summary>"Meta da maratona: concluída", "meta de leitura batida".</summary>
    private static string? Accomplished(Wish wish)
    {
        var words = wish.Title(wish.Head.Body);
        var space = words.LastIndexOf(' ');
        return space > 0 && Normalizer.Fold(words[(space + 1)..]) is "concluida" or "concluido" or "batida" or "batido" or "atingida" or "atingido" or "cumprida" or "alcancada" or "feita" or "completa" or "done" or "achieved" or "reached" or "completed" or "accomplished"
            ? Words.Target(words[..space].TrimEnd(':', ',', ' ', '-'))
            : null;
    }

    private static int AfterIs(Wish wish)
    {
        var cursor = wish.At(wish.Head.Body);
        if (cursor.Word is "pra" or "para" or "de" or "da" or "do" or "desse" or "deste" or "for" or "this")
        {
            for (var at = cursor.At; at < Math.Min(cursor.At + 5, wish.End); at++)
            {
                if (wish.Speech.Tokens[at].Norm is "e" or "is" or ":")
                {
                    return at + 1;
                }
            }
        }

        cursor.TakeAny("nova", "novo", "pessoal", "principal", "for", "pra", "para");
        cursor.TakeAny("e", "eh", "is", ":");
        return cursor.At;
    }

    private static Call ListGoals(Wish wish) => Call.To("profile_list_goals").With("status", Lists.Status(wish) is { } done ? wish.Has("todas", "todos", "all",
        "abertas", "abertos", "open", "both") ? "all" : done : null);

    private static Outcome CompleteGoal(Wish wish) => Call.To("profile_complete_goal").With("goal", wish.Target()).Unless("goal");

    private static readonly PhraseTable<bool> Intentions = new((true,
        ["coloquei|botei|meti|pus na cabeca que", "decidi|resolvi|prometi|jurei a|pra|para? mim|mim? mesmo|mesma? que?",
            "eu? vou|quero|pretendo|planejo|penso em?", "esse|este ano|mes eu? vou|quero|pretendo", "i? want|plan|intend|hope to",
            "i? ve? decided|promised to|that|myself", "i? m going|gonna to?", "i? ll|will"]));

    /// <summary>"Coloquei na cabeça que vou correr": the goal is to run.</summary>
    private static string Intention(string title)
    {
        var tokens = Tokenizer.Cut(title);
        var cursor = new Cursor(tokens, 0, tokens.Count);
        while (Intentions.Take(ref cursor, out _))
        {
        }

        return cursor.At == 0 || cursor.AtEnd ? title : title[tokens[cursor.At].Start..];
    }

    public static Outcome SetGoal(Wish wish, int from)
    {
        var due = wish.Time.When is { Recurrence: null, Day: not null } when ? Resolve.Day(when with { Deadline = true }) : null;
        var title = Intention(due is null ? wish.Text(from) : wish.TitleByDay(from));
        return Call.To("profile_set_goal").With("title", title).With("due", due is { } day ? Moments.Of(day) : null).Unless("title");
    }
}
