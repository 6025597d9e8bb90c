using NodaTime;
using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Times counted from when it was said: "daqui a 20 minutos", "em 2 horas", "in 3 days", "há 2 dias", "two weeks ago", "2 sundays from now", "daqui a pouco".</summary>
internal static class OffsetTimes
{
    private static readonly PhraseTable<bool> Forwards = new((true, ["daqui a?", "daqui uns|umas", "dentro de", "em|in mais?", "within",
        "em|daqui|dentro a? coisa|torno|questao|cerca|mais|menos de", "daqui a? pouco|quase mais|menos? de?", "after", "depois de", "mais"]));
    private static readonly PhraseTable<bool> Backs = new((true, ["ha|faz|fazem|tem ja?", "ha|faz cerca de"]));
    private static readonly PhraseTable<int> Suffixes = new(
        (1, ["from? right? now", "from right? now", "hence", "a partir de agora|hoje", "later"]), (-1, ["ago|atras|back", "no passado"]));

    /// <summary>Amounts that nobody counts: said so, and guessed.</summary>
    private static readonly PhraseTable<int> Vague = new(
        (30, ["daqui a? pouco|pouquinho|nada", "in a little? bit|while", "in a moment", "ja ja", "dentro de pouco|instantes", "daqui a? um? instante|instantes|instantinho"]),
        (180, ["hoje? mais tarde hoje?", "logo mais", "mais logo", "later today|on?", "today later"]));

    public static TimeExpression? Read(Cursor cursor, TimeContext context) =>
        Weekdays(cursor, context) ?? Counted(cursor, context) ?? Guessed(cursor, context);

    /// <summary>Seconds are kept only where seconds were spoken of.</summary>
    public static ZonedDateTime ToMinute(ZonedDateTime at) =>
        at.Minus(Duration.FromSeconds(at.Second)).Minus(Duration.FromNanoseconds(at.NanosecondOfSecond));

    private static TimeExpression? Counted(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var lead = cursor.Word;
        var forward = Forwards.Take(ref cursor, out _);
        var back = !forward && Backs.Take(ref cursor, out _);
        if (!Span.Take(ref cursor, out var span))
        {
            return null;
        }

        var sign = Suffixes.Take(ref cursor, out var said) ? said : forward ? 1 : back ? -1 : 0;
        if (sign == 0 || (lead is "ha" or "tem" && cursor.Word is "vaga" or "vago" or "vagas" or "vagos" or "livre" or "livres" or "disponivel" or "disponiveis" or "sobrando") || (lead is "mais" or "tem" && said == 0))
        {
            return null;
        }

        var found = Count(from, cursor.At, span, sign, context);
        return lead is "within" or "dentro" ? found with { Deadline = true } : lead is "after" or "depois" && !span.IsClockTime ? found with { After = true } : found;
    }

    private static TimeExpression Count(int from, int to, Span span, int sign, TimeContext context)
    {
        if (!span.IsClockTime)
        {
            var day = span.Workdays > 0 ? context.PlusWorkdays(context.Today, sign * span.Workdays) : Dated.Plus(context.Today, span, sign);
            return new TimeExpression { From = from, To = to, Day = day };
        }

        var at = context.Now.PlusSeconds(sign * span.Seconds);
        return new TimeExpression { From = from, To = to, Counted = span.Seconds % 60 == 0 ? ToMinute(at) : at };
    }

    /// <summary>"2 sundays from now", "2 thursdays ago".</summary>
    private static TimeExpression? Weekdays(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        cursor.TakeAll("daqui", "a");
        if (!Numbers.Take(ref cursor, out var count) || count is < 1 or > 99 || !WeekdayNames.IsPlural(cursor) || !WeekdayNames.Take(ref cursor, out var day) || !Suffixes.Take(ref cursor, out var sign))
        {
            return null;
        }

        var date = sign > 0 ? context.Today.Next(day).PlusWeeks(count - 1) : context.Today.Previous(day).PlusWeeks(1 - count);
        return new TimeExpression { From = from, To = cursor.At, Day = date };
    }

    private static TimeExpression? Guessed(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        if (!Vague.Take(ref cursor, out var minutes))
        {
            return null;
        }

        var at = ToMinute(context.Now.PlusMinutes(minutes));
        return new TimeExpression { From = from, To = cursor.At, Counted = at, Assumptions = [Assumed.Vague] };
    }
}
