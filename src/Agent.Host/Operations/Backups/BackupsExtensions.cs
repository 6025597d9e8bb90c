using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>Registers backups.</summary>
internal static class BackupsExtensions
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSingleton<BackupDatabase>().AddSingleton<BackupShelf>().AddSingleton<BackupKey>().AddSingleton<BackupMaker>()
        .AddSingleton<BackupCheck>().AddSingleton<BackupRestore>().AddScoped<AfterRestore>()
        .AddSingleton<ForgottenOutside>()
        .AddSingleton(provider => new LastBackup(() => provider.GetRequiredService<BackupShelf>() is var shelf && shelf.All() is [var (_, madeAt), ..] ? madeAt + shelf.Kept : null));
}
