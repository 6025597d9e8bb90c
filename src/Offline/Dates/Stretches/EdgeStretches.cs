using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Stretches;

/// <summary>
/// The beginning, middle or end of a stretch: "fim do mês", "meados de março", "early March", "EOM", "começo da semana". One day stands for
/// it where a day is needed: the last of a month or year, Friday of a week.
/// </summary>
internal static class EdgeStretches
{
    private enum Edge { Beginning, Middle, End }

    private static readonly PhraseTable<Edge> Names = new(
        (Edge.Beginning, ["comeco|comecinho|inicio|principio de|do|da|dos", "beginning|start of|in the?", "inicio|comeco"]),
        (Edge.Middle, ["meados|meado|meio|metade de|do|da", "middle|midst of the?", "mid"]),
        (Edge.End, ["fim|final|finalzinho|finzinho de|do|da|dos", "end of the?"]));

    private static readonly PhraseTable<(Edge, Unit)> Short = new(
        ((Edge.End, Unit.Month), ["eom"]), ((Edge.End, Unit.Year), ["eoy"]), ((Edge.End, Unit.Week), ["eow"]),
        ((Edge.Beginning, Unit.Month), ["bom"]), ((Edge.Beginning, Unit.Year), ["boy"]));

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        cursor.TakeAny("o", "a", "the", "no", "na", "ao", "at", "em");
        cursor.Take("the");
        return Abbreviated(ref cursor, from, context, out var edge, out var whole) || Written(ref cursor, context, out edge, out whole)
            ? Of(from, cursor.At, edge, whole, context)
            : null;
    }

    /// <summary>"EOM" in capitals or after "by"; "boy" and "bom" are words.</summary>
    private static bool Abbreviated(ref Cursor cursor, int from, TimeContext context, out Edge edge, out Stretch whole)
    {
        (edge, whole) = (default, default);
        if (cursor.AtEnd || !(cursor.Token.Raw.All(char.IsAsciiLetterUpper) || from != cursor.At) || !Short.Take(ref cursor, out var found))
        {
            return false;
        }

        (edge, whole) = (found.Item1, Stretch.Of(found.Item2, 0, context.Today));
        return cursor.Previous.Raw.All(char.IsAsciiLetterUpper);
    }

    private static bool Written(ref Cursor cursor, TimeContext context, out Edge edge, out Stretch whole)
    {
        (edge, whole) = (default, default);
        var c = cursor;
        if (c.Word is "early" or "late")
        {
            edge = c.Take("early") ? Edge.Beginning : c.Take("late") ? Edge.End : default;
            cursor = c;
            return NamedStretches.Month(ref cursor, context, out whole);
        }

        if (IsWeekend(c) || !Names.Take(ref c, out edge) || !NamedStretches.TakeWhole(ref c, context, out whole, out var bare) || whole.Unit is Unit.Weekend)
        {
            return false;
        }

        cursor = c;
        whole = bare && Part(edge, whole).Last < context.Today ? Stretch.Of(whole.Unit, 1, context.Today) : whole;
        return true;
    }

    private static bool IsWeekend(Cursor c) => Units.Take(ref c, out var unit) && unit == Unit.Weekend;

    private static TimeExpression Of(int from, int to, Edge edge, Stretch whole, TimeContext context)
    {
        var (first, last) = Part(edge, whole);
        var anchor = edge switch
        {
            Edge.Beginning => first,
            Edge.Middle => first.PlusDays((Period.DaysBetween(first, last) + 1) / 2),
            _ => whole.Unit == Unit.Week ? first : last,
        };
        return new TimeExpression { From = from, To = to, Day = first, LastDay = last, Anchor = anchor, Current = first <= context.Today && context.Today <= last };
    }

    /// <summary>A third of a month, a third or quarter of the months of a year, some days of a week.</summary>
    private static (LocalDate First, LocalDate Last) Part(Edge edge, Stretch whole) => (whole.Unit, edge) switch
    {
        (Unit.Week, Edge.Beginning) => (whole.First, whole.First.PlusDays(2)),
        (Unit.Week, Edge.Middle) => (whole.First.PlusDays(2), whole.First.PlusDays(2)),
        (Unit.Week, _) => (whole.First.PlusDays(4), whole.Last),
        (Unit.Month or Unit.Fortnight, Edge.Beginning) => (whole.First, whole.First.PlusDays(9)),
        (Unit.Month, Edge.Middle) => (whole.First.PlusDays(10), whole.First.PlusDays(19)),
        (Unit.Month, _) => (whole.First.PlusDays(20), whole.Last),
        (Unit.Year, Edge.Beginning) => (whole.First, whole.First.PlusMonths(3).PlusDays(-1)),
        (Unit.Year, Edge.Middle) => (whole.First.PlusMonths(5), whole.First.PlusMonths(7).PlusDays(-1)),
        (Unit.Year, _) => (whole.First.PlusMonths(8), whole.Last),
        (_, Edge.Beginning) => (whole.First, whole.First.PlusMonths(1).PlusDays(-1)),
        (_, Edge.Middle) => (whole.First.PlusMonths(1), whole.First.PlusMonths(2).PlusDays(-1)),
        _ => (whole.Last.PlusDays(1).PlusMonths(-1), whole.Last),
    };
}
