using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Tasks: "preciso pagar o aluguel dia 5", "tarefa: …", "conclui a tarefa X", "muda a tarefa X pra sexta", "o que tenho pra fazer hoje?".</summary>
internal static class TaskWishes
{
    private static readonly FrozenSet<string> CreateWords = FrozenSet.ToFrozenSet(
        ["cria", "crie", "criar", "adiciona", "adicione", "adicionar", "add", "create", "acrescenta", "acrescente", "inclui", "inclua", "incluir", "nova", "novo", "new"]);

    public static Outcome? Read(Wish wish) => wish.Verb switch
    {
        Verb.Change when wish.Mark == Mark.ToTasks && wish.At(wish.Head.Start).Word is "joga" or "jogue" => Create(wish, wish.Head.AfterVerb),
        Verb.Create or Verb.Append when wish.Mark == Mark.ToTasks => Create(wish, wish.Head.AfterVerb),
        Verb.List or Verb.Find when wish.Noun == Noun.Task => List(wish),
        Verb.None or Verb.Create when wish is { Noun: Noun.Task, Plural: true } && NothingToDo(wish) => List(wish),
        Verb.None when wish is { Noun: Noun.Task, Plural: false, Head.Feature: Feature.Due, Asks: false } && wish.Time.IsPoint => Change(wish),
        Verb.None when wish.Mark == Mark.ToTasks && wish.At(wish.Head.Start).Word is "pop" or "stick" or "throw" or "chuck" or "jot" or "write" or "joga" or "taca" => Create(wish, wish.Head.Start + 1),
        Verb.Create when wish.Noun == Noun.Task && IsPutOff(wish) => Change(wish),
        Verb.None when wish.Noun == Noun.Task && Tells(wish) => null,
        Verb.None or Verb.Create or Verb.Schedule when wish.Noun == Noun.Task && wish.Mark != Mark.Done => Create(wish, wish.Head.Body),
        Verb.Create when wish.Noun == Noun.None && wish.Mark == Mark.None && wish.Head.Feature == Feature.None && IsCreateWord(wish) => Create(wish, wish.Head.AfterVerb),
        Verb.Need when !wish.Asks && IsInfinitive(wish) => Create(wish, wish.Head.AfterVerb),
        Verb.Delete or Verb.Cancel when wish.Noun == Noun.Task => Target("tasks_delete_task", wish).Unless("task"),
        Verb.Delete when wish.Noun == Noun.None && wish.Target().Length > 0 => Target("tasks_delete_task", wish),
        Verb.Finish when wish.Noun == Noun.Task => Target("tasks_complete_task", wish).Unless("task"),
        Verb.Finish when wish.Noun is Noun.None or Noun.Occasion && !IsStory(wish) && wish.Target(wish.Head.AfterVerb) is { Length: > 0 } done => Call.To("tasks_complete_task").With("task", done),
        Verb.Clear when wish.Noun is Noun.Task or Noun.None => ClearDue(wish),
        Verb.Change or Verb.Create or Verb.Rename or Verb.Snooze when wish.Noun == Noun.Task || wish.Head.Feature is Feature.Priority => Change(wish),
        _ => null,
    };

    /// <summary>A wish without a command word that is a thing to do: "comprar leite amanhã".</summary>
    public static Outcome? Bare(Wish wish) =>
        (wish.Verb == Verb.None || (wish.Verb == Verb.Find && wish.At(wish.Head.Start).Word == "buscar")) && wish.Noun is Noun.None or Noun.Occasion && !wish.Asks
            && (ThingsToDo.Begins(wish.At(wish.Head.Start)) || (!IsLonging(wish) && ThingsToDo.IsToBeDone(wish.At(wish.Head.Start), wish.Time.IsPoint))) && !wish.Has("nao", "don", "not", "never")
            ? Create(wish, wish.Head.Start)
            : null;

    /// <summary>"Já paguei a luz e o IPTU", "already sent the invoice": what was to be done is done.</summary>
    public static IEnumerable<Outcome> Accomplished(Wish wish)
    {
        var start = wish.At(wish.From);
        if (!wish.Asks && start.TakeAny("ok", "okay", "check", "feito", "resolvido") && start.Word is "o" or "a" or "os" or "as" && start.Peek(1) is not ("gente" or "cara" or "galera" or "que" or "povo" or "pessoal") && wish.Time.When is null && wish.Noun == Noun.None && IsShort(wish, start.At))
        {
            yield return Call.To("tasks_complete_task").With("task", Words.Target(wish.Title(start.At)));
            yield break;
        }

        var cursor = wish.At(wish.From);
        while (!cursor.AtEnd && !ThingsToDo.IsDone(cursor.Word) && (cursor.TakeAny("ja", "already", "finalmente", "finally", "just", "pronto", "feito", "i", "eu", "ve", "have", "done", ",", "acabei", "s") || Politeness.Skip(ref cursor)))
        {
        }

        cursor.TakeAny("ve");
        var said = wish.Speech.Tokens.Skip(wish.From).Take(cursor.At - wish.From).Any(token => token.Norm is "ja" or "already" or "finalmente" or "finally");
        if (!wish.Asks && Managed(wish, cursor) is { } managed)
        {
            yield return managed;
            yield break;
        }

        if (wish.Asks || !ThingsToDo.IsDone(cursor.Word) || cursor.Peek(1) is "esse" or "essa" or "este" or "esta" or "isso" or "this" or "that" || !(said || IsPlainlyDone(wish, cursor)))
        {
            yield break;
        }

        cursor.Skip();
        cursor.TakeAny("out", "up", "off");
        var from = cursor.At;
        for (var at = from + 1; at <= wish.End; at++)
        {
            var ends = at == wish.End || (wish.Speech.Tokens[at].Norm is "e" or "," or "and" && at + 1 < wish.End && wish.Speech.Tokens[at + 1].Norm is "o" or "a" or "os" or "as" or "the");
            if (ends && Words.Target(wish.Title(from, at)) is { Length: > 0 } done)
            {
                yield return Call.To("tasks_complete_task").With("task", done);
                from = at + 1;
            }
        }
    }

    /// <summary>"Põe a tarefa do contrato pra amanhã", "bota o lembrete do lixo pra segunda": by its article the thing is there already.</summary>
    public static bool IsPutOff(Wish wish) =>
        wish.At(wish.Head.Start).Word is "poe" or "ponha" or "bota" or "bote" or "coloca" or "coloque" or "por" or "colocar" or "botar" && wish.Head.NounAt > 0
        && wish.Speech.Tokens[wish.Head.NounAt - 1].Norm is "a" or "o" or "essa" or "esse" or "aquela" or "aquele" && wish.At(wish.Head.Body).Word is "do" or "da" or "dos" or "das"
        && wish.Time.When is { IsPoint: true, Recurrence: null } when && (wish.Speech.Tokens[when.From].Norm is "pra" or "para" || wish.Speech.Tokens[when.From - 1].Norm is "pra" or "para");

    /// <summary>"A tarefa de casa é difícil": without a command and with a definite article it is spoken of, not asked for.</summary>
    public static bool Tells(Wish wish) =>
        (wish.Head.NounAt > 0 && wish.Speech.Tokens[wish.Head.NounAt - 1].Norm is "o" or "a" or "os" or "as" or "the" or "seu" or "sua" or "seus" or "your" or "tem" && !wish.Has(":")) || (!wish.Asks && wish.Plural && wish.Has("sao", "are", "is", "e", "foi", "were"));

    /// <summary>"Fiz uma viagem linda", "just finished dinner, it was great": told of what is past, and no thing to do among one's own.</summary>
    private static bool IsStory(Wish wish)
    {
        var first = wish.Speech.Tokens[wish.Head.Start].Norm;
        var article = wish.At(wish.Head.AfterVerb).Word;
        var past = first is "fiz" or "terminei" or "acabei" or "completei" or "finalizei" or "resolvi" or "finished" or "completed" or "did" or "i" or "just" or "finally";
        return wish.Mark != Mark.Done && past && (article is "uma" or "um" or "an" or "this" or "that" || (article is "a" && first is "i" or "just" or "finally" or "finished" or "did" or "completed") || (wish.Noun == Noun.Occasion && article is not ("o" or "a" or "os" or "as" or "the" or "my")) || (!wish.Has("ja", "already") && !IsShort(wish, wish.Head.AfterVerb)));
    }

    /// <summary>The first person's past of a thing to do stands here: such a message tells what was done.</summary>
    public static bool IsPast(Cursor cursor)
    {
        while (!ThingsToDo.IsDone(cursor.Word) && (cursor.TakeAny("ja", "already", "just", "i", "eu", "finally", "finalmente") || Politeness.Skip(ref cursor)))
        {
        }

        return ThingsToDo.IsDone(cursor.Word);
    }

    /// <summary>"Consegui renovar o passaporte", "I managed to renew the passport".</summary>
    private static Call? Managed(Wish wish, Cursor cursor)
    {
        if (!(cursor.Take("consegui") || cursor.TakeAll("managed", "to") || cursor.TakeAll("acabei", "de")) || !ThingsToDo.Begins(cursor) || !IsShort(wish, cursor.At))
        {
            return null;
        }

        return Call.To("tasks_complete_task").With("task", Words.Target(wish.Title(cursor.At)));
    }

    /// <summary>"Paguei o contador", "bought the milk": something known by its article, done today and told in a few words. "Comprei um carro ontem" is a story.</summary>
    private static bool IsPlainlyDone(Wish wish, Cursor cursor)
    {
        var english = ThingsToDo.IsEnglish(cursor.Word);
        cursor.Skip();
        cursor.TakeAny("up", "out", "off");
        return (!english || cursor.Word is not "a") && cursor.Word is "o" or "a" or "os" or "as" or "the" or "my" or "meu" or "minha" or "meus" or "minhas" && IsShort(wish, cursor.At);
    }

    private static bool IsShort(Wish wish, int from)
    {
        var words = 0;
        for (var at = from; at < wish.End; at++)
        {
            var word = wish.Speech.Tokens[at].Norm;
            if (word is "," && words > 0)
            {
                break;
            }

            if (BareEvents.IsSentence(word) || Untold.Contains(word) || (wish.Speech.TimeAt(at)?.Day is { } day && day != wish.Context.Today))
            {
                return false;
            }

            words += wish.Speech.Tokens[at].IsWord ? 1 : 0;
        }

        return words is > 0 and <= 8;
    }

    /// <summary>Words of a story, and things that one only happens to get.</summary>
    private static readonly FrozenSet<string> Untold = FrozenSet.ToFrozenSet(
        ["ontem", "yesterday", "last", "ago", "passada", "passado", "anteontem", "vez", "hours", "horas", "toda", "todo", "sempre", "again", "job", "flu", "blues", "creeps", "sack", "boot", "vibe", "win", "part", "gig", "keys", "fim", "final", "esse", "essa", "este", "esta", "isso", "this", "that", "news", "message", "promotion", "bus", "train", "feeling", "idea", "impression", "wrong", "mas", "but", "muito", "bem", "demais", "cold", "hint", "point", "hang", "chance", "bug", "culpa", "errado", "ela", "dele", "dela", "quase", "nada", "porque", "because", "so"]);

    /// <summary>"Quero voltar a correr": what one would like is not yet something to do.</summary>
    private static bool IsLonging(Wish wish) =>
        wish.Speech.Tokens.Skip(wish.From).Take(wish.Head.Start - wish.From).Any(token => token.Norm is "quero" or "queria" or "gostaria" or "adoraria" or "desejo" or "want" or "like" or "love" or "pode" or "can" or "could" or "poderia" or "consegue" or "estou" or "to");

    private static bool NothingToDo(Wish wish) => wish.Title(wish.Head.Body).Length == 0 || wish.Speech.From(wish.Head.Body).Word is not ":";

    private static bool IsCreateWord(Wish wish) => CreateWords.Contains(wish.Speech.Tokens[wish.Head.Start].Norm) && wish.Title(wish.Head.AfterVerb).Length > 0;

    private static bool IsInfinitive(Wish wish)
    {
        var word = wish.At(wish.Head.AfterVerb).Word;
        if (wish.Speech.TimeAt(wish.Head.AfterVerb) is { } time)
        {
            word = wish.At(time.To).Word;
        }

        var english = wish.Speech.Tokens[wish.Head.AfterVerb - 1].Norm is "to" or "must" or "gotta";
        return word is not ("saber" or "know" or "ajuda" or "help") && (english || ThingsToDo.IsInfinitive(word) || wish.Has("esquecer"));
    }

    /// <summary>A task does not repeat: what has to be done again and again is a reminder.</summary>
    private static Outcome Create(Wish wish, int from)
    {
        if (wish.Time.When?.Recurrence is not null)
        {
            return ReminderWishes.Set(wish, from);
        }

        var (priority, words) = Priorities.Take(wish.Title(PastAnother(wish, from)));
        priority ??= wish.Has("urgente", "urgent", "urgentissimo", "importantissimo") || (wish.Has("important", "importante") && wish.Has("super", "very", "muito", "really")) ? "high" : null;
        return Call.To("tasks_create_task").With("title", words).With("due", Due(wish)).With("priority", priority).Unless("title");
    }

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
                ? call.With("task", target).With("priority", named).Unless("task")
                : call.With("task", Words.Target(Lists.Without(rest, "tarefa", "task"))).With("priority", inWords).Unless("priority");
        }

        if (wish.Verb == Verb.Change && !wish.Time.IsPoint && Priorities.Take(wish.Title(wish.Head.Body)) is (string high, var rated))
        {
            return call.With("task", Words.Target(rated)).With("priority", high).Unless("task");
        }

        if (wish.Verb != Verb.Rename && wish.Head.Feature != Feature.Title && wish.Time.IsPoint)
        {
            return call.With("task", wish.Target()).With("due", Due(wish)).Unless("task");
        }

        return call.With("task", target).With("title", value) is var renamed && renamed.Arguments.ContainsKey("task")
            ? renamed.Unless("title") is Ask ? new Ask(renamed, "due") : renamed
            : new Ask(renamed, "task");
    }
}
