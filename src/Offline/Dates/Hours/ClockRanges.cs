using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>From one hour to another: "das 14h às 16h", "entre 2 e 4 da tarde", "from 2 to 4pm", "9:30 - 11:00 CST", "later than 9:30 but before 11".</summary>
internal static class ClockRanges
{
    private static readonly PhraseTable<bool> Openings = new((true, ["das", "da", "de", "entre as?", "in? between", "from", "desde as?", "later than", "around"]));
    private static readonly PhraseTable<bool> Joints = new((true, ["ate as|a|o|ao?", "as", "a", "ao", "to", "until|till|untill|til|thru|through", "-", "–", "but before"]));

    /// <summary>One end of the range, with the shift of the zone that it was said in.</summary>
    private readonly record struct End(ClockTime Clock, int? Shift);

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var led = Openings.Take(ref cursor, out _) | IsAfterDay(cursor);
        cursor.TakeAny("as");
        var start = Take(ref cursor, led, context);
        var bare = start is null && !led && cursor.Token.IsNumber;
        start ??= bare ? Take(ref cursor, true, context) : null;
        if (start is not { } begins || !Joint(ref cursor, led, out var sign) || Take(ref cursor, led || !bare || sign, context) is not { } ends || (bare && !IsHour(cursor, ends.Clock, sign)))
        {
            return null;
        }

        var (first, last) = (Before(begins.Clock, ends.Clock), After(begins.Clock, ends.Clock));
        return new TimeExpression { From = from, To = cursor.At, Clock = Ours(first, begins.Shift ?? ends.Shift), EndClock = Ours(last, ends.Shift ?? begins.Shift) };
    }

    /// <summary>"Tomorrow 9 to 11": right after a day two bare numbers of a clock are its hours.</summary>
    private static bool IsAfterDay(Cursor cursor) =>
        (PartNames.AfterDay(cursor) || cursor.Previous.Norm is "calendar" or "diary" or "agenda" || (cursor.At > 1 && Stretches.MonthNames.Has(cursor.Previous.Norm) && new Cursor(cursor, cursor.At - 1).Previous.IsNumber))
        && cursor.Token.IsNumber && cursor.Peek(1) is "to" or "till" or "until" or "as" or "ate" or "-" or "–" && IsBareHour(new Cursor(cursor, cursor.At + 2));

    private static bool IsBareHour(Cursor end)
    {
        var hour = end.TakeDigits(out var said) && said is > 0 and <= 24;
        return hour && (end.AtEnd || Closing.At(end) || end.Word is "for" or "to" or "with" or "pra" or "para" or "com");
    }

    private static ClockTime Ours(ClockTime clock, int? shift) => shift is { } seconds ? Abroad.Shifted(clock, seconds) : clock;

    /// <summary>An hour with its part of the day and its zone.</summary>
    private static End? Take(ref Cursor cursor, bool led, TimeContext context)
    {
        if (Clocks.Take(ref cursor, led) is not { } clock)
        {
            return null;
        }

        int? shift = Abroad.TakeShift(ref cursor, context, out var ours) ? ours : null;
        var part = PartNames.Take(ref cursor);
        return new End(part is { } said && !(clock.Sure && clock.Time.Hour > 12) ? new ClockTime(DayParts.Apply(said, clock.Time), true) : clock, shift);
    }

    private static bool Joint(ref Cursor cursor, bool led, out bool sign)
    {
        sign = cursor.Word is "as" && cursor.Token.Raw is "às";
        var joined = Joints.Take(ref cursor, out _) || (led && cursor.TakeAny("e", "and"));
        cursor.TakeAny("as");
        return joined;
    }

    /// <summary>"3-4pm", "9 às 18": two bare numbers are hours where the second one is marked.</summary>
    private static bool IsHour(Cursor after, ClockTime ends, bool sign) =>
        sign || after.Previous.Norm is "h" or "am" or "pm" or "m" or "p" or "a" or "ish" or "." or "manha" or "tarde" or "noite"
        || (ends.Sure && !after.Previous.IsNumber) || new Cursor(after, after.At - 1).Previous.Norm is ":" or "h";

    /// <summary>"From 2 to 4pm", "das 6 às 14": a sure end makes the start sure.</summary>
    private static ClockTime Before(ClockTime start, ClockTime end) => start.Sure || !end.Sure ? start
        : start.Time.Hour < 12 && end.Time.Hour > 12 && start.Time.PlusHours(12) < end.Time ? new ClockTime(start.Time.PlusHours(12), true)
        : start with { Sure = true };

    /// <summary>"Das 22 às 6": the end is the next morning, for the afternoon is over.</summary>
    private static ClockTime After(ClockTime start, ClockTime end) => !start.Sure || end.Sure || end.Time.Hour >= 12 ? end
        : start.Time.Hour >= 12 && end.Time.PlusHours(12) <= start.Time ? end with { Sure = true }
        : end.Time <= start.Time && end.Time.PlusHours(12) > start.Time ? new ClockTime(end.Time.PlusHours(12), true)
        : end;
}
