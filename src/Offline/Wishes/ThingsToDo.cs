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
         "buy", "pay", "renew", "submit", "wash", "clean", "email", "water", "return", "finish", "prepare", "fix", "print", "sign"]);

    private static readonly FrozenSet<string> NotInfinitives = FrozenSet.ToFrozenSet(
        ["por", "lugar", "celular", "mulher", "cor", "dor", "amor", "valor", "melhor", "maior", "menor", "professor", "doutor", "computador", "jantar", "mar", "bar", "par", "ar", "ser"]);

    public static bool Begins(Cursor cursor) =>
        Verbs.Contains(cursor.Word) && !(cursor.Word == "ligar" && cursor.Peek(1) is "a" or "o" or "as" or "os") && cursor.At + 1 < cursor.Limit;

    public static bool IsInfinitive(string word) =>
        word.Length > 2 && word[^1] == 'r' && word[^2] is 'a' or 'e' or 'i' or 'o' && !NotInfinitives.Contains(word);
}
