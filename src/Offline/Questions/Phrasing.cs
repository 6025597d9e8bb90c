using System.Globalization;
using System.Resources;
using System.Text;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Questions;

/// <summary>The planner's own words in the person's language.</summary>
internal sealed class Phrasing(string? language)
{
    private static readonly ResourceManager Texts = new("TbPersonalOs.Offline.Questions.Phrasing", typeof(Phrasing).Assembly);
    private static readonly CultureInfo Portuguese = CultureInfo.GetCultureInfo("pt-BR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");
    private const int QuotedLength = 80;

    private readonly CultureInfo culture = language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Portuguese;

    public string Of(string key, string? argument = null)
    {
        var text = Texts.GetString(key, culture) ?? Texts.GetString("OutOfScope", culture)!;
        return argument is null ? text : string.Format(culture, text, Short(argument));
    }

    public string Of(Ask ask) => Numbered(ask.Text ?? Question(ask), ask.Candidates ?? []);

    private string Question(Ask ask)
    {
        if (ask.Candidates is { Count: > 0 })
        {
            return Of("Which");
        }

        var subject = ask.Pending.Arguments.GetValueOrDefault("title") ?? ask.Pending.Arguments.GetValueOrDefault("text")
            ?? ask.Pending.Arguments.FirstOrDefault(argument => argument.Key is "task" or "event" or "reminder" or "note" or "item").Value;
        var key = $"Ask_{ask.Pending.Function}_{ask.Missing}";
        key = Texts.GetString(key, culture) is null ? $"Ask_{ask.Missing}" : key;
        return subject is string words && Texts.GetString(key + "_of", culture) is not null ? Of(key + "_of", words) : Of(key);
    }

    private static string Numbered(string text, IReadOnlyList<Candidate> candidates)
    {
        var builder = new StringBuilder(text);
        for (var at = 0; at < candidates.Count; at++)
        {
            builder.Append(CultureInfo.InvariantCulture, $"\n{at + 1}. {candidates[at].Text}");
        }

        return builder.ToString();
    }

    private static string Short(string words) => words.Length <= QuotedLength ? words : words[..QuotedLength].TrimEnd() + "…";
}
