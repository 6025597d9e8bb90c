using System.Net.Http.Json;
using System.Text.Json;
using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Agent.Host.Operations;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>Connects a chat of Telegram with the owner: by the code that the chat was shown, or by one that the chat is to send.</summary>
internal static class PairCommand
{
    public static async Task<int> RunAsync(string? code)
    {
        using var host = LocalHost.Build();
        using var client = await host.Services.GetRequiredService<RunningServer>().ConnectAsync(CancellationToken.None)
            ?? throw new InvalidOperationException("Nothing is running here, so no chat can be reached. Start it with ./tbos run.");
        if (host.Services.GetRequiredService<TelegramClients>().Current is null)
        {
            throw new InvalidOperationException("There is no bot yet. Ask @BotFather for one (/newbot), then keep its token: ./tbos set Telegram__Token");
        }

        using var answer = code is null
            ? await client.PostAsync("/api/v1/telegram/codes", null)
            : await client.PostAsJsonAsync("/api/v1/telegram/pairings", new NewPairing(code), WireJson.Options);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(body.TryGetProperty("detail", out var detail) ? detail.GetString() : answer.ReasonPhrase);
        }

        Console.WriteLine(code is null ? Told(body.Deserialize<PairingCodeView>(WireJson.Options)!) : "Conectado: este chat é seu. · Connected: this chat is yours.");
        return 0;
    }

    private static string Told(PairingCodeView made) =>
        $"Mande ao bot, no chat que quer usar · Send to the bot, in the chat that you want to use:\n  {made.Command}{(made.Link is { } link ? $"\nou abra · or open:\n  {link}" : "")}";
}
