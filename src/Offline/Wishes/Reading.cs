using NodaTime;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A message while it is read: what has come of it so far, and what the next wish may lean on.</summary>
internal sealed class Reading(Speech speech, Lazy<Speech?> mended)
{
    private static readonly (string Prefix, Noun Kind)[] Kinds =
        [("tasks_", Noun.Task), ("reminders_", Noun.Reminder), ("calendar_", Noun.Event), ("notes_", Noun.Note), ("profile_set_goal", Noun.Goal), ("profile_complete_goal", Noun.Goal)];

    private LocalDate? day;
    private string? due;

    public Speech Speech => speech;
    /// <summary>The same words with slips of the finger mended, where that changes any.</summary>
    public Lazy<Speech?> Mended => mended;
    public List<Outcome> Outcomes { get; } = [];
    public Verb Inherited { get; private set; }
    /// <summary>The kind of thing that was spoken of last: "the ikea one", "cria outra: …".</summary>
    public Noun Kind { get; private set; }
    /// <summary>The wish before, where its outcome is still the last one.</summary>
    public Wish? Before { get; private set; }

    public Wish Next(Speech words, Clause clause) =>
        new(words, clause, clause.GoesOn ? Inherited : Verb.None, clause.GoesOn ? day : null, Kind);

    /// <summary>"Domingo é aniversário da Lia, me lembra de manhã": a part of the day alone is of the day that was told right before.</summary>
    public Wish OnToldDay(Wish wish, Clause clause)
    {
        if (BeforeEvening(wish) is { } evening)
        {
            return new(evening, clause, Verb.None, Before!.Time.When!.Day ?? speech.Context.Today, Kind);
        }

        if (wish is not { Verb: Verb.Remind, Time.When: { Day: null, Clock: null, Part: not null, Counted: null, Recurrence: null } } || Before is not { Verb: Verb.None or Verb.Remind, Time.When: { Day: { } told, Clock: null, Recurrence: null } } || told <= speech.Context.Today)
        {
            return wish;
        }

        if (Outcomes.Count > 0 && (WishReader.IsLost(Outcomes[^1]) || Outcomes[^1] is Say { Key: "OutOfScope" }))
        {
            Forget();
        }

        return new(speech, clause, Verb.None, told, Kind);
    }

    /// <summary>"Band plays at 9 tonight, remind me at 8:15": an hour or so before what was told is of the same evening.</summary>
    private Speech? BeforeEvening(Wish wish)
    {
        if (wish is not { Verb: Verb.Remind, Time.When: { Day: null, Part: null, Recurrence: null, Clock: { Sure: false } clock } when } || clock.Time.Hour is < 7 or > 11 || Before is not { Verb: Verb.None, Time.When: { Recurrence: null, Clock: not null } told }
            || Dates.Resolve.Hour(told, out _) is not { Hour: >= 18 } hour || hour.Hour - (clock.Time.Hour + 12) is < 0 or > 3)
        {
            return null;
        }

        return speech with { Times = [.. speech.Times.Select(time => time == when ? time with { Part = Dates.DayPart.Evening } : time)] };
    }

    public void Hear(Say refusal)
    {
        Outcomes.Add(refusal);
        Before = null;
    }

    public void Hear(Wish wish, params Outcome[] heard)
    {
        Outcomes.AddRange(heard.Select(outcome => Due(wish, outcome)));
        ShareDays(wish);
        ShareStart(wish);
        (Inherited, day, Before) = (wish.GoesOn && Inherited == Verb.Need ? Verb.Need : wish.Verb, wish.Time.When?.Day, wish);
        var function = heard.LastOrDefault() switch { Call call => call.Function, Ask ask => ask.Pending.Function, _ => "" };
        Kind = Kinds.FirstOrDefault(kind => function.StartsWith(kind.Prefix, StringComparison.Ordinal)).Kind is var found and not Noun.None ? found : Kind;
    }

    /// <summary>"Amanhã preciso A, B e C": the day said first is that of them all.</summary>
    private Outcome Due(Wish wish, Outcome outcome)
    {
        if (outcome is not Call { Function: "tasks_create_task" } task || !(wish.Verb == Verb.Need || wish.GoesOn))
        {
            due = null;
            return outcome;
        }

        if (!wish.GoesOn)
        {
            due = speech.Times.Any(time => time.From >= wish.From && time.To <= wish.Head.AfterVerb && time.Day is not null) ? (task.Arguments.GetValueOrDefault("due") as string)?[..10] : null;
        }

        if (wish.GoesOn && due is null && speech.Tokens[wish.From - 1].Norm is "e" or "and" or "&" && (task.Arguments.GetValueOrDefault("due") as string)?[..10] is { } last)
        {
            ShareDue(last);
        }

        return wish.GoesOn && due is not null && !task.Arguments.ContainsKey("due") ? task.With("due", due) : outcome;
    }

    /// <summary>"Preciso A, B e C amanhã": the day said last, where no other was said.</summary>
    private void ShareDue(string last)
    {
        for (var at = Outcomes.Count - 1; at >= 0 && Outcomes[at] is Call { Function: "tasks_create_task" } task && !task.Arguments.ContainsKey("due"); at--)
        {
            Outcomes[at] = task.With("due", last);
        }
    }

    private readonly List<Call> undated = [];

    /// <summary>"… às 20 amanhã", and not "… amanhã às 20", which is said of the last one only.</summary>
    private static bool EndsInDay(Wish wish) =>
        wish.Speech.Times.LastOrDefault(time => time.From >= wish.From && time.To <= wish.To) is { Day: not null } last && last.To >= wish.End && wish.Speech.Tokens[last.To - 1] is { IsWord: true, Norm: not ("h" or "am" or "pm" or "horas" or "noite" or "tarde" or "manha") };

    /// <summary>"Class at 8, therapy at 11 and the gym at 6 tomorrow": the day said last is that of all hours before it that have none.</summary>
    private void ShareStart(Wish wish)
    {
        if (Outcomes.LastOrDefault() is not Call { Function: "calendar_create_event" } made)
        {
            undated.Clear();
            return;
        }

        var own = wish.Speech.Times.Any(time => time.From >= wish.From && time.To <= wish.To && time.Day is not null);
        if (!own)
        {
            undated.AddRange(wish.Time.When is { Recurrence: null, Counted: null } && !(wish.GoesOn && undated.Count == 0) ? [made] : []);
            return;
        }

        if (wish.From > 0 && speech.Tokens[wish.From - 1].Norm is "e" or "and" && EndsInDay(wish) && (made.Arguments["start"] as string)?[..10] is { } last)
        {
            for (var at = Outcomes.Count - 2; at >= 0 && Outcomes[at] is Call before && undated.Contains(before) && !before.Arguments.ContainsKey("end"); at--)
            {
                Outcomes[at] = before.With("start", last + (before.Arguments["start"] as string)![10..]);
            }
        }

        undated.Clear();
    }

    /// <summary>"Minha agenda e minhas tarefas de amanhã": both are looked at on that day.</summary>
    private void ShareDays(Wish wish)
    {
        if (wish.From == 0 || speech.Tokens[wish.From - 1].Norm is not ("e" or "and") || Outcomes is not [.., Call first, Call second] || !IsDayList(first) || !IsDayList(second))
        {
            return;
        }

        var (from, to) = (Days(second) ?? Days(first)) ?? (null, null);
        Outcomes[^2] = Days(first) is null ? first.With("from", from).With("to", to) : first;
        Outcomes[^1] = Days(second) is null ? second.With("from", from).With("to", to) : second;
    }

    private static bool IsDayList(Call call) => call.Function is "tasks_list_tasks" or "calendar_list_events" or "reminders_list_reminders" && !call.Arguments.ContainsKey("text");

    private static (object? From, object? To)? Days(Call call) =>
        call.Arguments.GetValueOrDefault("to") is { } to ? (call.Arguments.GetValueOrDefault("from"), to) : null;

    /// <summary>The last outcome made way for another.</summary>
    public void Forget() => Outcomes.RemoveAt(Outcomes.Count - 1);
}
