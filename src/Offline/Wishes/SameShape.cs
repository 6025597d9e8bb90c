namespace TbPersonalOs.Offline.Wishes;

/// <summary>"32 3215-4400, não, errei, 32 3215-4411": a number of several parts takes the place of the one that looks like it.</summary>
internal static class SameShape
{
    public static Speech? Of(Speech speech, int at, int after)
    {
        var to = after;
        while (to < speech.Tokens.Count && IsPart(speech, to))
        {
            to++;
        }

        var end = at;
        while (end > 0 && speech.Tokens[end - 1].Norm is "," or "." or "…" or "nao" or "no" or "ops" or "oops" or "pera" or "wait")
        {
            end--;
        }

        var length = to - after;
        if (length < 3 || end - length < 1)
        {
            return null;
        }

        for (var part = 0; part < length; part++)
        {
            var (wrong, right) = (speech.Tokens[end - length + part], speech.Tokens[after + part]);
            if (wrong.Kind != right.Kind || wrong.Norm.Length != right.Norm.Length)
            {
                return null;
            }
        }

        return Corrections.Cut(speech, end - length, after);
    }

    private static bool IsPart(Speech speech, int at) => speech.Tokens[at].IsNumber || speech.Tokens[at].Norm is "-" or "/";
}
