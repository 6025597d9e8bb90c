using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Words in the middle of a wish that belong to no title: "por favor", "mesmo horário".</summary>
internal static class Asides
{
    private static readonly PhraseTable<bool> Table = new((true,
        ["por favor", "sem falta|falha", "finalmente", "pra|para comecar|iniciar", "com inicio", "com termino", "without fail", "no matter what",
            "de qualquer jeito|forma|maneira", "impreterivelmente", "custe o que custar", "por gentileza|obsequio", "com duracao",
            "duas|tres|quatro|varias|algumas|2|3|4 vezes por|ao|no|na dia|semana|mes", "twice|thrice a|per day|week|month",
            "two|three|four|several|2|3|4 times a|per day|week|month", "com urgencia", "se faz favor", "faz favor", "please", "daqui pra|para frente",
            "de agora em diante", "daqui em diante", "a partir de agora", "from now on", "no? mesmo horario|hora", "na mesma hora", "same time",
            "at the same time", "se possivel", "se puder", "if you can", "if possible", "pelo amor de deus",
            "kkk|kkkk|kkkkk|kkkkkk|rsrs|haha|hahaha|lol|uffa|ufa|aff"]));

    /// <summary>"Me lembra … amanhã às 9, Zé": who is spoken to, after the time.</summary>
    private static int? Called(Wish wish) =>
        wish.Verb == Verb.Remind && wish.End - wish.Head.AfterVerb > 3 && wish.Speech.Tokens[wish.End - 2].Is(",") && wish.Speech.TimeAt(wish.End - 3) is not null
        && wish.Speech.Tokens[wish.End - 1] is { IsWord: true, Quoted: false } name && char.IsUpper(name.Raw[0]) ? wish.End - 2 : null;

    public static IEnumerable<(int From, int To)> Of(Wish wish)
    {
        if (Called(wish) is { } called)
        {
            yield return (called, wish.End);
        }

        for (var at = wish.Head.AfterVerb; at < wish.End; at++)
        {
            if (!wish.Speech.Tokens[at].Quoted && Table.Find(wish.At(at), out _, out var end))
            {
                yield return (at, end);
                at = end - 1;
            }
        }
    }
}
