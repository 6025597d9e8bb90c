using System.ComponentModel;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using NodaTime;
using NodaTime.Extensions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Plugins.Reminders;

/// <summary>What the person is to be told at a moment.</summary>
[Topics(
    "lembr", "avis", "esquec", "alarme", "acord", "despert", "adia", "soneca", "remind", "alarm", "wake", "forget", "snooze", "nudge", "ping",
    "todo dia", "toda", "todos", "every", "daqui a", "daily", "weekly")]
public sealed class RemindersPlugin
{
    private static readonly Texts Text = new(typeof(RemindersPlugin));

    /// <summary>Sets a reminder, once or again and again.</summary>
    [KernelFunction("set_reminder")]
    [Effect(Effect.Write)]
    [Description("Tells the person something at a moment, once or again and again. For something that takes their time and has a length, use calendar; for something to be done by a day, tasks.")]
    public async Task<ReminderView> SetReminder(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction action,
        [Description("What to say, in the person's own words, without the time.")] string text,
        [Description("When, or the first time of several. A day without an hour rings at 09:00.")] Moment at,
        [Description("RFC 5545 recurrence rule, such as FREQ=WEEKLY;BYDAY=MO,WE. Leave it out for once.")] string? repeat = null,
        [Description("Whether to tell it again every ten minutes until it is ticked off; only where the person asks for that.")] bool untilDone = false,
        CancellationToken cancellationToken = default)
    {
        var said = Checks.Required(text, "text");
        var rule = Checks.Optional(repeat, "repeat", 200) is { } given ? Recurrence.Read(given) : null;
        var first = RemindAt.WithHour(at).In(person.Zone);
        var reminder = new Reminder
        {
            Text = said,
            Due = rule is null
                ? RemindAt.Of(at, person, "at", now => new JsonObject { ["text"] = said, ["at"] = now.ToString() })
                : Occurrence(rule, first, person, Instant.Max(first.At.ToInstant() - Duration.Epsilon, RemindAt.Earliest(person)))
                    ?? throw new ToolException(ErrorCode.Invalid, Text["NeverRings"]) { Parameter = "repeat" },
            Repeat = rule,
            Anchor = first.Local,
            Insists = untilDone,
            ConversationId = person.ConversationId,
            Origin = action.Origin,
        };
        db.Reminders.Add(reminder);
        await db.SaveChangesAsync(cancellationToken);
        return ReminderView.Of(reminder, person, ReminderChange.Set);
    }

    /// <summary>Lists reminders, due ones first.</summary>
    [KernelFunction("list_reminders")]
    [Effect(Effect.Read)]
    [Description("Lists reminders: those that are due and not ticked off first, then those to come.")]
    public async Task<ReminderListView> ListReminders(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("First day.")] Moment? from = null,
        [Description("Last day, inclusive.")] Moment? to = null,
        [Description("pending (default), done or all.")] ReminderFilter status = ReminderFilter.Pending,
        [Description("Page of twenty, from 1.")] int page = 1,
        CancellationToken cancellationToken = default)
    {
        var (reminders, more) = await db.Reminders.AsNoTracking().Listed(status, from, to, person).PageAsync(page, cancellationToken);
        return new ReminderListView([.. reminders.Select(reminder => ReminderView.Of(reminder, person))], more);
    }

    /// <summary>Puts a reminder off.</summary>
    [KernelFunction("snooze_reminder")]
    [Effect(Effect.Write)]
    [Description("Puts a reminder off to a later moment. A recurring one goes on afterwards as before.")]
    public async Task<ReminderView> SnoozeReminder(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which reminder: its id, or words of it.")] string reminder,
        [Description("The new moment. A day without an hour rings at 09:00.")] Moment until,
        CancellationToken cancellationToken = default)
    {
        var found = await db.Reminders.MeantByAsync(reminder, Words.Of(person), cancellationToken);
        found.Due = RemindAt.Of(until, person, "until", now => new JsonObject { ["reminder"] = found.Id.ToString(), ["until"] = now.ToString() });
        found.Status = ReminderStatus.Pending;
        found.CompletedAt = null;
        await db.SaveChangesAsync(cancellationToken);
        return ReminderView.Of(found, person, ReminderChange.Snoozed);
    }

    /// <summary>Ticks a reminder off; a recurring one moves on to its next time.</summary>
    [KernelFunction("complete_reminder")]
    [Effect(Effect.Write)]
    [Description("Ticks a reminder off. A recurring one moves on to its next time; to stop it for good, use cancel_reminder.")]
    public async Task<ReminderView> CompleteReminder(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which reminder: its id, or words of it.")] string reminder,
        CancellationToken cancellationToken = default)
    {
        var found = await db.Reminders.MeantByAsync(reminder, Words.Of(person), cancellationToken);
        var next = found.Repeat is null || found.Status == ReminderStatus.Done ? null
            : Occurrence(found.Repeat, found.Due, person, Instant.Max(person.Now, found.Due.At.ToInstant()), found.Anchor);
        if (next is not null)
        {
            found.Due = next;
        }
        else
        {
            found.Status = ReminderStatus.Done;
            found.CompletedAt ??= person.Now.ToDateTimeOffset();
        }

        await db.SaveChangesAsync(cancellationToken);
        return ReminderView.Of(found, person, ReminderChange.Completed);
    }

    /// <summary>Cancels a reminder.</summary>
    [KernelFunction("cancel_reminder")]
    [Effect(Effect.Write)]
    [Description("Cancels a reminder, with all times to come of a recurring one.")]
    public async Task<ReminderView> CancelReminder(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("Which reminder: its id, or words of it.")] string reminder,
        CancellationToken cancellationToken = default)
    {
        var found = await db.Reminders.MeantByAsync(reminder, Words.Of(person), cancellationToken);
        db.Reminders.Remove(found);
        await db.SaveChangesAsync(cancellationToken);
        return ReminderView.Of(found, person, ReminderChange.Cancelled);
    }

    private static SpokenTime? Occurrence(string rule, SpokenTime like, Person person, Instant after, DateTime? anchor = null) =>
        Recurrence.Next(rule, LocalDateTime.FromDateTime(anchor ?? like.Local), person.Zone, after) is { } local
            ? new Moment(local, true).In(person.Zone, like.Floats)
            : null;
}
