using System.Collections.Frozen;
using NodaTime;
using TbPersonalOs.Offline.Dates.Stretches;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Feasts;

/// <summary>Holidays by name: "Natal", "próxima Páscoa", "dia das mães de 2027", "last MLK day", "Carnaval do ano que vem". Bare ones are the next to come.</summary>
internal static class FeastDays
{
    /// <summary>"Festa de Natal", "ovo de Páscoa": after these and "de" the name tells what kind of thing it is, not when.</summary>
    private static readonly FrozenSet<string> Times = FrozenSet.ToFrozenSet(
        ["antes", "depois", "feriado", "feriadao", "dia", "semana", "vespera", "manha", "tarde", "noite", "fim", "partir", "domingo", "segunda", "sexta", "periodo", "epoca"]);

    private static readonly FrozenSet<string> Things = FrozenSet.ToFrozenSet(
        ["gift", "gifts", "list", "turkey", "tree", "card", "cards", "carol", "carols", "present", "presents", "eggs", "egg", "song", "songs", "sale", "sales", "mood", "sweater"]);

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        if (IsThing(cursor) || !Take(ref cursor, context, out var first, out var length) || Things.Contains(cursor.Word))
        {
            return null;
        }

        return new TimeExpression { From = from, To = cursor.At, Day = first, LastDay = length > 1 ? first.PlusDays(length - 1) : null };
    }

    public static bool Take(ref Cursor cursor, TimeContext context, out LocalDate day, out int length)
    {
        (day, length) = (default, 1);
        var c = cursor;
        c.TakeAny("o", "a", "the");
        var turn = Deixis.Before(ref c);
        if (!FeastNames.Table.Take(ref c, out var feast))
        {
            return false;
        }

        turn ??= Deixis.After(ref c);
        var date = Years.TakeOf(ref c, context, out var year) ? feast.In(year) : Turn(feast, turn ?? 0, context.Today);
        if (date is null)
        {
            return false;
        }

        (cursor, day, length) = (c, date.Value, feast.Length);
        return true;
    }

    /// <summary>The next to come; -1 is the last that was, 1 is the next as well: "próximo Natal" is the coming one.</summary>
    private static LocalDate? Turn(Feast feast, int turn, LocalDate today) => turn < 0
        ? Enumerable.Range(0, 2).Select(back => feast.In(today.Year - back)).FirstOrDefault(day => day < today)
        : Enumerable.Range(0, 3).Select(ahead => feast.In(today.Year + ahead)).FirstOrDefault(day => day >= today);

    private static bool IsThing(Cursor cursor)
    {
        var before = cursor.Previous.Norm;
        return before is "feliz" or "happy" or "merry" or "bom" or "boa"
            || (before is "de" or "do" or "da" && !Times.Contains(cursor.At > 1 ? new Cursor(cursor, cursor.At - 1).Previous.Norm : ""));
    }
}
