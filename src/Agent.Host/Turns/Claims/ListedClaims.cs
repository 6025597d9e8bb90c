namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>
/// Counts claims that are made more than once where each means another deed: in one sentence ("criei a tarefa A e criei a tarefa B") and in the lines of a list.
/// </summary>
internal sealed class ListedClaims
{
    private readonly List<Claim> _made = [];

    /// <summary>The claims of the next sentence, each with the count that all of its like need so far.</summary>
    public List<Claim> Counted(string sentence, List<Claim> claims)
    {
        if (!IsListed(sentence))
        {
            _made.Clear();
        }

        for (var place = 0; place < claims.Count; place++)
        {
            var claim = claims[place];
            var before = claim.Manner is Manner.Past or Manner.Told && claim.Things != Things.None
                ? _made.Where(made => made.Kinds == claim.Kinds && made.Things == claim.Things && made.Manner == claim.Manner).Sum(made => made.Count)
                : 0;
            _made.Add(claim);
            claims[place] = claim with { Count = claim.Count + before };
        }

        return claims;
    }

    private static bool IsListed(string sentence)
    {
        var text = sentence.AsSpan().TrimStart();
        return text.Length > 1 && (text[0] is '-' or '•' or '✅' or '*' && text[1] != '*' || (char.IsAsciiDigit(text[0]) && text[1] is '.' or ')'));
    }
}
