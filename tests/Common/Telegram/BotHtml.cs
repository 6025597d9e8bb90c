using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Common.Telegram;

/// <summary>Reads text in parse mode HTML as Telegram does: few tags, each closed, in order.</summary>
internal static partial class BotHtml
{
    private static readonly string[] Tags = ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "span", "tg-spoiler", "blockquote"];

    /// <summary>The text that a person sees, or why it cannot be read.</summary>
    public static (string Text, string? Fault) Read(string html)
    {
        var text = new StringBuilder();
        var open = new Stack<string>();
        var place = 0;
        while (place < html.Length)
        {
            if (html[place] == '<')
            {
                var tag = Tag().Match(html, place);
                if (!tag.Success || !Tags.Contains(tag.Groups["name"].Value))
                {
                    return ("", $"Unsupported start tag at byte offset {place}");
                }

                if (!tag.Groups["end"].Success)
                {
                    open.Push(tag.Groups["name"].Value);
                }
                else if (!open.TryPop(out var last) || last != tag.Groups["name"].Value)
                {
                    return ("", $"Unmatched end tag at byte offset {place}");
                }

                place += tag.Length;
            }
            else if (html[place] == '&')
            {
                var entity = Entity().Match(html, place);
                text.Append(entity.Success ? WebUtility.HtmlDecode(entity.Value) : "&");
                place += entity.Success ? entity.Length : 1;
            }
            else
            {
                text.Append(html[place++]);
            }
        }

        return open.Count > 0 ? ("", $"Can't find end tag corresponding to start tag {open.Peek()}") : (text.ToString(), null);
    }

    [GeneratedRegex("""\G<(?<end>/)?(?<name>[a-z-]+)(?: [a-z]+="[^"<>]*")*>""")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")]
    private static partial Regex Entity();
}
