namespace TbPersonalOs.Offline.Text;

/// <summary>Reads tokens from left to right. A struct: a copy is a bookmark, so that a reader can try and go back.</summary>
internal struct Cursor(IReadOnlyList<Token> tokens, int at, int limit)
{
    /// <summary>The same text, read on from elsewhere.</summary>
    public Cursor(Cursor other, int at) : this(other.All, at, other.Limit)
    {
    }

    private readonly IReadOnlyList<Token> All => tokens;
    public int At { get; private set; } = at;

    public readonly bool AtEnd => At >= limit;
    public readonly int Limit => limit;
    public readonly Token Token => AtEnd ? default : tokens[At];
    public readonly string Word => AtEnd || tokens[At].Quoted ? "" : tokens[At].Norm;
    public readonly Token Previous => At > 0 ? tokens[At - 1] : default;

    /// <summary>True where the token at hand begins exactly where the previous one ends.</summary>
    public readonly bool Touching => !AtEnd && At > 0 && tokens[At - 1].Touches(tokens[At]);

    public readonly string Peek(int ahead) => At + ahead < limit && !tokens[At + ahead].Quoted ? tokens[At + ahead].Norm : "";

    public void Skip() => At++;

    public bool Take(string word)
    {
        if (word.Length == 0 || Word != word)
        {
            return false;
        }

        At++;
        return true;
    }

    public bool TakeAny(params ReadOnlySpan<string> words)
    {
        var at = Word;
        if (at.Length > 0 && words.Contains(at))
        {
            At++;
            return true;
        }

        return false;
    }

    /// <summary>True where one of the words stands anywhere from here on.</summary>
    public readonly bool Has(params ReadOnlySpan<string> words)
    {
        for (var place = At; place < limit; place++)
        {
            if (words.Contains(tokens[place].Norm))
            {
                return true;
            }
        }

        return false;
    }

    public bool TakeAll(params ReadOnlySpan<string> words)
    {
        var back = At;
        foreach (var word in words)
        {
            if (!Take(word))
            {
                At = back;
                return false;
            }
        }

        return true;
    }

    public bool TakeFrom<T>(IReadOnlyDictionary<string, T> table, out T value)
    {
        if (Word.Length > 0 && table.TryGetValue(Word, out value!))
        {
            At++;
            return true;
        }

        value = default!;
        return false;
    }

    public bool TakeDigits(out int value)
    {
        value = 0;
        if (AtEnd || !Token.IsNumber || Token.Quoted || Token.Norm.Length > 9)
        {
            return false;
        }

        value = int.Parse(Token.Norm, System.Globalization.CultureInfo.InvariantCulture);
        At++;
        return true;
    }
}
