using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Telegrams: a few words, a day and an hour, and nothing else: "plantão hcpa sáb 19h", "barbeiro quinta 18h".</summary>
internal static class BareEvents
{
    private const int MostWords = 9;

    public static Outcome? Read(Wish wish)
    {
        if (wish is not { Verb: Verb.None, Asks: false, Noun: Noun.None or Noun.Occasion } || wish.Time.When is not { Day: not null, Recurrence: null } when || Resolve.Day(when) < wish.Context.Today)
        {
            return null;
        }

        if (CalendarWishes.IsTold(wish) || (wish.At(wish.Head.Start).Word is "no" or "na" && wish.Has("quero", "queria", "vou", "vamos", "pretendo")))
        {
            return null;
        }

        var (title, place) = Split(wish.Title(wish.Head.Start));
        var words = title.Split((char[])[' ', ',', ';', '!'], StringSplitOptions.RemoveEmptyEntries);
        if (words is [var only] && Journeys.Contains(Text.Normalizer.Fold(only)))
        {
            return null;
        }

        if (title.Contains(':') || (words.Length > 1 && words[^1] is "me" or "us") || Text.Normalizer.Fold(title).StartsWith("no,", StringComparison.Ordinal) || Text.Normalizer.Fold(title).StartsWith("nao,", StringComparison.Ordinal) || words.Length is 0 or > MostWords || words.Any(word => IsSentence(word) || IsPast(word)) || OthersHabits.Does(title) || (words.Length > 1 && ThingsToDo.IsDone(Text.Normalizer.Fold(words[0]))) || (IsOrder(words[0], words.Length > 1 ? words[1] : "") && !(words.Length > 1 && Text.Normalizer.Fold(words[1]) is "do" or "da" or "de" or "dos" or "das")))
        {
            return null;
        }

        var order = (wish.Speech.Tokens[when.From].Is("due") && when.From > 0 && wish.Speech.Tokens[when.From - 1].Norm is not ("is" or "are" or "s" or "was" or "re")) || wish.Noun == Noun.None && (IsInfinitive(words[0]) || (when.Deadline && words.Length > 2 && words[1] is "the" or "my" or "our"));
        if (when.Deadline && !(order || when.HasClock))
        {
            return null;
        }

        if (when.Deadline || order)
        {
            // What has an end and no beginning is a thing to do.
            return TaskWishes.Create(wish, wish.Head.Start);
        }

        return !(when.HasClock || (AllDay.Lasts(when) && words.Length > 1) || (AllDay.Is(title, when) && when.LastDay is null)) ? null
            : place is null ? CalendarWishes.Create(wish, wish.Head.Start) : Placed(CalendarWishes.Create(wish, wish.Head.Start), title, place);
    }

    /// <summary>-er ends English nouns too ("barber"), so that those in Portuguese are known one by one.</summary>
    private static readonly HashSet<string> Seconds =
    [
        "fazer", "refazer", "ler", "reler", "escrever", "inscrever", "responder", "vender", "devolver", "resolver", "ver", "rever", "submeter", "remeter",
        "atender", "preencher", "receber", "colher", "mexer", "correr", "beber", "comer", "trazer", "acender",
        "agradecer", "oferecer", "mover", "remover", "promover", "descer", "entender", "converter", "varrer", "aprender", "obter", "manter", "defender",
        "estender", "recolher", "escolher", "abastecer", "fornecer", "conhecer", "subscrever", "transcrever", "prender",
    ];

    private static bool IsInfinitive(string word)
    {
        var folded = Text.Normalizer.Fold(word);
        return Seconds.Contains(folded) || English.Contains(folded)
            || (folded.Length > 3 && folded[^2] is 'a' or 'i' && ThingsToDo.IsInfinitive(folded) && !Nouns.Contains(folded));
    }

    /// <summary>"Viajo dia 3 às 7h": told, and no name of anything.</summary>
    private static readonly HashSet<string> Journeys = ["viajo", "embarco", "volto", "chego", "saio", "acordo", "comeco", "durmo", "trabalho", "entro", "largo", "folgo", "caso", "opero",
        "mudo", "parto", "viajamos", "voltamos", "chegamos", "saimos", "flying", "leaving", "arriving"];

    private static readonly HashSet<string> English = ["get", "take", "write", "finish", "submit", "pay", "pick", "drop", "bring"];
    private static readonly HashSet<string> Nouns = ["hair", "chair", "choir", "radar", "seminar", "webinar", "sugar", "guitar", "altar", "avatar"];

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
    private static bool IsOrder(string word, string next) => !(word.Equals("play", StringComparison.OrdinalIgnoreCase) && Unreachable.IsSport(next)) && IsOrder(word);

    private static bool IsOrder(string word) => Text.Normalizer.Fold(word) is var folded && (Orders.Contains(folded) || ThingsToDo.IsOrder(folded));

    private static readonly HashSet<string> Orders =
    [
        "como", "quando", "qual", "quais", "quem", "onde", "cade", "quanto", "quantos", "quantas", "what", "how", "when", "who", "where", "which",
        "te", "me", "se", "comeca", "termina", "acaba", "chega", "see", "starts", "ends", "liga", "ligue", "desliga", "desligue", "acende", "acenda", "apague",
        "manda", "mande", "envia", "envie", "pede", "peca", "toca", "toque", "abre", "abra", "fecha", "feche", "chama", "chame", "aumenta", "abaixa", "traduz",
        "traduza", "calcula",
        "pesquisa", "compra", "compre", "encomenda", "paga", "pague", "transfere", "tranca", "liguem", "posta", "poste", "publica", "baixa", "grava",
        "responde", "responda", "avisa", "conta", "escreve", "order", "send", "text", "email", "play", "turn", "open",
        "close", "call", "translate", "buy", "get", "switch", "dim", "post", "tweet", "message", "whatsapp", "dial", "ring", "lock", "start", "stop",
        "transfer", "tell", "let", "seria", "pensando", "talvez", "quero", "queria", "gostaria", "thinking", "maybe", "perhaps", "would", "could", "should",
    ];

    private static readonly HashSet<string> FirstPerson =
    [
        "esqueci", "perdi", "vivi", "senti", "ouvi", "recebi", "conheci", "vendi", "aprendi", "corri", "comi", "bebi", "pedi", "consegui", "decidi", "descobri",
        "percebi", "sofri", "assisti", "curti", "odiei", "amei", "sonhei",
        "forgot", "missed", "lost", "saw", "met", "loved", "enjoyed", "hated", "came", "left", "felt", "made", "took", "spent", "forgotten", "esquecemos",
        "disse", "disseram", "mandaram", "pediram", "falaram", "avisaram", "trouxe", "quis", "perdemos", "fomos", "tivemos", "deu", "viu", "veio", "teve",
    ];

    /// <summary>"A professora passou prova": the third person's past tells.</summary>
    private static bool IsPast(string word) =>
        Text.Normalizer.Fold(word) is var folded && folded.Length > 3 && (folded.EndsWith("ou", StringComparison.Ordinal) || folded.EndsWith("iu", StringComparison.Ordinal) || FirstPerson.Contains(folded) || (folded.Length > 4 && folded.EndsWith("ei", StringComparison.Ordinal) && folded is not ("volei" or "futevolei")) || folded is "esqueceu" or "recebeu" or "perdeu" or "vendeu" or "morreu" or "nasceu" or "aconteceu" or "prometeu" or "said" or "told" or "asked" or "wants" or "gave" or "went" or "moved" or "cancelled" or "called");

    /// <summary>A pronoun, an auxiliary or a negation makes it a sentence, which tells something and asks for nothing.</summary>
    public static bool IsSentence(string word) => word is "é" or "É" || word.StartsWith("it's", StringComparison.OrdinalIgnoreCase) || Text.Normalizer.Fold(word) is "eu" or "ele" or "ela" or "voce" or "nos" or "eles" or "foi" or "vai" or "vou" or "fui" or "era" or "esta" or "estou" or "nao" or "ja" or "tava" or "estava" or "acho" or "que" or "se"
        or "fiquei" or "cheguei" or "tive" or "fez" or "tem" or "i" or "he" or "she" or "it" or "we" or "they" or "is" or "was" or "will" or "not" or "had" or "have" or "got" or "been" or "fica" or "ficam" or "vao" or "alguem" or "ninguem" or "quem" or "te" or "me" or "sou" or "somos" or "gente" or "somebody" or "someone" or "you" or "they're" or "i'm" or "are" or "were" or "acordei" or "dormi" or "saiu" or "chegou" or "chove" or "chover" or "seria" or "talvez" or "would" or "could" or "might" or "should" or "sera" or "queria" or "ia";
}
