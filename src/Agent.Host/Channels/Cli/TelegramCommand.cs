using TbPersonalOs.Agent.Host.Channels.Telegram;
using Telegram.Bot.Exceptions;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>Tells Telegram what the bot is, and reads it back.</summary>
internal static class TelegramCommand
{
    public static async Task<int> SetUpAsync()
    {
        using var host = LocalHost.Build();
        try
        {
            return await DoctorCommand.TellAsync(host.Services.GetRequiredService<TelegramSetup>().RunAsync(CancellationToken.None));
        }
        catch (ApiRequestException refused) when (refused.ErrorCode is 401 or 404)
        {
            throw new InvalidOperationException("Telegram does not know this token. Get it again from @BotFather, then ./tbos set Telegram__Token.", refused);
        }
        catch (RequestException away)
        {
            throw new InvalidOperationException($"Telegram cannot be reached: {away.Message}. Check the network (and Telegram__BaseUrl, if it is set), then run this again.", away);
        }
    }
}
