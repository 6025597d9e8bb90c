using System.Text.Json;
using Microsoft.Extensions.AI;
using Npgsql;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>The last interactions of a conversation as the model saw them: messages, answers with their calls, results.</summary>
internal static class TurnHistory
{
    /// <summary>On a result or a message that holds what others wrote: their origin.</summary>
    public const string ForeignLabel = "origin";

    /// <summary>The origin of others' words in a history: words that the assistant made of them keep their label. Null where there are none.</summary>
    public static string? Foreign(IEnumerable<ChatMessage> history) => history.SelectMany(message => message.Contents)
        .Select(content => content.AdditionalProperties?.GetValueOrDefault(ForeignLabel) as string).FirstOrDefault(origin => origin is not null);

    /// <summary>Adds the three statements (a turn whose message was forgotten is no history) that <see cref="ReadAsync"/> reads.</summary>
    /// <param name="turns">Exactly these turns, where it is known which they were.</param>
    public static void Add(NpgsqlBatch batch, Guid user, Guid turnId, int most, Guid[]? turns = null)
    {
        // The turns come as one array: their rows are then found by key, whatever the server believes of the tables' sizes.
        const string Last = """
            array(select t.id from turns t
                  where t.user_id = $1 and t.id < $2 and t.state <> 'running'
                    and t.conversation_id = (select conversation_id from turns where user_id = $1 and id = $2)
                    and t.started_at > (select c.history_from from conversations c join turns this on this.conversation_id = c.id
                                        where c.user_id = $1 and this.user_id = $1 and this.id = $2)
                  order by t.id desc limit $3)
            """;
        var last = turns is null ? Last : "$2";
        object[] values = turns is null ? [user, turnId, most] : [user, turns];
        batch.Add($"select m.turn_id, m.text, m.said_at, t.text, m.origin from incoming_messages m join turns t on t.user_id = m.user_id and t.id = m.turn_id where m.user_id = $1 and m.text <> '' and m.turn_id = any({last}) order by m.turn_id, m.received_at, m.id", values)
            .Add($"select turn_id, round, answer from turn_answers where user_id = $1 and turn_id = any({last}) order by turn_id, round", values)
            .Add($"select turn_id, round, position, result, origin from actions where user_id = $1 and turn_id = any({last}) and round is not null", values);
    }

    /// <summary>Reads them; the reader stands on the result before theirs.</summary>
    public static async Task<(List<ChatMessage> Messages, Guid[] Turns)> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var said = new List<(Guid Turn, string? Reply, ChatMessage Message)>();
        var answers = new List<(Guid Turn, int Round, string Answer)>();
        var results = new Dictionary<(Guid, int, int), (object? Result, string Origin)>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            said.Add((reader.GetGuid(0), reader.IsDBNull(3) ? null : reader.GetString(3), Said(reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2), reader.GetString(4))));
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            answers.Add((reader.GetGuid(0), reader.GetInt32(1), reader.GetString(2)));
        }

        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            results[(reader.GetGuid(0), reader.GetInt32(1), reader.GetInt32(2))] =
                (reader.IsDBNull(3) ? null : JsonDocument.Parse(reader.GetString(3)).RootElement, reader.GetString(4));
        }

        var turns = said.GroupBy(message => message.Turn).ToList();
        return ([.. turns.SelectMany(turn => Interaction(
            [.. turn.Select(message => message.Message)],
            [.. answers.Where(answer => answer.Turn == turn.Key).Select(answer => (answer.Round, answer.Answer))],
            (round, position) => results.GetValueOrDefault((turn.Key, round, position)),
            turn.First().Reply))], [.. turns.Select(turn => turn.Key)]);
    }

    /// <summary>A message of a person, with the label of what others wrote.</summary>
    public static ChatMessage Said(string text, DateTimeOffset saidAt, string origin) =>
        new(ChatRole.User, [new TextContent(text) { AdditionalProperties = LabelOf(origin) }]) { CreatedAt = saidAt };

    /// <summary>An earlier result, with the label of what it shows of others.</summary>
    private static FunctionResultContent Result(string callId, (object? Result, string? Origin) found) => new FunctionResultContent(callId, found.Result)
    {
        AdditionalProperties = LabelOf(found.Origin),
    };

    /// <summary>The label of what others wrote; null for the owner's own.</summary>
    public static AdditionalPropertiesDictionary? LabelOf(string? origin) =>
        origin is not null && Origin.IsUntrusted(origin) ? new AdditionalPropertiesDictionary { [ForeignLabel] = origin } : null;

    private static IEnumerable<ChatMessage> Interaction(
        List<ChatMessage> said, List<(int Round, string Answer)> answers, Func<int, int, (object? Result, string Origin)> resultOf, string? reply)
    {
        foreach (var message in said)
        {
            yield return message;
        }

        var closed = false;
        foreach (var (round, answer) in answers)
        {
            var messages = RecordedChatClient.Read(answer).Messages;
            foreach (var message in messages)
            {
                yield return message;
            }

            var calls = messages.SelectMany(message => message.Contents).OfType<FunctionCallContent>().ToList();
            closed = calls.Count == 0;
            if (calls.Count > 0)
            {
                yield return new ChatMessage(ChatRole.Tool, [.. calls.Select((call, position) => Result(call.CallId, resultOf(round, position)))]);
            }
        }

        if (!closed)
        {
            // A turn that was stopped, or began with an approved call: what was said in it is settled, and no wish of the next one.
            yield return new ChatMessage(ChatRole.Assistant, reply ?? "");
        }
    }
}
