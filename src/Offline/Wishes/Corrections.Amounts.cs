using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Corrected amounts: a number in the place of another of its unit.</summary>
internal static partial class Corrections
{
    private static bool IsAmount(Speech speech, int at) => speech.Tokens[at].IsNumber || Numbers.IsWord(speech.Tokens[at].Norm);

    /// <summary>The "5" of "62.5".</summary>
    private static bool IsFraction(Speech speech, int at) =>
        at > 2 && speech.Tokens[at].IsNumber && speech.Tokens[at - 1].Norm is "." or "," && speech.Tokens[at - 2].IsNumber && speech.Tokens[at - 2].Touches(speech.Tokens[at - 1]) && speech.Tokens[at - 1].Touches(speech.Tokens[at]);

    private static int EndOfAmount(Speech speech, int at) =>
        at + 2 < speech.Tokens.Count && IsFraction(speech, at + 2) ? at + 3
        : at + 2 < speech.Tokens.Count && speech.Tokens[at + 1].Norm is "e" && (speech.Tokens[at + 2].Norm is "meia" or "meio" || Numbers.IsWord(speech.Tokens[at + 2].Norm)) ? at + 3
        : at + 1;

    /// <summary>"Trinta não quarenta": two amounts around it are enough.</summary>
    private static bool Amounts(Speech speech, int at, int after) =>
        IsAmount(speech, after) && BeforeSigns(speech, at) - 1 is var last && (IsAmount(speech, last) || (last > 0 && IsAmount(speech, last - 1) && SameUnit(speech, last, EndOfAmount(speech, after))) || IsMeasured(speech, at));

    private static bool SameUnit(Speech speech, int first, int second) =>
        second < speech.Tokens.Count && speech.Tokens[first].IsWord && speech.Tokens[first].Norm == speech.Tokens[second].Norm;

    private static Speech Swap(Speech speech, int number, int wrong, int at, int after, int right, int unit)
    {
        var meant = speech.Raw(after, right);
        var from = BeforeSigns(speech, at);
        from = from == wrong ? speech.Tokens[wrong - 1].End : speech.Tokens[at].Start;
        var cut = speech.Whole.Remove(from, speech.Tokens[right + unit - 1].End - from);
        var corrected = cut.Remove(speech.Tokens[number].Start, speech.Tokens[wrong - 1].End - speech.Tokens[number].Start).Insert(speech.Tokens[number].Start, meant);
        return Speech.Plain(corrected.Replace("  ", " ", StringComparison.Ordinal).TrimEnd(' ', ','), speech.Context);
    }
}
