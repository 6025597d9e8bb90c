using Npgsql;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>Tells a database that cannot be used just now from a fault of ours.</summary>
internal static class DatabaseAway
{
    /// <summary>Whether that is what an exception means, or what lies behind it.</summary>
    public static bool Is(Exception fault) =>
        fault is NpgsqlException and (not PostgresException or { IsTransient: true }) || (fault.InnerException is { } inner && Is(inner));
}
