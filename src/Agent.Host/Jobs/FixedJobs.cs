using NodaTime.Extensions;
using Quartz;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>Rings for reminders.</summary>
[DisallowConcurrentExecution]
internal sealed class DueRemindersJob(ReminderDesk desk, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await desk.DeliverDueAsync(clock.GetCurrentInstant(), cancellationToken);
}

/// <summary>Rings for morning briefs.</summary>
[DisallowConcurrentExecution]
internal sealed class BriefsJob(BriefDesk desk, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await desk.TellDueAsync(clock.GetCurrentInstant(), cancellationToken);
}
