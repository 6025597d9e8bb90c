using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Hours;

/// <summary>
/// Hours of the day: "9h", "9h30", "9:30", "às 9", "sete e meia", "meio-dia", "3pm", "half past nine", "quinze para as dez", "15h UTC".
/// A bare number is an hour only where something says so: a preposition of time, a unit, minutes or a part of the day.
/// </summary>
internal static class Clocks
{
    private static readonly PhraseTable<bool> Tails = new((true,
        ["em ponto", "sharp", "e pouco|pouquinho|pouquinha|pouca", "mais ou menos", "approximately", "ish", "on the dot", "e tantas", "no maximo"]));

    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var side = Side.At;
        var loosely = false;
        var led = Leads.Take(ref cursor, out side, out loosely);
        if (Take(ref cursor, led, loosely) is not { } clock)
        {
            return null;
        }

        clock = Abroad.Take(ref cursor, clock, context);
        side = cursor.TakeAll("em", "diante") || cursor.TakeAll("pra", "frente") || cursor.TakeAll("or", "later") || cursor.TakeAll("onwards") ? Side.After : side;
        return new TimeExpression { From = from, To = cursor.At, Clock = clock, Deadline = side == Side.Before, After = side == Side.After };
    }

    /// <summary>Reads an hour; <paramref name="led"/> says that a preposition went before, so that a bare number will do.</summary>
    public static ClockTime? Take(ref Cursor cursor, bool led, bool loosely = false)
    {
        var c = cursor;
        if ((NamedHours.Take(ref c) ?? CountedClocks.Take(ref c) ?? ClockFigures.Take(ref c, led, loosely) ?? SpokenClocks.Take(ref c, led, loosely)) is not { } found)
        {
            return null;
        }

        Tails.Take(ref c, out _);
        cursor = c;
        return found;
    }
}
