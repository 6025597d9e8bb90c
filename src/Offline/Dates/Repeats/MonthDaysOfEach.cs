using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>The day before the repetition: "dia 5 de cada mês", "na última sexta de todo mês", "the 15th of each month", "first monday of every month".</summary>
internal static class MonthDaysOfEach
{
    private static readonly PhraseTable<bool> Each = new((true, ["de|em cada mes", "de|em todo|todos os? mes|meses", "todo|cada mes", "todos os meses",
        "of|in each|every month", "each|every month", "mensalmente", "monthly"]));

    public static Repeat? Take(ref Cursor cursor)
    {
        var c = cursor;
        c.TakeAny("o", "a", "the", "no", "na", "todo", "toda");
        if (Rule(ref c) is not { } rule)
        {
            return null;
        }

        c.Take(",");
        if (!Each.Take(ref c, out _))
        {
            return null;
        }

        cursor = c;
        return new Repeat(rule);
    }

    private static Recurrence? Rule(ref Cursor c)
    {
        if (NthDays.Take(ref c, out var nth))
        {
            return MonthRepeats.Of(nth).Rule;
        }

        var named = c.TakeAny("dia", "dias", "day");
        var ordinal = c.Peek(1) is "st" or "nd" or "rd" or "th";
        return (named || ordinal || !c.Token.IsNumber) && WrittenDates.TakeDay(ref c, out var day) && day is >= 1 and <= 31
            ? new Recurrence(Frequency.Monthly) { MonthDay = day }
            : null;
    }
}
