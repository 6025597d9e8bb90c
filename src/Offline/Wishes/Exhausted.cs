using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Abrir a loja todo dia às 7 não dá mais", "up at 5 every day, I can't anymore": what one has had enough of is no wish.</summary>
internal static class Exhausted
{
    private static readonly PhraseTable<bool> Sayings = new((true,
        ["nao da mais|pra|nao?", "nao aguento|aguentamos|suporto|guento mais?", "ta|esta|e dificil|foda|osso|puxado|pesado|cansativo|complicado|exaustivo|dureza|tenso|brabo", "to|tou|estou exausto|exausta|morto|morta|quebrado|quebrada|acabado|acabada",
            "i can t anymore|cope|do", "i? can t take|stand|do it|this|that? anymore|any?", "is|s killing me|us", "wears|wearing|wiping me|us out", "i m exhausted|knackered|shattered|wrecked|done for"]));

    public static bool IsSaid(Wish wish)
    {
        for (var at = wish.From + 1; at < wish.End; at++)
        {
            if (!wish.Speech.Tokens[at].Quoted && wish.Speech.TimeAt(at) is null && Sayings.Find(wish.At(at), out _, out _) && wish.Speech.Tokens[at].Raw is not "e")
            {
                return true;
            }
        }

        return false;
    }
}
