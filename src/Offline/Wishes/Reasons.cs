using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Why something is wanted, said after it: "…, senão cobram de novo", "… because the roof leaks again", "…, o voo sai 8h".</summary>
internal static class Reasons
{
    /// <summary>They give a reason wherever they stand.</summary>
    private static readonly PhraseTable<bool> Always = new((true,
        ["por que", "senao", "pois", "ja que", "visto que", "uma vez que", "because", "cause", "cuz|coz|bc", "otherwise", "or else", "so that? i|we|they|he|she|it|you",
            "since i|we|they|he|she|it|the|my", "as i|we|they|he|she|it m|re|s|ve|have|has|am|is|are", "pra|para eu|ele|ela|eles|gente nao", "pra|para que", "pra|para a gente nao"]));

    /// <summary>They do so after a comma.</summary>
    private static readonly PhraseTable<bool> Apart = new((true,
        ["que", "pra|para nao", "se nao", "vai|vou|vamos|vao", "ta|tao|esta|estou|estao", "to com|sem|indo|saindo|muito|sempre|quase|precisando|ficando",
            "nao posso|quero|da|pode|vou|tem|consigo",
            "vence|vencem|expira|fecha|fecham|acaba|termina|comeca dia|hoje|amanha|as|no|na|em|cedo|logo|segunda|terca|quarta|quinta|sexta|sabado|domingo|mes|semana?",
            "eu|ele|ela|eles|elas", "a gente", "i|we|he|she|they|it", "there s|is|are",
            "tem|tenho que|de|um|uma|gente|muita|muito", "or i|he|she|they|it|we", "ja ta|passou|venceu|acabou"]));

    /// <summary>After them "por que", "why" is what is asked: "perguntar por que o Léo faltou".</summary>
    private static readonly string[] Asking = ["perguntar", "pergunta", "saber", "entender", "descobrir", "explicar", "investigar", "ver", "ask", "know", "explain", "understand",
            "just", "so", "nao", "not", "motivo", "razao", "e", "ou"];

    private static readonly string[] Finite = ["vai", "vao", "esta", "ta", "estao", "tao", "sai", "saem", "parte", "chega", "chegam", "quebrou", "vence", "abre", "fecha",
        "acabou", "acaba", "acabam", "abrem", "fecham", "comecam", "morre", "morrem", "comeca", "termina", "tem", "passa", "passam", "vem", "volta", "custa", "expira", "leaves", "departs",
        "won", "will", "is", "are", "was",
            "starts", "closes", "opens", "broke", "needs", "has"];

    /// <summary>The token at which the reason begins, or -1.</summary>
    public static int Begin(IReadOnlyList<Token> tokens, int from, int to)
    {
        for (var at = from + 1; at < to - 1; at++)
        {
            var cursor = new Cursor(tokens, at, to);
            if (tokens[at].Quoted || Array.IndexOf(Asking, tokens[at - 1].Norm) >= 0)
            {
                continue;
            }

            if (Always.Find(cursor, out _, out _) || (tokens[at - 1].Is(",") && (Apart.Find(cursor, out _, out _) || Tells(cursor))))
            {
                return tokens[at - 1].Is(",") ? at - 1 : at;
            }
        }

        return -1;
    }

    /// <summary>The same in a wish; who is to be woken needs no "because": "me acorda às 5 que o voo sai às 8".</summary>
    public static int Of(Speech speech, Head head, Verb verb, int to)
    {
        if (verb is not (Verb.Remind or Verb.Need or Verb.Schedule or Verb.Create or Verb.None)
            || (verb == Verb.None && head.Noun.Noun is not (Noun.None or Noun.Occasion)) || (to < speech.Tokens.Count && speech.Tokens[to].Is("?")))
        {
            return -1;
        }

        for (var at = head.AfterVerb; at < to - 1 && verb == Verb.Remind && IsWaking(speech, head); at++)
        {
            if (speech.Tokens[at].Is("que") && speech.TimeAt(at) is null && speech.TimeAt(at - 1) is not null)
            {
                return at;
            }
        }

        var begin = Begin(speech.Tokens, head.AfterVerb, to);
        return begin < 0 || speech.Tokens.Skip(begin).Take(to - begin).Any(token => token.Norm is "important" or "importante" or "urgent" or "urgente" or "prioridade" or "priority" or "feito" or "feita" or "pago" or "done") ? -1 : begin;
    }

    /// <summary>True where a comma is followed by why, and not by another thing of the same verb.</summary>
    public static bool Follows(Speech speech, int comma, int after) =>
        speech.Tokens[comma].Is(",") && after == comma + 1 && speech.From(after) is var cursor && (Told(cursor) || Tells(cursor));

    /// <summary>"…, que o uber leva 20 min e a consulta é 12h30": a second reason beside the first.</summary>
    public static bool GoOn(Speech speech, int from, int at, int after) =>
        speech.Tokens[at].Norm is "e" or "and" && speech.Tokens[after].Norm is "o" or "a" or "os" or "as" or "the" or "my" or "our" or "meu" or "minha" && Begin(speech.Tokens, from, at) > 0
        && Enumerable.Range(after, Math.Min(5, speech.Tokens.Count - after)).Any(word => speech.Tokens[word].Raw is "é" or "is" || Array.IndexOf(Finite, speech.Tokens[word].Norm) >= 0);

    private static bool Told(Cursor cursor) => cursor.Word is "vence" or "vencem" or "expira" or "fecha" or "fecham" or "acaba" or "termina" && Apart.Find(cursor, out _, out _);

    private static bool IsWaking(Speech speech, Head head) =>
        speech.Tokens.Skip(head.Start).Take(head.AfterVerb - head.Start).Any(token => token.Norm is "acorda" or "acorde" or "acordar" or "desperta" or "desperte" or "wake");

    /// <summary>The same within words that were taken out of a message.</summary>
    public static int Within(string words) => Tokenizer.Cut(words) is var tokens ? Begin(tokens, 0, tokens.Count) : -1;

    /// <summary>"O portão quebrou", "the ferry won't wait": a subject of a few words and a verb.</summary>
    private static bool Tells(Cursor cursor)
    {
        if (!cursor.TakeAny("o", "a", "os", "as", "the", "my", "our", "meu", "minha"))
        {
            return false;
        }

        for (var words = 0; words < 4 && !cursor.AtEnd && cursor.Token.IsWord; words++, cursor.Skip())
        {
            if (words > 0 && (Array.IndexOf(Finite, cursor.Word) >= 0 || (cursor.Word.Length > 4 && cursor.Word.EndsWith("ou", StringComparison.Ordinal))))
            {
                return true;
            }
        }

        return false;
    }
}
