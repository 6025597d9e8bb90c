using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Operations.Backups;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Agent.Host.Tests.Actions;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Data.Work;

namespace TbPersonalOs.Agent.Host.Tests.Backups;

/// <summary>A house that is built again from a backup has what it had, and repeats nothing that may have happened since.</summary>
public sealed class RestoreTests(BackedUpHouse house) : IClassFixture<BackedUpHouse>
{
    [Fact]
    [Trait("Shows", "trust:6")]
    public async Task WhatWasUnderWayEndsAndNothingIsSentAgain()
    {
        var (host, person) = await house.RestoredAsync();
        await person.InScopeAsync(services => services.GetRequiredService<WorkSweep>().SweepAsync(CancellationToken.None));

        var actions = await person.ActionsAsync();
        Assert.Equal(
            [("notes.save_note", ActionState.Done), ("probe.send", ActionState.Refused)], actions.Take(2).Select(action => (action.Function, action.State)));
        // What was leaving is unknown, until the look at the other side finds that it is not there.
        Assert.Equal(["done", "pending_approval", "in_flight", "unknown", "refused"], (await person.LogAsync()).Take(5));
        Assert.Equal("probe.label", actions[2].Function);
        Assert.DoesNotContain(actions, action => action.State is ActionState.InFlight or ActionState.PendingApproval);
        Assert.Empty(host.World.Arrivals);
        Assert.Equal(["antes"], await person.NotesAsync());
        Assert.Null(await person.FirstFaultOfLogAsync());
        Assert.Null(Assert.Single(await host.Services.GetRequiredService<LogVerifier>().VerifyAllAsync(CancellationToken.None), log => log.Person == person.Id).Verdict.Fault);
    }

    [Fact]
    [Trait("Shows", "trust:6")]
    public async Task AMessageThatWasNotAnsweredInTheBackupIsSaidToBe()
    {
        var (_, person) = await house.RestoredAsync();

        var turns = await person.SeeAsync(db => db.Set<Turn>().AsNoTracking().OrderBy(turn => turn.Id).ToListAsync());

        Assert.Equal([TurnState.Done, TurnState.Cancelled, TurnState.Cancelled], turns.Select(turn => turn.State));
        Assert.All(turns.Skip(1), turn => Assert.StartsWith("Os dados voltaram a um backup de", turn.Reply, StringComparison.Ordinal));
        Assert.Equal(3, await person.SeeAsync(db => db.Set<OutboxMessage>().CountAsync(row => row.Kind == OutboxKind.Reply)));
        Assert.Equal(0, await person.SeeAsync(db => db.Set<IncomingMessage>().CountAsync(message => message.TurnId == null)));
        Assert.Equal(TurnState.Done, (await person.SayAsync("o que tenho hoje?")).State);
    }

    [Fact]
    [Trait("Shows", "trust:6")]
    public async Task WhatWaitedForTelegramInTheBackupIsNotSentAgain()
    {
        var (_, person) = await house.RestoredAsync();

        var leaving = await person.SeeAsync(db => db.Set<OutboxMessage>().Where(row => row.Channel == Outbox.Telegram).Select(row => row.State).ToListAsync());

        Assert.Equal([DeliveryState.Failed, DeliveryState.Failed], leaving);
        Assert.Equal(0, await person.SeeAsync(db => db.Set<WorkItem>().CountAsync(row => row.Kind == Outbox.Work)));
    }

    [Fact]
    public async Task FilesAndKeptSettingsComeBackAndWithoutTheKeysTheSettingsStayShut()
    {
        var (host, _) = await house.RestoredAsync();
        Assert.Equal("a file", await File.ReadAllTextAsync(Path.Combine(host.DataDirectory, "files", "ab", "abc"), TestContext.Current.CancellationToken));
        Assert.Equal("kept-model", new KeptSettings(host.DataDirectory).Read()["Gemini:Model"]);

        var (locked, _) = await house.RestoredAsync(withKeys: false);
        Assert.Equal(["Gemini:Model"], new KeptSettings(locked.DataDirectory).Unreadable());
    }

    [Fact]
    public async Task TheNextBackupsOfARestoredHouseOpenWithTheSameKey()
    {
        var (host, _) = await house.RestoredAsync();
        using var services = BackedUpHouse.ServicesOver(host.Database, host.DataDirectory);

        Assert.Equal(house.Key, services.Services.GetRequiredService<BackupKey>().Known());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ARestoreThatWasCutOffIsTakenBackOrFinished(bool afterTheDatabasesChangedPlaces)
    {
        await using var database = await TestDatabase.NewAsync();
        var directory = Directory.CreateTempSubdirectory("tbos-test-").FullName;
        using var services = BackedUpHouse.ServicesOver(database, directory);
        var (files, databases) = (services.Services.GetRequiredService<DataDirectory>(), services.Services.GetRequiredService<BackupDatabase>());
        files.Replace("audit/0190a1b2c3d47890a1b2c3d4e5f60718", "7 old\n");
        files.Replace("restoring/audit/0190a1b2c3d47890a1b2c3d4e5f60718", "3 new\n");
        files.Replace("restoring/data/settings.json", "{}");
        files.Replace("restoring/database", $"{database.Name}_restored");
        await databases.CreateAsync($"{database.Name}_restored");
        if (afterTheDatabasesChangedPlaces)
        {
            await databases.ReplaceAsync($"{database.Name}_restored", $"{database.Name}_before");
        }

        await services.Services.GetRequiredService<BackupRestore>().FinishAsync();

        Assert.Equal(afterTheDatabasesChangedPlaces ? "3 new\n" : "7 old\n", files.Read("audit/0190a1b2c3d47890a1b2c3d4e5f60718"));
        Assert.Equal(afterTheDatabasesChangedPlaces ? "7 old\n" : null, files.Read("before-restore/audit/0190a1b2c3d47890a1b2c3d4e5f60718"));
        Assert.Equal(afterTheDatabasesChangedPlaces, files.Read("settings.json") is not null);
        Assert.False(await databases.ExistsAsync($"{database.Name}_restored"));
        Assert.False(Directory.Exists(files.PathOf("restoring")));
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task AHouseThatServesIsNotReplaced()
    {
        using var services = BackedUpHouse.ServicesOver(house.Host.Database, house.Host.DataDirectory);
        var before = await Snapshot.TakeAsync(house.Host.Database, house.Person.Id);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => services.Services.GetRequiredService<BackupRestore>().RestoreAsync(house.Folder, house.Key, new Progress<string>()));

        Assert.Contains("./tbos stop", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Snapshot.TakeAsync(house.Host.Database, house.Person.Id));
    }
}
