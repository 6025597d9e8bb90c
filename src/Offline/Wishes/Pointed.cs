using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Já tomei o remédio, pode dar baixa no lembrete", "took out the trash, tick that reminder": the sentence before names the thing.</summary>
internal static class Pointed
{
    private static readonly Dictionary<string, string> Things = new()
    {
        ["tasks_complete_task"] = "task", ["reminders_complete_reminder"] = "reminder", ["profile_complete_goal"] = "goal", ["reminders_cancel_reminder"] = "reminder", ["tasks_delete_task"] = "task",
    };

    private static readonly string[] Lead = ["ja ", "eu ", "i ", "already ", "fui ", "finally ", "consegui ", "pronto, ", "pronto ", "prontinho, ",
        "prontinho ", "feito, ", "beleza, ", "certo, ", "ok, ", "okay, ", "oi, ", "olha, ", "done, ", "right, ", "alright, ", "acabei de "];

    /// <summary>The outcome with its name; what named it leaves the list.</summary>
    public static Outcome At(Outcome outcome, List<Outcome> before)
    {
        var call = outcome switch { Call made => made, Ask { Missing: "task" or "reminder" or "goal" } ask => ask.Pending, _ => null };
        if (outcome is Ask { Missing: "title", Pending.Function: "profile_set_goal" } && before.Count > 0 && before[^1] is Ask { Missing: Ask.Confirmation, Pending.Function: "inbox_capture" } aim)
        {
            before.RemoveAt(before.Count - 1);
            return new Ask(((Ask)outcome).Pending.With("title", Bare(aim.Pending.Arguments.GetValueOrDefault("text") as string ?? "")), Ask.Confirmation);
        }

        if (outcome is Ask { Missing: "title", Pending.Function: "profile_set_goal" } && before.Count > 0 && before[^1] is Call { Function: "tasks_create_task" } thing)
        {
            // "Quero ler 12 livros até dezembro, põe como meta": no task then.
            before.RemoveAt(before.Count - 1);
            var due = thing.Arguments.GetValueOrDefault("due") as string;
            return Call.To("profile_set_goal").With("title", thing.Arguments.GetValueOrDefault("title")).With("due", due?[..10]);
        }

        if (call is null || before.Count == 0 || !Things.TryGetValue(call.Function, out var parameter)
            || call.Arguments.GetValueOrDefault(parameter) is not (null or "essa" or "esse" or "isso" or "that" or "off"))
        {
            return outcome;
        }

        if (Name(before[^1]) is not { } name)
        {
            return outcome;
        }

        before.RemoveAt(before.Count - 1);
        return call.With(parameter, name);
    }

    /// <summary>"Não preciso mais da tarefa, pode apagar", "I've finished the return, tick it off": the same thing asked for twice.</summary>
    public static bool IsAgain(Outcome outcome, List<Outcome> before)
    {
        var call = outcome switch { Call made => made, Ask { Missing: "task" or "reminder" or "note" or "event" or "goal" } ask => ask.Pending, _ => null };
        return call is not null && before.LastOrDefault() is Call last && Kind(call) is { } kind && Kind(last) == kind
            && call.Arguments.Values.OfType<string>().All(value => value is "it" or "it off" or "them" or "essa" or "isso" or "ela" or "ele" or "that" or "this" or "off");
    }

    /// <summary>"Quitei a fatura, pode tirar da lista": what is done leaves the list by that.</summary>
    public static bool IsTakenOff(Outcome outcome, List<Outcome> before) =>
        before.LastOrDefault() is Call { Function: "tasks_complete_task" } && outcome is Call { Function: "tasks_delete_task" } or Ask { Missing: "task", Pending.Function: "tasks_delete_task" }
        && (outcome is Ask || (outcome as Call)!.Arguments.Values.OfType<string>().All(value => value is "essa" or "isso" or "it" or "that" or "this" or "ela" or "off"));

    private static string? Kind(Call call) => call.Function switch
    {
        "tasks_complete_task" or "reminders_complete_reminder" or "profile_complete_goal" => "done",
        "tasks_delete_task" or "reminders_cancel_reminder" or "notes_delete_note" or "calendar_cancel_event" => "gone",
        _ => null,
    };

    private static string? Name(Outcome before) => before switch
    {
        Call { Function: "tasks_complete_task" } done => done.Arguments.GetValueOrDefault("task") as string,
        Ask { Missing: Ask.Confirmation, Pending.Function: "inbox_capture" } lost => Bare(lost.Pending.Arguments.GetValueOrDefault("text") as string ?? ""),
        _ => null,
    };

    private static string Bare(string words)
    {
        words = words.Trim(' ', '!', '.', ',');
        while (Array.Find(Lead, lead => Normalizer.Fold(words).StartsWith(lead, StringComparison.Ordinal)) is { } found)
        {
            words = words[found.Length..];
        }

        return words;
    }
}
