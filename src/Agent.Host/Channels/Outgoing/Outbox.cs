using Npgsql;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Channels.Outgoing;

/// <summary>What is to leave by a channel.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Chat">The channel's name of the chat.</param>
/// <param name="Text">It in words; empty where they stand with what it shows.</param>
/// <param name="SubjectId">What it shows, by its kind.</param>
internal sealed record NewOutboxMessage(OutboxKind Kind, string Channel, string Chat, string Text, Guid? SubjectId = null);

/// <summary>
/// Puts messages on their way, in the transaction of what they tell. A channel that pushes (Telegram) sends them and stores how far each came;
/// another's reader (the web) fetches them. A row of work of the kind <c>delivery</c> stands until a pushed one has ended.
/// </summary>
internal sealed class Outbox(CurrentUser user, ProcessLease lease, OutboxNews news)
{
    /// <summary>The kind of work.</summary>
    public const string Work = "delivery";

    /// <summary>Channels that send by themselves.</summary>
    private static readonly string[] Pushed = [Telegram];

    /// <summary>Name of the channel that is a Telegram bot.</summary>
    public const string Telegram = "telegram";

    /// <summary>Adds the statements that put a message on its way. <see cref="Left"/> is called after the commit.</summary>
    /// <returns>The message's id.</returns>
    public Guid Add(NpgsqlBatch batch, NewOutboxMessage message)
    {
        var id = Guid.CreateVersion7();
        var pushed = Pushed.Contains(message.Channel);
        batch.Add(
            "insert into outbox_messages (user_id, id, kind, subject_id, channel, chat, text, state) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            user.Required, id, Code.Of(message.Kind), message.SubjectId, message.Channel, message.Chat, message.Text,
            Code.Of(pushed ? DeliveryState.Waiting : DeliveryState.Ready));
        if (pushed)
        {
            batch.Add("insert into work (user_id, kind, id, attempts, owner, fence) values ($1, $2, $3, 0, $4, 1)", user.Required, Work, id, lease.Key);
        }

        return id;
    }

    /// <summary>Adds the statements that put a turn's reply on its way, and each card that waits for the owner.</summary>
    public void AddReply(NpgsqlBatch batch, TurnRecord turn, string reply) => batch
        .Add(
            """
            with chat as (select channel, chat, channel = any($6) as pushed from conversations where user_id = $1 and id = $4),
            leaving as (
                insert into outbox_messages (user_id, id, kind, turn_id, subject_id, channel, chat, text, state)
                select $1, $2, 'reply', $3, null::uuid, channel, chat, $5, case when pushed then 'waiting' else 'ready' end from chat
                union all
                select $1, gen_random_uuid(), 'card', $3, p.id, channel, chat, '', 'waiting'
                from chat, approvals p join actions a on a.user_id = p.user_id and a.id = p.action_id
                where pushed and p.user_id = $1 and a.turn_id = $3 and p.state = 'open'
                returning id, state)
            insert into work (user_id, kind, id, attempts, owner, fence) select $1, 'delivery', id, 0, $7, 1 from leaving where state = 'waiting'
            """,
            user.Required, Guid.CreateVersion7(), turn.TurnId, turn.ConversationId, reply, Pushed, lease.Key);

    /// <summary>What was added is committed: the channels look.</summary>
    public void Left() => news.Tell(user.Required);
}
