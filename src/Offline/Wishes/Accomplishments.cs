using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>What was to be done and is done: "já paguei a luz e o IPTU", "just paid the rent", "consegui renovar o passaporte"; and the stories that only sound like it.</summary>
internal static class Accomplishments
{
    /// <summary>"Já paguei a luz e o IPTU", "already sent the invoice": what was to be done is done. <paramref name="among"/> other wishes "já" may be missing.</summary>
    public static IEnumerable<Outcome> Read(Wish wish, bool among = false)
    {
        var start = wish.At(wish.From);
        if (!wish.Asks && start.TakeAny("ok", "okay", "check", "feito",
            "resolvido") && start.Word is "o" or "a" or "os" or "as" && start.Peek(1) is not ("gente" or "cara" or "galera" or "que" or "povo" or "pessoal") && wish.Time.When is null && wish.Noun == Noun.None && IsShort(wish, start.At))
        {
            yield return Call.To("tasks_complete_task").With("task", Words.Target(wish.Title(start.At)));
            yield break;
        }

        var cursor = wish.At(wish.From);
        while (!cursor.AtEnd && !IsDone(cursor) && (cursor.TakeAny("ja", "already", "finalmente", "finally", "just", "pronto", "feito", "i",
            "eu", "ve", "have", "done", ",", "acabei", "s") || Politeness.Skip(ref cursor)))
        {
        }

        cursor.TakeAny("ve");
        var said = wish.Speech.Tokens.Skip(wish.From).Take(cursor.At - wish.From).Any(token => token.Norm is "ja" or "already" or "finalmente" or "finally");
        var end = wish.End;
        while (end - 1 > cursor.At && wish.Speech.Tokens[end - 1].Norm is "ja" or "already" or "finalmente" or "finally" or "enfim" or "!")
        {
            end--;
            said |= wish.Speech.Tokens[end].IsWord;
        }

        said |= among && cursor.Peek(1) is "o" or "a" or "os" or "as" or "the" or "my" && !IsOfAnotherDay(wish) && IsShort(wish, cursor.At + 1);
        if (!wish.Asks && Managed(wish, cursor) is { } managed)
        {
            yield return managed;
            yield break;
        }

        if (wish.Asks || !(IsDone(cursor) || (said && IsChore(wish, cursor))) || cursor.Peek(1) is "esse" or "essa" or "este" or "esta" or "isso" or "this" or "that" || !(said || IsPlainlyDone(wish, cursor)))
        {
            yield break;
        }

        cursor.Skip();
        cursor.TakeAny("out", "up", "off", cursor.Previous.Norm is "handed" or "turned" ? "in" : "off");
        var from = cursor.At;
        for (var at = from + 1; at <= end; at++)
        {
            var ends = at == end || (wish.Speech.Tokens[at].Norm is "e" or "," or "and" && at + 1 < end && wish.Speech.Tokens[at + 1].Norm is "o" or "a" or "os" or "as" or "the");
            var another = at + 2 < end && wish.Speech.Tokens[at].Norm is "e" or "and" or "," && IsDeed(wish.Speech.Tokens[at + 1].Norm) && wish.Speech.Tokens[at + 2].Norm is "o" or "a" or "os" or "as" or "the";
            if ((ends || another) && Words.Target(wish.Title(from, at)) is { Length: > 0 } done)
            {
                yield return Call.To("tasks_complete_task").With("task", done);
                from = at + (another ? 2 : 1);
            }
        }
    }

    private static bool IsDone(Cursor cursor) => ThingsToDo.IsDone(cursor.Word) || (cursor.Word is "handed" or "turned" && cursor.Peek(1) is "in");

    /// <summary>Beside another deed any first person's past is one: "lavei a louça e varri a casa".</summary>
    private static bool IsDeed(string word) => ThingsToDo.IsDone(word) || (word.Length > 3 && word[^1] == 'i' && word[^2] is 'e' or 'r' or 'd' or 't' or 'l' or 'n' or 'v' or 'h' or 'g' or 'z' or 'b' or 'p' or 'm' or 'u');

    /// <summary>"Já protocolei o recurso", "já quitei o IPTU": with "já" and an article any deed, but not what only befalls, is felt or is said.</summary>
    private static bool IsChore(Wish wish, Cursor cursor) =>
        cursor.Word.Length > 3 && (cursor.Word.EndsWith("ei", StringComparison.Ordinal) || IsDeed(cursor.Word)) && !Idle.Contains(cursor.Word)
        && cursor.Peek(1) is "o" or "a" or "os" or "as" or "meu" or "minha" or "meus" or "minhas" && !IsOfAnotherDay(wish) && IsShort(wish, cursor.At + 1);

    private static readonly FrozenSet<string> Idle = FrozenSet.ToFrozenSet(
        ["passei", "fiquei", "cansei", "falei", "contei", "achei", "pensei", "esperei", "comecei", "gostei", "amei", "chorei", "morei", "errei", "acordei",
            "notei", "superei", "adorei", "odiei", "sonhei", "lembrei", "perguntei", "expliquei", "tentei", "cheguei", "entrei", "voltei", "viajei",
            "trabalhei", "casei", "encontrei", "ganhei", "gastei", "quebrei", "escutei", "reparei", "imaginei", "desconfiei", "aceitei",
            "experimentei", "provei", "usei", "usarei", "farei", "serei", "estarei", "terei", "irei", "direi", "verei", "comprarei", "pagarei", "mudei", "marquei",
            "anotei", "criei", "apaguei", "cancelarei", "perdoei", "vivi", "senti", "perdi", "sofri", "ouvi", "conheci", "aprendi", "entendi", "percebi", "cresci", "nasci", "morri", "dormi",
            "comi", "bebi",
            "sai", "cai", "fugi", "sorri", "bati", "esqueci", "desisti", "consegui", "resisti", "assisti", "mereci", "larguei", "abandonei", "enfrentei", "aguentei", "suportei", "confirmarei"]);

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
        cursor.TakeAny("up", "out", "off", cursor.Previous.Norm is "handed" or "turned" ? "in" : "off");
        return (!english || cursor.Word is not "a") && cursor.Word is "o" or "a" or "os" or "as" or "the" or "my" or "meu" or "minha" or "meus" or "minhas" && !IsOfAnotherDay(wish) && IsShort(wish, cursor.At);
    }

    /// <summary>"Fiz uma viagem linda", "just finished dinner, it was great": told of what is past, and no thing to do among one's own.</summary>
    public static bool IsStory(Wish wish)
    {
        var first = wish.Speech.Tokens[wish.Head.Start].Norm;
        var article = wish.At(wish.Head.AfterVerb).Word;
        if (wish.Mark != Mark.Done && (NotTasks.Contains(article) || (first is "bati" or "atingi" or "alcancei" or "reached" or "achieved" && wish.Noun == Noun.None) || (first is "completei" or "i" or "completed" && char.IsAsciiDigit(article.FirstOrDefault()))
            || wish.Speech.Tokens[wish.Head.AfterVerb - 1].Is("que") || (wish.Speech.TimeAt(wish.From)?.Day < wish.Context.Today && !wish.Has("tarefa", "task")) || (first is "acabei" or "terminei" && article.EndsWith("ndo", StringComparison.Ordinal))))
        {
            return true;
        }

        var past = first is "fiz" or "bati" or "atingi" or "alcancei" or "done" or "terminei" or "acabei" or "completei" or "finalizei" or "resolvi" or "finished" or "completed" or "did" or "i" or "just" or "finally";
        return wish.Mark != Mark.Done && past && (article is "uma" or "um" or "com" or "que" or "an" or "this" or "that" || (article is "a" && first is "i" or "just" or "finally" or "finished" or "did" or "completed") || (wish.Noun == Noun.Occasion && article is not ("o" or "a" or "os" or "as" or "the" or "my")) || (!wish.Has("ja", "already") && !IsShort(wish, wish.Head.AfterVerb)));
    }

    private static bool IsOfAnotherDay(Wish wish) => wish.Speech.Times.Any(time => time.From >= wish.From && time.To <= wish.End && time.Day < wish.Context.Today);

    /// <summary>One is done with them otherwise: "I'm done with you".</summary>
    private static readonly FrozenSet<string> NotTasks = FrozenSet.ToFrozenSet(
        ["you", "him", "her", "them", "men", "women", "people", "life", "voce", "ele", "ela", "besteira", "merda", "bobagem", "cagada", "amizade", "questao",
            "falta", "parte", "sentido", "love", "dating"]);

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

            if (BareEvents.IsSentence(word) || word is "ficou" or "ficaram" or "deu" or "saiu" or "virou" or "turned" or "tasted" || (Untold.Contains(word) && !(word is "onibus" or "trem" or "metro" or "train" or "bus" or "taxi" && at > from + 1)) || (wish.Speech.TimeAt(at) is { Day: { } day } time && day != wish.Context.Today && !Dates.TimesOfThings.IsMonth(wish.Speech.Tokens, time)))
            {
                return false;
            }

            words += wish.Speech.Tokens[at].IsWord ? 1 : 0;
        }

        return words is > 0 and <= 8;
    }

    /// <summary>Words of a story, and things that one only happens to get.</summary>
    private static readonly FrozenSet<string> Untold = FrozenSet.ToFrozenSet(
        ["ficou", "ficaram", "saiu", "deu", "rendeu", "ontem", "yesterday", "last", "ago", "passada", "passado", "anteontem", "vez", "hours", "horas", "toda",
            "todo", "sempre", "again", "job", "flu", "blues", "creeps", "sack", "boot", "vibe", "win", "part", "gig", "keys", "fim", "final", "esse", "essa",
            "este", "esta", "isso", "this", "that", "news", "message", "promotion", "bus", "train", "feeling", "idea", "impression", "wrong", "mas", "but",
            "muito", "bem", "demais", "manha", "disso", "assunto", "maos", "onibus", "metro", "trem", "toalha", "namoro", "folego", "train", "taxi",
            "cold", "hint", "point", "hang", "chance", "bug", "culpa", "errado", "ela", "dele", "dela", "quase", "nada", "porque",
            "because", "so"]);
}
