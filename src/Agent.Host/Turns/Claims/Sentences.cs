using System.Text;

namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>
/// Cuts a text that comes in pieces into its sentences; joined again they are that text. A line ends a sentence; "15.30", "R$ 3.50", "Sr.", "p.ex.",
/// an address, the number of a list and a full stop inside quotation marks do not.
/// </summary>
internal sealed class Sentences
{
    // An open quotation mark that is never closed must not hold the text for ever.
    private const int LongestQuote = 400;

    private static readonly HashSet<string> Abbreviations = new(
        "sr sra srs sras dr dra drs prof profa exmo exma ilmo av jr ex p.ex tel cel nº art pág vol máx aprox e.g i.e vs mr mrs ms approx a.m p.m u.s".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private readonly StringBuilder _open = new();
    private int _seen;
    private bool _quoted;

    /// <summary>More text. Returns the sentences that end in it.</summary>
    public List<string> Add(string delta)
    {
        _open.Append(delta);
        var text = _open.ToString();
        var found = new List<string>();
        var start = 0;
        var at = _seen;
        while (at < text.Length)
        {
            Mark(text[at], at - start);
            var end = EndAfter(text, start, at);
            if (end < 0)
            {
                break;
            }

            at = Math.Max(end, at + 1);
            if (end > 0)
            {
                found.Add(text[start..end]);
                start = end;
                _quoted = false;
            }
        }

        _open.Remove(0, start);
        _seen = at - start;
        return found;
    }

    /// <summary>What stands without an end.</summary>
    public string Rest()
    {
        var rest = _open.ToString();
        _open.Clear();
        (_seen, _quoted) = (0, false);
        return rest;
    }

    private void Mark(char sign, int length)
    {
        _quoted = sign switch
        {
            '“' or '«' => true,
            '”' or '»' => false,
            '"' => !_quoted,
            _ => _quoted && length < LongestQuote,
        };
    }

    /// <summary>Where the sentence ends whose last sign may be at <paramref name="at"/>; 0 where it does not end, -1 where more text has to tell.</summary>
    private int EndAfter(string text, int start, int at)
    {
        if (text[at] == '\n')
        {
            return Skip(text, at, char.IsWhiteSpace);
        }

        if (!IsStop(text[at]))
        {
            return 0;
        }

        var end = Skip(text, Skip(text, at, IsStop), Closes);
        if (end == text.Length)
        {
            return -1;
        }

        var closed = text.AsSpan(at, end - at).IndexOfAny('"', '”', '»') >= 0;
        if ((_quoted && !closed) || !char.IsWhiteSpace(text[end]) || IsAbbreviation(text, start, at))
        {
            return 0;
        }

        var next = Skip(text, end, char.IsWhiteSpace);
        return closed && text[end] != '\n' ? AfterQuotation(text, next) : next;
    }

    /// <summary>She said "Sent it." and left: the sentence goes on in small letters.</summary>
    private static int AfterQuotation(string text, int next) => next == text.Length ? -1 : char.IsLower(text[next]) ? 0 : next;

    private static bool IsAbbreviation(string text, int start, int at)
    {
        if (text[at] != '.')
        {
            return false;
        }

        var first = at;
        while (first > start && !char.IsWhiteSpace(text[first - 1]) && text[first - 1] != '(')
        {
            first--;
        }

        var word = text[first..at];
        var opens = string.IsNullOrWhiteSpace(text[start..first].Replace("*", "", StringComparison.Ordinal));
        return Abbreviations.Contains(word) || (word.Length == 1 && char.IsLetter(word[0])) || (opens && word.Length is > 0 and < 4 && word.All(char.IsDigit));
    }

    private static int Skip(string text, int at, Func<char, bool> what)
    {
        while (at < text.Length && what(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsStop(char sign) => sign is '.' or '!' or '?' or '…';

    private static bool Closes(char sign) => sign is '"' or '”' or '»' or '\'' or '’' or ')' or '*' or '_' or '`';
}
