using System.Text.Json;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>What a backup says of itself.</summary>
/// <param name="Format">Version of this layout.</param>
/// <param name="MadeAt">When (UTC).</param>
/// <param name="Migrations">The migrations that its database has, in order.</param>
/// <param name="Files">SHA-256 (hex) of each sealed file beside it.</param>
/// <param name="Rows">What each table of its database holds: see <see cref="RowHashes"/>.</param>
/// <param name="Heads">Ends of the log chains as they were kept outside the database, by person.</param>
internal sealed record BackupManifest(
    int Format, DateTimeOffset MadeAt, IReadOnlyList<string> Migrations, IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, string> Rows, IReadOnlyDictionary<string, string> Heads);

/// <summary>A backup: a folder of sealed files, of which the manifest binds the others.</summary>
/// <param name="Folder">The folder's absolute path.</param>
/// <param name="Manifest">What it says of itself.</param>
internal sealed record Backup(string Folder, BackupManifest Manifest)
{
    /// <summary>Layout that this code writes and reads.</summary>
    public const int Format = 1;

    /// <summary>The manifest.</summary>
    public const string ManifestFile = "manifest.json.gpg";

    /// <summary>The database, as <c>pg_dump</c> writes it.</summary>
    public const string DatabaseFile = "database.dump.gpg";

    /// <summary>The person's files and the kept settings.</summary>
    public const string FilesFile = "files.tar.gpg";

    /// <summary>The keys of what is encrypted in the others: a file apart, which may be kept elsewhere.</summary>
    public const string KeysFile = "keys.tar.gpg";

    /// <summary>Opens a backup and checks that its files are the ones that were written. Only the keys may be missing.</summary>
    /// <exception cref="InvalidOperationException">It is none, was changed, or is of a newer version.</exception>
    public static async Task<Backup> OpenAsync(string folder, string key)
    {
        var manifestPath = Path.Combine(folder, ManifestFile);
        if (!File.Exists(manifestPath))
        {
            throw new InvalidOperationException($"{folder} is no backup: it has no {ManifestFile}. ./tbos backup create makes one.");
        }

        BackupManifest manifest;
        try
        {
            manifest = JsonSerializer.Deserialize<BackupManifest>(await SealedFile.ReadTextAsync(manifestPath, key))!;
        }
        catch (JsonException broken)
        {
            throw SealedFile.Changed(manifestPath, broken);
        }

        if (manifest.Format > Format)
        {
            throw new InvalidOperationException($"{folder} was made by a newer version of the assistant. Update this one first.");
        }

        foreach (var (name, hash) in manifest.Files)
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path) && name == KeysFile)
            {
                continue;
            }

            if (!File.Exists(path) || await SealedFile.HashAsync(path) != hash)
            {
                throw SealedFile.Changed(path, null);
            }
        }

        return new Backup(folder, manifest);
    }

    /// <summary>Path of one of its files.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);
}
