using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Combinei de almoçar com o Tadeu", "fechei com a Bia: cinema": that it was agreed upon is no part of its name.</summary>
internal static class Arranged
{
    private static readonly PhraseTable<bool> Leads = new((true,
        ["combinei|combinamos|marquei|marcamos|fechei|fechamos|acertei|acertamos|agendei|confirmei|confirmamos|arranjei de|um|uma|o|a?", "fiquei|ficamos de",
            "chegou|chegaram|veio|recebi o|a|os|as|um|uma", "i? got|received the|my|a|an", "comprei|compramos|garanti|ganhei ingresso|ingressos|entrada|entradas pro|pra|para|do|da o|a?",
            "i|we? just? bought|got tickets for|to the|a?", "ficou|ficamos combinado|combinada|de|um|uma", "vou|vamos ter um|uma|o|a?", "i|we? ve? agreed|arranged|got on|to|a?",
            "i|we? ve? just? booked|scheduled|arranged in? a|an|the|my?", "i|we? managed to book|schedule|arrange|get a|an|the|my?",
            "i|we m|am|re|are having a?"]));

    private static readonly PhraseTable<bool> Outings = new((true,
        ["almocar|jantar|lanchar|brindar|visitar", "tomar um|uma|o? cafe|cafezinho|chopp|chope|cerveja|breja|drink|vinho", "encontrar|ver com? o|a|os|as|meu|minha", "sair com|pra"]));

    /// <summary>"Combinei de almoçar com o Tadeu amanhã às 13h": agreed upon with an hour, it is a meeting and nothing to be ticked off.</summary>
    public static bool IsOuting(Wish wish) =>
        wish.At(wish.Head.Start).Word is "combinei" or "combinamos" or "fiquei" or "ficamos" && wish.Time.When is { HasClock: true, Recurrence: null } && Outings.Find(wish.At(wish.Head.AfterVerb), out _, out _);

    private static readonly string[] Tails =
        [" ficou", " ficou marcada", " ficou marcado", " ficou confirmada", " ficou confirmado", " vai ser", " sera", " vai acontecer", " vai rolar", " esta marcada", " esta marcado",
            " ta marcada", " ta marcado",
            " ficou agendada", " ficou agendado", " ficou certo", " is set", " will be", " is going to be", " agora", " agora e", " is now", " now", ", vence", " vence", ", it s", ", it s due",
            " arrived, it s", ", it's", ", it's due", " arrived, it's", " arrived, it's due", ", e"];

    /// <summary>"A prova ficou marcada pra dia 22", "o jantar vai ser sábado": that it is settled is no part of its name.</summary>
    public static string Settled(string title) =>
        Array.FindAll(Tails, tail => Normalizer.Fold(title).EndsWith(tail, StringComparison.Ordinal)).MaxBy(tail => tail.Length) is { } tail && Normalizer.Fold(title).Length == title.Length ? title[..^tail.Length] : title;

    private static readonly string[] Laments = [" e eu ", " e nao ", " e nem ", " and i ", " and we ", " but i ", " mas eu ", " mas nao "];

    /// <summary>"Exam tomorrow at 8 and I haven't studied": what goes on about oneself is no part of its name; nor is the verb in "my flight's on the 20th".</summary>
    public static string Alone(string title)
    {
        var folded = Normalizer.Fold(title);
        var cut = folded.Length == title.Length ? Laments.Select(lament => folded.IndexOf(lament, StringComparison.Ordinal)).Where(at => at > 2).DefaultIfEmpty(-1).Min() : -1;
        title = cut > 0 ? title[..cut] : title;
        return title.EndsWith("'s", StringComparison.OrdinalIgnoreCase) && title.LastIndexOf(' ') is var space && EnglishOccasions.Is(Normalizer.Fold(title[(space + 1)..^2])) ? title[..^2] : title;
    }

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
