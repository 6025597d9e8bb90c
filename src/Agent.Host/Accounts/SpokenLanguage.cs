using System.Globalization;
using System.Text.RegularExpressions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Accounts;

/// <summary>
/// Guesses in which of the assistant's languages somebody speaks, by the small words that every sentence has. Used only until the
/// person sets a language.
/// </summary>
internal static partial class SpokenLanguage
{
    private const int MostCharacters = 500;

    private static readonly HashSet<string> English = Words(
        "the my me i i'm to and at on in for of is what what's when how do did have has with tomorrow today yesterday remind need show list "
        + "add create schedule delete undo please meeting call buy note task tasks week next monday tuesday wednesday thursday friday "
        + "saturday sunday that this it you your can slept hours help");

    private static readonly HashSet<string> Portuguese = Words(
        "o a os as um uma meu minha me eu pra para de do da dos das no na e em que é com por amanhã amanha hoje hj ontem lembra lembrar preciso "
        + "quais qual mostra lista cria marca marcar agenda apaga desfaz isso reunião reuniao ligar comprar nota tarefa tarefas semana "
        + "próxima proxima segunda terça terca quarta quinta sexta sábado sabado domingo dia às você vc não nao dormi horas ajuda");

    /// <summary>The language of the first text, newest first, that tells one; Portuguese where none does.</summary>
    public static CultureInfo Of(IEnumerable<string> said)
    {
        foreach (var text in said)
        {
            var words = Word().Matches(text[..Math.Min(text.Length, MostCharacters)].ToLowerInvariant()).Select(match => match.Value).ToList();
            var (english, portuguese) = (words.Count(English.Contains), words.Count(Portuguese.Contains));
            if (english != portuguese)
            {
                return english > portuguese ? Languages.English : Languages.Portuguese;
            }
        }

        return Languages.Portuguese;
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);

    [GeneratedRegex(@"[\p{L}'_]+")]
    private static partial Regex Word();
}
