using NodaTime;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>A reminder as it is told.</summary>
/// <param name="Text">What to say.</param>
/// <param name="Due">When it was due.</param>
/// <param name="MinutesLate">How late it is told.</param>
internal sealed record ToldReminder(string Text, Instant Due, int MinutesLate);

/// <summary>Says what is due: <c>⏰ remédio · 14:00</c>, or several as one list.</summary>
internal static class ReminderWords
{
    private const int MinutesOfAnHour = 60;
    private const int MinutesOfADay = 24 * MinutesOfAnHour;
    private static readonly Texts Text = new(typeof(ReminderWords));

    /// <summary>The words of one message. <paramref name="elsewhere"/>: another way failed first.</summary>
    public static string Of(IReadOnlyList<ToldReminder> told, bool elsewhere, Words words)
    {
        string?[] lines =
        [
            .. told is [var only] ? [Text["Due", Line(only, words)]] : (string[])[Text["SeveralDue", told.Count], .. told.Select(one => $"• {Line(one, words)}")],
            elsewhere ? Text["Elsewhere"] : null,
        ];
        return string.Join('\n', lines.OfType<string>());
    }

    private static string Line(ToldReminder told, Words words) =>
        $"{Words.Line(told.Text, When(told.Due, words))}{(told.MinutesLate > 0 ? " " + Text["Late", Length(told.MinutesLate)] : "")}";

    /// <summary>The hour; on another day, with the day.</summary>
    private static string When(Instant due, Words words)
    {
        var local = due.InZone(words.Zone).LocalDateTime;
        return local.Date == words.Today ? Words.Hour(local.TimeOfDay) : words.When(local);
    }

    private static string Length(int minutes) => minutes switch
    {
        < 2 * MinutesOfAnHour => Text["Minutes", minutes],
        < 2 * MinutesOfADay => Text["Hours", minutes / MinutesOfAnHour],
        _ => Text["Days", minutes / MinutesOfADay],
    };
}
