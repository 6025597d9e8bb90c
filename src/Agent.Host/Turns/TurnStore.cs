using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>What a channel received.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Chat">The channel's name of the chat.</param>
/// <param name="Account">The channel's account.</param>
/// <param name="ExternalId">The sender's own id of the message.</param>
/// <param name="Text">What was said.</param>
/// <param name="SaidAt">When it was said.</param>
/// <param name="ApprovalId">The approval card that it answers.</param>
internal sealed record NewMessage(
    string Channel, string Chat, string Account, string ExternalId, string Text, DateTimeOffset SaidAt, Guid? ApprovalId = null)
{
    /// <summary>Whose words they are.</summary>
    public string Origin { get; init; } = Data.Origin.Owner;

    /// <summary>The channel's own id of the message, where that is another.</summary>
    public string? ChannelMessage { get; init; }

    /// <summary>The channel's own id of our message that it answers, or none.</summary>
    public string? QuotedMessage { get; init; }

    /// <summary>Files that came with it.</summary>
    public IReadOnlyList<NewAttachment> Attachments { get; init; } = [];
}

/// <summary>A file that came with a message, still at the channel.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ChannelFile">The channel's name of the file.</param>
/// <param name="FileName">Its name as it came, without a path.</param>
/// <param name="MediaType">Its media type as it came.</param>
/// <param name="Size">Its size in bytes, as told.</param>
internal sealed record NewAttachment(Data.Turns.AttachmentKind Kind, string ChannelFile, string? FileName, string? MediaType, long? Size);

/// <summary>Where a received message went.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="TurnId">The turn that answers it; null while it waits for the running one.</param>
/// <param name="Begins">Whether that turn begins with it.</param>
/// <param name="Repeated">Whether it had been received before.</param>
internal sealed record Received(Guid MessageId, Guid ConversationId, Guid? TurnId, bool Begins, bool Repeated);

/// <summary>The turn's own statements: receiving and ending. Written in SQL because every message pays for each round trip.</summary>
internal sealed class TurnStore(AppDbContext db, ProcessLease lease, Outbox outbox, CostLedger costs)
{
    /// <summary>
    /// Commits a message; with it the turn that answers it, or its joining the running one. One round trip on a connection that is open for
    /// no longer: a batch outside a transaction is one.
    /// </summary>
    public Task<Received> ReceiveAsync(Guid user, NewMessage message, CancellationToken cancellationToken)
    {
        var ids = NewIds();
        return db.AskOnceAsync(
            batch => AddReceive(batch, user, ids, message), reader => ReceivedAsync(reader, ids, cancellationToken), cancellationToken);
    }

    /// <summary>The same within a transaction that is already open.</summary>
    public async Task<Received> ReceiveInTransactionAsync(Guid user, NewMessage message, CancellationToken cancellationToken)
    {
        var ids = NewIds();
        await using var batch = db.Batch();
        AddReceive(batch, user, ids, message);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await ReceivedAsync(reader, ids, cancellationToken);
    }

    /// <summary>
    /// Ends a turn: its reply, the outbox, what was still to be stored, and the next turn where messages wait. Returns that next turn.
    /// </summary>
    public async Task<(Guid? Next, LogHead? Head)> EndAsync(
        Guid user, TurnRecord turn, TurnEnd end, ActionLedger ledger, TurnSteps steps, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        Guid? next = null;
        LogHead? head = null;
        await using (var batch = db.Batch())
        {
            TurnGuard.Add(batch, user, turn);
            var reads = turn.UnsavedReads;
            foreach (var read in reads)
            {
                ledger.AddAction(batch, read);
            }

            batch.Add(
                """
                update turns set state = $3, text = $4, reply = $5, question = $6, planner = $7, model = $8, catalogue_hash = $9,
                    prompt_hash = $10, shown = coalesce($11::uuid[], shown), context = coalesce($12, context), zone = coalesce($13, zone),
                    language = coalesce($14, language), answered = true, ended_at = clock_timestamp()
                where user_id = $1 and id = $2
                """,
                user, turn.TurnId, Code.Of(end.State), end.Text, end.Reply, end.Question, turn.Planner.Name, turn.Planner.Model,
                turn.Planner.CatalogueHash, turn.Planner.PromptHash, turn.Given?.Shown, turn.Given?.Origin, turn.Given?.Zone, turn.Given?.Language);
            outbox.AddReply(batch, turn, end.Reply);
            batch.Add("delete from work where user_id = $1 and kind = 'turn' and id = $2", user, turn.TurnId)
                .Add(
                """
                select id, approval_id from incoming_messages
                where user_id = $1 and conversation_id = $2 and turn_id is null order by received_at, id
                """,
                user, turn.ConversationId);
            costs.AddSettle(batch, turn.Settlements);
            if (reads.Count > 0)
            {
                ActionLedger.AddLog(batch, reads);
            }

            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await TurnGuard.CheckAsync(reader, turn, cancellationToken);
            for (var skip = 0; skip < reads.Count; skip++)
            {
                await reader.NextResultAsync(cancellationToken);
            }

            var waiting = await WaitingAsync(reader, cancellationToken);
            if (reads.Count > 0)
            {
                await reader.NextResultAsync(cancellationToken);
                head = await LogHead.ReadAsync(reader, cancellationToken);
            }

            await reader.DisposeAsync();
            if (waiting.Count > 0)
            {
                next = await BeginAsync(user, turn.ConversationId, FirstOf(waiting), waiting[0].Approval is not null, cancellationToken);
            }
        }

        await steps.ReachedAsync(TurnStep.EndWritten);
        await transaction.CommitAsync(cancellationToken);
        turn.Saved();
        outbox.Left();
        return (next, head);
    }

    private static (Guid Message, Guid Turn) NewIds() => (Guid.CreateVersion7(), Guid.CreateVersion7());

    /// <summary>
    /// Adds the statements of a message that arrives. The conversation is locked first: what runs in it then, runs until this is committed, and the
    /// moments that are stored are in the order in which messages got hold of it.
    /// A message that is there already changes nothing.
    /// </summary>
    private void AddReceive(NpgsqlBatch batch, Guid user, (Guid Message, Guid Turn) ids, NewMessage message) => batch
        .Add(
            """
            insert into conversations (user_id, id, channel, chat, history_from, origin, created_at, updated_at)
            values ($1, $2, $3, $4, '-infinity', 'owner', now(), now()) on conflict (user_id, channel, chat) do nothing
            """,
            user, Guid.CreateVersion7(), message.Channel, message.Chat)
        .Add("select id from conversations where user_id = $1 and channel = $2 and chat = $3 for no key update", user, message.Channel, message.Chat)
        .Add(
            """
            with message as (
                insert into incoming_messages (user_id, id, conversation_id, turn_id, channel, account, external_id, text, said_at, origin, approval_id, received_at, channel_message, quoted_turn_id)
                select c.user_id, $2, c.id, case when t.id is null then $3 when not t.answered and $10::uuid is null then t.id end,
                       $4, $6, $7, $8, $9, $12, $10, clock_timestamp(), $13,
                       case when $14::text is not null then (
                           select o.turn_id from outbox_messages o where o.user_id = $1 and o.channel = $4 and o.chat = $5 and $14 = any(string_to_array(o.channel_messages, ',')) limit 1) end
                from conversations c left join turns t on t.user_id = c.user_id and t.conversation_id = c.id and t.state = 'running'
                where c.user_id = $1 and c.channel = $4 and c.chat = $5
                on conflict (user_id, channel, account, external_id) do nothing
                returning turn_id, conversation_id, approval_id),
            begun as (
                insert into turns (user_id, id, conversation_id, state, joined, answered, started_at)
                select $1, $3, conversation_id, 'running', 1, approval_id is not null, clock_timestamp() from message where turn_id = $3),
            joined as (
                update turns set joined = joined + 1 from message where turns.user_id = $1 and turns.id = message.turn_id and message.turn_id <> $3)
            insert into work (user_id, kind, id, attempts, owner, fence) select $1, 'turn', $3, 0, $11, 1 from message where turn_id = $3
            """,
            user, ids.Message, ids.Turn, message.Channel, message.Chat, message.Account, message.ExternalId, message.Text,
            message.SaidAt.ToUniversalTime(), message.ApprovalId, lease.Key, message.Origin, message.ChannelMessage, message.QuotedMessage)
        .AddAttachments(user, ids.Message, message.Attachments)
        .Add(
            """
            select id, conversation_id, turn_id from incoming_messages
            where user_id = $1 and channel = $2 and account = $3 and external_id = $4
            """,
            user, message.Channel, message.Account, message.ExternalId);

    private static async Task<Received> ReceivedAsync(NpgsqlDataReader reader, (Guid Message, Guid Turn) ids, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (message, turn) = (reader.GetGuid(0), reader.IsDBNull(2) ? null : (Guid?)reader.GetGuid(2));
        return new Received(message, reader.GetGuid(1), turn, Begins: turn == ids.Turn, Repeated: message != ids.Message);
    }

    private async Task<Guid> BeginAsync(
        Guid user, Guid conversation, Guid[] messages, bool approved, CancellationToken cancellationToken)
    {
        var turn = Guid.CreateVersion7();
        await using var batch = db.Batch()
            .Add(
            "insert into turns (user_id, id, conversation_id, state, joined, answered) values ($1, $2, $3, 'running', $4, $5)",
            user, turn, conversation, messages.Length, approved)
            .Add("update incoming_messages set turn_id = $2 where user_id = $1 and id = any($3)", user, turn, messages)
            .Add("insert into work (user_id, kind, id, attempts, owner, fence) values ($1, 'turn', $2, 0, $3, 1)", user, turn, lease.Key);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return turn;
    }

    private static async Task<List<(Guid Id, Guid? Approval)>> WaitingAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var waiting = new List<(Guid, Guid?)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            waiting.Add((reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetGuid(1)));
        }

        return waiting;
    }

    /// <summary>A decision on a card has a turn of its own; other waiting messages share one.</summary>
    private static Guid[] FirstOf(List<(Guid Id, Guid? Approval)> waiting) => waiting[0].Approval is not null
        ? [waiting[0].Id]
        : [.. waiting.TakeWhile(message => message.Approval is null).Select(message => message.Id)];

    /// <summary>Counts what models did for a turn that goes no further here. What cannot be counted keeps its worst case.</summary>
    public async Task SettleAsync(TurnRecord turn, CancellationToken cancellationToken)
    {
        try
        {
            await costs.SettleAsync([.. turn.Settlements], cancellationToken);
            turn.Settlements.Clear();
        }
        catch (Exception away) when (away is NpgsqlException or InvalidOperationException)
        {
            // The database is away, or the turn's transaction is still open: whoever takes the turn over asks anew.
        }
    }
}

/// <summary>The statements of files that came with a message.</summary>
internal static class AttachmentStatements
{
    /// <summary>Adds them; none for a message that was there already.</summary>
    public static NpgsqlBatch AddAttachments(this NpgsqlBatch batch, Guid user, Guid message, IReadOnlyList<NewAttachment> attachments)
    {
        foreach (var file in attachments)
        {
            batch.Add(
                """
                insert into attachments (user_id, id, message_id, kind, channel_file, file_name, media_type, size, state)
                select user_id, $3, id, $4, $5, $6, $7, $8, 'waiting' from incoming_messages where user_id = $1 and id = $2
                """,
                user, message, Guid.CreateVersion7(), Code.Of(file.Kind), file.ChannelFile, file.FileName, file.MediaType, file.Size);
        }

        return batch;
    }
}

/// <summary>How a turn ended.</summary>
internal sealed record TurnEnd(Data.Turns.TurnState State, string Text, string Reply, string? Question);
