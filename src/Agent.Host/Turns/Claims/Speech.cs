namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>A sentence as its tokens, up to where it speaks for the assistant: not what others are quoted with, nor the question at its end.</summary>
internal sealed class Speech
{
    private static readonly HashSet<string> Joins = Set("e and mas but porem entao so then pois because porque alem");
    private static readonly HashSet<string> Says = Set("disse escreveu falou respondeu diz says wrote said replied writes");
    private static readonly HashSet<string> EnglishWords = Set("the i your you is was were to of it that 've 'll for with been has have will are my on at no");
    private static readonly HashSet<string> PortugueseWords = Set("o os um uma de da do para que foi esta sua seu voce e na com em as eu ja");
    private static readonly HashSet<string> Openings = Set(
        "ok okay certo claro perfeito combinado otimo beleza boa sim great sure alright perfect yes good excellent excelente maravilha legal thing got it entendi entendido");

    private readonly List<Token> _tokens;

    public Speech(string sentence)
    {
        _tokens = Tokens.Of(sentence);
        First = _tokens.FindIndex(token => !token.IsSign && !(token.Text.Length < 3 && token.Text.All(char.IsAsciiDigit)));
        First = First < 0 ? _tokens.Count : First;
        if (First > 0 && !_tokens[First - 1].IsSign && _tokens[First].Word.Thing != Things.None)
        {
            First--;
        }

        Checked = _tokens.Exists(token => token.Text == "✅");
        IsQuoted = _tokens.Count > 0 && _tokens[0].Text == ">" && !Checked;
        IsEnglish = _tokens.Count(token => EnglishWords.Contains(token.Text)) > _tokens.Count(token => PortugueseWords.Contains(token.Text));
        Exclaims = Last is "!" || Checked;
        End = EndOfOwn();
    }

    /// <summary>The first word.</summary>
    public int First { get; }

    /// <summary>Behind the last token that speaks for the assistant.</summary>
    public int End { get; }

    public bool IsEnglish { get; }

    /// <summary>Whether it bears a check mark.</summary>
    public bool Checked { get; }

    /// <summary>Whether it announces something, by its tone.</summary>
    public bool Exclaims { get; }

    /// <summary>Whether the whole line is a quotation.</summary>
    public bool IsQuoted { get; }

    /// <summary>Its last sign or word.</summary>
    public string Last => _tokens.Count == 0 ? "" : _tokens[^1].Text;

    /// <summary>The word or sign there; empty outside.</summary>
    public string Text(int at) => at >= 0 && at < _tokens.Count ? _tokens[at].Text : "";

    /// <summary>What it means.</summary>
    public Word Word(int at) => at >= 0 && at < _tokens.Count ? _tokens[at].Word : default;

    /// <summary>Whether a sign, or the end, stands there.</summary>
    public bool IsSign(int at) => at < 0 || at >= _tokens.Count || _tokens[at].IsSign;

    /// <summary>Whether a word behind the first has a capital letter.</summary>
    public bool IsName(int at) => at > First && at < _tokens.Count && _tokens[at] is { IsCapital: true, IsSign: false };

    /// <summary>Whether a clause begins behind this token.</summary>
    public bool Parts(int at) => IsSign(at) || Joins.Contains(_tokens[at].Text);

    /// <summary>Whether two sentences' parts are joined there: not by a comma.</summary>
    public bool PartsWide(int at) => Parts(at) && Text(at) is not ("," or "(" or ")");

    /// <summary>Where the clause of a token begins.</summary>
    public int ClauseStart(int at) => Back(at, Parts);

    /// <summary>Where it begins, commas not counted.</summary>
    public int WideStart(int at) => Back(at, PartsWide);

    /// <summary>Where the clause of a token ends.</summary>
    public int ClauseEnd(int at) => Forth(at, Parts);

    /// <summary>Where it ends, commas not counted.</summary>
    public int WideEnd(int at) => Forth(at, PartsWide);

    /// <summary>The first token of that set in a stretch, or -1.</summary>
    public int Find(int from, int to, HashSet<string> words)
    {
        for (var at = Math.Max(from, 0); at < Math.Min(to, _tokens.Count); at++)
        {
            if (words.Contains(_tokens[at].Text))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>Whether only words like "ok" and signs stand before.</summary>
    public bool Opens(int at)
    {
        for (var before = First; before < at; before++)
        {
            if (!IsSign(before) && !Openings.Contains(Text(before)))
            {
                return false;
            }
        }

        return at >= First;
    }

    /// <summary>A set of words.</summary>
    public static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);

    private int Back(int at, Func<int, bool> parts)
    {
        while (at > 0 && !parts(at - 1))
        {
            at--;
        }

        return at;
    }

    private int Forth(int at, Func<int, bool> parts)
    {
        while (at < End && !parts(at))
        {
            at++;
        }

        return at;
    }

    private int EndOfOwn()
    {
        var end = _tokens.Count;
        for (var at = 0; at + 1 < end; at++)
        {
            if (Says.Contains(_tokens[at].Text) && _tokens[at + 1].Text == ":" && Text(at - 1) is not ("i" or "eu"))
            {
                return at;
            }
        }

        if (Last != "?")
        {
            return end;
        }

        var comma = _tokens.FindLastIndex(end - 2, token => token.Text is "," or "—" or ":" or ";" or "mas" or "but");
        return Math.Max(comma, 0);
    }
}
