using System.Globalization;
using NodaTime;
using NodaTime.Extensions;

namespace TbPersonalOs.Plugins;

/// <summary>
/// The person for whom a scope works, as plugins need to know them. Filled once, at the door, together with the current culture.
/// </summary>
public sealed class Person(TimeProvider clock)
{
    /// <summary>The person's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Zone in which the person's wall times are meant.</summary>
    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>Language of all words.</summary>
    public CultureInfo Language { get; private set; } = Languages.Portuguese;

    /// <summary>The person's profile; a default one, not stored, until something in it is changed.</summary>
    public Data.Profiles.Profile Profile { get; private set; } = null!;

    /// <summary>The conversation, where the call comes from one.</summary>
    public Guid? ConversationId { get; set; }

    /// <summary>When the person said what is being done: relative times count from here.</summary>
    public Instant SaidAt { get; set; }

    /// <summary>Now.</summary>
    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Today in the person's zone, when it was said.</summary>
    public LocalDate Today => SaidAt.InZone(Zone).Date;

    /// <summary>Fills it. <paramref name="profile"/> need not be stored.</summary>
    public void Become(Guid id, Data.Profiles.Profile profile, Instant saidAt)
    {
        Id = id;
        Profile = profile;
        Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(profile.Zone) ?? DateTimeZone.Utc;
        Language = Languages.Of(profile.Language);
        SaidAt = saidAt;
    }

    /// <summary>Makes the person's language the culture of what follows: see <see cref="Languages.Speak"/>.</summary>
    public void Speak() => Language.Speak();
}
