using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A place that is named as one: "local: Rua Augusta 10", "location: the office". "No restaurante" stays in the title.</summary>
internal static class Places
{
    private static readonly string[] Leads = [" local: ", " lugar: ", " location: ", " no local ", " place: "];

    public static (string Title, string? Place) Take(string words)
    {
        var folded = Normalizer.Fold(words);
        foreach (var lead in Leads)
        {
            var at = folded.Length == words.Length ? folded.IndexOf(lead, StringComparison.Ordinal) : -1;
            if (at > 0)
            {
                return (words[..at].TrimEnd(',', ' '), words[(at + lead.Length)..].Trim());
            }
        }

        return (words, null);
    }
}
