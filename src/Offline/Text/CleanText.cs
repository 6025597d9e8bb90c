using System.Text;

namespace TbPersonalOs.Offline.Text;

/// <summary>
/// What a person sent, made safe to read and to store: no control characters but line breaks and tabs, no half surrogates.
/// Only a sensible beginning is parsed; the whole stays at hand for notes.
/// </summary>
internal static class CleanText
{
    public const int Parsed = 2_000;

    public static string Of(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                builder.Append(c).Append(text[++at]);
            }
            else if (!char.IsSurrogate(c))
            {
                builder.Append(c is '\u200B' or '\uFEFF' || (char.IsControl(c) && c is not '\n' and not '\t') ? ' ' : c);
            }
        }

        return builder.ToString().Trim();
    }

    public static string Beginning(string text)
    {
        if (text.Length <= Parsed)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', Parsed - 1, 200);
        end = end > 0 ? end : Parsed;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }
}
