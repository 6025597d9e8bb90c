using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>
/// Puts a backup in the place of what is there. All of it is made ready beside; one transaction changes the databases, and only then the files
/// follow. Cut off before, nothing has changed; cut off after, the next command finishes it.
/// </summary>
internal sealed class BackupRestore(BackupDatabase database, BackupKey kept, DataDirectory directory, ForgottenOutside forgotten)
{
    private const string Staging = "restoring";
    private const string Marker = "database";
    private const string Before = "before-restore";
    private const string Heads = "audit";

    private string Aside => $"{database.Name}_before";

    private string Ready => $"{database.Name}_restored";

    private string StagingPath => directory.PathOf(Staging);

    /// <summary>Restores. Returns what it found in the backup, and the name under which the earlier database is kept.</summary>
    public async Task<(BackupReport Report, string Aside)> RestoreAsync(string folder, string key, IProgress<string> progress)
    {
        await FinishAsync();
        progress.Report("checking its files");
        var backup = await Backup.OpenAsync(folder, key);
        directory.MakeFolder(Staging);
        BackupReport report;
        using (var unpacked = await UnpackedBackup.NewAsync(database, backup, key, Ready, StagingPath, progress))
        {
            report = new BackupReport(backup, await unpacked.Services.GetRequiredService<LogVerifier>().VerifyAllAsync(CancellationToken.None));
            progress.Report("ending what was under way");
            await KeepForgottenAsync();
            await SettleAsync(unpacked.Services, backup.Manifest.MadeAt);
        }

        progress.Report("unpacking the files and the keys");
        foreach (var file in new[] { Backup.FilesFile, Backup.KeysFile }.Where(file => File.Exists(backup.PathOf(file))))
        {
            await SealedFile.ReadAsync(backup.PathOf(file), key, from => Archive.ReadAsync(from, Path.Combine(StagingPath, "data")));
        }

        await File.WriteAllTextAsync(Path.Combine(StagingPath, Marker), Ready);
        progress.Report("putting it in place");
        await database.ReplaceAsync(Ready, Aside);
        await FinishAsync();
        kept.KeepIfNone(key);
        return (report, Aside);
    }

    /// <summary>Finishes a restore whose databases had changed places already; takes back one that had not come so far.</summary>
    public async Task FinishAsync()
    {
        if (!Directory.Exists(StagingPath))
        {
            return;
        }

        if (File.Exists(Path.Combine(StagingPath, Marker)) && !await database.ExistsAsync(Ready))
        {
            // What is set aside stands with the database that is set aside.
            directory.Copy(directory.PathOf(Heads), Path.Combine(Before, Heads));
            directory.Copy(directory.PathOf(KeptSettings.FileName), Path.Combine(Before, KeptSettings.FileName));
            directory.Clear(Heads);
            directory.Copy(Path.Combine(StagingPath, Heads), Heads);
            directory.Copy(Path.Combine(StagingPath, "data"), "");
        }

        await database.DropAsync(Ready);
        Directory.Delete(StagingPath, recursive: true);
    }

    /// <summary>What was forgotten here is written down before this database goes: should the file lack the last of it, it has it now.</summary>
    private async Task KeepForgottenAsync()
    {
        foreach (var person in (await database.ForgottenAsync()).GroupBy(one => one.Person, one => one.Forgotten))
        {
            forgotten.Keep(person.Key, [.. person]);
        }
    }

    private async Task SettleAsync(IServiceProvider services, DateTimeOffset madeAt)
    {
        foreach (var person in await People.AllAsync(services.GetRequiredService<IServiceScopeFactory>(), CancellationToken.None))
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(person);
            await scope.ServiceProvider.GetRequiredService<PersonLoader>().LoadAsync(person, CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<Person>().Speak();
            await scope.ServiceProvider.GetRequiredService<AfterRestore>().SettleAsync(madeAt, forgotten.Read(person), CancellationToken.None);
        }
    }
}
