namespace TbPersonalOs.Agent.Host.Operations.Settings;

/// <summary>What can be set by <c>./tbos set</c>, by the names that docs/configuration.md explains.</summary>
internal static class SettingNames
{
    /// <summary>The names, with the two underscores by which the environment has them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Gemini__ApiKey", "Gemini__BaseUrl", "Gemini__Model", "Gemini__Tier", "Gemini__RequestsPerDay",
        "OpenAI__BaseUrl", "OpenAI__ApiKey", "OpenAI__Model", "Cost__DailyCap", "Cost__Currency", "Cost__PerUsd", "Backup__Folder", "Backup__KeepDays",
        "Telegram__Token", "Telegram__BaseUrl", "Telegram__WebhookSecret", "Telegram__WebhookPort", "Telegram__Mode", "Telegram__MessagesPerHour", "Public__Url",
    ];

    /// <summary>The name of a setting however it was typed, or null for one that is none.</summary>
    public static string? Find(string typed) =>
        All.FirstOrDefault(name => name.Equals(InEnvironment(typed.Trim()), StringComparison.OrdinalIgnoreCase));

    /// <summary>The same name as the configuration has it.</summary>
    public static string InConfiguration(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    /// <summary>The name of a setting of the configuration as the environment and <c>./tbos set</c> have it.</summary>
    public static string InEnvironment(string name) => name.Replace(":", "__", StringComparison.Ordinal);
}
