using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Which words a few corrected ones stand for: "monitor novo, não, teclado novo", "manteiga na lista do mercado, ops, margarina".</summary>
internal static class CorrectedWords
{
    private const int Most = 4;

    /// <summary>The message with the right words in their place, or null where that is not plain.</summary>
    public static Speech? Of(Speech speech, int at, int after, bool strong)
    {
        var length = Length(speech, after);
        var last = at;
        while (last > 0 && !speech.Tokens[last - 1].IsWord)
        {
            last--;
        }

        if (speech.Tokens[at].Norm is "make" || length is 0 or > Most || last - length < 1 || !Plain(speech, after, after + length))
        {
            return null;
        }

        if (length == 1 && Thing(speech, last) is var thing and > 0)
        {
            return InPlace(speech, thing, at, after);
        }

        var same = length > 1 && speech.Tokens[last - 1].Norm == speech.Tokens[after + length - 1].Norm;
        return (strong || same) && Plain(speech, last - length, last) && last - length > Head.EndOfVerb(speech, 0, last) - 1 ? Corrections.Cut(speech, last - length, after) : null;
    }

    /// <summary>Up to the next sign, time or end.</summary>
    private static int Length(Speech speech, int at)
    {
        var to = at;
        while (to < speech.Tokens.Count && speech.Tokens[to].IsWord && speech.TimeAt(to) is null)
        {
            to++;
        }

        return to - at;
    }

    private static bool Plain(Speech speech, int from, int to)
    {
        for (; from < to; from++)
        {
            if (!speech.Tokens[from].IsWord || speech.Tokens[from].Quoted || speech.TimeAt(from) is not null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The one word that goes into something: "põe MANTEIGA na lista", or -1.</summary>
    private static int Thing(Speech speech, int limit)
    {
        var at = Head.EndOfVerb(speech, 0, limit);
        return Head.VerbAt(speech, 0, limit) is Verb.Create or Verb.Append && at + 1 < limit && speech.Tokens[at].IsWord
            && speech.Tokens[at + 1].Norm is "na" or "no" or "nas" or "nos" or "to" or "on" or "in" or "a" or "pra" or "para" ? at : -1;
    }

    private static Speech InPlace(Speech speech, int thing, int at, int after)
    {
        var cut = speech.Whole.Remove(speech.Tokens[at].Start, speech.Tokens[after].End - speech.Tokens[at].Start).TrimEnd(' ', ',', '.');
        return Speech.Plain(cut.Remove(speech.Tokens[thing].Start, speech.Tokens[thing].Raw.Length).Insert(speech.Tokens[thing].Start, speech.Tokens[after].Raw), speech.Context);
    }
}
