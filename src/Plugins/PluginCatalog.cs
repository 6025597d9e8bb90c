using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using TbPersonalOs.Plugins.Actions;
using TbPersonalOs.Plugins.Assistant;
using TbPersonalOs.Plugins.Calendar;
using TbPersonalOs.Plugins.Health;
using TbPersonalOs.Plugins.Inbox;
using TbPersonalOs.Plugins.Memory;
using TbPersonalOs.Plugins.Notes;
using TbPersonalOs.Plugins.Profile;
using TbPersonalOs.Plugins.Reminders;
using TbPersonalOs.Plugins.Sharing;
using TbPersonalOs.Plugins.Tasks;

namespace TbPersonalOs.Plugins;

/// <summary>Everything that the assistant can do: one catalogue behind every door.</summary>
public sealed class PluginCatalog
{
    private readonly Dictionary<(string, string), CatalogFunction> _byName = [];

    /// <summary>Reads the functions of all registered plugins.</summary>
    public PluginCatalog(IEnumerable<RegisteredPlugin> plugins)
    {
        foreach (var plugin in plugins)
        {
            Plugins.Add(plugin.Kernel);
            foreach (var function in plugin.Kernel)
            {
                _byName.Add((plugin.Kernel.Name, function.Name), new CatalogFunction(plugin.Instance, function));
            }
        }

        Functions = [.. _byName.Values];
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join('\n', Functions.Select(function => $"{function.FullName} {function.Kernel.Description} {function.Schema}").Order(StringComparer.Ordinal)))));
    }

    /// <summary>The plugins as the kernel wants them.</summary>
    public KernelPluginCollection Plugins { get; } = [];

    /// <summary>Every function.</summary>
    public IReadOnlyList<CatalogFunction> Functions { get; }

    /// <summary>SHA-256 over names, descriptions and schemas: says which catalogue a turn was shown.</summary>
    public string Hash { get; }

    /// <summary>The function of that name, or null.</summary>
    public CatalogFunction? Find(string? plugin, string function) => _byName.GetValueOrDefault((plugin ?? "", function));
}

/// <summary>A plugin object and the functions that the kernel found on it.</summary>
/// <param name="Instance">The stateless plugin.</param>
/// <param name="Kernel">Its functions.</param>
public sealed record RegisteredPlugin(object Instance, KernelPlugin Kernel);

/// <summary>Registers what the assistant can do.</summary>
public static class PluginsExtensions
{
    /// <summary>Adds every plugin: one line a plugin.</summary>
    public static IServiceCollection AddPlugins(this IServiceCollection services) => services
        .AddPlugin<TasksPlugin>("tasks")
        .AddPlugin<RemindersPlugin>("reminders")
        .AddPlugin<CalendarPlugin>("calendar")
        .AddPlugin<NotesPlugin>("notes")
        .AddPlugin<HealthPlugin>("health")
        .AddPlugin<ProfilePlugin>("profile")
        .AddPlugin<InboxPlugin>("inbox")
        .AddPlugin<ActionsPlugin>("actions")
        .AddPlugin<AssistantPlugin>("assistant")
        .AddPlugin<SharingPlugin>("sharing")
        .AddPlugin<MemoryPlugin>("memory")
        .AddSingleton<PluginCatalog>()
        .AddScoped<Person>()
        .AddScoped<CurrentAction>()
        .AddSingleton<PlannerStatus>()
        .AddSingleton<LastBackup>();

    /// <summary>Adds one plugin. Its name is one lower-case word.</summary>
    public static IServiceCollection AddPlugin<TPlugin>(this IServiceCollection services, string name)
        where TPlugin : class, new()
    {
        var instance = new TPlugin();
        return services.AddSingleton(new RegisteredPlugin(
            instance, KernelPluginFactory.CreateFromObject(instance, ToolJson.Options, name)));
    }
}
