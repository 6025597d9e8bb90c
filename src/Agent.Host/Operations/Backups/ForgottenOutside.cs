using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>Something that was forgotten, as it is kept outside the database.</summary>
/// <param name="Id">Which.</param>
/// <param name="Kind">What it was: see <see cref="Forgotten"/>.</param>
/// <param name="At">When.</param>
internal sealed record ForgottenId(Guid Id, string Kind, DateTimeOffset At);

/// <summary>
/// Keeps the ids of what was forgotten outside the database too, one file a person: a backup that is older has it still, and forgets it again
/// when it is restored.
/// </summary>
internal sealed class ForgottenOutside(DataDirectory directory)
{
    private const string Folder = "forgotten";

    /// <summary>Writes down what the current person's database says, beside what was written before.</summary>
    public async Task KeepAsync(AppDbContext db, CancellationToken cancellationToken) =>
        Keep(db.User.Required, await db.Set<Forgotten>().AsNoTracking().Select(row => new ForgottenId(row.Id, row.Kind, row.At)).ToListAsync(cancellationToken));

    /// <summary>Writes down what a person forgot, beside what was written before.</summary>
    public void Keep(Guid person, IReadOnlyCollection<ForgottenId> forgotten)
    {
        if (forgotten.Count > 0)
        {
            var all = Read(person).Concat(forgotten).DistinctBy(one => one.Id).OrderBy(one => one.At);
            directory.Replace(NameOf(person), string.Concat(all.Select(one => JsonSerializer.Serialize(one) + "\n")));
        }
    }

    /// <summary>What a person forgot.</summary>
    public IReadOnlyList<ForgottenId> Read(Guid person) =>
        [.. (directory.Read(NameOf(person)) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ForgottenId>(line)!)];

    private static string NameOf(Guid person) => Path.Combine(Folder, person.ToString("N"));
}
