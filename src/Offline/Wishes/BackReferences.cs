namespace TbPersonalOs.Offline.Wishes;

/// <summary>Wishes that lean on the words right before them: "a bolsa cai dia 5, me avisa", "dentista quarta 10h e me lembra uma hora antes".</summary>
internal static class BackReferences
{
    private static readonly string[] Names = ["title", "event", "text", "task", "reminder", "goal"];

    public static Outcome? Read(Wish wish, Clause clause, Reading reading)
    {
        if (reading.Before is not { } told || reading.Outcomes.Count == 0)
        {
            return null;
        }

        var last = reading.Outcomes[^1];
        if (wish.Asks && Inquiries.Read(wish, last) is { } asked)
        {
            return asked;
        }

        if (clause.GoesOn && wish.Verb == Verb.Remind && wish.Time.IsPoint && last is Call { Function: "reminders_set_reminder" } same && wish.Title(wish.Head.AfterVerb).Length == 0)
        {
            // "Às 8 e às 20h": the same words at another hour.
            return ReminderWishes.At(wish, same.Arguments["text"] as string ?? "");
        }

        if (clause.GoesOn && wish.Verb == Verb.Remind && last is Ask { Missing: "text", Pending.Function: "reminders_set_reminder" } && wish.Title(wish.Head.AfterVerb) is { Length: > 0 } shared)
        {
            // "Às 9 e às 15 de beber água": the words come after both hours.
            reading.Outcomes[^1] = ReminderWishes.At(told, shared);
        }

        return Kept(wish, clause, told, last, reading);
    }

    private static Outcome? Kept(Wish wish, Clause clause, Wish told, Outcome last, Reading reading)
    {
        var kept = Pointing.What(wish);
        if (kept == Wishes.Kept.None || told.Asks)
        {
            return null;
        }

        var bare = WishReader.IsLost(last) || (told.Verb == Verb.None && last is Call { Function: "calendar_create_event" or "tasks_create_task" } or Ask { Pending.Function: "calendar_create_event" or "tasks_create_task" or "profile_set_goal" });
        if (!bare && kept == Wishes.Kept.Reminder && wish.Time.IsPoint && last is Call { Function: "calendar_create_event" or "calendar_update_event" or "tasks_create_task" } made)
        {
            // "Marca dentista amanhã às 9 e me lembra às 8": the same thing, on its day.
            return ReminderWishes.At(new Wish(wish.Speech, clause with { GoesOn = true }, Verb.Remind, told.Time.When?.Day), NameOf(made));
        }

        if (!bare || Pointing.Keep(kept, told, wish) is not { } outcome)
        {
            return null;
        }

        reading.Forget();
        return outcome;
    }

    private static string NameOf(Call call) => Names.Select(name => call.Arguments.GetValueOrDefault(name)).OfType<string>().FirstOrDefault() ?? "";
}
