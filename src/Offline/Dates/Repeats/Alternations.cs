using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>"Dia sim, dia não", "sexta sim sexta não", "semana sim, semana não", "de 15 em 15 dias", "de dois em dois meses".</summary>
internal static class Alternations
{
    public static Repeat? Take(ref Cursor cursor) => YesAndNo(ref cursor) ?? InSteps(ref cursor);

    private static Repeat? YesAndNo(ref Cursor cursor)
    {
        var c = cursor;
        if (!Thing(ref c, out var rule) || !c.Take("sim"))
        {
            return null;
        }

        c.TakeAny(",", "e");
        if (!Thing(ref c, out var again) || !c.Take("nao") || again.Rule.Frequency != rule.Rule.Frequency)
        {
            return null;
        }

        cursor = c;
        return rule with { Rule = rule.Rule with { Interval = 2 } };
    }

    private static bool Thing(ref Cursor c, out Repeat rule)
    {
        c.TakeAny("um", "uma");
        if (WeekdayNames.Take(ref c, out var day))
        {
            rule = Repeat.Weekly([day]);
            return true;
        }

        var found = Units.Take(ref c, out var unit) && unit is Unit.Day or Unit.Week or Unit.Month or Unit.Year;
        rule = Repeat.Each(found ? unit : Unit.Day, 1)!;
        return found;
    }

    private static Repeat? InSteps(ref Cursor cursor)
    {
        var c = cursor;
        if (!c.Take("de") || !Numbers.Take(ref c, out var first) || !c.Take("em") || !Numbers.Take(ref c, out var second) || first != second || first is < 1 or > 999
            || !Units.Take(ref c, out var unit) || Repeat.Each(unit, first) is not { } rule)
        {
            return null;
        }

        cursor = c;
        return rule;
    }
}
