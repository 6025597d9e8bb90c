using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>Units of time, from the shortest to the longest.</summary>
internal enum Unit { Second, Minute, Hour, Day, Workday, Weekend, Week, Fortnight, Month, Bimester, Quarter, Season, Semester, Year, Decade }

/// <summary>The words for the units; those of several units ("segundo", "seg", "m") are read by who knows that a unit must come.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, Unit> Names = Rows(
        (Unit.Second, "segundo segundos second seconds sec secs"), (Unit.Minute, "minuto minutos minute minutes minutinho minutinhos"), (Unit.Hour, "hora horas hour hours horinha horinhas"),
        (Unit.Day, "dia dias day days"), (Unit.Weekend, "weekend weekends fds wkend"), (Unit.Week, "semana semanas week weeks"),
        (Unit.Fortnight, "quinzena quinzenas fortnight fortnights"), (Unit.Month, "mes meses month months"), (Unit.Bimester, "bimestre bimestres"),
        (Unit.Quarter, "trimestre trimestres quarter quarters qtr qtrs"), (Unit.Season, "season seasons estacao"), (Unit.Semester, "semestre semestres semester semesters"),
        (Unit.Year, "ano anos year years yr yrs"), (Unit.Decade, "decada decadas decade decades"));

    /// <summary>Units of several words, found by their first.</summary>
    private static readonly PhraseTable<Unit> Phrases = new(
        (Unit.Weekend, ["fim|final|fins|finais de semana", "week end|ends"]), (Unit.Workday, ["dia util", "dias uteis", "business|working|work day|days", "workday|workdays"]));

    public static bool Take(ref Cursor cursor, out Unit unit) => Phrases.Take(ref cursor, out unit) || cursor.TakeFrom(Names, out unit);

    /// <summary>How many months a unit has; null where it is not made of months.</summary>
    public static int? Months(Unit unit) => unit switch
    {
        Unit.Month => 1, Unit.Bimester => 2, Unit.Quarter or Unit.Season => 3, Unit.Semester => 6, Unit.Year => 12, Unit.Decade => 120, _ => null,
    };

    private static FrozenDictionary<string, Unit> Rows(params (Unit Unit, string Words)[] rows) =>
        rows.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Unit))).ToFrozenDictionary(pair => pair.word, pair => pair.Unit);
}
