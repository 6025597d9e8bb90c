using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Sentences that only tell something, though they name a thing that is kept here: "essas tarefas não acabam nunca", "my notes are gone".</summary>
internal static class Statements
{
    private static readonly FrozenSet<string> Finite = FrozenSet.ToFrozenSet(
        ["e", "eh", "foi", "foram", "sao", "estao", "tao", "ta", "esta", "era", "eram", "ficou", "ficaram", "saiu", "nunca", "nao", "acaba", "acabam", "sumiu",
            "sumiram", "parece", "parecem", "virou", "deu", "me", "custou", "are", "were", "is", "was", "has", "have", "had", "never", "got", "went", "looks",
            "keeps", "keep", "seems", "seem", "cost",
            "didn", "doesn", "won", "wasn", "goes", "came", "showed", "called", "rang", "did", "tocou", "falhou", "disparou", "despertou"]);

    /// <summary>A finite verb after the noun, and none of "que", "with", "sobre" that would make it the description of what is asked for.</summary>
    public static bool About(Wish wish, int from)
    {
        for (var at = from; at < wish.End; at++)
        {
            var word = wish.Speech.Tokens[at];
            if (word.Norm is "que" or "that" or "which" or "with" or "com" or "sobre" or "about" or ":" or "," or "what" or "quais")
            {
                return false;
            }

            if (!word.Quoted && (Finite.Contains(word.Norm) || IsPast(word.Norm)) && !(word.Norm is "e" && !wish.Speech.Raw(at, at + 1).StartsWith('é')) && at + 1 < wish.End)
            {
                return !wish.Asks;
            }
        }

        return false;
    }

    /// <summary>"Rasgou", "sumiu", "perdeu": a third person's past.</summary>
    public static bool IsPast(string word) =>
        (word.Length > 4 && (word.EndsWith("ou", StringComparison.Ordinal) || word.EndsWith("eu", StringComparison.Ordinal)) && word is not ("estou" or "museu" or "europeu" or "romeu" or "judeu" or "tadeu" or "bartolomeu" or "trofeu" or "liceu" or "jubileu" or "chapeu"))
        || (word.Length > 3 && word.EndsWith("iu", StringComparison.Ordinal));

    private static readonly FrozenSet<string> Told = FrozenSet.ToFrozenSet(
        ["mandou", "mandaram", "disse", "disseram", "falou", "pediu", "pediram", "avisou", "recomendou", "receitou", "quer", "fica", "vive", "told", "said",
            "says", "asked", "wants", "keeps", "goes", "gets", "eu", "ele", "ela", "he", "she", "they"]);

    /// <summary>"O médico mandou eu tomar o remédio": somebody is said to do something.</summary>
    public static bool OfSomebody(string words) => words.Split(' ').Skip(1).Take(4).Any(word => Told.Contains(Normalizer.Fold(word)));

    private static readonly FrozenSet<string> Idioms = FrozenSet.ToFrozenSet(
        ["admitir", "concordar", "confessar", "dizer", "reconhecer", "discordar", "desabafar", "admit", "agree", "say", "confess", "disagree", "vent", "dormir",
            "descansar", "relaxar", "respirar", "sleep", "rest", "relax", "talk", "conversar", "desabafar", "comer", "chorar", "cry", "rir", "viver", "ir",
            "go", "run", "leave", "sair", "know", "saber", "entender", "understand", "aguentar", "aceitar", "accept", "parar", "stop"]);

    /// <summary>"Tenho que admitir que ficou bom", "we need to talk", "preciso dormir": no thing for a list; with a day or an object it may be one.</summary>
    public static bool IsIdiom(Wish wish, int from)
    {
        if (wish.At(from) is var saying && saying.TakeAny("say", "admit", "confess", "agree", "dizer", "admitir", "confessar", "concordar") && saying.TakeAny(",", "that", "que", "i", ":", "though"))
        {
            return true;
        }

        var words = wish.Title(from).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (wish.Time.IsPoint || words.Length == 0)
        {
            return false;
        }

        var first = Normalizer.Fold(words[0]);
        return Idioms.Contains(first) && (words.Length <= 2 || Normalizer.Fold(words[1]) is "que" or "com" or "that" or "with" or "i" or "you" or "it")
            || (words.Length == 2 && ThingsToDo.IsInfinitive(first) && Normalizer.Fold(words[1]) is "isso" or "isto" or "that" or "it" or "disso" or "nisso");
    }
}
