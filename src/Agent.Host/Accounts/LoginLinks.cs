using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Accounts;

/// <summary>Links that sign a person's browser in, once each.</summary>
internal sealed class LoginLinks(AppDbContext db)
{
    /// <summary>Makes a link's code, which works once within the hour.</summary>
    public async Task<string> NewAsync(Guid user, CancellationToken cancellationToken)
    {
        var code = Secrets.New();
        await db.Database.ExecuteSqlAsync(
            $"""
            with gone as (delete from accounts.login_links where expires_at < now())
            insert into accounts.login_links (code_hash, user_id, expires_at) values ({Hash(code)}, {user}, now() + interval '1 hour')
            """,
            cancellationToken);
        return code;
    }

    /// <summary>Uses a code up. Returns who it signs in, or null.</summary>
    public async Task<Guid?> UseAsync(string code, CancellationToken cancellationToken)
    {
        var users = await db.Database.SqlQuery<Guid>(
            $"""delete from accounts.login_links where code_hash = {Hash(code)} and expires_at > now() returning user_id as "Value" """)
            .ToListAsync(cancellationToken);
        return users is [var user] ? user : null;
    }

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
