using Microsoft.EntityFrameworkCore;
using NodaTime;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Profiles;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Accounts;

/// <summary>Fills the scope's <see cref="Person"/>: the last thing that a door does before anything is done for them.</summary>
internal sealed class PersonLoader(AppDbContext db, Person person, TimeProvider clock)
{
    /// <summary>Reads the profile and becomes the person, who speaks now.</summary>
    public async Task LoadAsync(Guid user, CancellationToken cancellationToken) =>
        Become(user, await db.Profiles.AsNoTracking().SingleOrDefaultAsync(cancellationToken), clock.GetUtcNow());

    /// <summary>Becomes the person of a profile that was read already.</summary>
    /// <param name="user">The person.</param>
    /// <param name="profile">Their profile, or null where nothing was ever set.</param>
    /// <param name="saidAt">When they spoke.</param>
    /// <param name="said">What they said last: until a language is set, the one that they speak counts.</param>
    public void Become(Guid user, Profile? profile, DateTimeOffset saidAt, IEnumerable<string>? said = null) =>
        person.Become(user, profile ?? HostDefaults(said ?? []), Instant.FromDateTimeOffset(saidAt));

    /// <summary>Until something is set: the language that is spoken, and the host's zone, or São Paulo's where the host only knows UTC.</summary>
    private static Profile HostDefaults(IEnumerable<string> said)
    {
        var host = TimeZoneInfo.Local;
        var known = host.HasIanaId && !host.Id.EndsWith("UTC", StringComparison.Ordinal) && !host.Id.StartsWith("Etc/", StringComparison.Ordinal)
            && DateTimeZoneProviders.Tzdb.GetZoneOrNull(host.Id) is not null;
        return new Profile { Language = SpokenLanguage.Of(said).Name, Zone = known ? host.Id : "America/Sao_Paulo" };
    }
}
