using TbPersonalOs.Offline.Dates.Hours;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Prepositions and articles before a time belong to it: "para o dia 5", "até a sexta", "by the 5th", "a partir de segunda". Some say which side is meant.</summary>
internal static class Prefixes
{
    private static readonly PhraseTable<Side> Table = new(
        (Side.Before, ["ate o|a|as|os|ao|em|no|na?", "by|until|till|untill|til the?", "before the?", "antes de|do|da|dos|das", "sometimes? before", "no later than",
            "through the?", "no maximo ate"]),
        (Side.After, ["depois de|do|da", "apos o|a|ao?", "after|since the?", "a partir de|do|da", "desde o|a|de?", "anytime after", "as of",
            "starting|beginning|effective on|from|in|as? of? the?", "comecando|iniciando|valendo em|no|na|de|do|da|a|ja? partir? de|do|da|na|no|em? dia?", "a contar de|do|da",
            "com inicio em|no|na? dia?"]),
        (Side.At, ["para|pra|pro|p|no|na|nos|nas|em|de|do|da|das|a|ao|aos|as|on|at|for|from|in|of|to|due|this o|a|as|os|the|on|no|na?", "para / o|a|as|os?",
            "in about", "la por|pelo|pela", "por volta de|do|da", "pelo|pela", "ja no|na|em"]));

    public static Side Take(ref Cursor cursor) => !(cursor.Word is "through" && cursor.Previous.Norm is "me" or "us" or "go" or "going") && Table.Take(ref cursor, out var side) ? side : Side.At;
}
