using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Sentences without a command that have a time and yet only tell: hearsay, longings, laments about every Monday, what others do.</summary>
internal static class Told
{
    private const int LongestSubject = 4;

    private static readonly PhraseTable<bool> Hearsay = new((true,
    [
        "dizem|falaram|disseram|avisaram|contaram|comentaram|juram|prometeram que", "parece que", "ouvi|escutei dizer|falar que", "soube|vi|li|ouvi que", "pelo jeito|visto", "diz|reza que|a|o lenda?",
        "they say|said|told", "rumor|rumour|word has it|is", "i heard|hear|read that?", "apparently|supposedly", "people say", "eu? me? lembro|recordo|lembrava me? de|que|quando|bem", "i remember|recall|used", "i? can|could t|not believe|stand|wait", "i cannot believe|stand|wait",
        "nao acredito|creio que", "it seems|looks like",
        "no|na meu|minha tempo|epoca|infancia|juventude", "antigamente", "naquele tempo|naquela epoca", "quando eu|a era|tinha|morava|gente?", "back in my|the day|days", "in my day",
        "when i|we was|were", "turns out", "torce|torcam|torca|reza|rezem|reze|cruza|cruzem por|pra|pela|pelo|os", "wish me luck", "fingers crossed", "combinado|fechado|fechou ,",
        "deal|done ,", "acontece que", "era pra eu",
    ]));

    private static readonly PhraseTable<bool> Longings = new((true,
        ["eu? queria|quero|gostaria|adoraria de? tanto? poder|conseguir", "eu? adoraria", "a? gente podia|devia|poderia|deveria",
            "eu? detesto|odeio|adoro|prefiro|costumo|evito", "quem dera", "quisera eu", "i d|would love to be? able?", "i? wish", "if only"]));

    private static readonly FrozenSet<string> Laments = FrozenSet.ToFrozenSet(["é", "essa", "esse", "essas", "esses", "isso", "me", "it", "it's", "its", "that", "this"]);

    private static readonly FrozenSet<string> Sighs = FrozenSet.ToFrozenSet(["ugh", "ai", "nossa", "ah", "puts", "aff", "affe", "argh", "god", "wow", "sempre",
        "cara", "mano", "gente", "e", "and", "mas", "but", "omg", "jesus", "deus", "oh"]);

    private static readonly FrozenSet<string> Others = FrozenSet.ToFrozenSet(
        ["vem", "viaja", "viajam", "abre", "abrem", "fecha", "fecham", "termina", "terminam", "acaba", "acabam", "chega", "chegam", "sai", "saem", "casam",
            "late", "latem", "canta", "mora", "trabalha", "trabalham", "reclama", "comeca", "comecam", "diz", "grita", "muda", "mudam", "some", "atrasa",
            "quebra", "disse", "disseram", "falaram", "pediram", "mandaram", "avisaram",
         "has", "opens", "closes", "lands", "departs", "starts", "begins", "arrives", "arrive", "comes", "leaves", "barks", "flies", "works", "complains", "screams", "planned",
         "scheduled", "booked", "set", "moved", "cancelled", "canceled", "wrote", "bought", "paid", "wants", "says", "called", "asked", "invited", "texted", "sent",
         "told", "said"]);

    /// <summary>What others do again and again, and one's own habits.</summary>
    private static readonly FrozenSet<string> Customs = FrozenSet.ToFrozenSet(
        ["liga", "reza", "toca", "cai", "caem", "bate", "passa", "fala", "fica", "pede", "manda", "traz", "faz", "vai", "cobra", "posta", "briga", "aparece",
            "calls", "plays", "yells", "falls", "goes", "makes", "brings", "asks", "posts"]);

    private static readonly FrozenSet<string> Mine = FrozenSet.ToFrozenSet(["acordo", "durmo", "trabalho", "saio", "levanto", "chego", "moro", "vivo", "estudo", "cai"]);
    private static readonly FrozenSet<string> Nouns = FrozenSet.ToFrozenSet(["trabalho", "estudo"]);
    private static readonly FrozenSet<string> Around = FrozenSet.ToFrozenSet(["ate", "muito", "ingles", "la", "cedo", "tarde", "o", "sempre", "ha", "no", "na", "feito"]);

    private static readonly FrozenSet<string> Kin = FrozenSet.ToFrozenSet(
        ["mae", "pai", "pais", "irmao", "irma", "irmaos", "primo", "prima", "tio", "tia", "avo", "filho", "filha", "filhos", "marido", "esposa", "mulher",
            "chefe", "vizinho", "vizinha", "amigo", "amiga", "sogro", "sogra", "colega", "namorado", "namorada", "cunhado", "cunhada",
         "mom", "mum", "dad", "parents", "brother", "sister", "cousin", "boss", "neighbor", "neighbour", "friend", "wife", "husband", "son", "daughter", "aunt",
         "uncle", "coworker", "roommate", "boyfriend", "girlfriend"]);

    public static bool IsKin(string word) => Kin.Contains(word);

    public static bool Is(Wish wish)
    {
        if (wish.Verb != Verb.None || wish.Asks || Enumerable.Range(wish.From, Math.Max(wish.End - wish.From, 0)).Any(at => wish.Speech.Tokens[at].Is(":") && wish.Speech.TimeAt(at) is null))
        {
            return false;
        }

        if (Opens(wish, Hearsay) || Opens(wish, Longings) || wish.Has("ninguem", "nobody", "should", "shouldn", "deveria", "deveriam") || Exhausted.IsSaid(wish))
        {
            return true;
        }

        var words = Said(wish);
        if (IsJudged(wish) || IsSighed(wish) || (words.Count > 1 && IsPluralPast(words[0].Norm)) || words.Exists(word => IsImperfect(word.Norm)))
        {
            return true;
        }

        return words.Count > 0 && (IsGoingOn(words) || OthersHabits.Acts(words) || OthersHabits.Are(wish, words) || (wish.Time.When?.Recurrence is not null && (IsHabit(words) || IsLament(words))) || (words.Count > 1 && OfOthers(words)));
    }

    /// <summary>"A Ana tá organizando o churrasco dela", "Ana is planning her party": what somebody else is about.</summary>
    private static bool IsGoingOn(List<Token> words)
    {
        for (var at = 1; at < Math.Min(words.Count - 1, LongestSubject + 4) && words[0].Norm is not ("eu" or "i" or "we" or "nos" or "gente") && words[1].Norm is not "gente"; at++)
        {
            var next = words[at + 1].Norm;
            if ((words[at].Norm is "ta" or "tah" or "esta" or "estao" or "tao" or "tava" or "estava" or "vem" or "anda" && next.Length > 5 && next.EndsWith("ndo", StringComparison.Ordinal))
                || (words[at].Norm is "is" or "are" or "was" or "s" && next.Length > 4 && next.EndsWith("ing", StringComparison.Ordinal) && next is not ("morning" or "evening" or "meeting" or "wedding" or "training")))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Opens(Wish wish, PhraseTable<bool> table)
    {
        var cursor = wish.At(wish.From);
        do
        {
            if (table.Find(cursor, out _, out _))
            {
                return true;
            }
        }
        while (Politeness.Skip(ref cursor));

        return false;
    }

    /// <summary>The words that belong to no time.</summary>
    private static List<Token> Said(Wish wish) =>
        [.. Enumerable.Range(wish.From, wish.End - wish.From).Where(at => wish.Speech.Tokens[at].IsWord && wish.Speech.TimeAt(at) is null).Select(at => wish.Speech.Tokens[at]).SkipWhile(word => Sighs.Contains(word.Norm) && word.Raw is not ("é" or "É"))];

    private static readonly FrozenSet<string> Judging = FrozenSet.ToFrozenSet(
        ["should", "shouldn", "ought", "sounds", "sound", "seems", "seem", "smells", "beats", "suck", "sucks", "hurt", "hurts", "hits", "kill", "kills", "ruins", "ruin", "feels", "feel", "makes", "make", "deserves", "deserve", "deveria", "deveriam",
            "devia", "deviam", "merece", "merecem", "cansa", "cansam", "mata", "matam", "acaba", "acabam", "doi", "doem", "irrita", "irritam", "estraga", "estragam"]);

    private static readonly FrozenSet<string> Being = FrozenSet.ToFrozenSet(["is", "are", "isn", "aren", "é", "são", "eh"]);

    private static readonly FrozenSet<string> Judged = FrozenSet.ToFrozenSet(
        ["a", "an", "the", "so", "too", "such", "just", "not", "never", "always", "my", "pure", "way", "t", "illegal", "hell", "brutal", "rough", "torture", "evil", "overrated", "underrated", "awful", "terrible", "great", "um", "uma",
            "o", "muito", "muita", "tao", "crime", "tortura", "sacanagem", "maldade", "pecado", "demais", "dureza", "puxado", "foda", "osso", "sempre", "nunca", "pra", "coisa", "otimo", "horrivel", "ruim", "bom", "melhor", "pior"]);

    /// <summary>"Adiaram a reunião pra segunda": what others did.</summary>
    private static bool IsPluralPast(string word) => word.Length > 5 && (word.EndsWith("aram", StringComparison.Ordinal) || word.EndsWith("eram", StringComparison.Ordinal) || word.EndsWith("iram", StringComparison.Ordinal));

    /// <summary>"A gente acordava às 5": how it used to be.</summary>
    private static bool IsImperfect(string word) =>
        (word.Length > 5 && (word.EndsWith("ava", StringComparison.Ordinal) || word.EndsWith("avam", StringComparison.Ordinal)) && word is not ("oitava" or "escrava" or "precisava"))
        || word is "tinha" or "tinham" or "fazia" or "faziam" or "dormia" or "comia" or "bebia" or "vivia" or "corria" or "vinha";

    /// <summary>Said of what nobody likes: whatever stands before them is complained about.</summary>
    private static readonly PhraseTable<bool> Complaints = new((true, ["ninguem merece", "insuportavel|inacreditavel|ridiculo|ridicula|absurdo|palhacada",
        "um|que saco|inferno|absurdo|porre|odio|raiva", "who does that", "fala serio",
        "unbelievable|ridiculous|unbearable|insane", "haja paciencia|saco"]));

    private static readonly PhraseTable<bool> Again = new((true, ["mais um|uma", "de novo", "outra vez", "another", "one more", "yet another", "la vem|vou|vamos", "here we go"]));

    /// <summary>"Mais uma reunião amanhã às 8, que beleza", "another meeting at 8 tomorrow, lovely": sighed, and not asked for.</summary>
    private static bool IsSighed(Wish wish)
    {
        var comma = wish.End - 2;
        while (comma > wish.From && comma > wish.End - 5 && !wish.Speech.Tokens[comma].Is(","))
        {
            comma--;
        }

        if (comma < wish.From)
        {
            return false;
        }

        if (wish.Speech.Tokens[comma].Is(",") && Complaints.Find(wish.At(comma + 1), out _, out var end) && end >= wish.End - 1)
        {
            return true;
        }

        return Again.Find(wish.At(wish.From), out _, out _) && wish.Speech.Tokens[comma].Is(",") && wish.At(comma + 1).Word is "que" or "lovely" or "great" or "fantastic" or "wonderful" or "brilliant" or "joy" or "yay" or "just" or "aff" or "ninguem" or "otimo" or "maravilha" or "beleza" or "delicia" or "oh" or "so" or "socorro" or "kill" or "ugh" or "how";
    }

    /// <summary>"Meetings at 8am on Mondays should be illegal", "reunião segunda às 8 é um crime": the thing is judged, and nothing is asked for.</summary>
    private static bool IsJudged(Wish wish)
    {
        for (var at = wish.From + 1; at < wish.End - 1; at++)
        {
            var word = wish.Speech.Tokens[at];
            if (word.Norm is "," or "." or "and" || word.Quoted)
            {
                return false;
            }

            var judged = at >= wish.Head.Start && !ThingsToDo.Begins(wish.At(wish.Head.Start)) && wish.Speech.TimeAt(at) is null && wish.Speech.TimeAt(at + 1) is null
                && (Judging.Contains(word.Norm) || (Being.Contains(word.Raw.ToLowerInvariant()) && Judged.Contains(wish.Speech.Tokens[at + 1].Norm)));
            if (judged && wish.Speech.Times.Any(time => time.From >= wish.From && time.To <= at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Acordo às 6 todo dia"; "trabalho" and "estudo" are nouns too.</summary>
    private static bool IsHabit(List<Token> words) =>
        words.Count == 1 ? Mine.Contains(words[0].Norm) && !Nouns.Contains(words[0].Norm) : Mine.Contains(words[0].Norm) && Around.Contains(words[1].Norm);

    /// <summary>"Toda segunda é a mesma história", "every night the same noise", "todo sábado o vizinho liga o som".</summary>
    private static bool IsLament(List<Token> words) =>
        Laments.Contains(words[0].Raw.ToLowerInvariant())
        || (words.Count > 1 && (words.Take(3).Any(word => word.Norm is "mesmo" or "mesma" or "same") || words.Skip(1).Take(2).Any(word => Customs.Contains(word.Norm))));

    /// <summary>"A loja abre às 9 amanhã", "Peter scheduled a meeting": somebody or something else does it; one's own course that starts is an event.</summary>
    private static bool OfOthers(List<Token> words)
    {
        var own = words[0].Norm is "meu" or "minha" or "meus" or "minhas" or "my" or "our";
        return words[0].Norm is not ("i" or "we" or "eu" or "just" or "finally" or "already" or "que") && (!own || Kin.Contains(words[1].Norm))
            && words.Skip(1).Take(LongestSubject).Any(word => !word.Quoted && (Others.Contains(word.Norm) || (word.Norm.Length > 4 && word.Norm.EndsWith("ou", StringComparison.Ordinal) && word.Norm == words[1].Norm)));
    }
}
