using System.Globalization;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Operations.Settings;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>Keeps a setting, encrypted: its value comes from standard input, so that it stands in no list of processes and no history.</summary>
internal static class SetCommand
{
    private const int Longest = 4096;

    public static async Task<int> RunAsync(string typed, TextReader input)
    {
        var name = SettingNames.Find(typed)
            ?? throw new InvalidOperationException($"There is no setting {typed}. There are: {string.Join(", ", SettingNames.All)}.");
        var value = (await input.ReadToEndAsync()).Trim();
        if (value.Length > Longest || value.Any(char.IsControl))
        {
            throw new InvalidOperationException($"The value of {name} must be one line of at most {Longest} characters.");
        }

        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        Check(name, value);
        new KeptSettings(DataDirectory.RootOf(configuration)).Set(SettingNames.InConfiguration(name), value.Length == 0 ? null : value, new DataDirectory(configuration));
        Console.WriteLine(value.Length == 0 ? $"{name} is no longer set here." : $"{name} is set, encrypted. A running server has it within seconds.");
        if (configuration[SettingNames.InConfiguration(name)] is { Length: > 0 })
        {
            Console.WriteLine($"The environment variable {name} is set too, and wins.");
        }

        return 0;
    }

    /// <summary>What would stop a start is refused here.</summary>
    private static void Check(string name, string value)
    {
        var cure = value.Length == 0 ? null : name switch
        {
            "Gemini__Tier" when !value.Equals("free", StringComparison.OrdinalIgnoreCase) && !value.Equals("paid", StringComparison.OrdinalIgnoreCase) => "free or paid",
            "Gemini__RequestsPerDay" or "Backup__KeepDays" when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "a whole number, such as 200",
            "Cost__DailyCap" or "Cost__PerUsd" when !decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => "a number such as 2.50",
            "Telegram__WebhookPort" when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is 0 or > 65535 => "a port from 1 to 65535",
            "Telegram__Mode" when value.ToLowerInvariant() is not ("auto" or "webhook" or "polling" or "off") => "auto, webhook, polling or off",
            "Telegram__MessagesPerHour" when !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "a whole number, such as 100",
            "Gemini__BaseUrl" or "OpenAI__BaseUrl" or "Telegram__BaseUrl" when ModelClients.Address(value) is null => "an address that begins with http:// or https://",
            "Public__Url" when ModelClients.Address(value) is not { Scheme: "https" } => "an address that begins with https://",
            "Backup__Folder" when !Path.IsPathRooted(value) => "an absolute path",
            _ => null,
        };
        if (cure is not null)
        {
            throw new InvalidOperationException($"{name} wants {cure}.");
        }
    }
}
