using System.Text.RegularExpressions;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>One message as read: its clean text, the tokens of its beginning, and the times found in them.</summary>
internal sealed partial record Speech(string Whole, string Text, IReadOnlyList<Token> Tokens, IReadOnlyList<TimeExpression> Times, TimeContext Context)
{
    public static Speech Read(string text, TimeContext context) =>
        Plain(text, context) is var plain && Dictation.Begins(plain) ? Corrections.Apply(plain, dictated: true)
        : Withdrawal.Ends(plain) && ReferenceEquals(TopicFirst.Apply(plain), plain) ? plain
        : WeekdaySets.Apply(TopicFirst.Apply(Afterthought.Apply(Corrections.Apply(Hesitations.Apply(Lines(text) is { } lines ? Plain(lines, context) : plain)))));

    private static string? Lines(string text) =>
        text.TrimStart() is ['1', '.' or '-' or '–', ' ', ..] ? Listed().Replace(text, "\n") : Numbered().IsMatch(text) ? Numbered().Replace(text, "\n") : null;

    /// <summary>"1. … 2. …", where the text opens with the first.</summary>
    [GeneratedRegex(@"(?:^|\s)\d{1,2}[.\-–]\s+")]
    private static partial Regex Listed();

    /// <summary>"1) … 2) …": each on a line of its own.</summary>
    [GeneratedRegex(@"(?:^|\s)\d{1,2}[\)\]]\s+")]
    private static partial Regex Numbered();

    /// <summary>As it was typed, slips of the tongue included.</summary>
    public static Speech Plain(string text, TimeContext context, Spelling? spelling = null)
    {
        var whole = CleanText.Of(text);
        var beginning = CleanText.Beginning(whole);
        var tokens = Tokenizer.Cut(beginning, spelling);
        return new Speech(whole, beginning, tokens, TimeScanner.Scan(tokens, context), context);
    }

    public bool IsLong => Whole.Length > Text.Length;

    public Cursor From(int at, int? limit = null) => new(Tokens, at, limit ?? Tokens.Count);

    public TimeExpression? TimeAt(int token) => Times.FirstOrDefault(time => time.From <= token && token < time.To);

    /// <summary>The person's own text between two tokens.</summary>
    public string Raw(int from, int to) => from < to ? Text[Tokens[from].Start..Tokens[to - 1].End] : "";

    /// <summary>The person's own text from a token to the very end of the message, however long.</summary>
    public string RawToEnd(int from) => from < Tokens.Count ? Whole[Tokens[from].Start..] : "";
}
