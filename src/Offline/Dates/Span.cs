using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>
/// An amount of time as spoken: "20 minutos", "uma hora e meia", "2h30", "meia hora", "half an hour", "two weeks", "3 dias úteis".
/// Clock time and calendar time stand apart: a day is not always 24 hours.
/// </summary>
internal readonly record struct Span(int Seconds, int Days, int Months)
{
    /// <summary>Units that are other words too: only after a number.</summary>
    private static readonly FrozenDictionary<string, Unit> Short = new Dictionary<string, Unit>
    {
        ["m"] = Unit.Minute, ["'"] = Unit.Minute, ["′"] = Unit.Minute, ["h"] = Unit.Hour, ["s"] = Unit.Second, ["\""] = Unit.Second, ["seg"] = Unit.Second,
        ["segs"] = Unit.Second,
    }.ToFrozenDictionary();

    public int Workdays { get; init; }
    public bool IsClockTime => Days == 0 && Months == 0 && Workdays == 0;
    public int Minutes => Seconds / 60;

    public static bool Take(ref Cursor cursor, out Span span)
    {
        var c = cursor;
        if (!c.TakeAll("cerca", "de"))
        {
            c.TakeAny("uns", "umas", "about", "approximately", "around", "exactly");
        }

        if (!Fractions.Take(ref c, out span) && !(Amount(ref c, out var amount) && TakeUnit(ref c, ref amount, out var unit) && Of(unit, amount, out span)))
        {
            span = default;
            return false;
        }

        span = SpanRests.Take(ref c, span);
        cursor = c;
        return true;
    }

    /// <summary>So many of a unit; false where it is nothing or beyond a century.</summary>
    public static bool Of(Unit unit, decimal amount, out Span span)
    {
        span = unit switch
        {
            Unit.Second => new Span((int)amount, 0, 0),
            Unit.Minute => new Span((int)(amount * 60), 0, 0),
            Unit.Hour => new Span((int)Math.Min(amount * 3600, 300_000_000), 0, 0),
            Unit.Day when amount == 0.5m => new Span(43_200, 0, 0),
            Unit.Day => new Span(0, (int)amount, 0),
            Unit.Workday => new Span(0, 0, 0) { Workdays = (int)Math.Min(amount, 2000) },
            Unit.Week or Unit.Weekend => new Span(0, (int)(amount * 7), 0),
            Unit.Fortnight => new Span(0, (int)amount * 14, 0),
            _ => new Span(0, 0, (int)(Math.Min(amount, 1000) * Units.Months(unit)!.Value)),
        };
        return span is { Days: >= 0 and < 40_000, Months: >= 0 and < 1_300 } && span != default;
    }

    private static bool Amount(ref Cursor c, out decimal amount)
    {
        amount = 1;
        if (c.TakeAny("another"))
        {
            return true;
        }

        if (c.Word is "a" or "an" && c.Peek(1) is "couple" or "pair" or "few")
        {
            c.Skip();
        }

        if (c.TakeAny("couple", "pair", "few", "alguns", "algumas"))
        {
            amount = c.Previous.Norm is "couple" or "pair" ? 2 : 3;
            c.Take("of");
            return true;
        }

        if (c.Word is "a" or "an" && c.Peek(1) is "second" or "sec" or "minute" or "hour" or "day" or "week" or "fortnight" or "month" or "quarter" or "year")
        {
            c.Skip();
            return true;
        }

        return Numbers.TakeDecimal(ref c, out amount) && amount is > 0 and < 100_000;
    }

    private static bool TakeUnit(ref Cursor c, ref decimal amount, out Unit unit)
    {
        c.Take("more");
        var hyphen = c;
        c = hyphen.Touching && hyphen.Take("-") && hyphen.Touching && hyphen.Token.IsWord ? hyphen : c;
        var half = c;
        if (half.TakeAll("and", "a", "half") || half.TakeAll("and", "an", "half"))
        {
            (c, amount) = (half, amount + 0.5m);
        }

        return Units.Take(ref c, out unit) || ((c.Touching || c.Word is "h" or "m" or "seg" or "segs") && c.TakeFrom(Short, out unit));
    }
}
