namespace TbPersonalOs.Offline.Text;

/// <summary>Where the text stands between quotation marks: a name in quotes is never read as a time or a command.</summary>
internal sealed class Quotes
{
    private readonly List<(int From, int To)> spans = [];

    public Quotes(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var closing = text[at] switch { '"' => '"', '“' => '”', '«' => '»', _ => '\0' };
            var end = closing != '\0' ? text.IndexOf(closing, at + 1) : Opens(text, at) ? Closing(text, at + 1) : -1;
            if (end > at + 1)
            {
                spans.Add((at, end + 1));
                at = end;
            }
        }
    }

    /// <summary>"'me lembra de pagar'": an apostrophe before a word and after none; "'til" and "'cause" have lost their beginning.</summary>
    private static bool Opens(string text, int at) =>
        text[at] is '\'' or '‘' && (at == 0 || !char.IsLetterOrDigit(text[at - 1])) && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])
        && !Array.Exists(Clipped, word => string.Compare(text, at + 1, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0);

    private static readonly string[] Clipped = ["til ", "cause ", "em ", "bout ", "n ", "round ", "ta ", "tá ", "cê ", "s "];

    private static int Closing(string text, int from)
    {
        for (var at = from + 1; at < text.Length; at++)
        {
            if (text[at] is '\'' or '’' && !char.IsWhiteSpace(text[at - 1]) && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])))
            {
                return at;
            }
        }

        return -1;
    }

    public bool Covers(int position) => spans.Exists(span => span.From <= position && position < span.To);
}
