using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Common.Telegram;

/// <summary>
/// Reads text in parse mode HTML: few tags, each closed, in order. Stricter than Telegram's: a bare <c>&amp;</c> or <c>&gt;</c> is refused too, since
/// it shows a text that went past the one function that escapes.
/// </summary>
internal sealed partial class BotHtml(string html)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["b"] = "bold", ["strong"] = "bold", ["i"] = "italic", ["em"] = "italic", ["u"] = "underline", ["ins"] = "underline", ["s"] = "strikethrough",
        ["strike"] = "strikethrough", ["del"] = "strikethrough", ["tg-spoiler"] = "spoiler", ["span"] = "spoiler", ["code"] = "code", ["pre"] = "pre",
        ["a"] = "text_link", ["blockquote"] = "blockquote",
    };

    private readonly StringBuilder _text = new();
    private readonly Stack<(string Tag, SeenEntity Entity)> _open = new();
    private readonly List<SeenEntity> _entities = [];
    private int _place;

    /// <summary>The text that a person sees, and what stands out in it; refused where it cannot be read.</summary>
    public static (string Text, IReadOnlyList<SeenEntity> Entities) Read(string html) => new BotHtml(html).Read();

    private (string Text, IReadOnlyList<SeenEntity> Entities) Read()
    {
        while (_place < html.Length)
        {
            switch (html[_place])
            {
                case '<' when _place + 1 < html.Length && html[_place + 1] == '/':
                    Close();
                    break;
                case '<':
                    Open();
                    break;
                case '&':
                    _text.Append(Entity());
                    break;
                case '>':
                    throw Broken($"Character '>' is not escaped at byte offset {Offset}");
                default:
                    _text.Append(html[_place++]);
                    break;
            }
        }

        return _open.Count > 0
            ? throw Broken($"Can't find end tag corresponding to start tag \"{_open.Peek().Tag}\"")
            : (_text.ToString(), [.. Shown().OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)]);
    }

    private int Offset => Encoding.UTF8.GetByteCount(html.AsSpan(0, _place));

    private void Open()
    {
        var name = Name().Match(html, _place).Groups[1].Value;
        if (!Types.TryGetValue(name, out var type))
        {
            throw Broken($"Unsupported start tag \"{name}\" at byte offset {Offset}");
        }

        var tag = StartTag().Match(html, _place);
        if (!tag.Success)
        {
            throw Broken($"Unclosed start tag at byte offset {Offset}");
        }

        var said = tag.Groups["name"].Captures.Select(found => found.Value.ToLowerInvariant())
            .Zip(tag.Groups["value"].Captures.Select(found => WebUtility.HtmlDecode(found.Value.Trim('"', '\'')))).ToDictionary(pair => pair.First, pair => pair.Second);
        _open.Push((name.ToLowerInvariant(), Begin(name.ToLowerInvariant(), type, said)));
        _place += tag.Length;
    }

    private SeenEntity Begin(string tag, string type, Dictionary<string, string> said)
    {
        string[] known = tag switch { "a" => ["href"], "code" or "span" => ["class"], "blockquote" => ["expandable"], _ => [] };
        if (said.Keys.FirstOrDefault(name => !known.Contains(name)) is { } other)
        {
            throw Broken($"Attribute \"{other}\" is unknown in the tag \"{tag}\" at byte offset {Offset}");
        }

        if (tag == "span" && said.GetValueOrDefault("class") != "tg-spoiler")
        {
            throw Broken($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {Offset}");
        }

        if (tag == "blockquote" && _open.Any(outer => outer.Tag == "blockquote"))
        {
            throw Broken($"Block quotes stand in each other at byte offset {Offset}");
        }

        return new SeenEntity(said.ContainsKey("expandable") ? "expandable_blockquote" : type, _text.Length, 0)
        {
            Url = said.GetValueOrDefault("href"),
            Language = said.GetValueOrDefault("class") is { } name && name.StartsWith("language-", StringComparison.Ordinal) ? name["language-".Length..] : null,
        };
    }

    private void Close()
    {
        if (_open.Count == 0)
        {
            throw Broken($"Unexpected end tag at byte offset {Offset}");
        }

        var tag = EndTag().Match(html, _place);
        if (!tag.Success)
        {
            throw Broken($"Unclosed end tag at byte offset {Offset}");
        }

        var (name, entity) = _open.Pop();
        var found = tag.Groups[1].Value.ToLowerInvariant();
        if (found.Length > 0 && found != name)
        {
            throw Broken($"Unmatched end tag at byte offset {Offset}, expected \"</{name}>\", found \"</{found}>\"");
        }

        _place += tag.Length;
        if (_text.Length > entity.Offset && (name != "a" || entity.Url is { Length: > 0 }))
        {
            _entities.Add(entity with { Length = _text.Length - entity.Offset });
        }
    }

    private string Entity()
    {
        var entity = KnownEntity().Match(html, _place);
        if (!entity.Success)
        {
            throw Broken($"Character '&' is not escaped at byte offset {Offset}");
        }

        _place += entity.Length;
        return WebUtility.HtmlDecode(entity.Value) is var read && read == entity.Value ? throw Broken(string.Create(CultureInfo.InvariantCulture, $"Entity {read} is no character")) : read;
    }

    /// <summary>Code holds nothing that stands out, but <c>pre</c> a <c>code</c> that names its language.</summary>
    private IEnumerable<SeenEntity> Shown()
    {
        var verbatim = _entities.Where(entity => entity.Type is "code" or "pre").ToList();
        return _entities.Where(entity => !verbatim.Exists(outer => outer != entity && Holds(outer, entity) && !(Holds(entity, outer) && entity.Type == "pre")))
            .Select(entity => entity.Type != "pre" ? entity : entity with { Language = verbatim.Find(inner => inner.Type == "code" && Holds(entity, inner))?.Language });
    }

    private static bool Holds(SeenEntity outer, SeenEntity inner) => outer.Offset <= inner.Offset && outer.Offset + outer.Length >= inner.Offset + inner.Length;

    private static BotRefusal Broken(string why) => BotRefusal.Bad($"can't parse entities: {why}");

    [GeneratedRegex(@"\G<([^\s>]*)")]
    private static partial Regex Name();

    [GeneratedRegex("""\G<[a-zA-Z-]+(?:\s+(?<name>[a-zA-Z-]+)(?:\s*=\s*(?<value>"[^"<>]*"|'[^'<>]*'|[a-zA-Z0-9.-]+)|(?<value>)))*\s*>""")]
    private static partial Regex StartTag();

    [GeneratedRegex(@"\G</([a-zA-Z-]*)\s*>")]
    private static partial Regex EndTag();

    [GeneratedRegex(@"\G&(?:lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")]
    private static partial Regex KnownEntity();
}
