using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Profiles;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>Reads all that a turn needs to begin, in one round trip.</summary>
internal sealed class TurnContextReader(AppDbContext db, CurrentUser user, ModelClients models)
{
    private const int Interactions = 10;

    public Task<TurnContext> ReadAsync(Guid turnId, CancellationToken cancellationToken) =>
        ReadAsync(turnId, models.Current is not null, cancellationToken);

    /// <summary>The same of a turn that has ended, with the earlier turns that it was shown then, where that is known.</summary>
    public Task<TurnContext> ReadAgainAsync(Guid turnId, Guid[]? shown, CancellationToken cancellationToken) =>
        ReadAsync(turnId, withDay: false, cancellationToken, shown);

    private Task<TurnContext> ReadAsync(Guid turnId, bool withDay, CancellationToken cancellationToken, Guid[]? shown = null) =>
        db.OpenAndAskAsync(batch => Ask(batch, turnId, withDay, shown), reader => ReadAsync(reader, turnId, withDay, cancellationToken), cancellationToken);

    private void Ask(NpgsqlBatch batch, Guid turnId, bool withDay, Guid[]? shown)
    {
        batch.Add(
            """
            select t.conversation_id, t.joined, t.answered, t.planner, t.model from turns t
            where t.user_id = $1 and t.id = $2
            """,
            user.Required, turnId)
            .Add(
            """
            select m.text, m.said_at, m.origin, a.id, a.arguments_hash, a.function, a.arguments,
                   (select json_agg(json_build_object('id', f.id, 'kind', f.kind, 'name', f.file_name, 'type', f.media_type, 'state', f.state, 'text', f.text, 'hash', f.hash) order by f.id)
                    from attachments f where f.user_id = m.user_id and f.message_id = m.id)
            from incoming_messages m
            left join approvals p on p.user_id = m.user_id and p.id = m.approval_id
            left join actions a on a.user_id = p.user_id and a.id = p.action_id
            where m.user_id = $1 and m.turn_id = $2 order by m.received_at, m.id
            """,
            user.Required, turnId)
            .Add("select name, language, zone, work_start, work_end, case when origin like 'untrusted:%' then null else about end, quiet_from, quiet_to, brief_at from profiles where user_id = $1", user.Required)
            .Add("select title from goals where user_id = $1 and completed_at is null and origin not like 'untrusted:%' order by id", user.Required)
            .Add("select round, answer from turn_answers where user_id = $1 and turn_id = $2", user.Required, turnId);
        TurnHistory.Add(batch, user.Required, turnId, Interactions, shown);
        if (withDay)
        {
            TurnDay.Add(batch, user.Required, turnId);
        }
    }

    private static async Task<TurnContext> ReadAsync(NpgsqlDataReader reader, Guid turnId, bool withDay, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        var (conversation, joined, answered) = (reader.GetGuid(0), reader.GetInt32(1), reader.GetBoolean(2));
        (string, string?)? answeredBy = reader.IsDBNull(3) ? null : (reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetString(4));
        await reader.NextResultAsync(cancellationToken);
        var (messages, approved) = await MessagesAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var profile = await ProfileAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var goals = await ListAsync(reader, row => row.GetString(0), cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        var answers = await ListAsync(reader, row => (row.GetInt32(0), row.GetString(1)), cancellationToken);
        var (history, shown) = await TurnHistory.ReadAsync(reader, cancellationToken);
        return new TurnContext
        {
            TurnId = turnId,
            ConversationId = conversation,
            Messages = messages,
            Joined = joined,
            Answered = answered,
            AnsweredBy = answeredBy,
            Profile = profile,
            Goals = goals,
            Answers = answers.ToDictionary(answer => answer.Item1, answer => answer.Item2),
            Approved = approved,
            History = history,
            Shown = shown,
            Day = withDay ? await TurnDay.ReadAsync(reader, cancellationToken) : null,
        };
    }

    private static async Task<(List<SaidMessage>, ApprovedCall?)> MessagesAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        ApprovedCall? approved = null;
        var messages = await ListAsync(
            reader,
            row =>
            {
                if (!row.IsDBNull(3))
                {
                    approved = new ApprovedCall(
                        row.GetGuid(3), row.GetString(4), row.GetString(5), JsonNode.Parse(row.GetString(6))!.AsObject());
                }

                return new SaidMessage(row.GetString(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2)) { Files = row.IsDBNull(7) ? [] : FilesOf(row.GetString(7)) };
            },
            cancellationToken);
        return (messages, approved);
    }

    private static List<SaidFile> FilesOf(string json) =>
        [.. JsonNode.Parse(json)!.AsArray().Select(file => new SaidFile(
            file!["id"]!.GetValue<Guid>(), Code.Parse<AttachmentKind>(file["kind"]!.GetValue<string>()), (string?)file["name"], (string?)file["type"],
            Code.Parse<AttachmentState>(file["state"]!.GetValue<string>()), (string?)file["text"], (string?)file["hash"]))];

    private static async Task<Profile?> ProfileAsync(NpgsqlDataReader reader, CancellationToken cancellationToken) =>
        await reader.ReadAsync(cancellationToken)
            ? new Profile
            {
                Name = reader.IsDBNull(0) ? null : reader.GetString(0),
                Language = reader.GetString(1),
                Zone = reader.GetString(2),
                WorkStart = reader.GetFieldValue<TimeOnly>(3),
                WorkEnd = reader.GetFieldValue<TimeOnly>(4),
                About = reader.IsDBNull(5) ? null : reader.GetString(5),
                QuietFrom = reader.GetFieldValue<TimeOnly>(6),
                QuietTo = reader.GetFieldValue<TimeOnly>(7),
                BriefAt = reader.IsDBNull(8) ? null : reader.GetFieldValue<TimeOnly>(8),
            }
            : null;

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
