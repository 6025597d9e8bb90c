using System.ComponentModel;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Agent.Host.Models.Context;

/// <summary>The tool by which a model asks for plugins that it was not shown: from the next round on it is.</summary>
internal static class MoreTools
{
    /// <summary>Its name.</summary>
    public const string Name = "tools_open";

    /// <summary>The tool. It changes nothing: what it opens is read from the call.</summary>
    public static AIFunction Tool(IEnumerable<string> plugins) => AIFunctionFactory.Create(
        ([Description("Names of groups.")] string[] groups) => new { opened = groups },
        Name,
        $"Shows more functions from the next step on. Groups: {string.Join(", ", plugins)}.");

    /// <summary>The plugins that were asked for in a turn.</summary>
    public static IEnumerable<string> Opened(IEnumerable<ChatMessage> rounds) => rounds.SelectMany(message => message.Contents).OfType<FunctionCallContent>()
        .Where(call => call.Name == Name).SelectMany(call => call.Arguments?.Values ?? []).SelectMany(Names);

    private static IEnumerable<string> Names(object? groups) => groups switch
    {
        System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Array } list => list.EnumerateArray().Select(name => name.ToString()),
        IEnumerable<string> names => names,
        _ => [groups?.ToString() ?? ""],
    };
}
