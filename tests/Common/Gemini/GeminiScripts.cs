using System.Collections.Concurrent;

namespace TbPersonalOs.Common.Gemini;

/// <summary>The answers that tests wrote. The words that were said name them, so that tests of one fake stay apart.</summary>
internal sealed class GeminiScripts
{
    private readonly ConcurrentDictionary<string, Func<GeminiAsked, GeminiAnswer>> _scripts = new();

    public string Add(Func<GeminiAsked, GeminiAnswer> answer)
    {
        // Letters alone: an offline planner that reads the words, too, finds no hours and days in them.
        var words = $"script {string.Concat(Guid.CreateVersion7().ToString("N").Select(digit => char.IsAsciiDigit(digit) ? (char)(digit - '0' + 'g') : digit))}";
        _scripts[words] = answer;
        return words;
    }

    /// <summary>The script whose words stand last in what was said.</summary>
    public string? Find(string said)
    {
        for (var at = said.LastIndexOf("script ", StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : said.LastIndexOf("script ", at - 1, StringComparison.Ordinal))
        {
            if (said.Length >= at + 39 && _scripts.ContainsKey(said.Substring(at, 39)))
            {
                return said.Substring(at, 39);
            }
        }

        return null;
    }

    public GeminiAnswer Answer(string words, GeminiAsked asked) => _scripts[words](asked);
}
