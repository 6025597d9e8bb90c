using NodaTime;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Stretches;

/// <summary>The seasons, as the hemisphere of the person's zone has them: "este verão", "this winter", "na primavera".</summary>
internal static class Seasons
{
    private static readonly (int Month, int Day)[] Starts = [(3, 20), (6, 21), (9, 23), (12, 21)];

    public static bool Take(ref Cursor cursor, TimeContext context, out Stretch stretch)
    {
        stretch = default;
        var c = cursor;
        var turn = Deixis.Before(ref c);
        var led = turn is not null || cursor.Previous.Norm is "no" or "na" or "in" or "the" or "o" or "a" or "do" or "da" or "neste" or "nesta";
        var any = turn is not null && c.TakeAny("season", "seasons", "estacao");
        if (!led || (any ? Current(context.Today) : Name(ref c)) is not { } north)
        {
            return false;
        }

        turn ??= Deixis.After(ref c);
        var place = context.IsSouthern && !any ? (north + 2) % 4 : north;
        stretch = any ? Next(place, turn!.Value, context.Today) : Years.TakeOf(ref c, context, out var year) ? Of(place, year) : Seen(place, turn ?? 0, context.Today);
        cursor = c;
        return true;
    }

    private static int? Name(ref Cursor c) =>
        c.TakeAny("primavera", "spring") ? 0 : c.TakeAny("verao", "summer") ? 1 : c.TakeAny("outono", "autumn", "fall") ? 2 : c.TakeAny("inverno", "winter") ? 3 : null;

    private static int Current(LocalDate today) => Enumerable.Range(0, 4).First(place => Seen(place, 0, today).Contains(today));

    /// <summary>Seasons in a row: one ends the day before the next begins.</summary>
    private static Stretch Next(int place, int turn, LocalDate today)
    {
        var start = Seen(place, 0, today).First;
        var (first, last) = (At(start.Year, place + turn), At(start.Year, place + turn + 1));
        return new Stretch(Unit.Season, first, last.PlusDays(-1));
    }

    private static LocalDate At(int year, int place) =>
        Starts[(place % 4 + 4) % 4] is var (month, day) ? new LocalDate(year + (int)Math.Floor(place / 4.0), month, day) : default;

    /// <summary>The one that is going on, or the next to come.</summary>
    private static Stretch Seen(int place, int turn, LocalDate today)
    {
        var found = Of(place, today.Year - 1);
        for (var year = today.Year; found.Last < today; year++)
        {
            found = Of(place, year);
        }

        return turn == 0 || (turn > 0 && found.First > today) ? found : Of(place, found.First.Year + turn);
    }

    private static Stretch Of(int place, int year)
    {
        var start = new LocalDate(year, Starts[place].Month, Starts[place].Day);
        var next = Starts[(place + 1) % 4];
        return new Stretch(Unit.Season, start, new LocalDate(place == 3 ? year + 1 : year, next.Month, next.Day).PlusDays(-1));
    }
}
