using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Data;
using TbPersonalOs.Data.ModelCalls;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>
/// Counts what models cost, before they cost it: the worst case of a call is reserved in the household's budget and committed, then the call
/// is made, and what it did not use is given back. A call whose process died is never given back.
/// </summary>
internal sealed class CostLedger(AppDbContext db, CurrentUser user, CostTerms terms, CostNotices notices, PriceList prices, TimeProvider clock)
{
    /// <summary>
    /// Reserves a call, or says why it may not be made. One round trip and a commit of its own, on the turn's connection where that is open.
    /// <paramref name="before"/>: what came of earlier calls, settled in the same breath, so that a turn of many rounds does not hold the
    /// worst case of each.
    /// </summary>
    /// <exception cref="InvalidOperationException">A transaction is open: nobody else would see the reservation.</exception>
    public async Task<Admission> ReserveAsync(
        NewModelCall call, CancellationToken cancellationToken, IReadOnlyList<Settlement>? before = null)
    {
        if (db.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("A call is reserved in a transaction of its own.");
        }

        var present = await terms.OfAsync(call.Provider, cancellationToken);
        var rate = prices.Of(call.Model, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        var reservation = new Reservation(
            Guid.CreateVersion7(), present.Free, call.HasAudio, rate, present.Free ? 0 : rate.CostOf(call.WorstCase, call.HasAudio));
        return await db.AskOnceAsync(
            batch =>
            {
                AddSettle(batch, before ?? []);
                AddReserve(batch, call, reservation, present);
            },
            reader => AdmissionAsync(reader, reservation, present, cancellationToken),
            cancellationToken);
    }

    /// <summary>
    /// Adds the statements that settle calls to a batch, which commits them; they return no rows. In the batch that ends a turn they stand
    /// before the log's, which lock what is locked last. To settle twice changes nothing.
    /// </summary>
    public void AddSettle(NpgsqlBatch batch, IReadOnlyList<Settlement> settlements)
    {
        foreach (var settled in settlements.OrderBy(settled => settled.Reservation.Id))
        {
            var usage = settled.Usage ?? new ModelUsage(0, 0, 0, 0);
            object?[] values =
            [
                user.Required, settled.Reservation.Id, Code.Of(settled.State), settled.Cost, usage.Input, usage.Cached, usage.Output, usage.Thought,
            ];
            // A free call holds no money: the household's row is left alone, and nobody waits for it.
            batch.Add(settled.Reservation.Free ? SettleCall : SettleMoney, values);
        }
    }

    /// <summary>Settles at once, with a commit of its own.</summary>
    public Task SettleAsync(IReadOnlyList<Settlement> settlements, CancellationToken cancellationToken) =>
        settlements.Count == 0 ? Task.CompletedTask : db.AskOnceAsync(batch => AddSettle(batch, settlements), _ => Task.FromResult(true), cancellationToken);

    /// <summary>
    /// The provider says that its quota of the day is used up: nobody asks it until midnight in Los Angeles. Returns the line that tells so to
    /// the first who finds out, null for everybody after.
    /// </summary>
    public Task<string?> OpenBreakerAsync(string provider, CancellationToken cancellationToken)
    {
        var until = terms.QuotaEndsAt;
        return db.AskOnceAsync(
            batch => batch.Add(
                """
                insert into accounts.model_breakers as b (provider, open_until) values ($1, $2)
                on conflict (provider) do update set open_until = excluded.open_until where b.open_until < excluded.open_until
                returning 1
                """,
                provider, until.ToUniversalTime()),
            async reader => await reader.ReadAsync(cancellationToken) ? notices.Quota(until) : null,
            cancellationToken);
    }

    private const string SettleCall =
        """
        update model_calls set state = $3, cost = $4, input_tokens = $5, cached_tokens = $6, output_tokens = $7, thought_tokens = $8
        where user_id = $1 and id = $2 and state = 'reserved'
        """;

    private const string SettleMoney =
        $"""
        with settled as ({SettleCall} returning budget, day, reserved)
        update accounts.model_budgets b set reserved = b.reserved - settled.reserved, spent = b.spent + $4
        from settled where b.budget = settled.budget and b.day = settled.day
        """;

    private void AddReserve(NpgsqlBatch batch, NewModelCall call, Reservation reservation, SpendingTerms present) => batch.Add(
        """
        with budget as materialized (select * from reserve_model_call($3, $4, $9, $5, $6, $7::bigint, $8::int)),
        kept as (
            insert into model_calls (user_id, id, turn_id, made_at, purpose, provider, model, free, state, budget, day, reserved,
                                     input_tokens, cached_tokens, output_tokens, thought_tokens, request_bytes, held, masked)
            select $1, $2, $10::uuid, $5, $11, $9, $12, $13, 'reserved', $3, $4, $6, 0, 0, 0, 0, $14, $15, $16 from budget where refusal is null)
        select refusal, until, says_nearly, says_full, used, most, counted from budget
        """,
        user.Required, reservation.Id, present.Budget, present.Day, clock.GetUtcNow(), reservation.Amount,
        present.Free ? null : present.CapMillionths, present.Free ? present.RequestsPerDay : null, call.Provider,
        call.TurnId, Code.Of(call.Purpose), call.Model, present.Free, call.RequestBytes, call.Held.ToArray(), call.Masked);

    private async Task<Admission> AdmissionAsync(
        NpgsqlDataReader reader, Reservation reservation, SpendingTerms present, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        var refusal = reader.IsDBNull(0) ? (Refusal?)null : Code.Parse<Refusal>(reader.GetString(0));
        var (used, most) = (present.Free ? reader.GetInt32(6) : reader.GetInt64(4), reader.GetInt64(5));
        var notice = reader.GetBoolean(2) ? notices.Nearly(present, used, most)
            : reader.GetBoolean(3) ? notices.Full(present, used, most)
            : refusal == Refusal.CapReached && used + reservation.Amount <= most ? notices.Reserved(present, most)
            : null;
        return new Admission(refusal is null ? reservation : null, refusal, notice);
    }
}
