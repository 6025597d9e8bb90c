using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A clause that says why before the command comes: "por causa do feriado de segunda, passa a reunião pra terça".</summary>
internal static class Causes
{
    private static readonly PhraseTable<bool> Openings = new((true,
        ["por causa|conta|culpa de|do|da|dos|das|desse|dessa", "devido a|ao|as|aos", "em|na? funcao|virtude|razao de|do|da", "gracas ao",
            "como e|eh|tem|vai|o|a|segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|hoje",
            "ja que", "visto que", "uma vez que", "because", "because|on account of", "due to", "owing|thanks to the", "since", "given that?", "with the strike|holiday"]));

    private static readonly PhraseTable<bool> Mine = new((true, ["eu|sou|eh que|quem levo|vou|busco|pego|dirijo|levar|buscar", "sou|fui eu que|quem",
        "quem leva|busca|pega|dirige sou eu", "i m|am driving|taking|picking|dropping"]));

    /// <summary>The clauses without those that only explain the command after them.</summary>
    public static List<Clause> Without(Speech speech, List<Clause> clauses)
    {
        for (var at = clauses.Count - 2; at >= 0; at--)
        {
            if (Explains(speech, clauses[at], clauses[at + 1]))
            {
                clauses[at + 1] = clauses[at + 1] with { First = clauses[at].First, GoesOn = false };
                clauses.RemoveAt(at);
            }
        }

        return clauses;
    }

    private static bool Explains(Speech speech, Clause clause, Clause next)
    {
        var opens = Openings.Find(speech.From(clause.From, clause.To), out _, out _);
        return (opens || (clause.First && IsDrive(speech, clause, next))) && speech.Tokens[clause.To - 1].Norm is not "?"
            && new Wish(speech, clause).Verb == Verb.None && new Wish(speech, next) is { Verb: not Verb.None };
    }

    /// <summary>"O voo da Carla é às 6 e eu que levo, então me acorda às 3h30".</summary>
    private static bool IsDrive(Speech speech, Clause clause, Clause next) =>
        Enumerable.Range(next.From, Math.Min(4, next.To - next.From)).Any(at => speech.Tokens[at].Norm is "acorda" or "acorde" or "acordar" or "wake")
        && Enumerable.Range(clause.From, clause.To - clause.From).Any(at => Mine.Find(speech.From(at, clause.To), out _, out _));
}
