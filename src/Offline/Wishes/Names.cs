using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The name of an existing thing without what people wrap around it: "o item do X", "relativa ao X", "X da lista", "X from my inbox".</summary>
internal static class Names
{
    private static readonly string[] Before =
    [
        "relativa a ", "relativo a ", "relativa ao ", "relativo ao ", "referente a ", "referente ao ", "que fala de ", "que fala do ", "que fala da ",
        "chamada ", "chamado ", "intitulada ", "de nome ", "com o nome ", "called ", "named ", "titled ", "regarding ", "on the ", "on my ", "on ",
        "la do ", "la da ", "aquela do ", "aquela da ", "aquele do ", "aquele da ", "essa do ", "essa da ", "esse do ", "esse da ", "ai do ", "ai da ",
        "item do ", "item da ", "item de ", "item sobre ", "aquele item ", "caixa de entrada sobre ",
    ];

    private static readonly string[] After =
    [
        " da lista", " da minha lista", " das tarefas", " das minhas tarefas", " da caixa de entrada", " na caixa de entrada", " da inbox", " do inbox",
        " no inbox", " na inbox", " do meu inbox", " da minha caixa de entrada", " la da inbox", " from my list", " from the list", " off my list",
        " off the list", " off my to do list", " from my tasks", " from my to do list", " from the inbox", " from my inbox", " in the inbox", " in my inbox",
        " for good", " de vez", " pra sempre", " de uma vez", " anymore", " any more", " any longer", " please", " agora", " now", " pra mim", " por favor",
        " entao", " off", " ja", " item", " inbox", " inbox item", " back", " forward", " ahead", " earlier", " como", " as", " pf", " pfv", " pls", " plz",
        " pff", " mais pra frente", " mais para frente", " de novo", " ai", " by",
    ];

    public static string Bare(string words)
    {
        while (words.Length > 0)
        {
            var folded = Normalizer.Fold(words);
            if (folded.Length != words.Length)
            {
                return words;
            }

            if (Array.Find(Before, lead => folded.Length > lead.Length && folded.StartsWith(lead, StringComparison.Ordinal)) is { } lead)
            {
                words = words[lead.Length..].TrimStart();
            }
            else if (Array.Find(After, end => folded.Length > end.Length && folded.EndsWith(end, StringComparison.Ordinal)) is { } tail)
            {
                words = words[..^tail.Length].TrimEnd(' ', ',');
            }
            else
            {
                return words;
            }
        }

        return words;
    }
}
