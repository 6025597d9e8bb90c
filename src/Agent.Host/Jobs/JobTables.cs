using Npgsql;
using Quartz;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>Quartz's own tables, in a schema of their own: it makes them itself, with the owner's connection, and the app role may use them.</summary>
internal static class JobTables
{
    /// <summary>How each of their names begins.</summary>
    public const string Prefix = "jobs.qrtz_";

    /// <summary>Makes what is missing of them.</summary>
    public static async Task ProvideAsync(string ownerConnection, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ownerConnection);
        await RunAsync(source, "create schema if not exists jobs", cancellationToken);
        var scheduler = await QuartzSchedulerBuilder.Create(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "tables");
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(options => options.DataSourceFactory = _ => source);
                store.ConfigureStore(options => options.TablePrefix = Prefix);
                store.ProvisionSchema();
            });
        }).BuildScheduler(cancellationToken);
        await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        await RunAsync(source, "grant usage on schema jobs to tbos_app; grant select, insert, update, delete on all tables in schema jobs to tbos_app", cancellationToken);
    }

    private static async Task RunAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
