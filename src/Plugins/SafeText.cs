namespace TbPersonalOs.Plugins;

/// <summary>Text that every place can hold: a database, a page, a terminal.</summary>
public static class SafeText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The same text, with a replacement for each control character but line breaks and tabs, and for each half of a character.</summary>
    public static string Of(string text) => Enumerable.Range(0, text.Length).All(place => IsSafe(text, place))
        ? text
        : string.Create(text.Length, text, static (span, source) =>
        {
            for (var place = 0; place < source.Length; place++)
            {
                span[place] = IsSafe(source, place) ? source[place] : Replacement;
            }
        });

    private static bool IsSafe(string text, int place)
    {
        var letter = text[place];
        return char.IsHighSurrogate(letter) ? place + 1 < text.Length && char.IsLowSurrogate(text[place + 1])
            : char.IsLowSurrogate(letter) ? place > 0 && char.IsHighSurrogate(text[place - 1])
            : !char.IsControl(letter) || letter is '\n' or '\r' or '\t';
    }
}
