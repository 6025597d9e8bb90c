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
            "cook", "sew", "paint", "measure", "sweep", "mop", "sign"]);

    private static readonly FrozenSet<string> Articles = FrozenSet.ToFrozenSet(["the", "my", "a", "an", "some", "our", "his", "her", "mom", "mum", "dad", "grandma", "back", "for"]);

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
        cursor.At + 1 < cursor.Limit && ((hasTime && English.Contains(cursor.Word) && Articles.Contains(cursor.Peek(1)))
            || (cursor.Word.Length > 4 && cursor.Word[^2] != 'o' && IsInfinitive(cursor.Word) && !Idle.Contains(cursor.Word) && (After.Contains(cursor.Peek(1)) || hasTime) && !VerbTable.Table.Find(cursor, out _, out _)));

    /// <summary>In a list of what has to be done any infinitive is another thing: "preciso lavar o carro, abastecer e calibrar os pneus".</summary>
    public static bool IsListed(Cursor cursor) =>
        Begins(cursor) || (cursor.Word.Length > 3 && cursor.Word[^2] != 'o' && IsInfinitive(cursor.Word) && !Idle.Contains(cursor.Word))
        || cursor.Peek(1) is "it" or "them"
        || (English.Contains(cursor.Word) && cursor.At + 1 < cursor.Limit && cursor.Limit > cursor.At && cursor.Peek(1) is not ("," or "." or "and"));

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
