using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// What a person takes back while they speak: "amanhã às 9, não, às 10", "com a Ana, digo, com a Bia", "at 9, I mean 10".
/// The corrected words leave the text; a corrected time keeps what it did not correct.
/// </summary>
internal static class Corrections
{
    private enum Strength { Weak, Strong }

    private const int Most = 3;

    private static readonly PhraseTable<Strength> Markers = new(
        (Strength.Strong, ["digo", "quer dizer", "ou melhor", "corrigindo", "correcao", "minto", "errei", "me enganei", "i mean", "scratch that", "or rather", "correction", "make that|it", "quis dizer", "meant"]),
        (Strength.Weak, ["nao pera|espera|perai|melhor|desculpa?", "pera|perai|espera", "na verdade", "alias", "opa", "ops", "perdao", "desculpa", "melhor", "no wait|sorry?", "wait", "sorry", "actually", "oops"]));

    private static readonly string[] Between = [",", ".", "…", "-", "–", "!", "(", "e", "eh", "it", "is", "s", "era", "seria", "que", "foi", "nao", "no"];
    private static readonly string[] Anchors =
        ["com", "pra", "pro", "para", "do", "da", "de", "no", "na", "o", "a", "with", "to", "for", "at", "from", "the", "of", "in", "on", "dia", "por", "ao"];

    /// <summary>The message as the person means it in the end.</summary>
    public static Speech Apply(Speech speech)
    {
        for (var round = 0; round < Most && Once(speech) is { } corrected; round++)
        {
            speech = corrected;
        }

        return speech;
    }

    private static Speech? Once(Speech speech)
    {
        for (var at = 1; at < speech.Tokens.Count - 1; at++)
        {
            if (speech.Tokens[at].Quoted || speech.TimeAt(at) is not null || !Markers.Find(speech.From(at), out var strength, out var after))
            {
                continue;
            }

            if (IsContrast(speech, at, after) || Follows(speech, ref after) is not { } set)
            {
                continue;
            }

            if (Timed(speech, at, after) is { } timed)
            {
                return timed;
            }

            if ((strength == Strength.Strong || set || Amounts(speech, at, after)) && Worded(speech, at, after, strength) is { } worded)
            {
                return worded;
            }
        }

        return null;
    }

    /// <summary>"Às 10, não às 9": what follows is what is not meant.</summary>
    private static bool IsContrast(Speech speech, int at, int after) =>
        speech.Tokens[at].Norm is "nao" or "no" && after == at + 1 && speech.Tokens[at - 1].Norm is "," or "e" or "and" && after < speech.Tokens.Count && speech.Tokens[after].IsWord
        && !Markers.Find(speech.From(after), out _, out _);

    /// <summary>Past signs and fillers after the marker. True where the marker stood apart, between signs; null at the end of the text.</summary>
    private static bool? Follows(Speech speech, ref int after)
    {
        var apart = false;
        while (after < speech.Tokens.Count && speech.TimeAt(after) is null)
        {
            if (Markers.Find(speech.From(after), out _, out var more) && !Anchors.Contains(speech.Tokens[after].Norm))
            {
                after = more;
            }
            else if (Between.Contains(speech.Tokens[after].Norm))
            {
                apart |= !speech.Tokens[after].IsWord;
                after++;
            }
            else
            {
                break;
            }
        }

        return after < speech.Tokens.Count ? apart : null;
    }

    private static Speech? Timed(Speech speech, int at, int after)
    {
        var length = speech.From(after);
        if (speech.Times.LastOrDefault(time => time.To <= at && time.Counted is not null) is { } counted && Span.Take(ref length, out var span) && span.IsClockTime)
        {
            var index = speech.Times.ToList().IndexOf(counted);
            var shorter = Cut(speech, at, length.At);
            var moved = OffsetTimes.ToMinute(speech.Context.Now.PlusSeconds(span.Seconds));
            return shorter with { Times = [.. shorter.Times.Select((time, place) => place == index ? time with { Counted = moved } : time)] };
        }

        if (speech.TimeAt(after) is not { } right || right.From < after)
        {
            return null;
        }

        var wrong = speech.Times.LastOrDefault(time => time.To <= at && TimeRepair.Fits(right, time));
        if (wrong is null)
        {
            return null;
        }

        var place = speech.Times.ToList().IndexOf(wrong);
        var cut = Cut(speech, at, right.To);
        return cut with { Times = [.. cut.Times.Select((time, index) => index == place ? TimeRepair.Of(time, right) : time)] };
    }

    private static Speech? Worded(Speech speech, int at, int after, Strength strength)
    {
        if (strength == Strength.Strong && Head.VerbAt(speech, after, speech.Tokens.Count) != Verb.None && VerbTable.Table.Find(speech.From(after), out var verb, out _) && verb.Splits)
        {
            return Cut(speech, 0, after);
        }

        if (IsAmount(speech, after))
        {
            var number = LastBefore(speech, at, token => token.IsNumber || Numbers.IsWord(token.Norm));
            return number < 0 ? null : SameUnit(speech, number + 1, after + 1) ? Cut(speech, number, after) : Swap(speech, number, at, after);
        }

        var anchor = Anchors.Contains(speech.Tokens[after].Norm) ? LastBefore(speech, at, token => token.Norm == speech.Tokens[after].Norm) : -1;
        if (anchor >= 0)
        {
            return Cut(speech, anchor, after);
        }

        var again = speech.Tokens[after].IsWord && speech.Tokens[after].Norm.Length > 3 ? LastBefore(speech, at, token => token.Norm == speech.Tokens[after].Norm) : -1;
        if (again > 0)
        {
            return Again(speech, again, at, after);
        }

        var lastWord = LastBefore(speech, at, token => token.IsWord);
        return strength == Strength.Strong && lastWord > 0 && IsOneWord(speech, after) ? Cut(speech, lastWord, after) : null;
    }

    private static bool IsAmount(Speech speech, int at) => speech.Tokens[at].IsNumber || Numbers.IsWord(speech.Tokens[at].Norm);

    /// <summary>"Trinta não quarenta": two amounts around it are enough.</summary>
    private static bool Amounts(Speech speech, int at, int after) => IsAmount(speech, at - 1) && IsAmount(speech, after);

    /// <summary>"Leite na lista, digo, leite de aveia": the longer wording takes the place of the shorter one.</summary>
    private static Speech Again(Speech speech, int again, int at, int after)
    {
        var longer = speech.Whole[speech.Tokens[after].Start..];
        var between = speech.Whole[speech.Tokens[again].End..speech.Tokens[at].Start].TrimEnd(' ', ',', '.', '…');
        return Speech.Plain(speech.Whole[..speech.Tokens[again].Start] + longer + between, speech.Context);
    }

    private static int LastBefore(Speech speech, int at, Func<Token, bool> like)
    {
        for (var before = at - 1; before > 0; before--)
        {
            if (speech.TimeAt(before) is null && like(speech.Tokens[before]))
            {
                return before;
            }
        }

        return -1;
    }

    private static bool SameUnit(Speech speech, int first, int second) =>
        second < speech.Tokens.Count && speech.Tokens[first].IsWord && speech.Tokens[first].Norm == speech.Tokens[second].Norm;

    private static bool IsOneWord(Speech speech, int after) =>
        speech.Tokens[after].IsWord && (after + 1 == speech.Tokens.Count || !speech.Tokens[after + 1].IsWord || speech.TimeAt(after + 1) is not null);

    private static Speech Cut(Speech speech, int from, int to) =>
        Speech.Plain(speech.Whole.Remove(speech.Tokens[from].Start, (to < speech.Tokens.Count ? speech.Tokens[to].Start : speech.Whole.Length) - speech.Tokens[from].Start), speech.Context);

    private static Speech Swap(Speech speech, int number, int at, int after)
    {
        var right = speech.Tokens[after].Raw;
        var cut = speech.Whole.Remove(speech.Tokens[at].Start, speech.Tokens[after].End - speech.Tokens[at].Start);
        var corrected = cut.Remove(speech.Tokens[number].Start, speech.Tokens[number].Raw.Length).Insert(speech.Tokens[number].Start, right);
        return Speech.Plain(corrected.Replace("  ", " ", StringComparison.Ordinal), speech.Context);
    }
}
