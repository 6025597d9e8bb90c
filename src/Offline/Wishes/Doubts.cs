using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The band in which a wish is asked about and not acted on: a time was left over in the name, so that something may have been misread.</summary>
internal static class Doubts
{
    private static readonly string[] Names = ["title", "text", "task", "reminder", "event", "goal", "name"];
    private static readonly string[] Making = ["tasks_create_task", "reminders_set_reminder", "calendar_create_event", "profile_update_profile"];

    public static Outcome About(Wish wish, Outcome outcome) =>
        outcome is Call call && !wish.Speech.Tokens.Any(token => token.Quoted) && Making.Contains(call.Function) && Names.Select(name => call.Arguments.GetValueOrDefault(name)).OfType<string>().FirstOrDefault() is { } named && Leftover(wish, named)
            ? new Ask(call, Ask.Confirmation)
            : outcome;

    private static bool Leftover(Wish wish, string named) =>
        TimeScanner.Scan(Tokenizer.Cut(named), wish.Context).Exists(time => time is { IsPoint: true } and ({ Clock: not null } or { Recurrence: not null } or { Deadline: true } or { Counted: not null, Now: false }))
        || (wish.Time.When is null or { Day: null } && TimeScanner.Scan(Tokenizer.Cut(named), wish.Context).Exists(time => time.Day is not null));
}
