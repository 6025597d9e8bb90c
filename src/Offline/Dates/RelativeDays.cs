using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Days named from today: "hoje", "depois de amanhã", "tonight", "day after tomorrow".</summary>
internal static class RelativeDays
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        return Days(ref cursor) is { } days
            ? new TimeExpression { From = from, To = cursor.At, Day = context.Today.PlusDays(days) }
            : Tonight(ref cursor)
                ? new TimeExpression { From = from, To = cursor.At, Day = context.Today, Part = DayPart.Evening }
                : Now(ref cursor) ? new TimeExpression { From = from, To = cursor.At, Counted = OffsetTimes.ToMinute(context.Now), Now = true } : null;
    }

    private static int? Days(ref Cursor cursor)
    {
        if (cursor.TakeAll("depois", "de", "amanha") || cursor.TakeAll("the", "day", "after", "tomorrow")
            || cursor.TakeAll("day", "after", "tomorrow") || cursor.Take("overmorrow"))
        {
            return 2;
        }

        if (cursor.TakeAny("anteontem") || cursor.TakeAll("antes", "de", "ontem") || cursor.TakeAll("the", "day", "before", "yesterday"))
        {
            return -2;
        }

        return cursor.TakeAny("hoje", "today") ? 0 : cursor.TakeAny("amanha", "tomorrow") ? 1 : cursor.TakeAny("ontem", "yesterday") ? -1 : null;
    }

    private static bool Tonight(ref Cursor cursor) =>
        cursor.Take("tonight") || cursor.TakeAll("esta", "noite") || cursor.TakeAll("essa", "noite") || cursor.TakeAll("this", "evening");

    private static bool Now(ref Cursor cursor) =>
        cursor.TakeAll("agora", "mesmo") || cursor.Take("agora") || cursor.TakeAll("right", "now") || cursor.Take("now");
}
