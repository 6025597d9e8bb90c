using System.Text.Json;
using Npgsql;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Operations.Settings;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>Makes a backup of everything, while the assistant serves: the database as it is at one instant, the files, and the keys apart.</summary>
internal sealed class BackupMaker(BackupDatabase database, BackupShelf shelf, BackupKey key, DataDirectory directory, AuditHeads heads, TimeProvider clock)
{
    /// <summary>Makes one. Returns its folder.</summary>
    public async Task<string> MakeAsync(IProgress<string> progress)
    {
        await using var alone = Alone();
        shelf.Tidy(clock.GetUtcNow());
        var (half, whole) = shelf.NewFolder(clock.GetUtcNow());
        Directory.CreateDirectory(half, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var sealing = key.Required();

        // Before the instant: an end is kept outside only after its entry is committed, so the database has each of them.
        var kept = heads.All();
        await using var connection = await database.OpenAsync();
        await using var instant = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        progress.Report("hashing each table's rows");
        var rows = await RowHashes.OfAsync(connection);
        var migrations = await MigrationsAsync(connection);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        progress.Report("writing the database down");
        var snapshot = await SnapshotAsync(connection);
        files[Backup.DatabaseFile] = await SealedFile.WriteAsync(Path.Combine(half, Backup.DatabaseFile), sealing, to => PostgresTools.DumpAsync(database.ConnectionTo(), snapshot, to));
        progress.Report("writing the files and the keys down");
        files[Backup.FilesFile] = await SealedFile.WriteAsync(
            Path.Combine(half, Backup.FilesFile), sealing, to => Archive.WriteAsync(directory.Root, ["files", KeptSettings.FileName], to));
        files[Backup.KeysFile] = await SealedFile.WriteAsync(Path.Combine(half, Backup.KeysFile), sealing, to => Archive.WriteAsync(directory.Root, ["keys"], to));
        var manifest = new BackupManifest(Backup.Format, clock.GetUtcNow(), migrations, files, rows, kept);
        await SealedFile.WriteAsync(Path.Combine(half, Backup.ManifestFile), sealing, to => JsonSerializer.SerializeAsync(to, manifest));
        Directory.Move(half, whole);
        return whole;
    }

    /// <summary>One at a time.</summary>
    private FileStream Alone()
    {
        try
        {
            return new FileStream(directory.PathOf("backup.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException busy)
        {
            throw new InvalidOperationException("Another backup is being made. Wait for it.", busy);
        }
    }

    private static async Task<string> SnapshotAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("select pg_export_snapshot()", connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<List<string>> MigrationsAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("""select migration_id from "__EFMigrationsHistory" order by migration_id""", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var migrations = new List<string>();
        while (await reader.ReadAsync())
        {
            migrations.Add(reader.GetString(0));
        }

        return migrations;
    }
}
