using NodaTime;
using TbPersonalOs.Offline.Dates.Calendar;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates.Repeats;

/// <summary>Weekdays in the plural: "às segundas", "aos sábados e domingos", "on mondays", "de segundas a sextas", "segunda a sexta de toda semana".</summary>
internal static class Habits
{
    public static Repeat? Take(ref Cursor cursor)
    {
        var c = cursor;
        var led = c.TakeAny("as", "aos", "nas", "nos", "on", "de");
        if (!WeekdayNames.IsPlural(c) || !Days(ref c, out var days) || !(led || Closing.At(c) || c.Token.IsNumber) || c.Word is "from" or "ago" or "hence" or "back")
        {
            return null;
        }

        cursor = c;
        return Repeat.Weekly(days);
    }

    /// <summary>Days in a row ("terça e quinta"), or from one to another ("segunda a sexta").</summary>
    public static bool Days(ref Cursor cursor, out IReadOnlyList<IsoDayOfWeek> days)
    {
        var c = cursor;
        var found = new List<IsoDayOfWeek>();
        while (WeekdayNames.Take(ref c, out var day, found.Count > 0))
        {
            found.Add(day);
            cursor = c;
            if (found.Count == 1 && Through(ref c, day, out var through))
            {
                (cursor, days) = (c, through);
                return true;
            }

            while (c.TakeAny(",", "e", "and", "as", "aos", "toda", "todas", "todo", "every", "on", "&"))
            {
            }
        }

        days = [.. found.Distinct()];
        return found.Count > 0;
    }

    private static bool Through(ref Cursor cursor, IsoDayOfWeek first, out IReadOnlyList<IsoDayOfWeek> days)
    {
        var c = cursor;
        days = [];
        if (!c.TakeAny("a", "ate", "to", "through", "-", "as") || !WeekdayNames.Take(ref c, out var last, true))
        {
            return false;
        }

        cursor = c;
        days = [.. Enumerable.Range(0, (last - first + 7) % 7 + 1).Select(step => (IsoDayOfWeek)(((int)first - 1 + step) % 7 + 1))];
        return true;
    }
}
