using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>What others do every day or week: "na empresa da Carla todo mundo recebe lembrete toda segunda", "my boss naps every day at 2".</summary>
internal static class OthersHabits
{
    private const int LongestSubject = 8;

    /// <summary>They are never the person alone.</summary>
    private static readonly PhraseTable<bool> Crowds = new((true,
        ["todo|todos mundo", "o|esse pessoal", "a|essa galera|turma|molecada|criancada|mulherada|familia", "eles|elas|they", "everyone|everybody|people",
            "all the guys|girls|kids|neighbors|neighbours", "os|as vizinhos|vizinhas|meninos|meninas|outros|outras"]));

    /// <summary>What people do, of a third person.</summary>
    private static readonly FrozenSet<string> Doings = FrozenSet.ToFrozenSet(
        ["recebe", "recebem", "ganha", "ganham", "janta", "jantam", "almoca", "almocam", "toma", "tomam", "tem", "folga", "folgam", "manda", "mandam", "joga", "jogam", "vai", "vao",
            "paga", "pagam",
            "faz", "fazem", "come", "comem", "dorme", "dormem", "acorda", "acordam", "liga", "ligam", "corre", "correm", "treina", "treinam", "estuda", "estudam", "viaja", "viajam",
                "visita", "visitam", "assiste", "assistem",
            "bebe", "bebem", "usa", "usam", "trabalha", "trabalham", "sai", "saem", "chega", "chegam", "vem", "reza", "rezam", "canta", "cantam", "danca", "nada", "nadam", "leva",
                "levam", "busca", "buscam", "da", "dao", "posta", "postam",
            "gets", "get", "takes", "take", "has", "have", "plays", "play", "goes", "go", "eats", "eat", "sleeps", "wakes", "sends", "send", "runs", "run", "calls", "pays", "works",
                "work", "drinks", "leaves", "leave", "naps", "cooks",
            "trains", "swims", "sings", "visits", "makes", "does", "do", "receives", "receive", "watches", "picks", "meets", "teaches", "prays"]);

    /// <summary>After them no verb stands.</summary>
    private static readonly FrozenSet<string> BeforeNouns = FrozenSet.ToFrozenSet(
        ["o", "a", "os", "as", "um", "uma", "de", "do", "da", "dos", "das", "com", "pra", "para", "pro", "por", "no", "na", "em", "e", "ou", "que", "the", "an", "my", "our", "to",
            "for", "of", "with", "and", "or", "meu", "minha", "at", "on", "in",
            "i", "we", "eu", "gente", "you", "voce", "don", "not"]);

    private static readonly FrozenSet<string> NoVerbs = FrozenSet.ToFrozenSet(["nada", "da", "danca", "visita", "busca", "corre", "joga", "play", "run", "runs", "work", "works",
        "calls", "drinks", "do", "go", "plays", "visits", "leave", "meets", "trains", "naps", "usa", "toma", "liga"]);

    /// <summary><paramref name="words"/> are those that belong to no time.</summary>
    public static bool Are(Wish wish, IReadOnlyList<Token> words)
    {
        var crowd = Crowd(wish);
        if ((wish.Time.When?.Recurrence is null && !crowd) || words.Any(word => word.Norm is "eu" or "i" or "me" or "we" or "nos" or "comigo" or "gente" or "us"))
        {
            return false;
        }

        if (words.Skip(1).Take(4).Any(word => word.Norm is "always" or "usually" or "never" or "often" or "sempre" or "nunca" or "geralmente" or "normalmente" or "costuma" or "costumam"))
        {
            return true;
        }

        for (var at = 1; at < Math.Min(words.Count, LongestSubject); at++)
        {
            var word = words[at];
            if (Doings.Contains(word.Norm) && !word.Quoted && !BeforeNouns.Contains(words[at - 1].Norm) && word.Raw is not "dá" && (crowd || (IsSomebody(words, at)
                && !NoVerbs.Contains(word.Norm)) || (IsSomebody(words, at) && HasArticle(words))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"O Fábio busca as crianças": a name or a subject with what it does.</summary>
    public static bool Does(string title)
    {
        var words = Tokenizer.Cut(title).FindAll(token => token.IsWord);
        for (var at = 1; at < Math.Min(words.Count - 1, 5); at++)
        {
            if (Doings.Contains(words[at].Norm) && !BeforeNouns.Contains(words[at - 1].Norm) && words[at].Raw is not "dá" && (!NoVerbs.Contains(words[at].Norm) || words[at + 1].Norm is "o" or "a" or "os" or "as" or "the" or "my" or "meu" or "minha")
                && (HasArticle(words) || char.IsUpper(words[at - 1].Raw[0])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Minha mãe me lembra todo domingo": somebody is said to do it; the imperative of "o senhor" is another word.</summary>
    public static bool Reminds(Speech speech, int from, int at)
    {
        if (!speech.Tokens[at].Is("me") || at + 1 >= speech.Tokens.Count || speech.Tokens[at + 1].Norm is not ("lembra" or "avisa" or "acorda" or "chama" or "cutuca" or "alerta" or "cobra"))
        {
            return false;
        }

        if (at > from && speech.Tokens[at - 1].Norm is "ninguem" or "quem" or "alguem" or "mundo" or "sempre" or "nunca" or "isso" or "pessoal" or "que")
        {
            return true;
        }

        while (at > from && speech.Tokens[at - 1].IsWord && speech.TimeAt(at - 1) is null)
        {
            at--;
        }

        return speech.Tokens[at].Raw is not ("ô" or "ó" or "Ô" or "Ó")
            && speech.Tokens[at].Norm is "o" or "a" or "os" or "as" or "minha" or "meu" or "essa" or "esse" or "nossa" or "nosso" or "ninguem" or "quem" or "seu" or "dona";
    }

    private static readonly FrozenSet<string> Determiners = FrozenSet.ToFrozenSet(["o", "a", "os", "as", "um", "uma", "the", "an", "my", "our", "his", "her", "their", "your", "meu", "minha", "seu", "sua"]);

    private static readonly FrozenSet<string> People = FrozenSet.ToFrozenSet(["padre", "pastor", "coral", "time", "turma", "banda", "professora", "professor", "medica", "diarista", "faxineira", "empregada",
        "porteiro", "zelador", "sindico", "sindica", "sogros", "netos", "neto", "neta", "crianca", "criancas", "menino", "menina", "bebe", "cachorro", "cachorra", "gato", "patrao", "patroa", "cara",
        "choir", "kids", "dog", "cat", "baby", "priest", "vicar", "teacher", "cleaner", "landlord", "band", "team", "coach", "granny", "grandma", "grandpa", "nan", "lad", "lads", "guys"]);

    private static readonly FrozenSet<string> Linking = FrozenSet.ToFrozenSet(["sobre", "entre", "contra", "desde", "ante", "durante", "conforme", "perante", "para", "pra", "ate", "de", "e", "que", "onde", "menos", "as", "is", "vs", "plus", "versus", "apos"]);

    /// <summary>"O padre celebra a missa", "meu cunhado pesca", "my neighbour mows the lawn": somebody by an article or a kin, and what they do.</summary>
    public static bool Acts(IReadOnlyList<Token> words)
    {
        if (words.Count < 3 || !(HasArticle(words) || words[0].Norm is "his" or "her" or "their" or "seu" or "sua" or "nosso" or "nossa"))
        {
            return false;
        }

        if ((Told.IsKin(words[1].Norm) || People.Contains(words[1].Norm)) && words[2].Norm.Length > 3 && IsFinite(words[2].Norm) && !Linking.Contains(words[2].Norm) && !ThingsToDo.IsInfinitive(words[2].Norm))
        {
            return true;
        }

        for (var at = 2; at < Math.Min(words.Count - 1, LongestSubject); at++)
        {
            if (!words[at].Quoted && words[at].Norm.Length > 3 && IsFinite(words[at].Norm) && !Linking.Contains(words[at].Norm) && !BeforeNouns.Contains(words[at - 1].Norm) && !ThingsToDo.IsInfinitive(words[1].Norm)
                && Determiners.Contains(words[at + 1].Norm) && words[at + 1].Start - words[at].End <= 1 && !char.IsUpper(words[at].Raw[0]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFinite(string word) =>
        word.EndsWith("am", StringComparison.Ordinal) || word.EndsWith("em", StringComparison.Ordinal) || word[^1] is 'a' or 'e' || (word[^1] is 's' && word[^2] is not ('s' or 'u' or 'i' or 'a' or 'o'));

    private static bool HasArticle(IReadOnlyList<Token> words) => words[0].Norm is "o" or "a" or "os" or "as" or "meu" or "minha" or "my" or "the" or "our" or "ele" or "ela" or "he"
        or "she";

    /// <summary>A name, or one with an article, stands before the verb.</summary>
    private static bool IsSomebody(IReadOnlyList<Token> words, int verb) =>
        HasArticle(words) || (char.IsUpper(words[verb - 1].Raw[0]) && words[verb - 1].Raw.Skip(1).All(char.IsLower)) || words[0].Norm is "na" or "no" or "la" or "at" or "in";

    private static bool Crowd(Wish wish)
    {
        for (var at = wish.From; at < wish.End; at++)
        {
            if (Crowds.Find(wish.At(at), out _, out _) && (at == wish.From || wish.Speech.Tokens[at - 1].Norm is not ("com" or "pra" or "para" or "de" or "do" or "da" or "with"
                or "for" or "to" or "and" or "e" or "por")))
            {
                return true;
            }
        }

        return false;
    }
}
