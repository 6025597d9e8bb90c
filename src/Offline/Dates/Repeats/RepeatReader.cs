using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>Repetitions: "todo dia", "toda segunda e quarta", "todo 5º dia útil", "dia sim dia não", "a cada 2 horas", "aos sábados", "every weekday", "weekly".</summary>
internal static class RepeatReader
{
    public static TimeExpression? Read(Cursor cursor, TimeContext context)
    {
        var from = cursor.At;
        if ((Adverbs.Take(ref cursor) ?? Alternations.Take(ref cursor) ?? Every.Take(ref cursor, context) ?? Habits.Take(ref cursor) ?? MonthDaysOfEach.Take(ref cursor)) is not { } found)
        {
            return null;
        }

        found = Finer.Take(ref cursor, found, context);
        return new TimeExpression { From = from, To = cursor.At, Recurrence = found.Rule, Part = found.Part };
    }
}
