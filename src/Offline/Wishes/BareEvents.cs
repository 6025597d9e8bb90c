using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Telegrams: a few words, a day and an hour, and nothing else: "plantão hcpa sáb 19h", "barbeiro quinta 18h".</summary>
internal static class BareEvents
{
    private const int MostWords = 9;

    public static Outcome? Read(Wish wish)
    {
        if (wish is not { Verb: Verb.None, Asks: false, Noun: Noun.None or Noun.Occasion } || wish.Time.When is not { Day: not null, HasClock: true, Recurrence: null } when || Resolve.Day(when) < wish.Context.Today)
        {
            return null;
        }

        var (title, place) = Split(wish.Title(wish.Head.Start));
        var words = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return !title.Contains(':') && words.Length is > 0 and <= MostWords && !words.Any(IsSentence) && !IsOrder(words[0]) ? place is null ? CalendarWishes.Create(wish, wish.Head.Start) : Placed(CalendarWishes.Create(wish, wish.Head.Start), title, place) : null;
    }

    private static Outcome Placed(Outcome made, string title, string place) => made is Call call ? call.With("title", title).With("location", place) : made;

    /// <summary>An address after a comma is the place: "pediatra sexta 14h, rua Augusta 1508".</summary>
    private static (string Title, string? Place) Split(string words)
    {
        var comma = words.IndexOf(", ", StringComparison.Ordinal);
        comma = comma < 0 ? words.IndexOf(" , ", StringComparison.Ordinal) : comma;
        var place = comma > 0 ? words[comma..].Trim(' ', ',') : "";
        return Addresses.Any(lead => Text.Normalizer.Fold(place).StartsWith(lead, StringComparison.Ordinal)) ? (words[..comma].Trim(), place) : (words, null);
    }

    private static readonly string[] Addresses = ["rua ", "av ", "av. ", "avenida ", "praca ", "alameda ", "travessa ", "rodovia ", "r. ", "sala ", "shopping ", "hospital ", "clinica "];

    /// <summary>"Liga pro João", "pede um uber": an order for something that nobody here can do.</summary>
    private static bool IsOrder(string word) => Text.Normalizer.Fold(word) is var folded && (Orders.Contains(folded) || ThingsToDo.IsOrder(folded));

    private static readonly HashSet<string> Orders =
    [
        "liga", "ligue", "desliga", "desligue", "acende", "acenda", "apague", "manda", "mande", "envia", "envie", "pede", "peca", "toca", "toque", "abre", "abra", "fecha", "feche", "chama", "chame", "aumenta", "abaixa", "traduz", "traduza", "calcula",
        "pesquisa", "compra", "compre", "encomenda", "paga", "pague", "transfere", "tranca", "liguem", "posta", "poste", "publica", "baixa", "grava", "responde", "responda", "avisa", "conta", "escreve", "order", "send", "text", "email", "play", "turn", "open",
        "close", "call", "translate", "buy", "get", "switch", "dim", "post", "tweet", "message", "whatsapp", "dial", "ring", "lock", "start", "stop", "transfer", "tell", "let", "seria", "pensando", "talvez", "quero", "queria", "gostaria", "thinking", "maybe", "perhaps", "would", "could", "should",
    ];

    /// <summary>A pronoun, an auxiliary or a negation makes it a sentence, which tells something and asks for nothing.</summary>
    public static bool IsSentence(string word) => Text.Normalizer.Fold(word) is "eu" or "ele" or "ela" or "voce" or "nos" or "eles" or "foi" or "vai" or "vou" or "fui" or "era" or "e" or "esta" or "estou" or "nao" or "ja" or "tava" or "estava" or "acho" or "que" or "se"
        or "fiquei" or "cheguei" or "tive" or "fez" or "tem" or "i" or "he" or "she" or "it" or "we" or "they" or "is" or "was" or "will" or "not" or "had" or "have" or "got" or "been" or "are" or "were" or "acordei" or "dormi" or "saiu" or "chegou" or "chove" or "chover" or "seria" or "talvez" or "would" or "could" or "might" or "should" or "sera" or "queria" or "ia";
}
