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
        .Concat(["fiz", "li", "vi", "pedi", "paid", "bought", "sent", "called", "renewed", "submitted", "washed", "cleaned", "emailed", "watered", "returned", "prepared", "fixed", "printed", "signed", "took", "delivered", "booked", "picked"]).ToFrozenSet();

    /// <summary>The first person's past of a thing to do: "paguei", "comprei", "paid".</summary>
    public static bool IsDone(string word) => Done.Contains(word);

    private static readonly FrozenSet<string> Orders = Verbs.Where(verb => verb[^1] == 'r').Select(verb => verb[..^1]).ToFrozenSet();

    /// <summary>The same as an order: "compra", "paga".</summary>
    public static bool IsOrder(string word) => Orders.Contains(word);

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
        word is "ir" || word.Length > 2 && word[^1] == 'r' && word[^2] is 'a' or 'e' or 'i' or 'o' && !NotInfinitives.Contains(word);
}
