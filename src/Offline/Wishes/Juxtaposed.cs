using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Things to do one after the other, each with its day and nothing between: "comprar flores sexta lavar o carro sábado".</summary>
internal static class Juxtaposed
{
    /// <summary>True where another thing to do begins right after the day of the one before.</summary>
    public static bool At(Speech speech, int from, int at) =>
        IsDay(speech.TimeAt(at - 1)) && speech.TimeAt(at) is null && Begins(speech, at) && Begins(speech, from) && speech.TimeAt(from) is null
        && speech.Times.FirstOrDefault(time => time.From > at) is { } own && IsDay(own) && Within(speech, at, own.From);

    private static bool IsDay(TimeExpression? time) => time is { Day: not null, Recurrence: null } or { Counted: not null };

    private static bool Begins(Speech speech, int at) =>
        ThingsToDo.IsListed(speech.From(at)) && speech.Tokens[at].Norm is not ("to" or "for") && (speech.Tokens[at].Norm.EndsWith('r') || ThingsToDo.IsEnglishOrder(speech.Tokens[at].Norm));

    private static bool Within(Speech speech, int from, int to)
    {
        for (; from < to; from++)
        {
            if (Clauses.EndsSentence(speech, from) || speech.Tokens[from].Is(","))
            {
                return false;
            }
        }

        return true;
    }
}
