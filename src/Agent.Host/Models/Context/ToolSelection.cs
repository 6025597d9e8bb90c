using System.Reflection;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Models.Privacy;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data.Sharing;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Models.Context;

/// <summary>
/// Which functions a model is shown: those of plugins that can matter to what was said, and a tool by which it asks for the others. A
/// plugin matters by its own words (<see cref="TopicsAttribute"/>), by what the offline planner reads, or because it was just used.
/// </summary>
internal sealed class ToolSelection
{
    /// <summary>What most wishes are about: shown unless one of them matters already.</summary>
    private static readonly string[] Usual = ["tasks", "reminders", "calendar", "notes"];

    private const int InteractionsBack = 2;
    private readonly Dictionary<string, List<AITool>> _byPlugin;
    private readonly Dictionary<string, string[]> _topics;

    public ToolSelection(PlannerTools tools, IEnumerable<RegisteredPlugin> plugins)
    {
        _byPlugin = tools.Offered.Where(tool => tool.Name != MoreTools.Name).GroupBy(tool => tool.Name.Split('_')[0]).ToDictionary(group => group.Key, group => group.ToList());
        _topics = plugins.ToDictionary(
            plugin => plugin.Kernel.Name,
            plugin => plugin.Instance.GetType().GetCustomAttribute<TopicsAttribute>()?.Words.Select(WordMatch.Plain).ToArray() ?? []);
        More = tools.Offered.FirstOrDefault(tool => tool.Name == MoreTools.Name);
    }

    private AITool? More { get; }

    /// <summary>The tools for the next round.</summary>
    /// <param name="said">The person's words of this turn.</param>
    /// <param name="before">The conversation before them.</param>
    /// <param name="rounds">What was called since.</param>
    /// <param name="read">Functions that the offline planner reads from the words.</param>
    /// <param name="kept">Kinds of data that stay at home, with their plugins.</param>
    public List<AITool> Of(
        string said, IReadOnlyList<ChatMessage> before, IReadOnlyList<ChatMessage> rounds, IEnumerable<string> read, IReadOnlySet<DataKind> kept)
    {
        var words = WordMatch.Plain(said);
        var plugins = _topics.Where(topic => topic.Value.Any(word => Has(words, word))).Select(topic => topic.Key)
            .Concat(read.Select(function => function.Split('_')[0]))
            .Concat(Called(Last(before))).Concat(Called(rounds)).Concat(MoreTools.Opened(rounds))
            .Where(_byPlugin.ContainsKey).ToHashSet();
        plugins.UnionWith(plugins.Overlaps(Usual) ? [] : Usual);
        plugins.RemoveWhere(plugin => PersonalKinds.OfPlugin(plugin) is { } kind && kept.Contains(kind));
        var chosen = _byPlugin.Where(plugin => plugins.Contains(plugin.Key)).SelectMany(plugin => plugin.Value).ToList();
        return More is null || plugins.Count >= _byPlugin.Count ? chosen : [.. chosen, More];
    }

    /// <summary>A topic is the beginning of a word: “tarefa” also stands for “tarefas”.</summary>
    private static bool Has(string words, string topic)
    {
        for (var at = words.IndexOf(topic, StringComparison.Ordinal); at >= 0; at = words.IndexOf(topic, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetterOrDigit(words[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Called(IEnumerable<ChatMessage> messages) =>
        messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().Select(call => call.Name.Split('_')[0]);

    private static IEnumerable<ChatMessage> Last(IReadOnlyList<ChatMessage> before)
    {
        var users = 0;
        return before.Reverse().TakeWhile(message => (users += message.Role == ChatRole.User ? 1 : 0) <= InteractionsBack);
    }
}
