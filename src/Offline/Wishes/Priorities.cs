using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Prioridade alta", "high priority", a closing "urgente": taken out of the words.</summary>
internal static class Priorities
{
    private static readonly (string Words, string Priority)[] Wordings =
    [
        ("com prioridade alta", "high"), ("com alta prioridade", "high"), ("prioridade alta", "high"), ("alta prioridade", "high"), ("prioridade para alta", "high"),
        ("com prioridade media", "medium"), ("prioridade media", "medium"), ("com prioridade baixa", "low"), ("prioridade baixa", "low"), ("baixa prioridade", "low"),
        ("with high priority", "high"), ("top priority", "high"), ("high priority", "high"), ("priority high", "high"), ("with medium priority", "medium"), ("medium priority", "medium"),
        ("with low priority", "low"), ("low priority", "low"), ("priority low", "low"), ("urgente", "high"), ("urgent", "high"),
    ];

    public static string? Named(string? words) => Normalizer.Fold(words ?? "").Trim() switch
    {
        "alta" or "high" or "high priority" or "top priority" or "urgente" or "urgent" or "maxima" => "high",
        "media" or "medium" or "medium priority" or "normal" => "medium",
        "baixa" or "low" or "low priority" or "minima" => "low",
        _ => null,
    };

    public static (string? Priority, string Words) Take(string words)
    {
        var folded = Normalizer.Fold(words);
        foreach (var (wording, priority) in Wordings)
        {
            var at = folded.IndexOf(wording, StringComparison.Ordinal);
            if (at >= 0 && folded.Length == words.Length && (wording.Contains(' ') || at + wording.Length == folded.Length || folded.StartsWith(wording + ":", StringComparison.Ordinal)))
            {
                var rest = words[..at].TrimEnd(' ', ',', '-', ':', '(') + " " + words[(at + wording.Length)..].TrimStart(' ', ',', '-', ':', ')', '!');
                return (priority, WithoutWay(rest.Trim().TrimEnd(')', '!', '-', ',').Trim()));
            }
        }

        return (null, words);
    }

    public static string WithoutDirection(string target) => Array.Find([" up", " down", " back"], way => target.EndsWith(way, StringComparison.OrdinalIgnoreCase)) is { } found ? target[..^found.Length] : target;

    private static readonly string[] Ways = [" up to", " down to", " back to", " to", " para", " pra"];

    /// <summary>"Bump the plan up to high priority": the way that it goes is no part of its name.</summary>
    private static string WithoutWay(string words) => Array.Find(Ways, way => words.EndsWith(way, StringComparison.OrdinalIgnoreCase)) is { } found ? words[..^found.Length] : words;
}
