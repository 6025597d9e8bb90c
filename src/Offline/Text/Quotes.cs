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
            var end = closing == '\0' ? -1 : text.IndexOf(closing, at + 1);
            if (end > at + 1)
            {
                spans.Add((at, end + 1));
                at = end;
            }
        }
    }

    public bool Covers(int position) => spans.Exists(span => span.From <= position && position < span.To);
}
