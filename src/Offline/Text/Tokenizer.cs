using System.Globalization;

namespace TbPersonalOs.Offline.Text;

/// <summary>Cuts a text into words, numbers and signs in one pass. A hyphen or apostrophe inside a word separates two words.</summary>
internal static class Tokenizer
{
    public static List<Token> Cut(string text, Spelling? spelling = null)
    {
        var tokens = new List<Token>();
        var quotes = new Quotes(text);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]) && text[at] != '\n')
            {
                at++;
                continue;
            }

            var end = EndOf(text, at, out var kind);
            if (!IsInnerMark(text, at))
            {
                var raw = text[at..end];
                if (kind == TokenKind.Word && Joined(Normalizer.Fold(raw)) is var (first, second, length))
                {
                    tokens.Add(new Token(first, text[at..(at + length)], kind, at, at + length, quotes.Covers(at)));
                    tokens.Add(new Token(second, text[(at + length)..end], kind, at + length, end, quotes.Covers(at)));
                    at = end;
                    continue;
                }

                tokens.Add(new Token(kind == TokenKind.Word ? Normalizer.Word(raw) is var word && spelling is not null ? spelling.Of(word) : word : raw, raw, kind, at, end, quotes.Covers(at)));
            }

            at = end;
        }

        Denials(tokens);
        return tokens;
    }

    /// <summary>"Num me deixa esquecer", "num precisa": as it is spoken, "não"; "num sábado" is "em um".</summary>
    private static void Denials(List<Token> tokens)
    {
        for (var at = 0; at + 1 < tokens.Count; at++)
        {
            if (tokens[at].Norm == "que" && tokens[at + 1].Norm == "que" && (at == 0 || tokens[at - 1].Norm is not ("o" or "por")))
            {
                // "Q q eu tenho hoje?"
                tokens[at] = tokens[at] with { Norm = "o" };
            }

            if (tokens[at + 1].Raw is "b" or "c" or "d" or "k" && tokens[at].Norm is "vitamin" or "vitamins" or "vitamina" or "vitaminas" or "hepatite" or "hepatitis" or "plano" or "plan" or "turma" or "bloco")
            {
                // "Vitamina d": the letter says which, and is no short form.
                tokens[at + 1] = tokens[at + 1] with { Norm = tokens[at + 1].Raw };
            }

            if (tokens[at].Norm == "num" && Denied.Contains(tokens[at + 1].Norm))
            {
                tokens[at] = tokens[at] with { Norm = "nao" };
            }
        }
    }

    private static readonly string[] Denied =
        ["me", "deixa", "deixe", "esquece", "esqueca", "precisa", "preciso", "quero", "vou", "vai", "da", "tem", "tenho", "sei", "lembra", "marca",
            "cria", "bota", "poe", "pode", "posso", "consigo", "era", "foi", "fui", "fiz", "ta", "to", "tou", "tava", "esta", "avisa"];

    /// <summary>Two words that people write as one: "oq", "pq".</summary>
    private static (string First, string Second, int Length)? Joined(string folded) => folded switch
    {
        "oq" or "oque" => ("o", "que", 1),
        "pq" or "porq" or "porque" => ("por", "que", folded.Length < 5 ? folded.Length - 1 : 3),
        _ => null,
    };

    private static int EndOf(string text, int at, out TokenKind kind)
    {
        kind = IsLetter(text[at]) ? TokenKind.Word : char.IsAsciiDigit(text[at]) ? TokenKind.Number : TokenKind.Sign;
        var end = at + (char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1);
        while (kind == TokenKind.Word && end < text.Length && IsLetter(text[end]))
        {
            end++;
        }

        while (kind == TokenKind.Number && end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The sign that colours the picture before it is no letter.</summary>
    private const char PictureMark = '\uFE0F';

    private static bool IsLetter(char c) =>
        c != PictureMark && IsPartOfWord(c);

    private static bool IsPartOfWord(char c) =>
        char.IsLetter(c) || c is 'º' or 'ª' or '°' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsInnerMark(string text, int at) =>
        text[at] is '-' or '\'' or '’' && at > 0 && at + 1 < text.Length && IsLetter(text[at - 1]) && IsLetter(text[at + 1]);
}
