namespace TbPersonalOs.Offline.Text;

internal enum TokenKind { Word, Number, Sign }

/// <summary>
/// A word, a run of digits or a sign. <see cref="Norm"/> is lower case without accents and with short forms written out;
/// Start and End point into the person's own text, so that titles keep it as typed.
/// </summary>
internal readonly record struct Token(string Norm, string Raw, TokenKind Kind, int Start, int End, bool Quoted)
{
    public bool IsWord => Kind == TokenKind.Word;
    public bool IsNumber => Kind == TokenKind.Number;
    public bool Is(string word) => Norm == word;

    /// <summary>True where the sign, number or word begins exactly where the other ends: <c>9h30</c>, <c>24/12</c>.</summary>
    public bool Touches(Token next) => End == next.Start;
}
