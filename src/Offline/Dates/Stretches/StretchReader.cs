using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Stretches;

/// <summary>Stretches of days as times: "semana que vem", "em março", "in 2027", "a semana toda", "resto do mês".</summary>
internal static class StretchReader
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context) =>
        CountedStretches.Read(cursor, context) ?? EdgeStretches.Read(cursor, context) ?? Rest(cursor, context) ?? Named(cursor, context) ?? Led(cursor, context);

    private static TimeExpression? Named(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var lone = from == 0;
        if (!NamedStretches.Take(ref cursor, context, out var stretch))
        {
            return null;
        }

        return stretch.Unit != Unit.Month || lone && cursor.AtEnd || cursor.At - from > 1 || IsLed(new Cursor(cursor, from)) ? Of(from, cursor.At, stretch, context) : null;
    }

    private static bool IsLed(Cursor at) =>
        at.Previous.Norm is "ate" or "by" or "until" or "em" or "in" or "de" or "during" or "next" or "desde" or "since" or "before" or "after" or "para" or "pra" or "for" or "from";

    /// <summary>"In 2014", "desde 2020": a year alone only after a preposition.</summary>
    private static TimeExpression? Led(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var led = cursor.TakeAny("em", "in", "durante", "during", "ao", "longo") || cursor.Previous.Norm is "since" or "desde" or "after" or "before" or "ate" or "until" or "through" or "by";
        return led && Years.Take(ref cursor, out var year) ? Of(from, cursor.At, Stretch.Year(year), context) : null;
    }

    private static readonly PhraseTable<bool> Wholes = new(
        (true, ["o|no|pelo? resto|restante do|da", "for? the? rest of the"]),
        (false, ["ao? longo|decorrer do|da", "no decorrer do|da", "durante a|o?", "during|throughout the?", "for? all|whole the?", "for? the whole"]));

    /// <summary>All of it, or what is left of it: "resto do mês", "all week", "a semana toda".</summary>
    private static TimeExpression? Rest(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        var led = Wholes.Take(ref cursor, out var rest);
        _ = !led && cursor.TakeAny("a", "o", "the");
        if (!(led ? NamedStretches.TakeWhole(ref cursor, context, out var stretch, out _) : All(ref cursor, context, out stretch)))
        {
            return null;
        }

        return Of(from, cursor.At, rest ? stretch with { First = LocalDate.Max(context.Today, stretch.First) } : stretch, context);
    }

    /// <summary>"Semana toda", "mês inteiro".</summary>
    private static bool All(ref Cursor cursor, TimeContext context, out Stretch stretch)
    {
        var found = Units.Take(ref cursor, out var unit) && unit >= Unit.Weekend && unit != Unit.Season && cursor.TakeAny("toda", "todo", "inteira", "inteiro");
        stretch = found ? Stretch.Of(unit, 0, context.Today) : default;
        return found;
    }

    private static TimeExpression Of(int from, int to, Stretch stretch, TimeContext context) =>
        new() { From = from, To = to, Day = stretch.First, LastDay = stretch.Last, Current = stretch.Contains(context.Today) };
}
