using Npgsql;
using TbPersonalOs.Agent.Host.Channels.Cli;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>
/// A backup's database, built beside the one that serves and proved to hold the rows that the backup had, with an assistant of its own to look
/// at it. Its data directory holds the ends of the logs as the backup kept them.
/// </summary>
internal sealed class UnpackedBackup : IDisposable
{
    private readonly IHost _host;

    private UnpackedBackup(IHost host) => _host = host;

    /// <summary>The assistant's services over it.</summary>
    public IServiceProvider Services => _host.Services;

    /// <summary>Unpacks a backup into a database of the given name, which must not be in use, and brings its tables up to date.</summary>
    /// <exception cref="InvalidOperationException">Its rows are not those that it had, or it is of a newer version.</exception>
    public static async Task<UnpackedBackup> NewAsync(
        BackupDatabase database, Backup backup, string key, string name, string directory, IProgress<string> progress)
    {
        progress.Report("building its database");
        await database.DropAsync(name);
        var owner = await database.CreateAsync(name);
        await SealedFile.ReadAsync(backup.PathOf(Backup.DatabaseFile), key, from => PostgresTools.RestoreAsync(database.ConnectionTo(name), owner, from));
        progress.Report("comparing each table's rows");
        await using (var connection = await database.OpenAsync(name))
        {
            if (RowHashes.Difference(backup.Manifest.Rows, await RowHashes.OfAsync(connection)) is { } table)
            {
                throw new InvalidOperationException($"{table} is not what it was when the backup was made. Take another backup.");
            }
        }

        Keep(backup, directory);
        var unpacked = new UnpackedBackup(LocalHost.Build(settings: new()
        {
            ["ConnectionStrings:Default"] = database.OwnerConnectionTo(name),
            ["ConnectionStrings:App"] = "",
            ["Data:Directory"] = directory,
        }));
        var migrator = unpacked.Services.GetRequiredService<Migrator>();
        if (await migrator.UnknownAsync(CancellationToken.None) is [var newer, ..])
        {
            unpacked.Dispose();
            throw new InvalidOperationException($"{backup.Folder} was made by a newer version of the assistant ({newer}). Update this one first.");
        }

        await migrator.MigrateAsync(CancellationToken.None);
        return unpacked;
    }

    public void Dispose()
    {
        _host.Dispose();
        NpgsqlConnection.ClearAllPools();
    }

    private static void Keep(Backup backup, string directory)
    {
        var heads = Directory.CreateDirectory(Path.Combine(directory, "audit"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var (person, head) in backup.Manifest.Heads)
        {
            File.WriteAllText(Path.Combine(heads.FullName, Guid.ParseExact(person, "N").ToString("N")), head + "\n");
        }
    }
}
