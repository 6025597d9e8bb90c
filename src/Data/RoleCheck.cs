using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace TbPersonalOs.Data;

/// <summary>Looks whether the role that serves people is bound by row-level security at all.</summary>
public sealed class RoleCheck(IServiceScopeFactory scopes)
{
    /// <summary>What is wrong with the serving role, in words that name the cure; empty when all is well.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var role = await db.Database.SqlQueryRaw<ServingRole>("""
            select rolname as name, rolsuper as superuser, rolbypassrls as bypasses,
                   exists (select from pg_class where relnamespace in ('public'::regnamespace, 'accounts'::regnamespace)
                           and relkind in ('r', 'p') and pg_has_role(r.oid, relowner, 'member')) as owns
            from pg_roles r where rolname = current_user
            """).SingleAsync(cancellationToken);
        var open = await db.Database.SqlQueryRaw<string>("""
            select c.relname as "Value" from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id'
            where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'accounts'::regnamespace)
              and not (c.relnamespace::regnamespace || '.' || c.relname) = any({0})
              and not (c.relrowsecurity and c.relforcerowsecurity and (select count(*) from pg_policy where polrelid = c.oid) = 1)
            """,
            [RowLevelSecurity.WithoutPolicy.Keys.ToArray()]).ToListAsync(cancellationToken);
        return [.. Faults(role), .. open.Select(table => $"Table {table} is not bound by exactly one forced policy. Run ./tbos run once more: it migrates.")];
    }

    private static IEnumerable<string> Faults(ServingRole role)
    {
        if (role.Superuser || role.Bypasses)
        {
            yield return $"The database role {role.Name} is not bound by row-level security. Set ConnectionStrings__App to a role without SUPERUSER and BYPASSRLS.";
        }

        if (role.Owns)
        {
            yield return $"The database role {role.Name} owns the tables, or may act as who does. Set ConnectionStrings__App to the role tbos_app.";
        }
    }

    private sealed record ServingRole(string Name, bool Superuser, bool Bypasses, bool Owns);
}
