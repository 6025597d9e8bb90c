using NodaTime;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>How long a card waits for an answer.</summary>
internal static class CardLife
{
    /// <summary>Where somebody is there.</summary>
    public static readonly Duration InConversation = Duration.FromMinutes(5);

    /// <summary>What nobody was awake for is asked for no longer than a day.</summary>
    private static readonly Duration Most = Duration.FromHours(24);

    // The house's quiet hours are 22 to 7, until a person sets their own.
    private static readonly LocalTime Wakes = new(7, 0);
    private static readonly LocalTime Sleeps = new(22, 0);

    /// <summary>By that door, for that person, now.</summary>
    public static Duration Of(Doors door, Person person) => door == Doors.Schedule ? Unattended(person.Now.InZone(person.Zone)) : InConversation;

    /// <summary>To the end of the next waking hours, those that are still to begin; a day at most.</summary>
    public static Duration Unattended(ZonedDateTime now)
    {
        var day = now.TimeOfDay < Wakes ? now.Date : now.Date.PlusDays(1);
        return Duration.Min(day.At(Sleeps).InZoneLeniently(now.Zone).ToInstant() - now.ToInstant(), Most);
    }
}
