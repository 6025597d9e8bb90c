using Npgsql;
using Quartz;
using TbPersonalOs.Agent.Host.Channels.Outgoing;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>Registers what happens by itself when its time has come.</summary>
internal static class JobsExtensions
{
    private const string Setting = "Jobs:Enabled";
    private static readonly TimeSpan OftenEnough = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EachMinute = TimeSpan.FromMinutes(1);

    /// <summary>What the jobs do, for whoever calls it with the time.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services) => services
        .AddSingleton<MigrationStep>(JobTables.ProvideAsync)
        .AddScoped<Ways>().AddScoped<ReminderRound>().AddScoped<ReminderEnds>().AddScoped<ReminderTellings>().AddScoped<ReminderButtons>().AddScoped<ReminderDesk>()
        .AddScoped<MorningBrief>().AddScoped<BriefDesk>();

    /// <summary>
    /// The clock that rings them while the house serves: one cluster of all its processes. None where people's time stands still, and none where
    /// <c>Jobs__Enabled</c> is false.
    /// </summary>
    public static IHostApplicationBuilder AddJobsService(this IHostApplicationBuilder builder)
    {
        if (builder.Configuration[FixedClock.Setting] is { Length: > 0 } || !builder.Configuration.GetValue(Setting, true))
        {
            return builder;
        }

        builder.Services.Configure<QuartzOptions>(options => options.Scheduling.IgnoreDuplicates = true);
        builder.Services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => (options.InstanceName, options.GenerateInstanceId) = ("tbos", true));
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(Store);
            quartz.Ring<DueRemindersJob>("reminders", OftenEnough);
            quartz.Ring<BriefsJob>("briefs", EachMinute);
        });
        builder.Services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return builder;
    }

    private static void Store(IPersistentStoreBuilder store)
    {
        store.UsePostgres(options => options.DataSourceFactory = provider => provider.GetRequiredService<NpgsqlDataSource>());
        store.UseClustering();
        store.ConfigureStore(options =>
        {
            (options.TablePrefix, options.LockOnInsert) = (JobTables.Prefix, false);
            // The migrator has made them: looking again would only make the start slower.
            options.SchemaProvisioning = SchemaProvisioning.None;
        });
    }

    /// <summary>A missed ring is made up for once: what a job does counts from now, however long it was silent.</summary>
    private static void Ring<TJob>(this IQuartzBuilder quartz, string name, TimeSpan pause)
        where TJob : class, IJob
    {
        quartz.AddJob<TJob>(job => job.WithIdentity(name).StoreDurably());
        quartz.AddTrigger<TJob>(trigger => trigger.ForJob(name).WithIdentity(name)
            .WithSimpleSchedule(schedule => schedule.WithInterval(pause).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithRemainingCount)));
    }
}
