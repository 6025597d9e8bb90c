using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.OpenApi;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Jobs;

/// <summary>What the buttons of a told reminder do, by the owner's hand, at every channel alike.</summary>
internal sealed class ReminderButtons(AppDbContext db, Person person, PluginCatalog catalog, FunctionCaller caller)
{
    /// <summary>Puts a reminder off. The same <paramref name="key"/> twice puts it off once. Null where it was never told.</summary>
    /// <exception cref="ToolException">As the function throws it.</exception>
    public async Task<ReceiptView?> PutOffAsync(Guid reminder, PutOffTo to, Doors door, string? key, CancellationToken cancellationToken)
    {
        var told = await db.Set<ReminderDelivery>().AsNoTracking().Where(row => row.ReminderId == reminder).OrderByDescending(row => row.DueAt).FirstOrDefaultAsync(cancellationToken);
        if (told is null)
        {
            return null;
        }

        var until = PutOff.Of(to, person.Now, Instant.FromDateTimeOffset(told.DueAt), person.Zone);
        return await caller.CallAsync(
            catalog.Find("reminders", "snooze_reminder")!, new JsonObject { ["reminder"] = reminder.ToString(), ["until"] = until.ToString() }, door, key, cancellationToken);
    }
}
