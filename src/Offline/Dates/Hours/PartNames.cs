using NodaTime;
using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>Parts of the day as said: "de manhã", "no fim da tarde", "antes do almoço", "in the evening", "manhã do dia 15"; alone only after a day: "amanhã cedo".</summary>
internal static class PartNames
{
    private static readonly PhraseTable<DayPart> Led = new(
        (DayPart.Dawn, ["de|da|na|pela madrugada", "in the small hours", "de|na|da alta madrugada"]),
        (DayPart.EarlyMorning, ["de|da|na|pela manhazinha", "de|da manha cedo", "bem|logo cedo", "cedinho",
            "logo? na|a|de|no primeira|primeiro hora|horario|horarinho", "first thing in? the? morning?", "nas primeiras horas da? manha?",
            "early in the morning", "early morning", "in? the? early hours of the morning", "primeira hora da manha", "no? comeco|inicio da manha"]),
        (DayPart.Morning, ["de|da|pela|na|a manha", "in the? morning", "this? morning"]),
        (DayPart.LateMorning, ["no? fim|final|finalzinho da manha", "antes do almoco", "antes de almocar", "before lunch", "late morning", "in the late morning"]),
        (DayPart.Lunch, ["na|a hora do|de almoco", "no horario de|do almoco", "at lunch time?", "at lunchtime"]),
        (DayPart.EarlyAfternoon, ["no? comeco|comecinho|inicio da tarde", "early afternoon", "early in the afternoon"]),
        (DayPart.AfterLunch, ["depois|apos do? o? almoco", "depois de almocar", "logo? depois|apos do? o? almoco", "after lunch"]),
        (DayPart.Afternoon, ["de|da|a|pela|na tarde|tardinha", "in the? afternoon", "this? afternoon"]),
        (DayPart.LateAfternoon, ["no|ao|pelo? fim|final|finalzinho|cair da|de tarde", "late afternoon", "late in the afternoon"]),
        (DayPart.DayEnd, ["no|ao? fim|final|finalzinho do|de dia", "at? the? end of the? day", "eod|eob|cob", "no? fim do expediente",
            "end|close of business|play|the? workday", "ao? fim|final do expediente", "depois do expediente|trabalho", "after work"]),
        (DayPart.EarlyEvening, ["no? comeco|comecinho|inicio da noite", "early evening", "early in the evening"]),
        (DayPart.Evening, ["de|da|a|pela|na noite|noitinha", "in the? evening", "at night", "this? evening", "na hora do jantar", "depois do jantar", "after dinner"]),
        (DayPart.LateEvening, ["tarde da noite", "no? fim|final da noite", "late at night", "late night"]),
        (DayPart.BusinessHours, ["no|em|durante o? horario comercial", "during|in business|office hours"]));

    private static readonly PhraseTable<DayPart> Alone = new(
        (DayPart.EarlyMorning, ["cedo", "cedinho", "primeira|primeiro hora|horario", "manha cedo", "early morning", "early in the morning",
            "early"]), (DayPart.Morning, ["morning", "mornings", "manha"]),
        (DayPart.Afternoon, ["afternoon", "afternoons", "tarde", "afternoonish"]), (DayPart.Evening, ["night", "evening", "noite", "nights", "evenings"]),
        (DayPart.Dawn, ["madrugada"]));

    private static readonly PhraseTable<DayPart> Bare = new(
        (DayPart.Morning, ["manha", "morning"]), (DayPart.Afternoon, ["tarde", "afternoon"]), (DayPart.Evening, ["noite", "evening", "night"]), (DayPart.Dawn, ["madrugada"]));

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        return OfDay(cursor, context) ?? (Take(ref cursor) is { } part ? new TimeExpression { From = from, To = cursor.At, Part = part } : null);
    }

    public static bool Follows(Cursor cursor) => Take(ref cursor) is not null;

    public static DayPart? Take(ref Cursor cursor)
    {
        var c = cursor;
        if (c.Previous.Norm is "cafe" && c.Word is "da" && c.Peek(1) is "manha")
        {
            // A meal, and no hour.
            return null;
        }

        var after = AfterDay(c);
        if (!(Led.Take(ref c, out var part) || (after && Alone.Take(ref c, out part))) || c.Word is "toda" or "inteira" or "todo" || NeedsDay(cursor, c, after))
        {
            return null;
        }

        cursor = c;
        return part;
    }

    /// <summary>"Morning" or "fim do dia" without a preposition says little.</summary>
    private static bool NeedsDay(Cursor before, Cursor after, bool day) =>
        !day && after.At - before.At == 1 && after.Previous.Norm is "morning" or "afternoon" or "evening" && !(after.Word is "at" || Clocks.Take(ref after, false) is not null);

    /// <summary>"Na manhã de sexta", "morning of the 15th of february", "noite do dia 24".</summary>
    private static TimeExpression? OfDay(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        cursor.TakeAny("na", "a", "pela", "the", "on", "in");
        cursor.Take("the");
        return Bare.Take(ref cursor, out var part) && cursor.TakeAny("de", "do", "da", "of") && Anchors.Read(cursor, context) is { Day: not null, LastDay: null, Part: null } day
            ? day with { From = from, Part = part }
            : null;
    }

    /// <summary>A word for a day stands right before.</summary>
    public static bool AfterDay(Cursor c) =>
        c.Previous.Norm is "hoje" or "amanha" or "tomorrow" or "today" or "yesterday" or "ontem" or "feira" or "segunda" or "terca" or "quarta" or "quinta" or "sexta" or "sabado" or "domingo"
        || c.Previous.Norm?.EndsWith("day", StringComparison.Ordinal) == true || c.Previous.Norm?.EndsWith("days", StringComparison.Ordinal) == true;
}
