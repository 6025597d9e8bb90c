using NodaTime;
using TbPersonalOs.Offline.Dates.Hours;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Calendar;

/// <summary>Days named from today: "hoje", "depois de amanhã", "de hoje a oito", "tonight", "the day before yesterday".</summary>
internal static class RelativeDays
{
    private static readonly PhraseTable<int> Names = new(
        (0, ["hoje", "today", "todays", "hoje mesmo"]), (1, ["amanha", "tomorrow", "tomorrows", "amanha mesmo"]), (-1, ["ontem", "yesterday"]),
        (2, ["depois de amanha", "the? day after tomorrow", "overmorrow"]), (-2, ["anteontem", "antes de ontem", "the? day before yesterday"]),
        (-3, ["trasanteontem"]), (7, ["de? hoje a oito dias?", "a week from today|now?"]), (8, ["de? amanha a oito dias?"]), (14, ["de? hoje a quinze dias?"]));

    private static readonly PhraseTable<(int Day, DayPart Part)> Nights = new(
        ((0, DayPart.Evening), ["tonight", "tonite", "esta|essa|nesta|nessa noite", "this evening", "today evening", "hoje? de? noitinha"]),
        ((0, DayPart.Morning), ["esta|essa|nesta|nessa manha", "this morning"]), ((0, DayPart.Afternoon), ["esta|essa|nesta|nessa tarde", "this afternoon"]),
        ((0, DayPart.LateEvening), ["late tonight|tonite"]), ((-1, DayPart.Evening), ["last night|evening", "noite passada"]), ((-1, DayPart.LateEvening), ["late last night"]));

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        if (Nights.Take(ref cursor, out var night))
        {
            return new TimeExpression { From = from, To = cursor.At, Day = context.Today.PlusDays(night.Day), Part = night.Part };
        }

        return Names.Take(ref cursor, out var days)
            ? new TimeExpression { From = from, To = cursor.At, Day = context.Today.PlusDays(days) }
            : Now(ref cursor) ? new TimeExpression { From = from, To = cursor.At, Counted = OffsetTimes.ToMinute(context.Now), Now = true } : null;
    }

    private static readonly PhraseTable<bool> Nows = new((true,
    [
        "agora mesmo|ja?", "agorinha", "ja", "right|just? now", "nesse|neste|este instante|momento|minuto", "at|in the|this moment|time", "imediatamente", "immediately", "atm",
        "neste exato momento", "nesse exato momento",
    ]));

    /// <summary>"Já" is a word of its own: a time only where it is all that was said.</summary>
    private static bool Now(ref Cursor cursor)
    {
        var c = cursor;
        if (!Nows.Take(ref c, out _) || (c.Previous.Norm == "ja" && !(cursor.At == 0 && c.AtEnd)))
        {
            return false;
        }

        cursor = c;
        return true;
    }
}
