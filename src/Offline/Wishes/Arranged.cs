using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Combinei de almoçar com o Tadeu", "fechei com a Bia: cinema": that it was agreed upon is no part of its name.</summary>
internal static class Arranged
{
    private static readonly PhraseTable<bool> Leads = new((true,
        ["combinei|combinamos|marquei|marcamos|fechei|fechamos|acertei|acertamos|agendei|confirmei|confirmamos|arranjei de|um|uma|o|a?", "fiquei|ficamos de",
            "chegou|chegaram|veio|recebi o|a|os|as|um|uma", "i? got|received the|my|a|an", "ficou|ficamos combinado|combinada|de|um|uma", "vou|vamos ter um|uma|o|a?", "i|we? ve? agreed|arranged|got on|to|a?",
            "i|we? ve? just? booked|scheduled|arranged in? a|an|the|my?", "i|we? managed to book|schedule|arrange|get a|an|the|my?",
            "i|we m|am|re|are having a?"]));

    private static readonly PhraseTable<bool> Outings = new((true,
        ["almocar|jantar|lanchar|brindar|visitar", "tomar um|uma|o? cafe|cafezinho|chopp|chope|cerveja|breja|drink|vinho", "encontrar|ver com? o|a|os|as|meu|minha", "sair com|pra"]));

    /// <summary>"Combinei de almoçar com o Tadeu amanhã às 13h": agreed upon with an hour, it is a meeting and nothing to be ticked off.</summary>
    public static bool IsOuting(Wish wish) =>
        wish.At(wish.Head.Start).Word is "combinei" or "combinamos" or "fiquei" or "ficamos" && wish.Time.When is { HasClock: true, Recurrence: null } && Outings.Find(wish.At(wish.Head.AfterVerb), out _, out _);

    private static readonly string[] Tails =
        [" ficou", " ficou marcada", " ficou marcado", " ficou confirmada", " ficou confirmado", " vai ser", " sera", " vai acontecer", " vai rolar", " esta marcada", " esta marcado", " ta marcada", " ta marcado",
            " ficou agendada", " ficou agendado", " ficou certo", " is set", " will be", " is going to be", " agora", " agora e", " is now", " now", ", vence", " vence", ", it s", ", it s due", " arrived, it s", ", it's", ", it's due", " arrived, it's", " arrived, it's due", ", e"];

    /// <summary>"A prova ficou marcada pra dia 22", "o jantar vai ser sábado": that it is settled is no part of its name.</summary>
    public static string Settled(string title) =>
        Array.FindAll(Tails, tail => Normalizer.Fold(title).EndsWith(tail, StringComparison.Ordinal)).MaxBy(tail => tail.Length) is { } tail && Normalizer.Fold(title).Length == title.Length ? title[..^tail.Length] : title;

    public static string Bare(string title)
    {
        var tokens = Tokenizer.Cut(title);
        var cursor = new Cursor(tokens, 0, tokens.Count);
        if (!Leads.Take(ref cursor, out _) || cursor.AtEnd)
        {
            return title;
        }

        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && colon < title.Length - 2 ? title[(colon + 2)..] : title[tokens[cursor.At].Start..];
    }
}
