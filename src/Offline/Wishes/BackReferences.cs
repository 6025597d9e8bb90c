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

        return Unsaid(wish, told, reading) ?? Dated(wish, last, reading) ?? Lasting(wish, last, reading) ?? Another(wish, clause, last) ?? Kept(wish, clause, told, last, reading);
    }

    private static readonly Text.PhraseTable<bool> Again = new((true, ["fazer|resolver isso|isto|hoje|amanha?", "do it|that|this", "get it|that done"]));

    /// <summary>"Esqueci de pagar a internet, preciso pagar amanhã", "I forgot to call the bank, I need to do it today": what is to be done was named before.</summary>
    private static Call? Unsaid(Wish wish, Wish told, Reading reading)
    {
        var named = wish.Head.AfterVerb;
        var verb = wish.At(named).Word;
        if (wish.Verb != Verb.Need || told.Verb != Verb.None || wish.Time.When is { Recurrence: not null } || (wish.Title(named).Contains(' ') && !wish.Has("antes", "before", "ate") && !Again.Find(wish.At(named), out _, out _)))
        {
            return null;
        }

        if (Due(wish, told) is { } before)
        {
            if (WishReader.IsLost(reading.Outcomes[^1]))
            {
                reading.Forget();
            }

            return before;
        }

        for (var at = told.From + 1; at < told.End - 1; at++)
        {
            if (wish.Speech.Tokens[at - 1].Norm is "de" or "to" or "consegui" or "pra" or "tempo" && (wish.Speech.Tokens[at].Norm == verb || (Again.Find(wish.At(named), out _, out _) && ThingsToDo.IsListed(told.At(at)))))
            {
                if (WishReader.IsLost(reading.Outcomes[^1]))
                {
                    reading.Forget();
                }

                return Call.To("tasks_create_task").With("title", told.WithoutTimes(at)).With("due", wish.Time.When is { IsPoint: true } when ? Dates.Resolve.Moment(when, wish.Context)?.Moment : null);
            }
        }

        return null;
    }

    private static readonly Text.PhraseTable<bool> FallsDue = new((true, ["vence|vencem|expira|termina|acaba|fecha|e", "is|are|s|comes due|up|on?", "expires|ends|closes|runs"]));

    /// <summary>"O aluguel vence dia 10, preciso pagar antes", "my rent's due on the 10th, need to pay it before": what is done is done with the thing, by its day.</summary>
    private static Call? Due(Wish wish, Wish told)
    {
        var cursor = wish.At(wish.Head.AfterVerb);
        var verb = cursor.At < wish.End ? wish.Speech.Raw(cursor.At, cursor.At + 1) : "";
        cursor.Skip();
        cursor.TakeAny("isso", "ele", "ela", "it", "that");
        if (!ThingsToDo.IsListed(wish.At(wish.Head.AfterVerb)) || !(cursor.TakeAny("antes", "before", "ate") && (cursor.TakeAll("disso") || cursor.TakeAny("la", "then", "that") || true)) || Politeness.Trim(cursor) > cursor.At
            || told.Time.When is not { Day: not null, Recurrence: null } when)
        {
            return null;
        }

        for (var at = told.From + 1; at < told.End; at++)
        {
            if (told.Speech.TimeAt(at) is null && FallsDue.Find(told.At(at), out _, out _) && told.Speech.Raw(told.Head.Start, at) is { Length: > 0 } thing)
            {
                return Call.To("tasks_create_task").With("title", $"{verb} {thing}").With("due", Dates.Resolve.Moment(when, wish.Context)?.Moment);
            }
        }

        return null;
    }

    /// <summary>"Falta trocar o pneu, põe isso pra sábado": the day of the task just told.</summary>
    private static Call? Dated(Wish wish, Outcome last, Reading reading)
    {
        var cursor = wish.At(wish.Head.Start);
        if (last is not Call { Function: "tasks_create_task" } task || task.Arguments.ContainsKey("due") || wish.Time.When is not { IsPoint: true, Recurrence: null } when
            || !cursor.TakeAny("poe", "ponha", "bota", "bote", "coloca", "coloque", "joga", "jogue", "deixa", "deixe", "marca", "marque", "put", "make", "set", "schedule", "do")
            || !cursor.TakeAny("isso", "isto", "essa", "esse", "ela", "ele", "it", "that", "this") || wish.Title(cursor.At).Length > 0)
        {
            return null;
        }

        reading.Forget();
        return task.With("due", Dates.Resolve.Moment(when, wish.Context)?.Moment);
    }

    /// <summary>"Tem alguma tarde livre? preciso de umas 2h": how long it has to be.</summary>
    private static Call? Lasting(Wish wish, Outcome last, Reading reading)
    {
        if (last is not Call { Function: "calendar_find_free_time" } search || search.Arguments.ContainsKey("minutes") || Amounts.Find(wish) is not var (minutes, from, to))
        {
            return null;
        }

        for (var at = wish.From; at < wish.End; at++)
        {
            if ((at < from || at >= to) && wish.Speech.Tokens[at].IsWord && !Around.Contains(wish.Speech.Tokens[at].Norm))
            {
                return null;
            }
        }

        reading.Forget();
        return search.With("minutes", minutes);
    }

    private static readonly string[] Around = ["preciso", "precisava", "precisaria", "so", "de", "uns", "umas", "pelo", "menos", "no", "minimo", "e", "seria", "seriam", "por", "coisa", "tipo",
        "uma", "i", "need", "just", "about", "only", "for", "like", "at", "least", "it", "s", "would", "be", "ia", "levar", "a", "an", "pra", "eu", "d"];

    /// <summary>"Marca dentista pra mim dia 18 e pro Caio dia 19", "me lembra de ligar pro João às 9 e pra Maria às 10": the same for somebody else.</summary>
    private static Call? Another(Wish wish, Clause clause, Outcome last)
    {
        var with = wish.At(wish.From).Word;
        var key = last is Call { Function: "calendar_create_event" } ? "title" : last is Call { Function: "reminders_set_reminder" } ? "text" : null;
        if (!clause.GoesOn || key is null || wish.Time.When is not { IsPoint: true, Recurrence: null } when || !(with is "pra" or "pro" or "para" or "com" or "for" or "with" || (with is "o" or "a" && key == "text")) || ThingsToDo.IsInfinitive(wish.At(wish.From + 1).Word))
        {
            return null;
        }

        var before = (Call)last;
        var words = (before.Arguments[key] as string ?? "").Split(' ');
        var end = Array.FindIndex(words, word => with is "o" or "a" ? Text.Normalizer.Fold(word) is "o" or "a" : Text.Normalizer.Fold(word) is "pra" or "pro" or "para" or "com" or "for" or "with");
        var first = wish.Speech.Times.First(time => time.From >= wish.From && time.To <= wish.To).From;
        var name = first > wish.From + 1 ? wish.Speech.Raw(wish.From + 1, first).Trim() : wish.Title(wish.From + 1);
        var at = Dates.Resolve.Moment(when, wish.Context)?.Moment;
        return name.Length == 0 || at is not { Length: > 10 } ? null
            : Call.To(before.Function).With(key, $"{string.Join(' ', end > 0 ? words[..end] : words)} {wish.Speech.Tokens[wish.From].Raw} {name}").With(key == "title" ? "start" : "at", at);
    }

    private static Outcome? Kept(Wish wish, Clause clause, Wish told, Outcome last, Reading reading)
    {
        var kept = Pointing.What(wish);
        if (kept == Wishes.Kept.None || told.Asks)
        {
            return null;
        }

        var bare = WishReader.IsLost(last) || (kept == Wishes.Kept.Event && told is { Verb: Verb.Need, Time.IsPoint: true } && last is Call { Function: "tasks_create_task" }) || (told.Verb == Verb.None && last is Call { Function: "calendar_create_event" or "tasks_create_task" } or Ask { Pending.Function: "calendar_create_event" or "tasks_create_task" or "profile_set_goal" });
        var hours = last is Call { Function: "calendar_create_event" } && told.Time.When is { HasClock: true } && wish.Time.When is { Clock: not null };
        if ((!bare || hours) && kept == Wishes.Kept.Reminder && wish.Time.IsPoint && last is Call { Function: "calendar_create_event" or "calendar_update_event" or "tasks_create_task" } made)
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
