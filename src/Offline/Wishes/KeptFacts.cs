using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Questions for what people write down to find it again: "qual era a senha do wifi?", "what's the gate code again?".</summary>
internal static class KeptFacts
{
    private static readonly PhraseTable<bool> Openings = new((true,
    [
        "qual|quais e|eh|era|eram|sao|foi? mesmo? que? o|a|os|as|meu|minha|nosso|nossa?", "como e|era|eh mesmo? o|a|meu|minha",
        "voce? lembra|sabe|tem qual? e|era? mesmo? o|a|meu|minha|nossa", "me diz|diga|fala|passa|da|relembra|manda qual? e|era? o|a|meu|minha|nossa",
        "cade o|a|meu|minha", "esqueci|perdi o|a|meu|minha qual? e|era?",
        "what|which is|was|s|were the|my|our|that?", "what s|was again? the|my|our|that?", "tell|give me the|my|our", "remind me what the|my|our",
    ]));

    /// <summary>What nobody else would know.</summary>
    private static readonly FrozenSet<string> Private = FrozenSet.ToFrozenSet(
        ["senha", "senhas", "codigo", "pin", "login", "ramal", "segredo", "combinacao", "tamanho", "numeracao", "placa", "matricula", "password", "passcode",
            "passwords", "code", "combination", "combo", "size"]);

    /// <summary>What others know too: asked for by one who knew it once, or of what is theirs.</summary>
    private static readonly FrozenSet<string> Shared = FrozenSet.ToFrozenSet(
        ["telefone", "fone", "celular", "numero", "endereco", "chave", "pix", "cpf", "cnpj", "rg", "cep", "link", "receita", "nome", "dose", "dosagem",
            "medida", "medidas", "modelo", "marca", "protocolo", "phone", "number", "address", "serial", "name", "recipe", "dosage", "dose", "model", "brand",
            "wifi"]);

    private static readonly FrozenSet<string> World = FrozenSet.ToFrozenSet(["pais", "estado", "cidade", "planeta", "presidente", "postal", "civil", "penal",
        "policia", "bombeiros", "samu", "ddd", "ddi", "country", "area", "zip", "police", "emergency", "atomic", "atomico", "consumidor", "transito", "morse",
        "dress"]);

    public static Outcome? Read(Wish wish)
    {
        foreach (var start in (int[])[wish.From, wish.Head.Start])
        {
            var cursor = wish.At(start);
            while (!Openings.Find(cursor, out _, out _) && Politeness.Skip(ref cursor))
            {
            }

            if (Openings.Find(cursor, out _, out var from) && from < wish.End && Kept(wish, cursor, from))
            {
                var end = wish.Speech.Tokens[wish.End - 1].Norm is "again" or "mesmo" or "msm" ? wish.End - 1 : wish.End;
                return Words.Target(wish.Text(from, end)) is { Length: > 0 } words ? Call.To("notes_search_notes").With("query", words) : null;
            }
        }

        return null;
    }

    private static bool Kept(Wish wish, Cursor opening, int from)
    {
        var once = opening.Word is "esqueci" or "perdi" or "remind" or "cade" || wish.Has("era", "eram", "mesmo", "was", "again", "meu", "minha", "my", "nossa", "our");
        for (var at = from; at < wish.End && at < from + 5; at++)
        {
            var word = wish.Speech.Tokens[at].Norm;
            if (Private.Contains(word) || (once && Shared.Contains(word)))
            {
                return wish.End - at < 9 && !wish.Speech.Tokens.Skip(wish.From).Take(wish.End - wish.From).Any(token => World.Contains(token.Norm));
            }

            if (word is "do" or "da" or "de" or "of" or "for" or "," or ":" && at > from)
            {
                break;
            }
        }

        return false;
    }
}
