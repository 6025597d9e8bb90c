using System.Collections.Frozen;
using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>
/// Days of the week: "quinta", "sexta que vem", "próxima terça", "domingo passado", "next friday".
/// A weekday is the next one to come, never today; "que vem" and "next" are next week's, Monday starting it.
/// </summary>
internal static class Weekdays
{
    private static readonly FrozenDictionary<string, IsoDayOfWeek> Names = new Dictionary<string, IsoDayOfWeek>
    {
        ["segunda"] = IsoDayOfWeek.Monday, ["terca"] = IsoDayOfWeek.Tuesday, ["quarta"] = IsoDayOfWeek.Wednesday,
        ["quinta"] = IsoDayOfWeek.Thursday, ["sexta"] = IsoDayOfWeek.Friday, ["sabado"] = IsoDayOfWeek.Saturday,
        ["domingo"] = IsoDayOfWeek.Sunday, ["segundas"] = IsoDayOfWeek.Monday, ["tercas"] = IsoDayOfWeek.Tuesday,
        ["quartas"] = IsoDayOfWeek.Wednesday, ["quintas"] = IsoDayOfWeek.Thursday, ["sextas"] = IsoDayOfWeek.Friday,
        ["sabados"] = IsoDayOfWeek.Saturday, ["domingos"] = IsoDayOfWeek.Sunday,
        ["monday"] = IsoDayOfWeek.Monday, ["tuesday"] = IsoDayOfWeek.Tuesday, ["wednesday"] = IsoDayOfWeek.Wednesday,
        ["thursday"] = IsoDayOfWeek.Thursday, ["friday"] = IsoDayOfWeek.Friday, ["saturday"] = IsoDayOfWeek.Saturday,
        ["sunday"] = IsoDayOfWeek.Sunday, ["mondays"] = IsoDayOfWeek.Monday, ["tuesdays"] = IsoDayOfWeek.Tuesday,
        ["wednesdays"] = IsoDayOfWeek.Wednesday, ["thursdays"] = IsoDayOfWeek.Thursday, ["fridays"] = IsoDayOfWeek.Friday,
        ["saturdays"] = IsoDayOfWeek.Saturday, ["sundays"] = IsoDayOfWeek.Sunday,
    }.ToFrozenDictionary();

    /// <summary>Short names that are also other words ("ter", "sat"): only beside a clock or after a preposition of time.</summary>
    private static readonly FrozenDictionary<string, IsoDayOfWeek> ShortNames = new Dictionary<string, IsoDayOfWeek>
    {
        ["seg"] = IsoDayOfWeek.Monday, ["ter"] = IsoDayOfWeek.Tuesday, ["qua"] = IsoDayOfWeek.Wednesday, ["qui"] = IsoDayOfWeek.Thursday,
        ["sex"] = IsoDayOfWeek.Friday, ["sab"] = IsoDayOfWeek.Saturday, ["dom"] = IsoDayOfWeek.Sunday,
        ["mon"] = IsoDayOfWeek.Monday, ["tue"] = IsoDayOfWeek.Tuesday, ["tues"] = IsoDayOfWeek.Tuesday, ["wed"] = IsoDayOfWeek.Wednesday,
        ["thu"] = IsoDayOfWeek.Thursday, ["thurs"] = IsoDayOfWeek.Thursday, ["fri"] = IsoDayOfWeek.Friday,
        ["sat"] = IsoDayOfWeek.Saturday, ["sun"] = IsoDayOfWeek.Sunday,
    }.ToFrozenDictionary();

    /// <summary>"Segunda via", "quarta série": ordinals, not days.</summary>
    private static readonly FrozenSet<string> OrdinalNouns = FrozenSet.ToFrozenSet([
        "via", "vez", "parte", "tarefa", "opcao", "fase", "chance", "guerra", "edicao", "serie", "turma", "reuniao", "parcela", "dose",
        "temporada", "etapa", "nota", "da", "de", "do"]);

    public static bool TakeName(ref Cursor cursor, out IsoDayOfWeek day)
    {
        if (!cursor.TakeFrom(Names, out day) && !TakeShort(ref cursor, out day))
        {
            return false;
        }

        cursor.Take("feira");
        return true;
    }

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        cursor.TakeAny("essa", "esta", "este", "esse", "this");
        var next = cursor.TakeAny("next");
        var coming = cursor.TakeAny("proxima", "proximo");
        var past = cursor.TakeAny("last", "ultima", "ultimo");
        if (!TakeName(ref cursor, out var day) || IsOrdinal(cursor, from))
        {
            return null;
        }

        next |= cursor.TakeAll("que", "vem") || cursor.TakeAll("next", "week") || OfNextWeek(ref cursor);
        past |= cursor.TakeAny("passada", "passado") || cursor.TakeAll("retrasada");
        var monday = context.Today.PlusDays(1 - (int)context.Today.DayOfWeek);
        var date = next && !coming ? monday.PlusDays(6 + (int)day) : past ? context.Today.Previous(day) : context.Today.Next(day);
        var found = new TimeExpression { From = from, To = cursor.At, Day = date };
        return next ? found.Assume(Assumed.NextWeek) : found;
    }

    private static bool OfNextWeek(ref Cursor cursor) =>
        cursor.TakeAll("da", "semana", "que", "vem") || cursor.TakeAll("da", "proxima", "semana") || cursor.TakeAll("of", "next", "week");

    private static bool IsOrdinal(Cursor after, int from) =>
        after.Previous.Norm is "segunda" or "terca" or "quarta" or "quinta" or "sexta" && after.At == from + 1
        && OrdinalNouns.Contains(after.Word) && !(after.Word == "da" && after.Peek(1) is "semana" or "proxima" or "manha")
        && !(after.Word == "de" && after.Peek(1) is "manha" or "tarde" or "noite") && !OfHour(after);

    private static bool OfHour(Cursor after) => after.Word is "da" or "de" && char.IsAsciiDigit(after.Peek(1).FirstOrDefault());

    /// <summary>"Seg, qua e sex": after another day and a joint.</summary>
    private static bool AfterDay(Cursor cursor) =>
        cursor.At > 1 && new Cursor(cursor, cursor.At - 1).Previous.Norm is { } day && (ShortNames.ContainsKey(day) || Names.ContainsKey(day));

    private static bool TakeShort(ref Cursor cursor, out IsoDayOfWeek day)
    {
        var before = cursor.Previous.Norm;
        var next = cursor.Peek(1);
        var sure = before is "na" or "no" or "on" or "next" or "this" or "every" or "until" or "by" or "toda" or "todo" or "pra" or "ate" or "," or "e" && ShortNames.ContainsKey(cursor.Word) && AfterDay(cursor) || before is not null && ShortNames.ContainsKey(before)
            || next is "que" || next is "as" or "at" or "a" or "." || char.IsAsciiDigit(next.FirstOrDefault());
        day = default;
        if (!(sure || cursor.At + 1 >= cursor.Limit && cursor.Word is not "ter") || !cursor.TakeFrom(ShortNames, out day))
        {
            return false;
        }

        cursor.Take(".");
        return true;
    }
}
