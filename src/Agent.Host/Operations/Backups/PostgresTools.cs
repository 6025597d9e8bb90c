using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>PostgreSQL's own programs, which know best how to write a database down and build it again.</summary>
internal static class PostgresTools
{
    /// <summary>Writes a database down as it is at an instant that a transaction holds open.</summary>
    public static async Task DumpAsync(NpgsqlConnectionStringBuilder database, string snapshot, Stream to)
    {
        using var tool = Start(database, "pg_dump", "--format=custom", "--exclude-table-data=jobs.*", $"--snapshot={snapshot}");
        var words = tool.StandardError.ReadToEndAsync();
        await tool.StandardOutput.BaseStream.CopyToAsync(to);
        await EndAsync(tool, words);
    }

    /// <summary>Builds a database that was written down, into an empty one, all of it owned by <paramref name="owner"/>.</summary>
    public static async Task RestoreAsync(NpgsqlConnectionStringBuilder database, string owner, Stream from)
    {
        using var tool = Start(database, "pg_restore", $"--dbname={database.Database}", "--no-owner", $"--role={owner}", "--no-comments", "--exit-on-error");
        var words = tool.StandardError.ReadToEndAsync();
        try
        {
            await from.CopyToAsync(tool.StandardInput.BaseStream);
            tool.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has stopped reading: it says why.
        }

        await EndAsync(tool, words);
    }

    private static Process Start(NpgsqlConnectionStringBuilder database, string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in new[]
        {
            ("PGHOST", database.Host), ("PGPORT", $"{database.Port}"), ("PGUSER", database.Username), ("PGPASSWORD", database.Password),
            ("PGDATABASE", database.Database), ("PGSSLMODE", database.SslMode.ToString().ToLowerInvariant().Replace("verify", "verify-", StringComparison.Ordinal)),
            ("LC_ALL", "C.UTF-8"),
        })
        {
            start.Environment[variable] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{name} is missing. Run it by ./tbos, or install PostgreSQL's client: sudo apt-get install -y postgresql-client", missing);
        }
    }

    private static async Task EndAsync(Process tool, Task<string> words)
    {
        await tool.WaitForExitAsync();
        if (tool.ExitCode != 0)
        {
            throw new InvalidOperationException($"{tool.StartInfo.FileName} stopped with code {tool.ExitCode}: {(await words).Trim()}");
        }
    }
}
