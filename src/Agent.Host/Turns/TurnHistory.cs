using System.Text.Json;
using Microsoft.Extensions.AI;
using Npgsql;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>The last interactions of a conversation as the model saw them: messages, answers with their calls, results.</summary>
internal static class TurnHistory
{
    /// <summary>Adds the three statements that <see cref="ReadAsync"/> reads.</summary>
    public static void Add(NpgsqlBatch batch, Guid user, Guid turnId, int most)
    {
        const string Last = """
            with last as (
                select t.id, t.text from turns t
                join turns this on this.user_id = t.user_id and this.id = $2 and this.conversation_id = t.conversation_id
                join conversations c on c.user_id = t.user_id and c.id = t.conversation_id
                where t.user_id = $1 and t.id < $2 and t.state <> 'running' and t.started_at > c.history_from
                order by t.id desc limit $3)
            """;
        batch.Add($"{Last} select m.turn_id, m.text, m.said_at, last.text from incoming_messages m join last on last.id = m.turn_id where m.user_id = $1 order by m.turn_id, m.received_at, m.id", user, turnId, most)
            .Add($"{Last} select a.turn_id, a.round, a.answer from turn_answers a join last on last.id = a.turn_id where a.user_id = $1 order by a.turn_id, a.round", user, turnId, most)
            .Add($"{Last} select a.turn_id, a.round, a.position, a.result from actions a join last on last.id = a.turn_id where a.user_id = $1 and a.round is not null", user, turnId, most);
    }

    /// <summary>Reads them; the reader stands on the result before theirs.</summary>
    public static async Task<List<ChatMessage>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var said = new List<(Guid Turn, string? Reply, ChatMessage Message)>();
        var answers = new List<(Guid Turn, int Round, string Answer)>();
        var results = new Dictionary<(Guid, int, int), object?>();
        await reader.NextResultAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            said.Add((reader.GetGuid(0), reader.IsDBNull(3) ? null : reader.GetString(3), new ChatMessage(ChatRole.User, reader.GetString(1)) { CreatedAt = reader.GetFieldValue<DateTimeOffset>(2) }));
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
                reader.IsDBNull(3) ? null : JsonDocument.Parse(reader.GetString(3)).RootElement;
        }

        return [.. said.GroupBy(message => message.Turn).SelectMany(turn => Interaction(
            [.. turn.Select(message => message.Message)],
            [.. answers.Where(answer => answer.Turn == turn.Key).Select(answer => (answer.Round, answer.Answer))],
            (round, position) => results.GetValueOrDefault((turn.Key, round, position)),
            turn.First().Reply))];
    }

    private static IEnumerable<ChatMessage> Interaction(
        List<ChatMessage> said, List<(int Round, string Answer)> answers, Func<int, int, object?> resultOf, string? reply)
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
                yield return new ChatMessage(ChatRole.Tool, [.. calls.Select((call, position) =>
                    (AIContent)new FunctionResultContent(call.CallId, resultOf(round, position)))]);
            }
        }

        if (!closed)
        {
            // A turn that was stopped, or began with an approved call: what was said in it is settled, and no wish of the next one.
            yield return new ChatMessage(ChatRole.Assistant, reply ?? "");
        }
    }
}
