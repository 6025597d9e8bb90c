using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Esquece de vez a nota do portão", "forget the gate note for good", "/esquecer nota portão": what goes never comes back.</summary>
internal static class ForgetWishes
{
    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
        ["esquece", "esqueca", "esquecer", "apaga", "apague", "apagar", "elimina", "elimine", "forget", "erase", "delete", "wipe"]);

    private static readonly string[][] ForGood =
        [["de", "vez"], ["pra", "sempre"], ["para", "sempre"], ["definitivamente"], ["for", "good"], ["forever"], ["permanently"], ["for", "ever"]];

    private static readonly FrozenDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["tarefa"] = "task", ["task"] = "task", ["lembrete"] = "reminder", ["reminder"] = "reminder", ["compromisso"] = "event", ["evento"] = "event", ["event"] = "event",
        ["appointment"] = "event", ["nota"] = "note", ["anotacao"] = "note", ["note"] = "note", ["meta"] = "goal", ["goal"] = "goal", ["mensagem"] = "message", ["message"] = "message",
        ["tudo"] = "everything", ["everything"] = "everything",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Small = FrozenSet.ToFrozenSet(["o", "a", "os", "as", "do", "da", "de", "sobre", "the", "my", "minha", "meu", "about", "of", "esse", "essa", "este", "esta", "that", "this", "isso", "isto", "it"]);

    /// <summary>The wish, where the message is nothing else; “esquece” alone only drops what was asked.</summary>
    public static Outcome? Read(Speech speech)
    {
        var words = speech.Tokens.ToList();
        if (Ending(words) is not { } end)
        {
            return null;
        }

        words.RemoveRange(Place(words, end), end.Length);
        return Of(words[1..]);
    }

    private static string[]? Ending(List<Token> words) =>
        words.Count > 2 && !words[^1].Is("?") && Verbs.Contains(words[0].Norm) ? Array.Find(ForGood, ending => Place(words, ending) >= 0) : null;

    /// <summary>The call for the words that say what: a kind, and which.</summary>
    public static Outcome Of(IReadOnlyList<Token> words)
    {
        var rest = words.SkipWhile(word => Small.Contains(word.Norm)).ToList();
        var kind = rest.Count > 0 ? Kinds.GetValueOrDefault(rest[0].Norm) : null;
        if (kind == "everything")
        {
            // Of all that there is only where nothing more is said: "tudo sobre a viagem" means some of it.
            return rest.Count == 1 ? Call.To("memory_forget").With("kind", kind) : Call.To("memory_forget").With("item", Raw(rest[1..])).Unless("item");
        }

        return Call.To("memory_forget").With("item", Raw(kind is null ? rest : rest[1..])).With("kind", kind).Unless("item");
    }

    private static string Raw(List<Token> words) => string.Join(' ', words.SkipWhile(word => Small.Contains(word.Norm)).Select(word => word.Raw)).TrimEnd('.', '!', '?', ' ');

    private static int Place(List<Token> words, string[] ending) =>
        Enumerable.Range(0, Math.Max(0, words.Count - ending.Length + 1)).Where(at => ending.Select((word, index) => words[at + index].Norm == word).All(same => same)).DefaultIfEmpty(-1).First();
}
