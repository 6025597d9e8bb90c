using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Profiles;

namespace TbPersonalOs.Plugins;

/// <summary>The person's stored profile.</summary>
public static class OwnProfile
{
    /// <summary>The row to change; made of what holds by default where nothing has been changed yet.</summary>
    public static async Task<Data.Profiles.Profile> ChangeProfileAsync(
        this AppDbContext db, Person person, CurrentAction action, CancellationToken cancellationToken)
    {
        if (await db.Profiles.SingleOrDefaultAsync(cancellationToken) is { } stored)
        {
            return stored;
        }

        var made = new Data.Profiles.Profile
        {
            Id = person.Id,
            Name = person.Profile.Name,
            Language = person.Profile.Language,
            Zone = person.Profile.Zone,
            WorkStart = person.Profile.WorkStart,
            WorkEnd = person.Profile.WorkEnd,
            QuietFrom = person.Profile.QuietFrom,
            QuietTo = person.Profile.QuietTo,
            BriefAt = person.Profile.BriefAt,
            About = person.Profile.About,
            Origin = action.Origin,
        };
        db.Profiles.Add(made);
        return made;
    }
}
