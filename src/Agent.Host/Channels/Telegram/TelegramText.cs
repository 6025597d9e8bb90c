using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Words as Telegram takes them: the one place where they are escaped, and cut into messages.</summary>
internal static partial class TelegramText
{
    /// <summary>Most characters (UTF-16) of one message.</summary>
    public const int MostCharacters = 4096;

    // What each message says beside the words themselves: a mark, a line break.
    private const int Reserve = 96;

    /// <summary>Plain words as HTML.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Words as HTML, with the stress that a model marks: <c>**strong**</c> and <c>`code`</c>. All else stays as it is.</summary>
    public static string Html(string text)
    {
        var html = new StringBuilder();
        var place = 0;
        foreach (Match mark in Marks().Matches(text))
        {
            html.Append(Escape(text[place..mark.Index]));
            html.Append(mark.Groups["strong"].Success
                ? $"<b>{Escape(mark.Groups["strong"].Value)}</b>"
                : $"<code>{Escape(mark.Groups["code"].Value)}</code>");
            place = mark.Index + mark.Length;
        }

        return html.Append(Escape(text[place..])).ToString();
    }

    /// <summary>
    /// Words cut into parts that each fit into one message: between paragraphs where that can be, else between lines, sentences, words; never
    /// within a character as people see it.
    /// </summary>
    public static IReadOnlyList<string> Split(string text, int most = MostCharacters - Reserve)
    {
        var parts = new List<string>();
        var rest = text.Trim();
        while (rest.Length > most)
        {
            var cut = CutOf(rest, most);
            parts.Add(rest[..cut].TrimEnd());
            rest = rest[cut..].TrimStart('\n', ' ');
        }

        if (rest.Length > 0)
        {
            parts.Add(rest);
        }

        return parts;
    }

    private static int CutOf(string text, int most)
    {
        foreach (var end in new[] { "\n\n", "\n", ". ", " " })
        {
            var place = text.LastIndexOf(end, most - end.Length, StringComparison.Ordinal);
            if (place > most / 2)
            {
                return place + end.Length;
            }
        }

        var cut = 0;
        while (cut < most)
        {
            var next = StringInfo.GetNextTextElementLength(text, cut);
            if (cut + next > most)
            {
                break;
            }

            cut += next;
        }

        // One "character" may be longer than a message: then it is cut, but not within a pair.
        return cut > 0 ? cut : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }

    [GeneratedRegex(@"\*\*(?<strong>[^\s*](?:[^*\n]*[^\s*])?)\*\*|`(?<code>[^`\n]+)`")]
    private static partial Regex Marks();
}
