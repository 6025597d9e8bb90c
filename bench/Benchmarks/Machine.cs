using Npgsql;

namespace TbPersonalOs.Benchmarks;

/// <summary>What figures depend on: printed with them.</summary>
internal static class Machine
{
    private static readonly string[] Durability = ["fsync", "synchronous_commit", "full_page_writes"];

    /// <summary>Processor and system.</summary>
    public static void Describe(Report report)
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim();
        report.Note("processor", $"{model ?? "unknown"}, {Environment.ProcessorCount} processors");
        report.Note("system", $"{System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}");
    }

    /// <summary>How busy the machine is with everything.</summary>
    public static string Load() => string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]);

    /// <summary>The database's version and settings.</summary>
    /// <exception cref="InvalidOperationException">It may forget on a power cut: figures would be too good.</exception>
    public static async Task<string> DatabaseAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var settings = new List<string>();
        foreach (var setting in Durability)
        {
            await using var command = source.CreateCommand($"show {setting}");
            var value = (string?)await command.ExecuteScalarAsync();
            settings.Add($"{setting} {value}");
            if (value != "on")
            {
                throw new InvalidOperationException($"{setting} is {value}: this database is not durable. Run ./tbos bench, which has one.");
            }
        }

        await using var version = source.CreateCommand("show server_version");
        return $"PostgreSQL {await version.ExecuteScalarAsync()}, {string.Join(", ", settings)}, connections reset as they return";
    }
}
