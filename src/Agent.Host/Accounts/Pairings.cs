using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Accounts;

/// <summary>A chat of a bot.</summary>
internal readonly record struct BotChat(long BotId, long ChatId)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"chat:{BotId}:{ChatId}");
}

/// <summary>
/// Joins a chat and a person by a code of eight characters that works once within the hour: a chat shows it and the person enters it on the
/// web or by <c>./tbos pair</c>, or the other way round. Five wrong codes in a row lock whoever enters them out for an hour.
/// </summary>
internal sealed class Pairings(AppDbContext db)
{
    /// <summary>Most codes of chats that nobody knows, at a time.</summary>
    public const int MostPending = 3;

    /// <summary>Wrong codes in a row until nothing more is looked at.</summary>
    public const int MostWrong = 5;

    // Without 0 and O, 1 and I: they are read out and typed.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Length = 8;
    private static readonly Texts Text = new(typeof(Pairings));

    /// <summary>
    /// A code for a chat that nobody knows; null where as many others wait as may, or where the chat got one within the last minute.
    /// </summary>
    public async Task<string?> OfferAsync(BotChat chat, CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        // Two chats at once: one waits for the other, so that no more than those few ever wait.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            select pg_advisory_xact_lock(7405202);
            delete from accounts.pairings where expires_at < now()
                or (bot_id = {chat.BotId} and chat_id = {chat.ChatId} and expires_at < now() + interval '59 minutes')
            """,
            cancellationToken);
        var added = await db.Database.ExecuteSqlAsync(
            $"""
            insert into accounts.pairings (code_hash, bot_id, chat_id, expires_at) select {Hash(code)}, {chat.BotId}, {chat.ChatId}, now() + interval '1 hour'
            where not exists (select from accounts.pairings where bot_id = {chat.BotId} and chat_id = {chat.ChatId})
              and (select count(*) from accounts.pairings where bot_id = {chat.BotId}) < {MostPending}
            """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return added == 1 ? code : null;
    }

    /// <summary>A code that a person sends from the chat which they want to use. An earlier one of theirs works no more.</summary>
    public async Task<string> NewAsync(Guid person, CancellationToken cancellationToken)
    {
        var code = RandomNumberGenerator.GetString(Letters, Length);
        await db.Database.ExecuteSqlAsync(
            $"""
            with gone as (delete from accounts.pairings where expires_at < now() or user_id = {person})
            insert into accounts.pairings (code_hash, user_id, expires_at) values ({Hash(code)}, {person}, now() + interval '1 hour')
            """,
            cancellationToken);
        return code;
    }

    /// <summary>A person enters the code that a chat was shown. Returns the chat, which is theirs from now on.</summary>
    /// <exception cref="ToolException">not_found: wrong or too old; over_limit: locked out.</exception>
    public async Task<BotChat> ConfirmAsync(Guid person, string code, CancellationToken cancellationToken)
    {
        var used = await UseAsync(
            $"person:{person}", code,
            hash => db.Database.SqlQuery<Offer>($"delete from accounts.pairings where code_hash = {hash} and chat_id is not null and expires_at > now() returning bot_id, chat_id, user_id"),
            cancellationToken);
        var chat = new BotChat(used.BotId!.Value, used.ChatId!.Value);
        await JoinAsync(chat, person, isGroup: false, cancellationToken);
        return chat;
    }

    /// <summary>A chat sends the code that a person was shown. Returns the person, whose chat it is from now on.</summary>
    /// <exception cref="ToolException">not_found: wrong or too old; over_limit: locked out.</exception>
    public async Task<Guid> ConnectAsync(BotChat chat, bool isGroup, string code, CancellationToken cancellationToken)
    {
        var used = await UseAsync(
            chat.ToString(), code,
            hash => db.Database.SqlQuery<Offer>($"delete from accounts.pairings where code_hash = {hash} and user_id is not null and expires_at > now() returning bot_id, chat_id, user_id"),
            cancellationToken);
        await JoinAsync(chat, used.UserId!.Value, isGroup, cancellationToken);
        return used.UserId.Value;
    }

    /// <summary>Takes a chat away from a person. Returns whether it was theirs.</summary>
    public async Task<bool> LeaveAsync(Guid person, BotChat chat, CancellationToken cancellationToken) => await db.Database.ExecuteSqlAsync(
        $"delete from accounts.telegram_chats where user_id = {person} and bot_id = {chat.BotId} and chat_id = {chat.ChatId}", cancellationToken) == 1;

    /// <summary>The code as it is compared: people type it with spaces, and in small letters.</summary>
    public static string Normalise(string code) => new([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);

    private async Task<Offer> UseAsync(string who, string code, Func<byte[], IQueryable<Offer>> use, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var tries = await db.Database.SqlQuery<Try>(
            $"""
            insert into accounts.pairing_tries as t (who, wrong, tried_at) values ({who}, 0, now())
            on conflict (who) do update set tried_at = now(),
                wrong = case when t.locked_until <= now() then 0 else t.wrong end,
                locked_until = case when t.locked_until <= now() then null else t.locked_until end
            returning wrong, locked_until is not null as locked
            """).ToListAsync(cancellationToken);
        if (tries[0].Locked)
        {
            throw new ToolException(ErrorCode.OverLimit, Text["PairingLocked"]) { Parameter = "code" };
        }

        var used = await use(Hash(Normalise(code))).ToListAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            used.Count == 1
                ? (FormattableString)$"delete from accounts.pairing_tries where who = {who}"
                : $"update accounts.pairing_tries set wrong = wrong + 1, locked_until = case when wrong + 1 >= {MostWrong} then now() + interval '1 hour' end where who = {who}",
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return used.Count == 1 ? used[0] : throw new ToolException(ErrorCode.NotFound, Text["NoSuchCode"]) { Parameter = "code" };
    }

    private Task<int> JoinAsync(BotChat chat, Guid person, bool isGroup, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into accounts.telegram_chats (bot_id, chat_id, user_id, is_group) values ({chat.BotId}, {chat.ChatId}, {person}, {isGroup})
        on conflict (bot_id, chat_id) do update set user_id = excluded.user_id, is_group = excluded.is_group, paired_at = now(), blocked_at = null
        """,
        cancellationToken);

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    private sealed record Offer(long? BotId, long? ChatId, Guid? UserId);

    private sealed record Try(int Wrong, bool Locked);
}
