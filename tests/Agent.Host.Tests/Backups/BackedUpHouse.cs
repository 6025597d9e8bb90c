using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TbPersonalOs.Agent.Host.Channels.Cli;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Operations.Backups;
using TbPersonalOs.Agent.Host.Operations.Settings;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Data.Work;
using static TbPersonalOs.Common.ScriptedPlanner;

namespace TbPersonalOs.Agent.Host.Tests.Backups;

/// <summary>
/// A house of which a backup was made at the worst moment: a turn was running whose act was just leaving, another message waited behind it, and
/// a card was open. Afterwards all of it came to its end, but only in the house.
/// </summary>
public sealed class BackedUpHouse : IAsyncLifetime
{
    private readonly ScriptedPlanner _planner = new();
    private readonly IProgress<string> _quiet = new Progress<string>();
    private readonly List<IAsyncDisposable> _made = [];

    public BackedUpHouse() => Host = ScriptedHost.With(_planner);

    public TestHost Host { get; }

    /// <summary>The person whose turn was running.</summary>
    public TestPerson Person { get; private set; } = null!;

    /// <summary>The folder of the backup.</summary>
    public string Folder { get; private set; } = "";

    public string Key { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await Host.InitializeAsync();
        Person = await Host.NewPersonAsync();
        new KeptSettings(Host.DataDirectory).Set("Gemini:Model", "kept-model", Host.Services.GetRequiredService<DataDirectory>());
        Directory.CreateDirectory(Path.Combine(Host.DataDirectory, "files", "ab"));
        await File.WriteAllTextAsync(Path.Combine(Host.DataDirectory, "files", "ab", "abc"), "a file");
        // As a process that was killed while it wrote leaves it.
        Directory.CreateDirectory(Path.Combine(Host.DataDirectory, "audit"));
        await File.WriteAllTextAsync(Path.Combine(Host.DataDirectory, "audit", $"{Person.Id:N}.4711.new"), "3 ab");
        await Person.SayAsync(_planner.Script(Call("notes.save_note", new { text = "antes" }), Call("probe.send", new { text = "card" }), Say("pronto")));
        await LeaveByTelegramAsync();
        var waiting = new TaskCompletionSource<Task>();
        Host.World.AtArrival["leaving"] = () =>
        {
            waiting.SetResult(Person.SayAsync(_planner.Script(Say("e esta?"))));
            Eventually.SeeAsync(() => Person.SeeAsync(db => db.Set<IncomingMessage>().CountAsync(message => message.TurnId == null)), count => count == 1).GetAwaiter().GetResult();
            Folder = MakeAsync().GetAwaiter().GetResult();
        };
        await Person.SayAsync(_planner.Script(Call("probe.label", new { text = "leaving" }), Say("saiu")));
        await await waiting.Task;
        await Person.CallAsync("notes.save_note", new { text = "depois" });
    }

    /// <summary>Two messages that no sender has brought yet, of which one may have left.</summary>
    private Task<int> LeaveByTelegramAsync() => Person.SeeAsync(async db =>
    {
        foreach (var state in new[] { DeliveryState.Waiting, DeliveryState.Sending })
        {
            var row = new OutboxMessage { Kind = OutboxKind.Notice, Channel = Outbox.Telegram, Chat = "4711", Text = $"{state}", State = state };
            db.AddRange(row, new WorkItem { UserId = Person.Id, Kind = Outbox.Work, Id = row.Id, RunAt = DateTimeOffset.UtcNow.AddDays(1) });
        }

        return await db.SaveChangesAsync();
    });

    /// <summary>Makes another backup, with what commands of a person would use.</summary>
    public async Task<string> MakeAsync()
    {
        using var services = ServicesOver(Host.Database, Host.DataDirectory);
        Key = services.Services.GetRequiredService<BackupKey>().Required();
        return await services.Services.GetRequiredService<BackupMaker>().MakeAsync(_quiet);
    }

    /// <summary>Looks at a backup.</summary>
    internal async Task<BackupReport> VerifyAsync(string folder, string? key = null)
    {
        using var services = ServicesOver(Host.Database, Host.DataDirectory);
        return await services.Services.GetRequiredService<BackupCheck>().VerifyAsync(folder, key ?? Key, _quiet);
    }

    /// <summary>Restores the backup on another machine, where there is nothing yet, and starts it.</summary>
    public async Task<(TestHost Host, TestPerson Person)> RestoredAsync(bool withKeys = true)
    {
        var folder = Folder;
        if (!withKeys)
        {
            folder = CopyOfBackup();
            File.Delete(Path.Combine(folder, Backup.KeysFile));
        }

        var restored = ScriptedHost.With(_planner);
        restored.BeforeStart = async () =>
        {
            using var services = ServicesOver(restored.Database, restored.DataDirectory);
            await services.Services.GetRequiredService<BackupRestore>().RestoreAsync(folder, Key, _quiet);
        };
        _made.Add(restored);
        await restored.InitializeAsync();
        return (restored, new TestPerson(restored, Person.Id));
    }

    /// <summary>A copy of the backup's folder, to be spoilt.</summary>
    public string CopyOfBackup()
    {
        var copy = Directory.CreateDirectory(Path.Combine(Host.DataDirectory, "copies", Guid.NewGuid().ToString("N"))).FullName;
        foreach (var file in Directory.EnumerateFiles(Folder))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>The services of a command over a database and a data directory.</summary>
    internal static IHost ServicesOver(TestDatabase database, string directory, string? backup = null) => LocalHost.Build(settings: new()
    {
        ["ConnectionStrings:Default"] = database.Owner,
        ["ConnectionStrings:App"] = "",
        ["ConnectionStrings:Backup"] = backup ?? database.Backup,
        ["Data:Directory"] = directory,
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var made in _made)
        {
            await made.DisposeAsync();
        }

        await Host.DisposeAsync();
    }
}
