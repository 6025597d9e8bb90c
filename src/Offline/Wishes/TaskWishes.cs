using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Tasks: "preciso pagar o aluguel dia 5", "tarefa: …", "conclui a tarefa X", "muda a tarefa X pra sexta", "o que tenho pra fazer hoje?".</summary>
internal static class TaskWishes
{
    private static readonly FrozenSet<string> CreateWords = FrozenSet.ToFrozenSet(
        ["cria", "crie", "criar", "adiciona", "adicione", "adicionar", "add", "create", "acrescenta", "acrescente", "inclui", "inclua", "incluir", "nova", "novo", "new"]);

    private static readonly PhraseTable<bool> Pledge = new((true, VerbTurns.Pledges));

    /// <summary>What stands in a note is no task.</summary>
    private static readonly PhraseTable<bool> FromList = new((true, ["da|na lista de|do|da compras|mercado|feira|supermercado", "off|from|on my|the shopping|grocery|groceries list"]));

    private static bool IsFromList(Wish wish) =>
        Enumerable.Range(3, 2).Any(back => FromList.Find(wish.At(Math.Max(wish.Head.AfterVerb, wish.End - back)), out _, out _));

    private static readonly PhraseTable<bool> Rating = new((true, ["como|e|ser muito|mais|super? urgente|prioritaria|importante|prioridade", "com|em|na|a prioridade", "urgente|prioritaria"]));

    public static Outcome? Read(Wish wish) => wish.Verb switch
    {
        Verb.Change when wish.Mark == Mark.ToTasks && wish.At(wish.Head.Start).Word is "joga" or "jogue" => Create(wish, wish.Head.AfterVerb),
        Verb.Create or Verb.Append when wish.Mark == Mark.ToTasks => Create(wish, wish.Head.AfterVerb),
        Verb.List or Verb.Find when wish.Noun == Noun.Task => List(wish),
        Verb.None or Verb.Create when wish is { Noun: Noun.Task, Plural: true } && NothingToDo(wish) && !Statements.About(wish, wish.Head.Body) => List(wish),
        Verb.None when wish is { Noun: Noun.Task, Plural: false, Head.Feature: Feature.Due, Asks: false } && wish.Time.IsPoint => Change(wish),
        Verb.None when wish.Mark == Mark.ToTasks && wish.At(wish.Head.Start).Word is "pop" or "stick" or "throw" or "chuck" or "jot" or "write" or "joga" or "taca" => Create(wish, wish.Head.Start + 1),
        Verb.Create when wish.Noun == Noun.Task && IsPutOff(wish) => Change(wish),
        Verb.None when wish.Noun == Noun.Task && (Tells(wish) || Statements.About(wish, wish.Head.Body) || (wish.Head.Pointer is not null && !wish.Has(":"))) => null,
        Verb.None or Verb.Create or Verb.Schedule when wish.Noun == Noun.Task && wish.Mark != Mark.Done => Create(wish, wish.Head.Body),
        Verb.Create when wish.Noun == Noun.None && wish.Mark == Mark.None && wish.Head.Feature == Feature.None && IsCreateWord(wish) => Create(wish, wish.Head.AfterVerb),
        Verb.Create when wish is { Noun: Noun.None, Mark: Mark.None } && IsForMe(wish) => Create(wish, wish.Head.AfterVerb),
        Verb.Need when wish.Time.When?.Day < wish.Context.Today && wish.At(wish.Head.Start).Word is "fiquei" or "combinei" or "prometi" or "ficamos" or "combinamos" => null,
        Verb.Need when wish.Time.When is { HasClock: true } && wish.At(wish.Head.Start).Word is "combinei" or "combinamos" => CalendarWishes.Create(wish, wish.Head.AfterVerb),
        Verb.Need when wish.At(wish.Head.Start).Word is "devo" && wish.At(wish.Head.AfterVerb).Word is "chegar" or "sair" or "voltar" or "demorar" or "atrasar" or "estar" or "ficar" or "ter" or "ir" => null,
        Verb.Need when wish.Title(wish.Head.AfterVerb) is "trabalhar" or "work" => null,
        Verb.Need when !wish.Time.IsPoint && Pledge.Find(wish.At(wish.Head.Start), out _, out _) => null,
        Verb.Need when Statements.IsIdiom(wish, wish.Head.AfterVerb) => null,
        Verb.Need when !wish.Asks && Arranged.IsOuting(wish) => CalendarWishes.Create(wish, wish.Head.AfterVerb),
        Verb.Need when !wish.Asks && IsInfinitive(wish) => Create(wish, wish.Head.AfterVerb),
        Verb.Delete or Verb.Cancel when wish.Noun == Noun.Task => Target("tasks_delete_task", wish).Unless("task"),
        Verb.Delete when wish.Noun == Noun.None && wish.Target() is "lista" or "minha lista" or "list" or "pendências" or "frente" => new Ask(Call.To("tasks_delete_task"), "task"),
        Verb.Delete when wish.Noun == Noun.None && !Errands.IsTimed(wish) && wish.Target().Length > 0 => Target("tasks_delete_task", wish),
        Verb.Finish when wish.Noun == Noun.Task => Target("tasks_complete_task", wish).Unless("task"),
        Verb.Finish when IsFromList(wish) => new Say("OutOfScope"),
        Verb.Finish when wish.Noun is Noun.None or Noun.Occasion && !Accomplishments.IsStory(wish) && !(wish.Mark != Mark.Done && wish.Time.When?.Day > wish.Context.Today && Errands.IsDated(wish) && wish.Title(wish.Head.AfterVerb).Length > 0) && (wish.Mark == Mark.Done || !wish.Speech.From(wish.Head.AfterVerb, wish.End).Has("is", "are", "was", "were", "foi", "esta", "ta", "sao", "vai", "vao")) && wish.Target(wish.Head.AfterVerb) is { Length: > 0 } done => Call.To("tasks_complete_task").With("task", done),
        Verb.Finish when wish is { Mark: Mark.Done, Noun: Noun.None } && wish.Title(wish.Head.AfterVerb).Length == 0 => new Ask(Call.To("tasks_complete_task"), "task"),
        Verb.Clear when wish.Noun is Noun.Task or Noun.None => ClearDue(wish),
        Verb.Change or Verb.Create or Verb.Rename or Verb.Snooze when wish.Noun == Noun.Task || wish.Head.Feature is Feature.Priority || (wish is { Verb: Verb.Change, Noun: Noun.None, Head.Feature: Feature.Due } && wish.Time.IsPoint) => Change(wish),
        Verb.Change when wish.Noun == Noun.None && IsDeadline(wish) && wish.Time.IsPoint => Change(wish),
        Verb.Change when CalendarWishes.IsErrand(wish) => Create(wish, wish.Head.Start),
        _ => null,
    };

    /// <summary>A wish without a command word that is a thing to do: "comprar leite amanhã".</summary>
    public static Outcome? Bare(Wish wish) =>
        Rated(wish) is { } rated ? rated
        : (wish.Verb == Verb.None || (wish.Verb == Verb.Find && wish.At(wish.Head.Start).Word == "buscar")) && wish.Noun is Noun.None or Noun.Occasion && !wish.Asks
            && (ThingsToDo.Begins(wish.At(wish.Head.Start)) || (!IsLonging(wish) && ThingsToDo.IsToBeDone(wish.At(wish.Head.Start), wish.Time.IsPoint))) && !wish.Has("nao", "don", "not", "never")
            ? Create(wish, wish.Head.Start)
            : null;

    private static readonly PhraseTable<bool> Ratings = new((true, ["high|top|low|medium priority :", "priority :", "urgent :", "urgente :", "alta|baixa|media prioridade :", "prioridade alta|baixa|media :"]));

    /// <summary>"High priority: submit the paperwork": rated first, then said.</summary>
    private static Outcome? Rated(Wish wish)
    {
        var cursor = wish.At(wish.From);
        return !wish.Asks && wish.Verb is Verb.None or Verb.Create && Ratings.Take(ref cursor, out _) && ThingsToDo.IsCommand(cursor) ? Create(wish, wish.From) : null;
    }

    /// <summary>"Põe a tarefa do contrato pra amanhã", "bota o lembrete do lixo pra segunda": by its article the thing is there already.</summary>
    public static bool IsPutOff(Wish wish) =>
        wish.At(wish.Head.Start).Word is "poe" or "ponha" or "bota" or "bote" or "coloca" or "coloque" or "por" or "colocar" or "botar" && wish.Head.NounAt > 0
        && wish.Speech.Tokens[wish.Head.NounAt - 1].Norm is "a" or "o" or "essa" or "esse" or "aquela" or "aquele" && wish.At(wish.Head.Body).Word is "do" or "da" or "dos" or "das"
        && (IsRated(wish) || wish.Time.When is { IsPoint: true, Recurrence: null } when && (wish.Speech.Tokens[when.From].Norm is "pra" or "para" || wish.Speech.Tokens[when.From - 1].Norm is "pra" or "para"));

    /// <summary>"Change the thesis deadline to July 15": English says last what is changed.</summary>
    public static bool IsDeadline(Wish wish) => wish.Time.When is { From: > 1 } when && wish.Speech.Tokens[when.From - 1].Norm is "deadline" or "date" && (wish.Speech.Tokens[when.From - 1].Norm is "deadline" || wish.Speech.Tokens[when.From - 2].Norm is "due");

    /// <summary>"Bota pra mim ligar pro banco", "põe aí: buscar as camisas".</summary>
    private static bool IsForMe(Wish wish)
    {
        var cursor = wish.At(wish.Head.AfterVerb);
        var told = cursor.Take(":") || cursor.Previous.Is("mim");
        return told && ThingsToDo.IsInfinitive(cursor.Word);
    }

    private static bool IsRated(Wish wish)
    {
        for (var at = wish.Head.Body + 1; at < wish.End; at++)
        {
            if (Rating.Find(wish.At(at), out _, out var end) && (end == wish.End || wish.Speech.Tokens[end].Norm is "alta" or "baixa" or "media"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"A tarefa de casa é difícil": without a command and with a definite article it is spoken of, not asked for.</summary>
    public static bool Tells(Wish wish) =>
        (wish.Head.NounAt > 0 && wish.Speech.Tokens[wish.Head.NounAt - 1].Norm is "o" or "a" or "os" or "as" or "the" or "seu" or "sua" or "seus" or "your" or "tem" or "na" or "nessa" or "naquela" && !wish.Has(":")) || (!wish.Asks && wish.Plural && wish.Has("sao",
            "are", "is", "e", "foi", "were"));

    /// <summary>"Quero voltar a correr": what one would like is not yet something to do.</summary>
    public static bool IsLonging(Wish wish) =>
        wish.Speech.Tokens.Skip(wish.From).Take(wish.Head.Start - wish.From).Any(token => token.Norm is "quero" or "queria" or "gostaria" or "adoraria" or "desejo" or "want" or "like" or "love" or "pode" or "can" or "could" or "poderia" or "consegue" or "estou" or "to");

    private static bool NothingToDo(Wish wish) => wish.Title(wish.Head.Body).Length == 0 || wish.Speech.From(wish.Head.Body).Word is not ":";

    private static bool IsCreateWord(Wish wish) => CreateWords.Contains(wish.Speech.Tokens[wish.Head.Start].Norm) && wish.Title(wish.Head.AfterVerb).Length > 0
        && (wish.Speech.Tokens[wish.Head.Start].Norm is not ("nova" or "novo" or "new") || wish.At(wish.Head.AfterVerb).Word is ":" or "," || ThingsToDo.IsListed(wish.At(wish.Head.AfterVerb)));

    private static bool IsInfinitive(Wish wish)
    {
        var word = wish.At(wish.Head.AfterVerb).Word;
        if (wish.Speech.TimeAt(wish.Head.AfterVerb) is { } time)
        {
            word = wish.At(time.To).Word;
        }

        var english = wish.Speech.Tokens[wish.Head.AfterVerb - 1].Norm is "to" or "must" or "gotta";
        return wish.Head.Verb == Verb.None || word is not ("saber" or "know" or "ajuda" or "help") && ((english && word is not ("the" or "my" or "our" or "a" or "an" or "bed" or "school")) || ThingsToDo.IsInfinitive(word) || (ThingsToDo.IsOrder(word) && word is not ("compra" or "troca" or "falta")) || wish.Has("esquecer"));
    }

    /// <summary>A task does not repeat: what has to be done again and again is a reminder.</summary>
    public static Outcome Create(Wish wish, int from)
    {
        if (wish.Time.When?.Recurrence is not null)
        {
            return ReminderWishes.Set(wish, from);
        }

        var (priority, words) = Priorities.Take(wish.Title(PastAnother(wish, from)));
        words = words.EndsWith(", tudo", StringComparison.OrdinalIgnoreCase) ? words[..^6] : words.EndsWith(", all", StringComparison.OrdinalIgnoreCase) ? words[..^5] : words;
        words = wish.Verb == Verb.Need ? words : Arranged.Bare(Arranged.Settled(words));
        priority ??= Says(wish, "urgente", "urgent", "urgentissimo", "importantissimo") || (Says(wish, "important", "importante") && Says(wish, "super", "very", "muito", "really", "tri")) ? "high" : null;
        return Call.To("tasks_create_task").With("title", words).With("due", Due(wish)).With("priority", priority).Unless("title");
    }

    /// <summary>Also in the remark at its end that belongs to no title: "…, é muito importante".</summary>
    private static bool Says(Wish wish, params ReadOnlySpan<string> words) => wish.Speech.From(wish.From, wish.To).Has(words);

    /// <summary>"Cria mais uma: …", "e outra: …", "cria uma de imprimir…": which it is stands after.</summary>
    private static int PastAnother(Wish wish, int from)
    {
        var cursor = wish.At(from);
        while (cursor.TakeAny("mais", "outra", "uma", "another", "one", "more", "nova", "new", "a"))
        {
        }

        return cursor.At > from && (cursor.Word is ":" || (cursor.Word is "de" or "pra" or "para" or "to" && ThingsToDo.IsInfinitive(cursor.Peek(1)))) ? cursor.At : from;
    }

    /// <summary>"Coloca prioridade alta na tarefa do contrato": where the name begins.</summary>
    private static int? NounAfter(Wish wish)
    {
        for (var at = wish.Head.AfterVerb; at < wish.End - 1; at++)
        {
            if (wish.Speech.Tokens[at].Norm is "tarefa" or "task")
            {
                return at + 1;
            }
        }

        return null;
    }

    private static string? Due(Wish wish) => wish.Time.When is { IsPoint: true } when ? Resolve.Moment(when, wish.Context)?.Moment : null;

    private static Call List(Wish wish)
    {
        var call = Call.To("tasks_list_tasks");
        call = wish.Has("atrasadas", "atrasada", "vencidas", "overdue", "late")
            ? call.With("to", Moments.Of(wish.Context.Today.PlusDays(-1)))
            : Lists.Days(call, wish);
        return call.With("status", Lists.Status(wish)).With("text", Lists.About(wish));
    }

    private static Call Target(string function, Wish wish) => Call.To(function).With("task", wish.Target());

    private static Outcome ClearDue(Wish wish)
    {
        var words = wish.Noun == Noun.Task ? wish.Target() : Words.Target(wish.Title(wish.Head.AfterVerb));
        return Call.To("tasks_update_task").With("task", words).With("clearDue", true).Unless("task");
    }

    private static Outcome Change(Wish wish)
    {
        var (target, value) = Changes.Split(wish);
        var call = Call.To("tasks_update_task");
        if (wish.Head.Feature == Feature.Priority || Priorities.Named(value) is not null)
        {
            var named = Priorities.Named(value);
            var (inWords, rest) = Priorities.Take(wish.Title(wish.Head.AfterVerb));
            if (named is null && wish.Noun == Noun.None && NounAfter(wish) is { } noun)
            {
                return call.With("task", Words.Target(wish.Title(noun))).With("priority", inWords).Unless("task");
            }

            return named is not null
                ? call.With("task", target is null ? null : Priorities.WithoutDirection(target)).With("priority", named).Unless("task")
                : call.With("task", Words.Target(Lists.Without(rest, "tarefa", "task"))).With("priority", inWords).Unless("priority");
        }

        if (wish.Verb == Verb.Change && !wish.Time.IsPoint && Priorities.Take(wish.Title(wish.Head.Body)) is (string high, var rated))
        {
            return call.With("task", Words.Target(rated)).With("priority", high).Unless("task");
        }

        if (wish.Verb != Verb.Rename && wish.Head.Feature != Feature.Title && wish.Time.IsPoint)
        {
            var named = Priorities.WithoutDirection(wish.Target());
            named = named.EndsWith(" due date", StringComparison.OrdinalIgnoreCase) ? named[..^9] : named;
            return call.With("task", named).With("due", Due(wish)).Unless("task");
        }

        return call.With("task", target).With("title", value) is var renamed && renamed.Arguments.ContainsKey("task")
            ? renamed.Unless("title") is Ask ? new Ask(renamed, "due") : renamed
            : new Ask(renamed, "task");
    }
}
