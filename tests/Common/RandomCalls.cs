using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Calendar;
using TbPersonalOs.Data.Goals;
using TbPersonalOs.Data.Inbox;
using TbPersonalOs.Data.Notes;
using TbPersonalOs.Data.Permissions;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Common;

/// <summary>A call that a random plan makes.</summary>
public sealed record RandomCall(string Function, JsonObject Arguments);

/// <summary>
/// Arguments for every function of the catalogue, drawn from a seed and from what the person has: the same seed over the same rows is the same
/// plan. A function that is added needs a line here.
/// </summary>
public sealed class RandomCalls(int seed)
{
    private static readonly string[] Things = ["pão", "leite", "café", "ração", "gás", "remédio", "boleto", "presente", "passagem", "livro"];
    private static readonly string[] Deeds = ["comprar", "pagar", "ligar sobre", "levar", "buscar", "separar", "devolver", "reservar"];

    private readonly Random _random = new(seed);

    /// <summary>How to call each function; null where the person lacks what it needs.</summary>
    private static readonly Dictionary<string, Func<RandomCalls, AppDbContext, Task<JsonObject?>>> Generators = new(StringComparer.Ordinal)
    {
        ["tasks.create_task"] = Of(plan => new() { ["title"] = plan.Title(), ["due"] = plan.Maybe(plan.Moment()), ["priority"] = plan.Maybe(plan.One("low", "medium", "high")), ["notes"] = plan.Maybe(plan.Title()) }),
        ["tasks.update_task"] = On<TaskItem>("task", plan => new() { ["title"] = plan.Maybe(plan.Title()), ["due"] = plan.Moment(), ["notes"] = plan.Maybe(plan.Title()) }),
        ["tasks.complete_task"] = On<TaskItem>("task"),
        ["tasks.delete_task"] = On<TaskItem>("task"),
        ["tasks.list_tasks"] = Of(plan => new() { ["status"] = plan.Maybe(plan.One("open", "done", "all")) }),
        ["reminders.set_reminder"] = Of(plan => new() { ["text"] = plan.Title(), ["at"] = plan.Moment(), ["repeat"] = plan.Maybe(plan.One("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO", "FREQ=MONTHLY;BYMONTHDAY=5")), ["untilDone"] = plan.Maybe(true) }),
        ["reminders.snooze_reminder"] = On<Reminder>("reminder", plan => new() { ["until"] = plan.Moment() }),
        ["reminders.complete_reminder"] = On<Reminder>("reminder"),
        ["reminders.cancel_reminder"] = On<Reminder>("reminder"),
        ["reminders.list_reminders"] = Of(_ => []),
        ["calendar.create_event"] = Of(plan => new() { ["title"] = plan.Title(), ["start"] = plan.Moment(), ["minutes"] = plan.Maybe(plan.Number(15, 180)), ["location"] = plan.Maybe("Centro") }),
        ["calendar.update_event"] = On<CalendarEvent>("event", plan => new() { ["title"] = plan.Maybe(plan.Title()), ["start"] = plan.Moment() }),
        ["calendar.cancel_event"] = On<CalendarEvent>("event"),
        ["calendar.list_events"] = Of(_ => []),
        ["calendar.find_free_time"] = Of(plan => new() { ["minutes"] = plan.Number(15, 120) }),
        ["notes.save_note"] = Of(plan => new() { ["text"] = plan.Title(), ["title"] = plan.Maybe(plan.Title()) }),
        ["notes.update_note"] = On<Note>("note", plan => new() { ["append"] = plan.Title(), ["title"] = plan.Maybe(plan.Title()) }),
        ["notes.delete_note"] = On<Note>("note"),
        ["notes.search_notes"] = Of(plan => new() { ["query"] = plan.One(Things) }),
        ["health.check_in"] = Of(plan => new() { ["date"] = plan.Maybe($"2026-11-{plan.Number(10, 23)}"), ["sleepHours"] = plan.Number(4, 10), ["mood"] = plan.Maybe(plan.Number(1, 5)), ["note"] = plan.Maybe(plan.Title()) }),
        ["health.list_check_ins"] = Of(_ => []),
        ["profile.update_profile"] = Of(plan => new() { ["name"] = plan.One("Bia", "Rui", "Ana"), ["zone"] = plan.Maybe(plan.One("America/Sao_Paulo", "Europe/Lisbon", "America/Manaus")), ["workStart"] = plan.Maybe("08:30") }),
        ["profile.get_profile"] = Of(_ => []),
        ["profile.set_goal"] = Of(plan => new() { ["title"] = plan.Title(), ["target"] = plan.Maybe("12"), ["due"] = plan.Maybe("2027-06-30") }),
        ["profile.complete_goal"] = On<Goal>("goal"),
        ["profile.list_goals"] = Of(_ => []),
        ["inbox.capture"] = Of(plan => new() { ["text"] = plan.Title() }),
        ["inbox.process_inbox_item"] = On<InboxItem>("item", plan => new() { ["into"] = plan.One("task", "note", "reminder", "event"), ["due"] = plan.Moment() }),
        ["inbox.list_inbox"] = Of(_ => []),
        ["sharing.set_sharing"] = Of(plan => new() { ["kind"] = plan.One("health", "mail", "files", "contacts", "memories"), ["allowed"] = plan.Number(0, 1) == 1 }),
        ["memory.forget"] = On<Note>("item", _ => new() { ["kind"] = "note" }),
        ["assistant.set_language"] = Of(plan => new() { ["language"] = plan.One("pt-BR", "en") }),
        ["assistant.set_quiet_hours"] = Of(plan => new() { ["from"] = plan.One("21:30", "22:00", "23:00"), ["to"] = plan.One("06:30", "07:00") }),
        ["assistant.set_morning_brief"] = Of(plan => new() { ["at"] = plan.One("07:00", "07:30", "off") }),
        ["assistant.today"] = Of(_ => []),
        ["assistant.status"] = Of(_ => []),
        ["assistant.cost"] = Of(_ => []),
        ["assistant.help"] = Of(_ => []),
        ["assistant.allow_spending"] = Of(_ => []),
        ["assistant.new_conversation"] = Of(_ => []),
        ["actions.list_actions"] = Of(_ => []),
        ["actions.explain"] = Of(_ => []),
        ["actions.list_permissions"] = Of(_ => []),
        ["actions.approve"] = OnCard(Data.Actions.ApprovalState.Open),
        ["actions.reject"] = OnCard(Data.Actions.ApprovalState.Open),
        ["actions.ask_again"] = OnCard(Data.Actions.ApprovalState.Expired),
        ["actions.allow_always"] = OnCard(Data.Actions.ApprovalState.Approved),
        ["actions.revoke_permission"] = On<StandingPermission>("permission"),
        ["actions.undo"] = async (plan, db) =>
        {
            var undoable = await db.Set<Data.Actions.ActionRow>().Where(row => row.UndoUntil != null && row.State == Data.Actions.ActionState.Done).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync();
            return undoable.Count == 0 ? null : new JsonObject { ["action"] = undoable[plan._random.Next(undoable.Count)].ToString() };
        },
    };

    /// <summary>The functions that have a generator.</summary>
    public static IReadOnlyCollection<string> Known => Generators.Keys;

    /// <summary>The next call of one of these functions. Looks at the person's rows.</summary>
    public async Task<RandomCall> NextAsync(AppDbContext db, IReadOnlyList<string> functions)
    {
        while (true)
        {
            var function = functions[_random.Next(functions.Count)];
            if (await Generators[function](this, db) is { } arguments)
            {
                foreach (var empty in arguments.Where(argument => argument.Value is null).Select(argument => argument.Key).ToList())
                {
                    arguments.Remove(empty);
                }

                return new RandomCall(function, arguments);
            }
        }
    }

    private static Func<RandomCalls, AppDbContext, Task<JsonObject?>> Of(Func<RandomCalls, JsonObject> make) => (plan, _) => Task.FromResult<JsonObject?>(make(plan));

    /// <summary>A call on one of the person's rows, by its id.</summary>
    private static Func<RandomCalls, AppDbContext, Task<JsonObject?>> On<TRow>(string parameter, Func<RandomCalls, JsonObject>? more = null)
        where TRow : PersonalRow => async (plan, db) =>
    {
        var rows = await db.Set<TRow>().OrderBy(row => row.Id).Select(row => row.Id).ToListAsync();
        if (rows.Count == 0)
        {
            return null;
        }

        var arguments = more?.Invoke(plan) ?? [];
        arguments[parameter] = rows[plan._random.Next(rows.Count)].ToString();
        return arguments;
    };

    /// <summary>A decision on one of the person's cards, with the hash that stands on it.</summary>
    private static Func<RandomCalls, AppDbContext, Task<JsonObject?>> OnCard(Data.Actions.ApprovalState state) => async (plan, db) =>
    {
        var cards = await db.Set<Data.Actions.Approval>().Where(card => card.State == state).OrderBy(card => card.Id).ToListAsync();
        return cards.Count == 0 ? null : cards[plan._random.Next(cards.Count)] is var card ? new JsonObject { ["approval"] = card.Id.ToString(), ["hash"] = card.Hash } : null;
    };

    private string Title() => $"{One(Deeds)} {One(Things)} {Number(1, 9999)}";

    private string Moment() => string.Create(CultureInfo.InvariantCulture, $"2026-12-{Number(1, 28):00}{(Number(0, 1) == 0 ? "" : $"T{Number(8, 20):00}:30")}");

    private T One<T>(params T[] of) => of[_random.Next(of.Length)];

    private int Number(int from, int to) => _random.Next(from, to + 1);

    private JsonNode? Maybe(JsonNode? value) => _random.Next(2) == 0 ? null : value;
}
