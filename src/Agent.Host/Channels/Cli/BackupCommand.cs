using TbPersonalOs.Agent.Host.Operations.Backups;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>Makes, proves and restores backups.</summary>
internal static class BackupCommand
{
    /// <summary>Runs one of the commands. Returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        using var host = LocalHost.Build();
        return args switch
        {
            ["create"] => await CreateAsync(host.Services),
            ["list"] => List(host.Services),
            ["verify", .. var folder] => await TellAsync(host.Services, folder.FirstOrDefault()),
            ["restore", var folder] => await RestoreAsync(host.Services, folder),
            ["finish"] => await FinishAsync(host.Services),
            ["key"] => TellKey(host.Services),
            _ => 2,
        };
    }

    /// <summary>Proves a backup, the newest unless one is named.</summary>
    public static async Task<BackupReport> VerifyAsync(IServiceProvider services, string? folder) => await services.GetRequiredService<BackupCheck>()
        .VerifyAsync(Folder(services, folder), KeyFor(services), Progress.Instance);

    private static async Task<int> CreateAsync(IServiceProvider services)
    {
        var isFirst = services.GetRequiredService<BackupKey>().Known() is null;
        Console.WriteLine(await services.GetRequiredService<BackupMaker>().MakeAsync(Progress.Instance));
        if (isFirst)
        {
            await Console.Error.WriteLineAsync("To restore it on another machine you need its key. Write it down: ./tbos backup key shows it.");
        }

        return 0;
    }

    private static int List(IServiceProvider services)
    {
        var shelf = services.GetRequiredService<BackupShelf>();
        foreach (var (folder, madeAt) in shelf.All())
        {
            Console.WriteLine($"{folder}  kept until {madeAt + shelf.Kept:yyyy-MM-dd}");
        }

        return 0;
    }

    private static async Task<int> TellAsync(IServiceProvider services, string? folder)
    {
        var (backup, logs) = await VerifyAsync(services, folder);
        Console.WriteLine($"ok     {backup.Folder}: made {backup.Manifest.MadeAt:u}, {backup.Manifest.Rows.Count} tables hold");
        return AuditCommand.Tell(logs);
    }

    private static async Task<int> RestoreAsync(IServiceProvider services, string folder)
    {
        var (report, aside) = await services.GetRequiredService<BackupRestore>().RestoreAsync(Folder(services, folder), KeyFor(services), Progress.Instance);
        Console.WriteLine($"ok     restored what was backed up {report.Backup.Manifest.MadeAt:u}. What was there before is kept in the database {aside} until the next restore.");
        return AuditCommand.Tell(report.Logs);
    }

    private static async Task<int> FinishAsync(IServiceProvider services)
    {
        await services.GetRequiredService<BackupRestore>().FinishAsync();
        return 0;
    }

    private static int TellKey(IServiceProvider services)
    {
        Console.WriteLine(services.GetRequiredService<BackupKey>().Required());
        return 0;
    }

    private static string Folder(IServiceProvider services, string? named) => named is null or "latest" ? services.GetRequiredService<BackupShelf>().Newest() : Path.GetFullPath(named);

    private static string KeyFor(IServiceProvider services) => services.GetRequiredService<BackupKey>().Known()
        ?? throw new InvalidOperationException("This house has no key for backups yet. Give the key of the house that made it: Backup__Key=… (./tbos backup key shows it there).");

    /// <summary>Tells what is being done, at once.</summary>
    private sealed class Progress : IProgress<string>
    {
        public static readonly Progress Instance = new();

        public void Report(string value) => Console.Error.WriteLine($"  … {value}");
    }
}
