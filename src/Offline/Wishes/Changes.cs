using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"X para Y", "X to Y": what is to change and its new value. The last separator outside times and quotes counts.</summary>
internal static class Changes
{
    /// <summary>The target is read from <paramref name="from"/> on, where its name begins before the words of the object end.</summary>
    public static (string Target, string? Value) Split(Wish wish, int? from = null)
    {
        for (var at = wish.End - 2; at > (from ?? wish.Head.Body); at--)
        {
            var token = wish.Speech.Tokens[at];
            if (!token.Quoted && token.Norm is "para" or "pra" or "pro" or "pros" or "pras" or "to" or "por" or "como" or "as" or ":" or "→" && IsValue(wish, at) || (token is { Quoted: false, Norm: "with" } && wish.At(wish.Head.Start).Word is "replace" or "swap" or "overwrite"))
            {
                var led = token.Norm is ":" && wish.Speech.Tokens[at - 1].Norm is "with" or "por" or "to" or "pra" or "para" && at - 1 > (from ?? wish.Head.Body);
                return (wish.Target(from, led ? at - 1 : at), wish.Speech.Raw(at + 1, wish.End).Trim(' ', '"', '“', '”', ':'));
            }
        }

        return (wish.Target(from), null);
    }

    private static bool IsValue(Wish wish, int at) => wish.Verb == Verb.Rename || wish.Head.Feature != Feature.None || wish.Speech.TimeAt(at) is null;
}
