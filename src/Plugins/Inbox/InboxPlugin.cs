using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Inbox;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Plugins.Inbox;

/// <summary>What is not yet anything else.</summary>
[Topics("caixa de entrada", "inbox", "entrada", "captur", "depois eu vejo", "triag", "triar", "capture", "sort")]
public sealed class InboxPlugin
{
    /// <summary>Keeps what the person said, as it is.</summary>
    [KernelFunction("capture")]
    [Effect(Effect.Write)]
    [Description("Keeps what the person said, to be sorted later. Use it when they ask for that, or agree to it because it is unclear what they want.")]
    public async Task<InboxItemView> Capture(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] CurrentAction action,
        [Description("What they said, complete.")] string text,
        CancellationToken cancellationToken = default)
    {
        var item = new InboxItem { Text = Checks.Required(text, "text", Checks.MostText), Origin = action.Origin };
        db.InboxItems.Add(item);
        await db.SaveChangesAsync(cancellationToken);
        return InboxItemView.Of(item, captured: true);
    }

    /// <summary>Lists what waits to be sorted, the oldest first.</summary>
    [KernelFunction("list_inbox")]
    [Effect(Effect.Read)]
    [Description("Lists what was kept and still waits to be sorted, the oldest first.")]
    public async Task<InboxView> ListInbox(
        [FromKernelServices] AppDbContext db,
        [Description("Page of twenty, from 1.")] int page = 1,
        CancellationToken cancellationToken = default)
    {
        var (items, more) = await db.InboxItems.AsNoTracking()
            .Where(item => item.ProcessedAt == null)
            .OrderBy(item => item.CreatedAt).ThenBy(item => item.Id)
            .PageAsync(page, cancellationToken);
        return new InboxView([.. items.Select(item => InboxItemView.Of(item))], more);
    }

    /// <summary>Makes a task, a note or a reminder of an item, or lets it go.</summary>
    [KernelFunction("process_inbox_item")]
    [Effect(Effect.Write)]
    [Description("Sorts one thing of the inbox: makes a task, a note or a reminder of it, or lets it go. A reminder needs a moment.")]
    public async Task<InboxItemView> ProcessInboxItem(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which one: its id, or words of it.")] string item,
        [Description("What it becomes; discard lets it go.")] InboxTarget into,
        [Description("When it is due: for a task if the person says so, for a reminder always.")] Moment? due = null,
        CancellationToken cancellationToken = default)
    {
        var waiting = await db.InboxItems.Where(row => row.ProcessedAt == null).OrderBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        var found = WordMatch.Find(waiting, item, "item", row => row.Id, row => row.Text);
        var made = Processing.Make(found, into, due, person);
        if (made is not null)
        {
            db.Add(made);
        }

        found.ProcessedInto = into.ToString().ToLowerInvariant();
        found.ProcessedAt = person.Now.ToDateTimeOffset();
        await db.SaveChangesAsync(cancellationToken);
        var time = made switch { TaskItem task => task.Due, Reminder reminder => reminder.Due, _ => null };
        return InboxItemView.Of(found) with { Into = into, MadeId = made?.Id, Due = time is null ? null : Moment.Of(time) };
    }
}
