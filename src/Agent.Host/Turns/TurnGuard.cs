using Npgsql;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// The first statements of each transaction of a turn: that it is still ours, that no message joined unseen, and the answers that have
/// to be stored before anything that they cause. The conversation is locked first, as by a message that arrives: that one either joined
/// before, or waits and sees what was stored here.
/// </summary>
internal static class TurnGuard
{
    public static void Add(NpgsqlBatch batch, Guid user, TurnRecord? turn)
    {
        if (turn is null)
        {
            return;
        }

        batch.Add("select 1 from conversations where user_id = $1 and id = $2 for no key update", user, turn.ConversationId);
        batch.Add(
            "select 1 from work where user_id = $1 and kind = 'turn' and id = $2 and fence = $3 for share", user, turn.TurnId, turn.Fence);
        if (turn is { Answered: false, Unsaved.Count: > 0 })
        {
            batch.Add(
                """
                update turns set answered = true, planner = $4, model = $5, catalogue_hash = $6, prompt_hash = $7,
                    shown = $8::uuid[], context = $9, zone = $10, language = $11
                where user_id = $1 and id = $2 and state = 'running' and not answered and joined = $3 returning 1
                """,
                user, turn.TurnId, turn.Joined, turn.Planner.Name, turn.Planner.Model, turn.Planner.CatalogueHash, turn.Planner.PromptHash,
                turn.Given?.Shown, turn.Given?.Origin, turn.Given?.Zone, turn.Given?.Language);
        }

        foreach (var round in turn.Unsaved)
        {
            batch.Add(
                "insert into turn_answers (user_id, turn_id, round, answer) values ($1, $2, $3, $4::json)",
                user, turn.TurnId, round, turn.Answers[round]);
        }
    }

    /// <summary>Reads what <see cref="Add"/> asked, and stands on the result after it.</summary>
    public static async Task CheckAsync(NpgsqlDataReader reader, TurnRecord? turn, CancellationToken cancellationToken)
    {
        if (turn is null)
        {
            return;
        }

        await reader.NextResultAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            throw new FenceLostException();
        }

        await reader.NextResultAsync(cancellationToken);
        if (turn is { Answered: false, Unsaved.Count: > 0 })
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                throw new MessageJoinedException();
            }

            await reader.NextResultAsync(cancellationToken);
        }
    }
}
