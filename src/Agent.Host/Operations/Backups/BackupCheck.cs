using System.Formats.Tar;
using TbPersonalOs.Agent.Host.Actions;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>What a look at a backup found.</summary>
/// <param name="Backup">The backup.</param>
/// <param name="Logs">The log of everybody in it.</param>
internal sealed record BackupReport(Backup Backup, IReadOnlyList<(Guid Person, LogVerdict Verdict)> Logs);

/// <summary>Proves a backup by unpacking it into a passing database, without touching what serves.</summary>
internal sealed class BackupCheck(BackupDatabase database)
{
    /// <summary>Looks at its files, at each table's rows, and at everybody's log.</summary>
    /// <exception cref="InvalidOperationException">It does not hold; says what.</exception>
    public async Task<BackupReport> VerifyAsync(string folder, string key, IProgress<string> progress)
    {
        progress.Report("checking its files");
        var backup = await Backup.OpenAsync(folder, key);
        foreach (var file in new[] { Backup.FilesFile, Backup.KeysFile }.Where(file => File.Exists(backup.PathOf(file))))
        {
            await SealedFile.ReadAsync(backup.PathOf(file), key, ReadToEndAsync);
        }

        var name = $"{database.Name}_check";
        var directory = Directory.CreateTempSubdirectory("tbos-check-");
        try
        {
            using var unpacked = await UnpackedBackup.NewAsync(database, backup, key, name, directory.FullName, progress);
            progress.Report("proving its log");
            return new BackupReport(backup, await unpacked.Services.GetRequiredService<LogVerifier>().VerifyAllAsync(CancellationToken.None));
        }
        finally
        {
            await database.DropAsync(name);
            directory.Delete(recursive: true);
        }
    }

    private static async Task ReadToEndAsync(Stream archive)
    {
        await using var reader = new TarReader(archive, leaveOpen: true);
        while (await reader.GetNextEntryAsync() is not null)
        {
        }
    }
}
