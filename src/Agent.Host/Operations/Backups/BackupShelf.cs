using System.Globalization;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>
/// Where backups stand: <c>Backup:Folder</c>, else <c>backups</c> in the data directory. Each is kept for <c>Backup:KeepDays</c> days (30), then
/// the next one takes it away.
/// </summary>
internal sealed class BackupShelf(IConfiguration configuration, DataDirectory directory)
{
    private const string Prefix = "tbos-";
    private const string Stamp = "yyyyMMdd'T'HHmmssfff'Z'";
    private const int DaysKept = 30;

    /// <summary>Its folder.</summary>
    public string Folder { get; } = Path.GetFullPath(configuration["Backup:Folder"] is { Length: > 0 } set ? set : directory.PathOf("backups"));

    /// <summary>How long a backup is kept.</summary>
    public TimeSpan Kept { get; } = TimeSpan.FromDays(configuration.GetValue("Backup:KeepDays", DaysKept) is > 0 and var days
        ? days
        : throw new InvalidOperationException("Backup__KeepDays needs a number of days above 0."));

    /// <summary>Whole backups, the newest first, and when each was made.</summary>
    public IReadOnlyList<(string Folder, DateTimeOffset MadeAt)> All() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateDirectories(Folder, Prefix + "*").Select(path => (Path: path, MadeAt: MadeAt(path)))
            .Where(found => found.MadeAt is not null && File.Exists(Path.Combine(found.Path, Backup.ManifestFile)))
            .Select(found => (found.Path, found.MadeAt!.Value)).OrderByDescending(found => found.Item2),
    ];

    /// <summary>The newest backup.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string Newest() => All() is [var (newest, _), ..] ? newest : throw new InvalidOperationException($"There is no backup in {Folder}. ./tbos backup create makes one.");

    /// <summary>The folder of a backup that is made now; it gets its name when it is whole.</summary>
    public (string Half, string Whole) NewFolder(DateTimeOffset now)
    {
        var whole = Path.Combine(Folder, Prefix + now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture));
        return (whole + ".half", whole);
    }

    /// <summary>Takes away what is older than backups are kept, and what was never finished. Returns how many backups went.</summary>
    public int Tidy(DateTimeOffset now)
    {
        foreach (var half in Directory.Exists(Folder) ? Directory.EnumerateDirectories(Folder, $"{Prefix}*.half") : [])
        {
            Directory.Delete(half, recursive: true);
        }

        var old = All().Where(backup => backup.MadeAt + Kept < now).ToList();
        old.ForEach(backup => Directory.Delete(backup.Folder, recursive: true));
        return old.Count;
    }

    private static DateTimeOffset? MadeAt(string path) =>
        DateTimeOffset.TryParseExact(Path.GetFileName(path)[Prefix.Length..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
