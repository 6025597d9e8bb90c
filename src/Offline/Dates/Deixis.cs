using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Which one, seen from now: 0 is this one, 1 the next, 2 the one after, -1 the last, -2 the one before ("retrasada").</summary>
internal static class Deixis
{
    /// <summary>Before the noun: "esta", "próxima", "next", "this past".</summary>
    public static int? Before(ref Cursor cursor)
    {
        cursor.Take("around");
        var now = cursor.TakeAny("esta", "essa", "este", "esse", "nesta", "nessa", "neste", "nesse", "desta", "dessa", "deste", "desse")
            || cursor.TakeAny("this", "current", "these");
        if (cursor.TakeAny("proxima", "proximo", "next", "coming", "upcoming", "following"))
        {
            return 1;
        }

        return cursor.TakeAny("ultima", "ultimo", "last", "past", "previous", "passada", "passado", "anterior") ? -1 : now ? 0 : null;
    }

    /// <summary>After the noun: "que vem", "passada", "retrasada", "after next".</summary>
    public static int? After(ref Cursor cursor)
    {
        if (cursor.TakeAll("que", "vem") || cursor.TakeAll("que", "entra") || cursor.TakeAny("seguinte", "vindouro", "vindoura"))
        {
            return 1;
        }

        if (cursor.TakeAny("retrasada", "retrasado") || cursor.TakeAll("before", "last"))
        {
            return -2;
        }

        return cursor.TakeAll("after", "next") ? 2
            : cursor.TakeAny("passada", "passado", "anterior") ? -1
            : cursor.TakeAny("atual", "actual", "corrente") ? 0 : null;
    }
}
