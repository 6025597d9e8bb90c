using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Channels.Files;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Registers the Telegram channel.</summary>
internal static class TelegramExtensions
{
    // Longer than a long poll.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>What the channel is made of.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services)
    {
        services.AddHttpClient(TelegramClients.Http, client => client.Timeout = Timeout).RemoveAllLoggers();
        services.AddSingleton<FileStore>().AddScoped<Attachments>().AddSingleton<TelegramFiles>().AddSingleton<FetchFile>(provider => provider.GetRequiredService<TelegramFiles>().FetchAsync);
        return services
            .AddSingleton<TelegramSettings>().AddSingleton<TelegramClients>().AddSingleton<TelegramStrangers>().AddSingleton<TelegramIntake>().AddSingleton<TelegramDesk>()
            .AddSingleton<TelegramLive>().AddScoped<Pairings>().AddScoped<TelegramNotices>().AddScoped<TelegramPresses>().AddScoped<TelegramEdits>().AddScoped<TelegramChats>()
            .AddSingleton<TelegramCommands>().AddSingleton<TelegramSecret>().AddSingleton<TelegramSetup>().AddSingleton<TelegramHealth>().AddScoped<TelegramOffers>().AddScoped<TelegramCards>().AddScoped<TelegramDelivery>();
    }

    /// <summary>What of it works by itself while the house serves.</summary>
    public static IServiceCollection AddTelegramService(this IServiceCollection services) => services
        .AddSingleton<TelegramSender>().AddSingleton<TelegramSweep>().AddSingleton<TelegramLink>()
        .AddHostedService(provider => provider.GetRequiredService<TelegramSender>())
        .AddHostedService(provider => provider.GetRequiredService<TelegramSweep>())
        .AddHostedService(provider => provider.GetRequiredService<TelegramLink>());
}
