using System.Globalization;
using System.Text;

namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>A word or a sign of a sentence.</summary>
/// <param name="Text">Lower case and without accents; the sign itself; <c>"</c> for a whole quotation.</param>
/// <param name="Word">What it means.</param>
/// <param name="IsSign">Whether it parts words.</param>
/// <param name="IsCapital">Whether it was written with a capital letter.</param>
internal readonly record struct Token(string Text, Word Word, bool IsSign, bool IsCapital = false);

/// <summary>
/// Cuts a sentence into words. Accents and markup go ("é" becomes "eh", so that it is not "and"); "I've" and "didn't" become two words; what stands in
/// quotation marks or in code becomes one token, for it is not the assistant's own.
/// </summary>
internal static class Tokens
{
    /// <summary>The tokens of a sentence.</summary>
    public static List<Token> Of(string sentence)
    {
        var tokens = new List<Token>(sentence.Length / 5);
        var text = sentence.Normalize(NormalizationForm.FormC);
        var at = 0;
        while (at < text.Length)
        {
            at = char.IsLetterOrDigit(text[at]) ? AddWord(tokens, text, at) : AddSign(tokens, text, at);
        }

        return tokens;
    }

    private static int AddWord(List<Token> tokens, string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || Joins(text, end)))
        {
            end++;
        }

        var word = Plain(text[at..end]);
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe < 0)
        {
            Add(tokens, word, char.IsUpper(text[at]));
        }
        else if (word.EndsWith("n't", StringComparison.Ordinal))
        {
            Add(tokens, word[..^3]);
            Add(tokens, "not");
        }
        else
        {
            Add(tokens, word[..apostrophe]);
            Add(tokens, word[apostrophe..]);
        }

        return end;
    }

    /// <summary>A hyphen, an apostrophe, or what parts digits: "e-mail", "I've", "15.30", "9:00".</summary>
    private static bool Joins(string text, int at) => at + 1 < text.Length && text[at] switch
    {
        '-' or '\'' or '’' => char.IsLetterOrDigit(text[at + 1]),
        '.' or ',' or ':' or '/' or '@' or '_' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]) || text[at] is '@' or '_' or '/' || (text[at] == '.' && char.IsLetterOrDigit(text[at + 1])),
        _ => false,
    };

    private static int AddSign(List<Token> tokens, string text, int at)
    {
        if (Closing(text[at]) is { } closing && text.IndexOf(closing, at + 1) is var end and > 0 && (text[at] != '\'' || end + 1 == text.Length || !char.IsLetterOrDigit(text[end + 1])))
        {
            tokens.Add(new Token("\"", default, false));
            return end + 1;
        }

        var sign = text[at] switch
        {
            '$' or '€' or '£' => '$',
            '—' or '–' => '—',
            '✅' or '✔' or '☑' => '✅',
            ',' or ';' or ':' or '.' or '!' or '?' or '…' or '(' or ')' or '\n' or '|' or '>' => text[at],
            '-' when at > 0 && at + 1 < text.Length && char.IsWhiteSpace(text[at - 1]) && char.IsWhiteSpace(text[at + 1]) && tokens.Count > 0 => '—',
            _ => '\0',
        };
        if (sign != '\0')
        {
            var mark = sign.ToString();
            tokens.Add(new Token(mark, Lexicon.Of(mark), sign != '$'));
        }

        return at + 1;
    }

    private static char? Closing(char sign) => sign switch
    {
        '"' => '"',
        '“' => '”',
        '«' => '»',
        '‘' => '’',
        '\'' => '\'',
        '`' => '`',
        _ => null,
    };

    private static void Add(List<Token> tokens, string word, bool isCapital = false)
    {
        if (word.Length > 0)
        {
            tokens.Add(new Token(word, Lexicon.Of(word), false, isCapital));
        }
    }

    private static string Plain(string word)
    {
        if (word is "é" or "É")
        {
            return "eh";
        }

        var plain = new StringBuilder(word.Length);
        foreach (var letter in word.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(letter == '’' ? '\'' : char.ToLowerInvariant(letter));
            }
        }

        return plain.ToString();
    }
}
