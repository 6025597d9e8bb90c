using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// What a person takes back while they speak: "amanhã às 9, não, às 10", "com a Ana, digo, com a Bia", "at 9, I mean 10".
/// The corrected words leave the text; a corrected time keeps what it did not correct.
/// </summary>
internal static partial class Corrections
{
    private enum Strength { Weak, Strong }

    private const int Most = 3;

    private static readonly PhraseTable<Strength> Markers = new(
        (Strength.Strong, ["nao|no ,? na|in verdade|real|fact", "digo melhor?", "quer|quero dizer", "ou melhor", "melhor dizendo", "nao? minto", "retificando|retifico", "errata",
            "corrigindo|corrijo", "correcao", "errei", "me enganei", "i mean", "scratch|scrap that", "strike that", "or rather", "correction", "make that|it",
            "quis dizer", "i? meant", "my bad|mistake", "hang|hold on", "na real", "perdao"]),
        (Strength.Weak, ["nao pera|espera|perai|melhor|desculpa?", "pera|perai|espera", "na verdade", "alias", "opa", "ops", "putz", "desculpa|desculpe",
            "melhor", "no wait|sorry?", "wait", "sorry", "actually", "oops"]));

    private static readonly string[] Between = [",", ".", "…", "-", "–", "—", "!", "(", ":", "e", "eh", "it", "is", "s", "era", "seria", "que", "foi", "nao", "no"];
    private static readonly string[] Anchors =
        ["com", "pra", "pro", "para", "do", "da", "de", "no", "na", "o", "a", "with", "to", "for", "at", "from", "the", "of", "in", "on", "dia", "por", "ao"];

    /// <summary>The message as the person means it in the end.</summary>
    public static Speech Apply(Speech speech, bool dictated = false)
    {
        for (var round = 0; round < Most && Once(speech, dictated) is { } corrected; round++)
        {
            speech = corrected;
        }

        return speech;
    }

    private static Speech? Once(Speech speech, bool dictated)
    {
        for (var at = 2; at < speech.Tokens.Count - 2 && !dictated; at++)
        {
            if (Denied(speech, at) is { } denied)
            {
                return denied;
            }
        }

        for (var at = 1; at < speech.Tokens.Count - 1; at++)
        {
            if (speech.Tokens[at].Quoted || speech.TimeAt(at) is not null || !Markers.Find(speech.From(at), out var strength, out var after))
            {
                continue;
            }

            if (IsContrast(speech, at, after) || IsPurpose(speech, at, after) || Follows(speech, ref after) is not { } set)
            {
                continue;
            }

            after = Instead(speech, OfTime(speech, after));
            if (dictated)
            {
                // What is kept word for word is corrected in its figures only.
                if (strength == Strength.Strong && IsAmount(speech, after) && Worded(speech, at, after, strength) is { } figure)
                {
                    return figure;
                }

                continue;
            }

            if (Ranged(speech, at, after) is { } range)
            {
                return range;
            }

            if (!IsMeasured(speech, at) && Timed(speech, at, after) is { } timed)
            {
                return timed;
            }

            if (Done(speech, at, after) is { } done)
            {
                return done;
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

    /// <summary>"Pra não pagar multa", "pra eu não esquecer", "que não atrase": it denies what follows and takes back nothing.</summary>
    private static bool IsPurpose(Speech speech, int at, int after) =>
        speech.Tokens[at].Is("nao") && after == at + 1 && speech.Tokens[at - 1].Norm is "pra" or "para" or "pro" or "eu" or "ele" or "ela" or "eles" or "elas" or "que" or "se" or "gente" or "voce" or "nos" or "ainda" or "por";

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

        if (after + 2 < speech.Tokens.Count && speech.Tokens[after].Norm is "they" or "he" or "she" or "it" && speech.Tokens[after + 1].Norm is "said" or "says" && speech.TimeAt(after) is null)
        {
            // "At 7, wait, they said 8".
            after += 2;
        }

        return after < speech.Tokens.Count ? apart : null;
    }

    /// <summary>"Manteiga... não, manteiga não, requeijão", "butter, no, not butter, cream": the word said again is the one that is not meant.</summary>
    private static Speech? Denied(Speech speech, int at)
    {
        var said = at - 1;
        var apart = false;
        while (said > 0 && (!speech.Tokens[said].IsWord || speech.Tokens[said].Norm is "nao" or "no" or "ah" or "ops" or "oops" or "wait" or "pera"))
        {
            apart |= !speech.Tokens[said].IsWord;
            said--;
        }

        var english = speech.Tokens[at].Norm is "not";
        var again = english ? at + 1 : at;
        var right = again + (english ? 1 : 2);
        if (!apart || said < 1 || right + 1 >= speech.Tokens.Count || speech.TimeAt(said) is not null || !(english || speech.Tokens[at + 1].Norm is "nao") || speech.Tokens[right].IsWord || speech.Tokens[again].Norm.Length < 3)
        {
            return null;
        }

        if (speech.Tokens[again].Norm == speech.Tokens[said].Norm)
        {
            return Cut(speech, said, right + 1);
        }

        var wrong = LastBefore(speech, said, token => token.Norm == speech.Tokens[again].Norm);
        return wrong < 0 ? null : Speech.Plain($"{speech.Whole[..speech.Tokens[wrong].Start]}{speech.Whole[speech.Tokens[right + 1].Start..].TrimEnd('.', '!', ' ')}{speech.Whole[speech.Tokens[wrong].End..speech.Tokens[said].End]}", speech.Context);
    }

    /// <summary>"Aliás, não é amanhã, é sexta": the second of the two is meant.</summary>
    private static int Instead(Speech speech, int after)
    {
        if (after < 2 || speech.TimeAt(after) is not { } denied || !(speech.Tokens[after - 1].Norm is "not" || (speech.Tokens[after - 1].Norm is "e" or "era" or "foi" && speech.Tokens[after - 2].Norm is "nao")))
        {
            return after;
        }

        var cursor = speech.From(denied.To);
        while (cursor.TakeAny(",", "e", "era", "mas", "sim", "it", "s", "is", "but", ".", "-"))
        {
        }

        return speech.TimeAt(cursor.At) is { } meant && meant.From == cursor.At ? cursor.At : after;
    }

    /// <summary>"Cria tarefa revisar contrato, na verdade revisar o orçamento": one thing to do in the place of another.</summary>
    private static Speech? Done(Speech speech, int at, int after)
    {
        if (!ThingsToDo.IsListed(speech.From(after)) || speech.TimeAt(after) is not null)
        {
            return null;
        }

        for (var before = Head.EndOfVerb(speech, 0, at); before > 0 && before < at; before++)
        {
            if (ThingsToDo.IsListed(speech.From(before)) && speech.TimeAt(before) is null)
            {
                var day = speech.Times.LastOrDefault(time => time.From > before && time.To <= at);
                var later = speech.Times.Any(time => time.From >= after);
                return day is null || later ? Cut(speech, before, after) : Around(speech, before, day, at, after);
            }
        }

        return null;
    }

    /// <summary>"Quinta de levar o carro, quer dizer, sexta, de levar o carro na oficina": words said again after the new time count, not those before it.</summary>
    private static int Restart(Speech speech, int from, int at, int after)
    {
        after += after < speech.Tokens.Count && speech.Tokens[after].Is(",") ? 1 : 0;
        var plain = BeforeSigns(speech, at);
        return from + 1 < at && after + 1 < speech.Tokens.Count && speech.Tokens[from].IsWord && speech.Tokens[from].Norm == speech.Tokens[after].Norm && speech.Tokens[from + 1].Norm == speech.Tokens[after + 1].Norm ? from : plain;
    }

    /// <summary>The token after the last word before the marker.</summary>
    private static int BeforeSigns(Speech speech, int at)
    {
        while (at > 1 && speech.Tokens[at - 1].Norm is "," or "-" or "–" or "—" or "…" or "(")
        {
            at--;
        }

        return at;
    }

    private static Speech? Worded(Speech speech, int at, int after, Strength strength)
    {
        if (strength == Strength.Strong && Head.VerbAt(speech, after, speech.Tokens.Count) != Verb.None && VerbTable.Table.Find(speech.From(after), out var verb, out _) && verb.Splits)
        {
            return Cut(speech, 0, after);
        }

        if (IsAmount(speech, after))
        {
            if (SameShape.Of(speech, at, after) is { } whole)
            {
                return whole;
            }

            var number = LastBefore(speech, at, token => token.IsNumber || Numbers.IsWord(token.Norm), IsMeasured(speech, at));
            if (number < 0)
            {
                return null;
            }

            number -= IsFraction(speech, number) ? 2 : 0;
            var (wrong, right) = (EndOfAmount(speech, number), EndOfAmount(speech, after));
            var alone = BeforeSigns(speech, at) > wrong + 1 && (right + 1 >= speech.Tokens.Count || !speech.Tokens[right + 1].IsWord);
            return (SameUnit(speech, wrong, right) && !alone) || (right - after > 1 && !speech.Tokens[after].IsNumber) ? Cut(speech, number, after) : Swap(speech, number, wrong, at, after, right, SameUnit(speech, wrong, right) ? 1 : 0);
        }

        var anchor = Anchors.Contains(speech.Tokens[after].Norm) ? LastBefore(speech, at, token => token.Norm == speech.Tokens[after].Norm) : -1;
        if (anchor >= 0)
        {
            return speech.Times.FirstOrDefault(time => time.From > anchor && time.To <= at) is { } kept ? Around(speech, anchor, kept, at, after) : Cut(speech, anchor, after);
        }

        var again = speech.Tokens[after].IsWord && speech.Tokens[after].Norm.Length > 3 ? LastBefore(speech, at, token => token.Norm == speech.Tokens[after].Norm) : -1;
        if (again > 0)
        {
            return Again(speech, again, at, after);
        }

        return CorrectedWords.Of(speech, at, after, strength == Strength.Strong);
    }

    private static readonly string[] Measured = ["dormi", "bebi", "tomei", "corri", "nadei", "pedalei", "caminhei", "andei", "treinei", "malhei", "pesei",
        "slept", "drank", "ran", "walked", "swam", "biked", "trained", "energia", "humor", "energy", "mood"];

    /// <summary>"Dormi 7h, aliás 6h": what was measured right before is no time of day.</summary>
    private static bool IsMeasured(Speech speech, int at)
    {
        var last = BeforeSigns(speech, at) - 1;
        return (last > 0 && IsAmount(speech, last) && Array.IndexOf(Measured, speech.Tokens[last - 1].Norm) >= 0)
            || (last > 1 && IsAmount(speech, last - 1) && Array.IndexOf(Measured, speech.Tokens[last - 2].Norm) >= 0);
    }

    /// <summary>"Leite na lista, digo, leite de aveia": the longer wording takes the place of the shorter one.</summary>
    private static Speech Again(Speech speech, int again, int at, int after)
    {
        var longer = speech.Whole[speech.Tokens[after].Start..];
        var between = Anchors.Contains(speech.Tokens[again + 1].Norm) ? speech.Whole[speech.Tokens[again].End..speech.Tokens[at].Start].TrimEnd(' ', ',', '.', '…') : "";
        return Speech.Plain(speech.Whole[..speech.Tokens[again].Start] + longer + between, speech.Context);
    }

    private static int LastBefore(Speech speech, int at, Func<Token, bool> like, bool timed = false)
    {
        for (var before = at - 1; before > 0; before--)
        {
            if ((timed || speech.TimeAt(before) is null) && like(speech.Tokens[before]))
            {
                return before;
            }
        }

        return -1;
    }

    /// <summary>The message without the tokens between.</summary>
    public static Speech Cut(Speech speech, int from, int to)
    {
        var (start, end) = (speech.Tokens[from].Start, to < speech.Tokens.Count ? speech.Tokens[to].Start : speech.Whole.Length);
        var apart = start > 0 && !char.IsWhiteSpace(speech.Whole[start - 1]) && end < speech.Whole.Length && char.IsLetterOrDigit(speech.Whole[end]);
        return Speech.Plain(speech.Whole[..start] + (apart ? " " : "") + speech.Whole[end..], speech.Context);
    }
}
