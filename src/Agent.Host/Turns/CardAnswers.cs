using System.Text.Json;
using Microsoft.Extensions.AI;
using TbPersonalOs.Offline;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// “Sim” or “não” as a whole message, right after a card: a decision, if that card was the last thing asked. Whether it is also the only one open
/// the function sees, which is given no name of a card.
/// </summary>
internal static class CardAnswers
{
    private const string Pending = "pending_approval";

    /// <summary>The decision; null where the words may answer something else.</summary>
    public static OwnersCommand? Of(string text, IReadOnlyList<ChatMessage> history)
    {
        var function = WordMatch.Plain(text).Trim(' ', '.', '!') switch
        {
            "sim" or "yes" => "actions.approve",
            "nao" or "no" => "actions.reject",
            _ => null,
        };
        return function is not null && EndsWithACard(history) ? new OwnersCommand(function, []) : null;
    }

    private static bool EndsWithACard(IReadOnlyList<ChatMessage> history)
    {
        var last = history.Reverse().TakeWhile(message => message.Role != ChatRole.User).ToList();
        return last.SelectMany(message => message.Contents).OfType<FunctionResultContent>().Count(IsPending) == 1 && !last.Exists(Asks);
    }

    private static bool IsPending(FunctionResultContent result) =>
        result.Result is JsonElement { ValueKind: JsonValueKind.Object } found && found.TryGetProperty("status", out var status)
        && status.ValueKind == JsonValueKind.String && status.GetString() == Pending;

    /// <summary>Whether an answer asks something itself, in a planner's own way or in a sentence.</summary>
    private static bool Asks(ChatMessage message) => message.Role == ChatRole.Assistant
        && (message.Text.Contains('?', StringComparison.Ordinal)
            || message.Contents.Select(content => content.AdditionalProperties).Append(message.AdditionalProperties).Any(properties => properties?.ContainsKey(PlannerContext.Question) == true));
}
