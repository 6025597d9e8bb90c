using System.Globalization;
using Microsoft.Extensions.AI;
using TbPersonalOs.Offline.Questions;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Turn;

/// <summary>Writes outcomes as the one assistant message that any model would give.</summary>
internal static class Reply
{
    public const string Model = "offline";

    public static ChatResponse Calls(IEnumerable<Call> calls) =>
        Of(new ChatMessage(ChatRole.Assistant, [.. calls.Select((call, index) => (AIContent)new FunctionCallContent(
            string.Create(CultureInfo.InvariantCulture, $"call_{index}"), call.Function, new Dictionary<string, object?>(call.Arguments)))]), ChatFinishReason.ToolCalls);

    /// <summary>Words and at most one question: the first for what is missing, else the first.</summary>
    public static ChatResponse Words(IReadOnlyList<Outcome> outcomes, Phrasing phrasing)
    {
        var question = outcomes.OfType<Ask>().FirstOrDefault(ask => ask.Missing != Ask.Confirmation) ?? outcomes.OfType<Ask>().FirstOrDefault();
        var lines = outcomes.Where(outcome => outcome is not Ask).Select(outcome => Line(outcome, phrasing)).Append(question is null ? "" : phrasing.Of(question))
            .Where(line => line.Length > 0).Distinct().ToList();
        var message = new ChatMessage(ChatRole.Assistant, lines.Count == 0 ? [] : [new TextContent(string.Join('\n', lines))]);
        if (question is not null)
        {
            // Also on the text: a stream that is put together again keeps a content's properties, not a message's.
            var stored = PendingQuestion.Of(question).ToJson();
            message.AdditionalProperties = new AdditionalPropertiesDictionary { [PlannerContext.Question] = stored };
            message.Contents[0].AdditionalProperties = new AdditionalPropertiesDictionary { [PlannerContext.Question] = stored };
        }

        return Of(message, ChatFinishReason.Stop);
    }

    private static string Line(Outcome outcome, Phrasing phrasing) => outcome switch
    {
        Say say => phrasing.Of(say.Key, say.Argument),
        Spoken spoken => spoken.Text,
        _ => "",
    };

    private static ChatResponse Of(ChatMessage message, ChatFinishReason finish)
    {
        return new ChatResponse(message)
        {
            ResponseId = Model, ModelId = Model, FinishReason = finish,
            Usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 0, TotalTokenCount = 0 },
        };
    }
}
