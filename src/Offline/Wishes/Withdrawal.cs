using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A message that takes itself back at its end: "marca dentista amanhã… ah, deixa pra lá".</summary>
internal static class Withdrawal
{
    private static readonly PhraseTable<bool> Wordings = new((true,
    [
        "deixa|deixe pra|para la", "deixa quieto|assim", "deixa", "esquece|esqueca isso|tudo|o? que? eu? disse|falei?", "nao precisa mais?",
        "cancela isso|tudo", "cancela", "mudei de ideia", "nao faz|faca nada",
        "never mind", "nevermind", "forget it|that|about it?", "don t bother", "scratch that", "cancel that", "changed my mind", "i changed my mind", "nao quero mais", "melhor nao",
    ]));

    /// <summary>True where the last words of the message withdraw what went before.</summary>
    public static bool Ends(Speech speech)
    {
        var gone = Head.VerbAt(speech, 0, speech.Tokens.Count) is Verb.Delete or Verb.Cancel or Verb.Clear;
        for (var at = 2; at < speech.Tokens.Count; at++)
        {
            var before = speech.Tokens[at - 1];
            if (before.Quoted || (before.IsWord && before.Norm is not ("nao" or "mas" or "ah" or "ops" or "opa" or "no" or "but" or "actually" or "aff" or "pensando" or "melhor" or "alias")))
            {
                continue;
            }

            var cursor = speech.From(at);
            if (gone && cursor.Word is "nao" or "i" or "cancela")
            {
                // "Tira esse lembrete, não quero mais" says why.
                continue;
            }

            if (Wordings.Take(ref cursor, out _) && speech.From(cursor.At, Politeness.Trim(cursor)).AtEnd)
            {
                return true;
            }
        }

        return false;
    }
}
