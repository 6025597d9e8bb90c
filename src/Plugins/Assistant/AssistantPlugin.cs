using System.ComponentModel;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.SemanticKernel;
using NodaTime.Extensions;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Calendar;
using TbPersonalOs.Data.Inbox;
using TbPersonalOs.Data.Notes;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Plugins.Assistant;

/// <summary>The assistant itself, and the day at a glance.</summary>
[Topics(
    "hoje", "amanha", "meu dia", "today", "tomorrow", "my day", "ajuda", "help", "idioma", "lingua", "language", "status", "estado", "conversa",
    "portugues", "ingles", "portuguese", "english", "o que voce", "o que vc", "o que tu", "o que da", "what can", "what are you", "usar", "use you",
    "gast", "cust", "cost", "spen", "silenc", "incomod", "perturb", "quiet", "disturb", "resumo", "bom dia", "brief", "summary", "morning")]
public sealed class AssistantPlugin
{
    private static readonly Texts Text = new(typeof(AssistantPlugin));

    /// <summary>Shows a day at a glance.</summary>
    [KernelFunction("today")]
    [Effect(Effect.Read)]
    [Description("Shows one day at a glance: calendar, tasks due and overdue, reminders, how the person was. Use it for “what do I have today?”; for one kind only, use its own list.")]
    public async Task<TodayView> Today(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [Description("The day; today unless the person names another.")] Moment? date = null,
        CancellationToken cancellationToken = default) =>
        await Day.GatherAsync(db, person, date?.Date ?? person.Today, cancellationToken);

    /// <summary>Says how the assistant is.</summary>
    [KernelFunction("status")]
    [Effect(Effect.Read)]
    [Description("Says how the assistant itself is: who plans, version, zone, language, and how much it keeps.")]
    public async Task<StatusView> Status(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] PlannerStatus planner,
        CancellationToken cancellationToken = default)
    {
        var now = person.Now;
        var present = now.ToDateTimeOffset();
        return new StatusView(
            planner.Name,
            typeof(AssistantPlugin).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "?",
            person.Zone.Id,
            person.Language.Name,
            new Moment(now.InZone(person.Zone).LocalDateTime, true),
            await db.Tasks.CountAsync(task => task.CompletedAt == null, cancellationToken),
            await db.Reminders.CountAsync(reminder => reminder.Status == ReminderStatus.Pending, cancellationToken),
            await db.Events.CountAsync(item => item.End.At > present, cancellationToken),
            await db.Notes.CountAsync(cancellationToken),
            await db.InboxItems.CountAsync(item => item.ProcessedAt == null, cancellationToken),
            Database: true);
    }

    /// <summary>Says what models cost.</summary>
    [KernelFunction("cost")]
    [Effect(Effect.Read)]
    [Description("Says what language models cost the person today and this month, in money, calls and tokens, how much of the day's cap is used, and whether they are paused. Not for the person's own expenses.")]
    public async Task<CostView> Cost(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] Spending spending,
        CancellationToken cancellationToken = default) =>
        await Costs.LookAsync(db, person, await spending.TermsAsync(cancellationToken), cancellationToken);

    /// <summary>Allows models to cost more today.</summary>
    [KernelFunction("allow_spending")]
    [Effect(Effect.Write)]
    [Doors(Doors.OwnersHand)]
    [Description("Raises today's cap for language models by one more cap; tomorrow it is as set again.")]
    public async Task<AllowanceView> AllowSpending(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] Spending spending,
        CancellationToken cancellationToken = default) =>
        await Costs.AllowMoreAsync(db, person, await spending.TermsAsync(cancellationToken), cancellationToken);

    /// <summary>Sets the language of all words.</summary>
    [KernelFunction("set_language")]
    [Effect(Effect.Write)]
    [Description("Sets the language in which the assistant speaks to the person.")]
    public async Task<LanguageView> SetLanguage(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction action,
        [Description("pt-BR or en.")] string language,
        CancellationToken cancellationToken = default)
    {
        var wanted = Languages.Read(language);
        var profile = await db.ChangeProfileAsync(person, action, cancellationToken);
        profile.Language = wanted;
        await db.SaveChangesAsync(cancellationToken);
        return new LanguageView(wanted);
    }

    /// <summary>Sets the hours in which the person is left alone.</summary>
    [KernelFunction("set_quiet_hours")]
    [Effect(Effect.Write, Lasting = true)]
    [Description("Sets the hours in which nothing is told that the person did not ask for at that very hour. Reminders still ring on time. The same hour twice: there are none.")]
    public async Task<QuietHoursView> SetQuietHours(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction action,
        [Description("Their start, HH:mm.")] string from,
        [Description("Their end, HH:mm.")] string to,
        CancellationToken cancellationToken = default)
    {
        var (start, end) = (Checks.Hour(from, "from"), Checks.Hour(to, "to"));
        var profile = await db.ChangeProfileAsync(person, action, cancellationToken);
        (profile.QuietFrom, profile.QuietTo) = (start, end);
        await db.SaveChangesAsync(cancellationToken);
        return new QuietHoursView(Words.Hour(start.ToLocalTime()), Words.Hour(end.ToLocalTime()));
    }

    /// <summary>Sets when the morning brief is told, or that it is not.</summary>
    [KernelFunction("set_morning_brief")]
    [Effect(Effect.Write, Lasting = true)]
    [Description("Tells the person their day every morning at an hour of their choice, or no longer. Only where they ask for it.")]
    public async Task<MorningBriefView> SetMorningBrief(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        [FromKernelServices] CurrentAction action,
        [Description("The hour, HH:mm, or off.")] string at,
        CancellationToken cancellationToken = default)
    {
        TimeOnly? hour = string.Equals(at?.Trim(), "off", StringComparison.OrdinalIgnoreCase) ? null : Checks.Hour(at, "at");
        var profile = await db.ChangeProfileAsync(person, action, cancellationToken);
        profile.BriefAt = hour;
        await db.SaveChangesAsync(cancellationToken);
        return new MorningBriefView(hour is { } set ? Words.Hour(set.ToLocalTime()) : null);
    }

    /// <summary>Begins the conversation anew.</summary>
    [KernelFunction("new_conversation")]
    [Effect(Effect.Write)]
    [Description("Begins the conversation anew: what was said before is no longer taken into account. Nothing that was written down is lost.")]
    public async Task<NewConversationView> NewConversation(
        [FromKernelServices] AppDbContext db,
        [FromKernelServices] Person person,
        CancellationToken cancellationToken = default)
    {
        var conversation = await db.Set<Conversation>().SingleOrDefaultAsync(row => row.Id == person.ConversationId, cancellationToken)
            ?? throw new ToolException(ErrorCode.Invalid, Text["NoConversation"]);
        var now = await db.Database.SqlQuery<DateTimeOffset>($"select clock_timestamp() as \"Value\"").ToListAsync(cancellationToken);
        conversation.HistoryFrom = now[0].ToUniversalTime();
        await db.SaveChangesAsync(cancellationToken);
        return new NewConversationView(conversation.HistoryFrom);
    }

    /// <summary>Says what the assistant can do.</summary>
    [KernelFunction("help")]
    [Effect(Effect.Read)]
    [Description("Says in plain words what the assistant can do, with an example of each.")]
    public HelpView Help() => HelpView.Of();
}
