using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Verbs with which people write down what they have to do, and nothing else: "comprar leite", "pay the rent".</summary>
internal static class ThingsToDo
{
    private static readonly FrozenSet<string> Verbs = FrozenSet.ToFrozenSet(
        ["comprar", "pagar", "ligar", "enviar", "mandar", "buscar", "levar", "estudar", "fazer", "lavar", "limpar", "revisar", "entregar", "renovar", "responder",
         "terminar", "preparar", "organizar", "consertar", "arrumar", "trocar", "devolver", "retirar", "imprimir", "assinar", "ler", "escrever", "passear", "regar",
         "resolver", "tomar", "pedir", "conversar", "falar", "visitar", "declarar", "abastecer", "correr", "treinar", "montar", "corrigir", "finalizar",
         "pick", "buy", "pay", "renew", "submit", "wash", "clean", "email", "water", "return", "finish", "prepare", "fix", "print", "sign"]);

    private static readonly FrozenSet<string> NotInfinitives = FrozenSet.ToFrozenSet(
        ["por", "lugar", "celular", "mulher", "cor", "dor", "amor", "valor", "melhor", "maior", "menor", "professor", "doutor", "computador", "jantar", "mar", "bar", "par", "ar", "ser"]);

    private static readonly FrozenSet<string> Done = Verbs.Where(verb => verb[^1] == 'r').SelectMany(Pasts)
        .Concat(["fiz", "li", "vi", "pedi", "paid", "bought", "sent", "called", "renewed", "submitted", "washed", "cleaned", "emailed", "watered", "returned",
            "prepared", "fixed", "printed", "signed", "took", "delivered", "booked", "picked", "got", "posted", "mailed", "ordered", "filed", "installed",
            "shipped", "scheduled", "cancelled", "canceled", "filled", "dropped", "wrote", "packed"]).ToFrozenSet();

    /// <summary>The first person's past of a thing to do: "paguei", "comprei", "paid".</summary>
    public static bool IsDone(string word) => Done.Contains(word);

    private static readonly FrozenSet<string> Orders = Verbs.Where(verb => verb[^1] == 'r').Select(verb => verb[..^1]).ToFrozenSet();

    /// <summary>The same as an order: "compra", "paga".</summary>
    public static bool IsOrder(string word) => Orders.Contains(word);

    public static bool IsEnglish(string word) => word[^1] is 'd' or 't' or 'k' || word is "took" or "wrote" or "made";

    private static readonly FrozenSet<string> English = FrozenSet.ToFrozenSet(
        ["call", "book", "get", "take", "make", "read", "check", "cancel", "fill", "drop", "feed", "walk", "visit", "mail", "bring", "file", "bake", "mow",
            "iron", "vacuum", "charge", "collect", "replace", "update", "install", "pack", "post", "invite", "contact", "hang", "sort", "empty", "change",
            "cook", "sew", "paint", "wrap", "text", "ring", "phone", "hand", "lock", "move", "set", "put", "load", "unload", "fold", "rake", "dust", "polish", "shovel", "trim",
            "prune", "weed", "measure", "sweep", "mop", "sign", "message", "send", "write", "draft", "review", "order", "deposit", "scan", "upload", "tidy", "unpack", "mend",
            "oil", "sharpen", "descale", "defrost", "chase", "confirm", "prep", "research", "revise", "donate", "sell", "ship", "register", "collect", "hoover", "recycle",
            "grade", "proofread", "edit", "finalize", "finalise", "assemble", "repot", "refill", "reply", "steam", "declutter", "translate", "transfer", "apply", "track", "rewrite", "tune", "test"]);

    /// <summary>An English verb with which people write down what they have to do.</summary>
    public static bool IsEnglishOrder(string word) => English.Contains(word) || (Verbs.Contains(word) && word[^1] != 'r');

    private static readonly FrozenSet<string> Callings = FrozenSet.ToFrozenSet(["call", "text", "ring", "phone", "message", "email"]);

    private static readonly FrozenSet<string> Kin = FrozenSet.ToFrozenSet(["uncle", "aunt", "auntie", "grandma", "grandpa", "granny", "mom", "mum", "dad", "nana", "cousin"]);

    /// <summary>"Call uncle Ben Sunday", "text Dave": somebody by name.</summary>
    private static bool IsCalling(Cursor cursor) =>
        Callings.Contains(cursor.Word) && cursor.At + 1 < cursor.Limit && new Cursor(cursor, cursor.At + 1).Token is var whom && whom.IsWord && (char.IsUpper(whom.Raw[0]) || Kin.Contains(whom.Norm));

    private static readonly FrozenSet<string> Articles = FrozenSet.ToFrozenSet(["the", "my", "a", "an", "some", "our", "his", "her", "mom", "mum", "dad", "grandma", "grandpa", "gran", "nan", "granny", "grandad", "uncle", "aunt", "auntie", "back", "for", "off", "up", "out"]);

    private static readonly FrozenSet<string> After = FrozenSet.ToFrozenSet(["o", "a", "os", "as", "um", "uma", "meu", "minha", "pro", "pra", "ao", "com", "no", "na", "de", "do", "da"]);

    private static readonly FrozenSet<string> Idle = FrozenSet.ToFrozenSet(
        ["chover", "nevar", "querer", "poder", "saber", "haver", "dever", "parecer", "morrer", "sofrer", "chorar", "viver", "amar", "odiar", "esperar", "gostar",
         "achar", "acontecer", "depender", "quer", "qualquer", "particular", "popular", "familiar", "escolar", "militar", "hamburguer", "acucar", "dolar", "lider",
         "altar", "colher", "prazer", "lazer", "andar", "sair", "dormir", "acordar", "comer", "beber", "descansar", "relaxar", "fazendo", "auxiliar", "similar",
         "regular", "master", "super", "hiper", "water", "after", "other", "never", "ever", "over", "under", "october", "september", "november", "december", "summer",
         "winter", "sister", "brother", "mother", "father", "dinner", "paper", "letter", "number", "order", "enter", "either", "rather", "whether", "weather", "together",
         "remember", "your", "hour", "or", "for", "color", "doctor", "year", "near", "hear", "clear", "dear", "car", "star", "bar", "calendar", "air", "hair", "chair",
         "pair", "repair", "fair", "their", "flyer", "buyer", "driver", "server", "manager", "customer", "computer", "member", "timer", "offer", "power", "tower",
         "shower", "flower", "lower", "answer", "better", "matter", "butter", "filter", "center", "quarter", "easter", "register", "newsletter", "soccer", "er",
         "later", "trailer", "freezer", "singer", "teacher", "leader", "reader", "ladder", "folder", "binder", "powder", "tender", "gender", "cover", "river", "silver",
         "lawyer", "player", "layer", "prayer"]);

    /// <summary>Any other infinitive that opens a wish and has an object or a day: "desentupir a pia", "cobrar o Zé amanhã", "call the vet tomorrow".</summary>
    public static bool IsToBeDone(Cursor cursor, bool hasTime) =>
        cursor.At + 1 < cursor.Limit && ((hasTime && IsCalling(cursor)) || (hasTime && cursor.Word is "call" or "ring" or "phone" or "text" && IsName(new Cursor(cursor, cursor.At + 1)))
            || (hasTime && English.Contains(cursor.Word) && Articles.Contains(cursor.Peek(1)))
            || (cursor.Word.Length > 4 && cursor.Word[^2] != 'o' && IsInfinitive(cursor.Word) && !Idle.Contains(cursor.Word) && (After.Contains(cursor.Peek(1)) || hasTime) && !VerbTable.Table.Find(cursor, out _, out _)));

    /// <summary>"Call Ben Sunday": whom, and not with whom.</summary>
    private static bool IsName(Cursor cursor) => cursor.Token is { IsWord: true, Quoted: false, Raw: { Length: > 1 } raw } && char.IsUpper(raw[0]) && raw.Any(char.IsLower) && !PartOfDay(cursor);

    private static bool PartOfDay(Cursor cursor) => PhraseOfDay.Contains(cursor.Word);

    private static readonly FrozenSet<string> PhraseOfDay = FrozenSet.ToFrozenSet(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "tomorrow", "today", "tonight", "with", "about", "at", "on"]);

    /// <summary>After "urgent:" any verb that is known to be one.</summary>
    public static bool IsCommand(Cursor cursor) => Begins(cursor) || ((English.Contains(cursor.Word) || IsInfinitive(cursor.Word)) && cursor.At + 1 < cursor.Limit);

    /// <summary>In a list of what has to be done any infinitive is another thing: "preciso lavar o carro, abastecer e calibrar os pneus".</summary>
    public static bool IsListed(Cursor cursor) =>
        Begins(cursor) || (cursor.Word.Length > 3 && cursor.Word[^2] != 'o' && IsInfinitive(cursor.Word) && !Idle.Contains(cursor.Word))
        || cursor.Peek(1) is "it" or "them"
        || (English.Contains(cursor.Word) && cursor.At + 1 < cursor.Limit && cursor.Limit > cursor.At && cursor.Peek(1) is not ("," or "." or "and"));

    /// <summary>Before "man" it says which one: "the boiler man", "the gas man".</summary>
    public static bool NamesTrade(string word) =>
        word is "boiler" or "gas" or "fridge" or "delivery" or "window" or "repair" or "tv" or "cable" or "phone" or "handy" or "milk" or "post" or "bin" or "pest" or "roof" or "fence" or "garage" or "tax" or "best" or "class" or "house" or "team" or "flat" or "room"
            or "luz" or "conta";

    private static IEnumerable<string> Pasts(string verb)
    {
        var stem = verb[..^2];
        yield return verb[^2] != 'a' ? stem + "i" : stem[^1] switch
        {
            'c' => stem[..^1] + "quei",
            'g' => stem + "uei",
            _ => stem + "ei",
        };
    }

    public static bool Begins(Cursor cursor) =>
        Verbs.Contains(cursor.Word) && !(cursor.Word == "ligar" && cursor.Peek(1) is "a" or "o" or "as" or "os") && cursor.At + 1 < cursor.Limit;

    public static bool IsInfinitive(string word) =>
        word is "ir" || word.Length > 2 && word[^1] == 'r' && (word[^2] is 'a' or 'e' or 'i' || (word.EndsWith("por", StringComparison.Ordinal) && word is not "vapor")) && !NotInfinitives.Contains(word);
}
