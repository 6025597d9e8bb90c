using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Times counted from when it was said: "daqui a 20 minutos", "em 2 horas", "in 3 days", "há 2 dias", "two weeks ago".</summary>
internal static class OffsetTimes
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var forward = Forward(ref cursor);
        var back = !forward && cursor.TakeAny("ha", "faz");
        if (!Span.Take(ref cursor, out var span))
        {
            return null;
        }

        if (!forward && !back)
        {
            forward = cursor.TakeAll("from", "now") || cursor.TakeAll("a", "partir", "de", "agora");
            back = !forward && cursor.TakeAny("ago", "atras");
        }

        return forward || back ? Count(from, cursor.At, span, back ? -1 : 1, context) : null;
    }

    /// <summary>Seconds are kept only where seconds were spoken of.</summary>
    public static ZonedDateTime ToMinute(ZonedDateTime at) =>
        at.Minus(Duration.FromSeconds(at.Second)).Minus(Duration.FromNanoseconds(at.NanosecondOfSecond));

    private static bool Forward(ref Cursor cursor) =>
        cursor.TakeAll("daqui", "a") || cursor.Take("daqui") || cursor.TakeAll("dentro", "de") || cursor.TakeAny("em", "in", "within");

    private static TimeExpression Count(int from, int to, Span span, int sign, TimeContext context)
    {
        if (!span.IsClockTime)
        {
            var day = context.Today.PlusMonths(sign * span.Months).PlusDays(sign * span.Days);
            return new TimeExpression { From = from, To = to, Day = day };
        }

        var at = context.Now.PlusSeconds(sign * span.Seconds);
        return new TimeExpression { From = from, To = to, Counted = span.Seconds % 60 == 0 ? ToMinute(at) : at };
    }
}
