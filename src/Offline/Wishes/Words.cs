using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Takes a person's own words out of a message, with the accents as typed.</summary>
internal static class Words
{
    private static readonly FrozenSet<string> Leading = FrozenSet.ToFrozenSet(
        ["de", "do", "da", "dos", "das", "que", "para", "pra", "pro", "to", "about", "that", "of", "for", "sobre", ":", "-", ",", "–", ".", "\n", "=",
         "o", "a", "os", "as", "um", "uma", "the", "an", "s", "e", "and", "eu", "i", "ai", "la", "tambem", "also", "ja", "called", "named", "titled", "saying",
         "chamada", "chamado", "intitulada", "intitulado", ")"]);

    private static readonly FrozenSet<string> Trailing = FrozenSet.ToFrozenSet(
        ["ainda", "tipo", "umas", "uns", "pelas", "volta", "prazo", "vencimento", "deadline", "para", "pra", "pro", "no", "na", "em", "de", "do", "da", "as", "a", "o", "e",
            "ate", "on", "at", "by", "for", "to", "in", "the", "and", "until", "from",
         "que", ",", ":", "-", "–", "(", "com", "with", "is", "due", "so", "la"]);

    private static readonly string[] TitleLead = ["com o titulo", "com titulo", "com o nome", "com nome"];

    public static string Title(Wish wish, int from, int to, IReadOnlyList<(int From, int To)> without)
    {
        if (Quoted(wish, from, to) is { } quoted)
        {
            return quoted;
        }

        var parts = Runs(from, to, without).Where((run, index) => index == 0 || !IsRemark(wish, run)).Select(run => Trim(wish, run, run.To < to)).Where(run => run.From < run.To && !(run.From > from && IsFiller(wish, run))).ToList();
        while (parts.Count > 0 && LeadTrim(wish, parts[0]) is var first)
        {
            parts[0] = first;
            if (first.From < first.To)
            {
                break;
            }

            parts.RemoveAt(0);
        }

        var words = string.Join(' ', parts.Select(run => wish.Speech.Raw(run.From, run.To)));
        foreach (var lead in TitleLead)
        {
            words = Normalizer.Fold(words).StartsWith(lead + " ", StringComparison.Ordinal) ? words[(lead.Length + 1)..] : words;
        }

        foreach (var tail in (string[])[" e depois", " e", " and then", " and"])
        {
            words = Normalizer.Fold(words).EndsWith(tail, StringComparison.Ordinal) && words.Length > tail.Length ? words[..^tail.Length] : words;
        }

        words = words.Contains('(') && !words.Contains(')') && wish.Speech.Raw(from, Math.Min(to + 1, wish.Speech.Tokens.Count)).Contains(')') ? words.TrimEnd() + ")" : words;
        words = words.Trim().TrimEnd(',', ';', ':', '.', '!', ' ', '-');
        if (words.IndexOf('"') is > 0 and var open && words.IndexOf('"', open + 1) == words.Length - 1)
        {
            return words;
        }

        return words.Trim().Trim('"', '“', '”', '«', '»', ',', ';', ':', '.', '!', '?', '-', ' ', '\n', '…');
    }

    /// <summary>What follows a time after a comma tells why, and is no part of the name: "…, ele está com febre".</summary>
    private static bool IsRemark(Wish wish, (int From, int To) run) =>
        wish.Speech.Tokens[run.From].Is(",") && run.To - run.From > 2 && wish.Speech.Tokens[run.From + 1].IsWord && !Continuing.Contains(wish.Speech.Tokens[run.From + 1].Norm)
        && wish.Speech.TimeAt(run.From - 1) is not null;

    /// <summary>"Comprar ração hoje ainda": beside a time these words say nothing about the thing.</summary>
    private static bool IsFiller(Wish wish, (int From, int To) run)
    {
        for (var at = run.From; at < run.To; at++)
        {
            if (wish.Speech.Tokens[at].Norm is not ("ainda" or "mesmo" or "ja" or "sem" or "falta" or "tudo" or "still" or "latest" or "already" or "," or "no" or "maximo" or "at" or "the" or "very" or "logo" or "p" or "sessao" or "inicio" or "comeco" or "chegada" or "entrada"))
            {
                return false;
            }
        }

        return true;
    }

    private static readonly FrozenSet<string> Continuing = FrozenSet.ToFrozenSet(
        ["com", "no", "na", "em", "pra", "para", "de", "do", "da", "sobre", "with", "at", "in", "on", "for", "to", "about", "local", "location", "que", "rua",
            "av", "avenida", "sala", "reuniao", "meeting", "high", "low", "medium", "prioridade", "priority", "urgente", "urgent", "alta", "baixa"]);

    private static readonly string[] Articles = ["a", "o", "as", "os", "da", "do", "das", "dos", "de", "the", "my", "minha", "meu", "minhas", "meus", "of",
        "for", "about", "sobre", "to", "pra", "para", "with", "from"];

    /// <summary>The words that name an existing thing: without the articles before them.</summary>
    public static string Target(string words)
    {
        words = WithoutArticles(Names.Bare(WithoutArticles(WithoutRelative(words))));
        return Articles.Contains(Normalizer.Fold(words)) || Normalizer.Fold(words) is "me" or "mim" ? "" : words;
    }

    private static string WithoutArticles(string words)
    {
        while (words.IndexOf(' ') is > 0 and var space && Articles.Contains(Normalizer.Fold(words[..space])))
        {
            words = words[(space + 1)..].TrimStart();
        }

        words = words.EndsWith(" one", StringComparison.OrdinalIgnoreCase) ? words[..^4] : words;
        return Articles.Contains(Normalizer.Fold(words)) ? "" : words;
    }

    /// <summary>"O lembrete do colírio que o doutor suspendeu": what is told about the thing is not its name.</summary>
    private static string WithoutRelative(string words)
    {
        var folded = Normalizer.Fold(words);
        foreach (var opening in (string[])[" ja era", " que ", " pq ", " porque ", " because ", " that ", " pois ", " ja que ", " since ", " vou ",
            " nao quero", " nao preciso", " ja nao ", " mas ", " i m ", " i don t", " i no longer "])
        {
            var at = folded.Length == words.Length ? folded.IndexOf(opening, StringComparison.Ordinal) : -1;
            words = at > 0 ? words[..at] : words;
            folded = at > 0 ? folded[..at] : folded;
        }

        var comma = words.IndexOf(", ", StringComparison.Ordinal);
        return (comma > 0 ? words[..comma] : words).TrimEnd(',', ' ');
    }

    private static string? Quoted(Wish wish, int from, int to)
    {
        var first = -1;
        var last = -1;
        for (var at = from; at < to; at++)
        {
            if (wish.Speech.Tokens[at].Quoted)
            {
                first = first < 0 ? at : first;
                last = at;
            }
            else if (first >= 0)
            {
                break;
            }
        }

        return first < 0 || last - first < 2 || !IsAlone(wish, from, first) ? null : wish.Speech.Raw(first + 1, last).Trim();
    }

    /// <summary>"Uma tarefa chamada 'X'": nothing of its own before it; "watch 'The Bear'" is more than what is quoted.</summary>
    private static bool IsAlone(Wish wish, int from, int quote)
    {
        for (; from < quote; from++)
        {
            var word = wish.Speech.Tokens[from];
            if (word.IsWord && wish.Speech.TimeAt(from) is null && !Leading.Contains(word.Norm) && (ThingsToDo.IsInfinitive(word.Norm) || ThingsToDo.IsEnglishOrder(word.Norm) || word.Norm is "watch" or "see" or "listen" or "play" or "finish" or "start"))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<(int From, int To)> Runs(int from, int to, IReadOnlyList<(int From, int To)> without)
    {
        var start = -1;
        for (var at = from; at <= to; at++)
        {
            var kept = at < to && !without.Any(span => span.From <= at && at < span.To);
            if (kept && start < 0)
            {
                start = at;
            }
            else if (!kept && start >= 0)
            {
                yield return (start, at);
                start = -1;
            }
        }
    }

    /// <summary>"Passar lá", "ligar para lá": it says where to.</summary>
    private static bool IsPlace(Wish wish, (int From, int To) run) =>
        run.To - run.From > 1 && wish.Speech.Tokens[run.To - 1].Is("la") && wish.Speech.Tokens[run.To - 2].Norm is var before
        && (before is "pra" or "para" or "por" or "de" || ThingsToDo.IsInfinitive(before));

    private static (int From, int To) Trim(Wish wish, (int From, int To) run, bool cut)
    {
        while (run.To > run.From && (cut || !wish.Speech.Tokens[run.To - 1].IsWord) && !InAddress(wish, run.To - 1) && !wish.Speech.Tokens[run.To - 1].IsNumber && !IsInitials(wish, run.To - 1)
            && !IsPlace(wish, run) && !(wish.Speech.Tokens[run.To - 1].Is("in") && run.To - run.From > 1 && wish.Speech.Tokens[run.To - 2].Norm is "be" or "stay" or "get") && (Trailing.Contains(wish.Speech.Tokens[run.To - 1].Norm) || wish.Speech.Tokens[run.To - 1].Norm[0] > 0x2000 || wish.Speech.Tokens[run.To - 1].Norm is "?" or "!" or "." or ";"))
        {
            run.To--;
        }

        return run;
    }

    /// <summary>"Pagar o DAS", "vitamina D": in a message that is not all in capitals they are no preposition.</summary>
    public static bool IsInitials(Wish wish, int at) => IsInitials(wish.Speech, at);

    public static bool IsInitials(Speech speech, int at) =>
        speech.Tokens[at].IsWord && speech.Raw(at, at + 1) is var raw && raw.All(char.IsUpper) && (raw.Length > 1 || (raw is "D" && at > 0) || IsSize(speech, at)) && speech.Text.Any(char.IsLower);

    /// <summary>"Tamanho P", "plano C": the letter says which.</summary>
    private static bool IsSize(Speech speech, int at) =>
        at > 0 && speech.Tokens[at - 1].Norm is "tamanho" or "tam" or "size" or "plano" or "bloco" or "sala" or "opcao" or "turma" or "vitamina" or "letra" or "numero" or "tipo" or "grupo" or "hepatite";

    /// <summary>"ana@exemplo.com": the last word hangs on the point before it.</summary>
    private static bool InAddress(Wish wish, int at) =>
        at > 1 && wish.Speech.Tokens[at - 1].Norm is "." or "@" or "/" && wish.Speech.Tokens[at - 1].Touches(wish.Speech.Tokens[at]) && wish.Speech.Tokens[at].IsWord;

    private static (int From, int To) LeadTrim(Wish wish, (int From, int To) run)
    {
        while (run.From < run.To && (Leading.Contains(wish.Speech.Tokens[run.From].Norm) || (wish.Speech.Tokens[run.From].Is("s") && wish.Speech.TimeAt(run.From - 1) is not null)))
        {
            run.From++;
        }

        return run;
    }
}
