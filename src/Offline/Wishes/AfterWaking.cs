using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Me acorda 4h30 amanhã, tenho que sair às 5", "wake me at 3:45, gotta be in Joliet by six": an hour that follows is of that morning.</summary>
internal static class AfterWaking
{
    /// <summary>The message with the hour of the clause on that morning, or null where it is none.</summary>
    public static Speech? Apply(Reading reading, Wish wish)
    {
        if (wish is not { Verb: Verb.Need, Time.When: { Day: null, Part: null, Counted: null, Recurrence: null, Clock: { Sure: false } clock } }
            || reading.Outcomes.LastOrDefault() is not Call { Function: "reminders_set_reminder" } made || made.Arguments.ContainsKey("repeat") || made.Arguments.GetValueOrDefault("text") is not ("acordar" or "wake up")
            || NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(made.Arguments.GetValueOrDefault("at") as string ?? "") is not { Success: true, Value: var woken }
            || clock.Time <= woken.TimeOfDay || woken.Hour > 9)
        {
            return null;
        }

        return reading.Speech with { Times = [.. reading.Speech.Times.Select(time => time.Clock == clock && time.From >= wish.From && time.To <= wish.To ? time with { Day = woken.Date, Clock = new ClockTime(clock.Time, true) } : time)] };
    }
}
