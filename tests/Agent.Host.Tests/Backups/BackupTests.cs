using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Operations.Backups;
using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.Backups;

/// <summary>A backup is whole, sealed, and shows when it is not what was written.</summary>
public sealed class BackupTests(BackedUpHouse house) : IClassFixture<BackedUpHouse>
{
    public static TheoryData<string> SealedFiles => [Backup.ManifestFile, Backup.DatabaseFile, Backup.FilesFile, Backup.KeysFile];

    [Fact]
    [Trait("Shows", "trust:6")]
    public async Task ABackupIsProvedWithItsLog()
    {
        var report = await house.VerifyAsync(house.Folder);

        Assert.All(report.Logs, log => Assert.Null(log.Verdict.Fault));
        Assert.Equal(3, Assert.Single(report.Logs, log => log.Person == house.Person.Id).Verdict.Entries);
        Assert.Equal("1", report.Backup.Manifest.Rows["public.notes"].Split(' ')[0]);
    }

    [Theory]
    [MemberData(nameof(SealedFiles))]
    [Trait("Shows", "trust:6")]
    public async Task AChangedByteOfAnyFileIsFound(string file)
    {
        var copy = house.CopyOfBackup();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(copy, file), TestContext.Current.CancellationToken);
        foreach (var place in new[] { 0, bytes.Length / 2, bytes.Length - 1 })
        {
            var changed = (byte[])bytes.Clone();
            changed[place] ^= 1;
            await File.WriteAllBytesAsync(Path.Combine(copy, file), changed, TestContext.Current.CancellationToken);

            await Assert.ThrowsAsync<InvalidOperationException>(() => house.VerifyAsync(copy));
        }

        await File.WriteAllBytesAsync(Path.Combine(copy, file), bytes[..^1], TestContext.Current.CancellationToken);
        Assert.Contains(file, (await Assert.ThrowsAsync<InvalidOperationException>(() => house.VerifyAsync(copy))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileOfAnotherBackupIsFound()
    {
        var copy = house.CopyOfBackup();
        File.Copy(Path.Combine(await house.MakeAsync(), Backup.DatabaseFile), Path.Combine(copy, Backup.DatabaseFile), overwrite: true);

        Assert.Contains(Backup.DatabaseFile, (await Assert.ThrowsAsync<InvalidOperationException>(() => house.VerifyAsync(copy))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherKeyOpensNothingAndSaysWhichOneIsNeeded() => Assert.Contains(
        "./tbos backup key", (await Assert.ThrowsAsync<InvalidOperationException>(() => house.VerifyAsync(house.Folder, "AAAA-AAAA"))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task AFolderThatIsNoBackupIsSaidToBeNone() => Assert.Contains(
        "is no backup", (await Assert.ThrowsAsync<InvalidOperationException>(() => house.VerifyAsync(house.Host.DataDirectory))).Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Shows", "trust:5")]
    public async Task ALogThatWasTamperedWithBeforeTheBackupShowsInIt()
    {
        await using var host = new TestHost();
        await host.InitializeAsync();
        var person = await host.NewPersonAsync();
        for (var number = 1; number <= 3; number++)
        {
            await person.CallAsync("notes.save_note", new { text = $"nota {number}" });
        }

        await using (var connection = new NpgsqlConnection(host.Database.Backup))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var cut = new NpgsqlCommand($"delete from assistant_logs where user_id = '{person.Id}' and seq = 3; update assistant_log_heads h set seq = 2, hash = l.hash from assistant_logs l where l.user_id = h.user_id and h.user_id = '{person.Id}' and l.seq = 2", connection);
            await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var services = BackedUpHouse.ServicesOver(host.Database, host.DataDirectory);
        var folder = await services.Services.GetRequiredService<BackupMaker>().MakeAsync(new Progress<string>());
        var report = await services.Services.GetRequiredService<BackupCheck>().VerifyAsync(folder, services.Services.GetRequiredService<BackupKey>().Required(), new Progress<string>());

        Assert.Equal(3, Assert.Single(report.Logs, log => log.Person == person.Id).Verdict.Fault?.Seq);
    }

    [Fact]
    public async Task ARoleThatSeesOnlyItsOwnRowsMakesNoBackup()
    {
        using var services = BackedUpHouse.ServicesOver(house.Host.Database, house.Host.DataDirectory, house.Host.Database.Owner);

        Assert.Contains("bypassrls", (await Assert.ThrowsAsync<InvalidOperationException>(
            () => services.Services.GetRequiredService<BackupMaker>().MakeAsync(new Progress<string>()))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BackupsAreKeptForTheirDaysAndHalvesAreNot()
    {
        var directory = Directory.CreateTempSubdirectory("tbos-test-").FullName;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Directory", directory), new("Backup:KeepDays", "10")]).Build();
        var shelf = new BackupShelf(configuration, new DataDirectory(configuration));
        var now = TestHost.Monday;
        foreach (var age in new[] { 0, 9, 11 })
        {
            var (half, whole) = shelf.NewFolder(now.AddDays(-age));
            Directory.CreateDirectory(half);
            Directory.CreateDirectory(whole);
            File.WriteAllText(Path.Combine(whole, Backup.ManifestFile), "");
        }

        Directory.CreateDirectory(Path.Combine(shelf.Folder, "tbos-of-somebody"));
        Assert.Equal(1, shelf.Tidy(now));

        Assert.Equal([now, now.AddDays(-9)], shelf.All().Select(backup => backup.MadeAt));
        Assert.Equal(3, Directory.GetDirectories(shelf.Folder).Length);
        Directory.Delete(directory, recursive: true);
    }
}
