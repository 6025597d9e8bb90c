using System.Globalization;
using Telegram.Bot.Types;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>The slash commands that Telegram's menu offers: those whose function stands in the catalogue.</summary>
internal sealed class TelegramCommands(PluginCatalog catalog)
{
    private static readonly Texts Text = new(typeof(TelegramCommands));

    /// <summary>Portuguese name, English name, and the function behind them.</summary>
    private static readonly (string Portuguese, string English, string Function)[] All =
    [
        ("hoje", "today", "assistant.today"), ("tarefas", "tasks", "tasks.list_tasks"), ("agenda", "calendar", "calendar.list_events"),
        ("agendar", "schedule", "calendar.create_event"), ("lembrar", "remind", "reminders.set_reminder"), ("nota", "note", "notes.save_note"),
        ("saude", "health", "health.check_in"), ("projetos", "projects", "projects.list_projects"), ("buscar", "search", "search.search_everything"),
        ("memoria", "memory", "memory.recall"), ("esquecer", "forget", "memory.forget"), ("desfazer", "undo", "actions.undo"), ("porque", "why", "actions.explain"),
        ("aprovar", "approve", "actions.approve"), ("custo", "cost", "assistant.cost"), ("silencio", "quiet", "assistant.set_quiet_hours"),
        ("idioma", "language", "assistant.set_language"), ("novo", "new", "assistant.new_conversation"), ("estado", "status", "assistant.status"), ("ajuda", "help", "assistant.help"),
    ];

    /// <summary>Those that are built, in a language.</summary>
    public IReadOnlyList<BotCommand> In(CultureInfo language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language;
            return
            [
                .. All.Where(command => FunctionName.Split(command.Function) is var (plugin, function) && catalog.Find(plugin, function) is not null)
                    .Select(command => new BotCommand(language.Equals(Languages.English) ? command.English : command.Portuguese, Text[$"Command_{command.Portuguese}"])),
            ];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
