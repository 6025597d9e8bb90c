using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Stretches;

/// <summary>
/// So many units from now on or up to now: "próximos 3 dias", "últimos 2 meses", "3 semanas que vem", "next few days", "last hour".
/// Days take in today; hours and less are an exact stretch.
/// </summary>
internal static class CountedStretches
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var c = cursor;
        c.TakeAny("nos", "nas", "os", "as", "the", "in", "within", "dos", "das", "de", "over", "during");
        c.TakeAny("the", "os", "as");
        if (!(Leading(ref c, out var span, out var sign) || Inside(ref c, out span, out sign) || Single(ref c, out span, out sign)))
        {
            return null;
        }

        return span.IsClockTime ? Exact(from, c.At, span, sign, context) : Days(from, c.At, span, sign, context);
    }

    /// <summary>"Próximos 3 dias", "past two weeks", "próximos dias".</summary>
    private static bool Leading(ref Cursor cursor, out Span span, out int sign)
    {
        var c = cursor;
        sign = Direction(ref c) ?? 0;
        var few = c;
        if (sign == 0 || (!Span.Take(ref c, out span) && !(Plural(c) && Units.Take(ref few, out var unit) && Span.Of(unit, 3, out span) && (c = few).At > 0)))
        {
            span = default;
            return false;
        }

        cursor = c;
        return true;
    }

    /// <summary>"3 próximas semanas", "two upcoming days", "3 anos que vem", "2 meses anteriores".</summary>
    private static bool Inside(ref Cursor cursor, out Span span, out int sign)
    {
        (span, sign) = (default, 0);
        var c = cursor;
        if (!Numbers.Take(ref c, out var count) || count is < 1 or > 999)
        {
            return false;
        }

        sign = Direction(ref c) ?? 0;
        if (!Units.Take(ref c, out var unit) || !Span.Of(unit, count, out span))
        {
            return false;
        }

        sign = sign != 0 ? sign : c.TakeAll("que", "vem") || c.TakeAny("seguintes") ? 1 : c.TakeAny("anteriores", "passados", "passadas") ? -1 : 0;
        cursor = sign != 0 ? c : cursor;
        return sign != 0;
    }

    /// <summary>"Última hora", "next hour", "hora passada".</summary>
    private static bool Single(ref Cursor cursor, out Span span, out int sign)
    {
        var c = cursor;
        var turn = Deixis.Before(ref c);
        var found = Units.Take(ref c, out var unit) && unit is Unit.Hour or Unit.Minute;
        turn ??= Deixis.After(ref c);
        (span, sign) = (new Span(unit == Unit.Hour ? 3600 : 60, 0, 0), Math.Sign(turn ?? 0));
        cursor = found && sign != 0 ? c : cursor;
        return found && sign != 0;
    }

    private static int? Direction(ref Cursor c) =>
        c.TakeAny("proximos", "proximas", "proximo", "next", "upcoming", "coming", "following", "seguintes") ? 1
        : c.TakeAny("ultimos", "ultimas", "last", "past", "previous", "passados", "passadas", "anteriores") ? -1 : null;

    private static bool Plural(Cursor c) => c.Word is "dias" or "days" or "semanas" or "weeks" or "meses" or "months" or "horas" or "hours" or "anos" or "years";

    private static TimeExpression Exact(int from, int to, Span span, int sign, TimeContext context)
    {
        var now = context.Now.LocalDateTime;
        var then = context.Now.PlusSeconds(sign * span.Seconds).LocalDateTime;
        return new TimeExpression { From = from, To = to, Window = sign > 0 ? new Window(now, then) : new Window(then, now) };
    }

    private static TimeExpression? Days(int from, int to, Span span, int sign, TimeContext context) =>
        (span.Workdays > 0 ? context.PlusWorkdays(context.Today, sign * span.Workdays) : Dated.Plus(context.Today, span, sign)) is { } end
            ? new TimeExpression { From = from, To = to, Day = LocalDate.Min(end, context.Today), LastDay = LocalDate.Max(end, context.Today), Current = true }
            : null;
}
