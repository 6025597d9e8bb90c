using System.Collections.Frozen;
using TbPersonalOs.Offline.Questions;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Reads a message: its wishes in order, each by the first rule that knows it.</summary>
internal static class WishReader
{
    private delegate Outcome? Rule(Wish wish);

    private static readonly Rule[] Commands =
    [
        Sweeping.Read, Errands.Beyond, OutOfReach.Read, FixedWishes.Read, UndoWishes.Read, HealthWishes.Read, ProfileWishes.Read, Inbound.Read, InboxWishes.Read, Recollections.Read, KeptFacts.Read, ListWishes.Read, NamedNotes.Read, Errands.Read, NoteWishes.Read, ReminderWishes.Read, CalendarWishes.Read, StatedChanges.Read, TaskWishes.Read, TaskQuestions.Read,
        QuestionWishes.Read, LooseWishes.Read,
    ];

    private static readonly Rule[] Rules = [.. Commands, CalendarWishes.Bare, TaskWishes.Bare, ReminderWishes.Bare, BareEvents.Read];

    private static readonly FrozenSet<string> QuestionWords = FrozenSet.ToFrozenSet(
        ["qual", "quais", "quem", "quando", "onde", "como", "porque", "quanto", "quanta", "quantos", "quantas", "oque", "que", "cade",
         "what", "who", "when", "where", "how", "why", "which", "is", "are", "does", "do", "did", "can", "could", "will", "would", "whose",
         "toca", "toque", "play", "liga", "ligue", "desliga", "acende", "apague", "abre", "abra", "open", "turn", "traduz", "traduza", "translate", "calcula", "calculate",
         "conta", "tell", "escreve", "escreva", "write", "explica", "explique", "explain", "recomenda", "recommend", "sugere", "suggest", "toque", "saber",
         "pesquisa", "search", "manda", "envia", "send"]);

    /// <summary>Before a command these words make something else of it: reported, denied, supposed.</summary>
    private static readonly FrozenSet<string> Holding = FrozenSet.ToFrozenSet(
        ["nao", "nunca", "se", "caso", "quando", "disse", "falou", "pediu", "quer", "queria", "talvez", "acho", "that", "said", "asked", "told", "wants", "if",
            "when", "not", "never", "don", "maybe", "says", "ele", "ela", "he", "she", "they", "eles", "gostaria", "devia", "deveria", "should", "ia",
            "wanted", "needs", "needed", "expects", "begged", "asks", "tells", "asking", "telling", "expected", "hoped", "promised", "insisted", "mandou", "pediram", "querem",
            "disseram", "avisou", "prometeu", "insistiu", "esperava"]);

    private static readonly FrozenSet<string> Opening = FrozenSet.ToFrozenSet(
        ["e", "and", "entao", "so", "mas", "ai", "agora", "now", "finalmente", "finally", "deus", "ok", "please", "favor", "hoje", "then", "but", "also",
            "tambem", "ja", "logo", "pode", "hey", "opa", "senhora", "cara", "mano"]);

    public static List<Outcome> Read(Speech speech)
    {
        if (speech.Tokens.Count == 0)
        {
            return [new Say("Empty")];
        }

        if ((Slash.Read(speech) ?? ForgetWishes.Read(speech) ?? OwnHours.Read(speech)) is { } command)
        {
            return [command];
        }

        if (Unreachable.IsAll(speech))
        {
            return [new Say("OutOfScope")];
        }

        if (Dropped.Read(speech) is { } dropped)
        {
            return [dropped];
        }

        if (Forgone.Read(speech) is { } forgone)
        {
            return forgone;
        }

        if (Withdrawal.Ends(speech))
        {
            return [new Say("Negated")];
        }

        return Insistence.Read(speech) ?? Merged(Enumerations.Read(speech) ?? OfClauses(speech));
    }

    public static bool IsLost(Outcome outcome) => outcome is Say { Key: "OutOfScope" } or Ask { Missing: Ask.Confirmation, Pending.Function: "inbox_capture" };

    private static List<Outcome> OfClauses(Speech speech)
    {
        var reading = new Reading(speech, new Lazy<Speech?>(() => Respelled(speech)));
        var conditional = false;
        var clauses = Causes.Without(speech, [.. Clauses.Of(speech)]);
        foreach (var clause in clauses)
        {
            if (conditional && !clause.First)
            {
                continue;
            }

            var guard = Guards.Check(speech, clause);
            conditional = guard == "conditional";
            if (guard is not null)
            {
                reading.Hear(new Say(conditional ? "Conditional" : "Negated"));
                continue;
            }

            Understand(reading, clause, clauses.Count > 1);
        }

        return reading.Outcomes;
    }

    private static void Understand(Reading reading, Clause clause, bool among)
    {
        var wish = reading.OnToldDay(Typed(reading, clause), clause);
        if (wish.Verb == Verb.List && reading.Before?.Time.When is { Day: not null } day && LeadTimes.Apply(reading.Speech, clause, day) is { } dated)
        {
            wish = reading.Next(dated, clause);
        }

        if (wish.Verb is Verb.Schedule or Verb.Create && wish.Time.When is { Clock: not null, Day: null } && reading.Before?.Time.When is { Day: not null } other && LeadTimes.OnSameDay(reading.Speech, clause, other) is { } same)
        {
            wish = reading.Next(same, clause);
        }

        wish = AfterWaking.Apply(reading, wish) is { } morning ? reading.Next(morning, clause) : wish;
        if (wish.Verb == Verb.None && !wish.Asks && Topics.Turned(reading.Speech, clause, reading.Kind) is { } turned)
        {
            wish = reading.Next(turned, new Clause(0, turned.Tokens.Count, clause.First));
        }

        if ((Beforehand.OfHabit(wish, reading) ?? AnotherOne.Read(wish, reading) ?? Beforehand.Read(wish, reading.Before, reading.Outcomes.LastOrDefault()) ?? BackReferences.Read(wish, clause, reading)) is { } back)
        {
            reading.Hear(wish, back);
            return;
        }

        var done = wish.Verb == Verb.None ? Accomplishments.Read(wish, among).ToList() : [];
        if (done.Count > 0)
        {
            reading.Hear(wish, [.. done]);
            return;
        }

        var outcome = One(wish);
        if (IsLost(outcome))
        {
            outcome = Island(reading.Speech, clause) ?? (reading.Mended.Value is { } respelled && !Told.Is(wish) && One(new Wish(respelled, clause, kind: reading.Kind)) is var known && !IsLost(known) ? known : null) ?? outcome;
        }

        reading.Hear(wish, outcome);
    }

    /// <summary>The wish as typed, or with its slips mended where that makes a command of it.</summary>
    private static Wish Typed(Reading reading, Clause clause)
    {
        var wish = reading.Next(reading.Speech, clause);
        if (clause.GoesOn && reading.Inherited == Verb.Remind && wish.Noun is Noun.Occasion or Noun.Event && reading.Speech.Tokens[Math.Max(wish.Head.NounAt - 1, 0)].Norm is not ("da" or "do" or "de" or "of" or "about"))
        {
            wish.Verb = Verb.None;
        }

        return (wish.Verb == Verb.None || wish.Noun == Noun.None) && reading.Mended.Value is { } respelled && reading.Next(respelled, clause) is var mended && SaysMore(mended, wish) ? mended : wish;
    }

    /// <summary>With the slips mended a command or a thing appears where there was none.</summary>
    private static bool SaysMore(Wish mended, Wish typed) =>
        (typed.Verb == Verb.None && mended.Verb != Verb.None && typed.Noun is Noun.None or Noun.Occasion) || (typed.Verb != Verb.None && mended.Verb == typed.Verb && typed.Noun == Noun.None && mended.Noun is not (Noun.None or Noun.Occasion));

    /// <summary>The same words with slips of the finger mended, where that changes any.</summary>
    private static Speech? Respelled(Speech speech)
    {
        var mended = Speech.Plain(speech.Text, speech.Context, Vocabulary.Commands);
        return mended.Tokens.Count == speech.Tokens.Count && mended.Tokens.Where((token, at) => token.Norm != speech.Tokens[at].Norm).Any() ? mended with { Times = speech.Times } : null;
    }

    /// <summary>A plain command after words that are not part of it: "graças a Deus, marca…", "ok doc mode: block 2 hours".</summary>
    private static Outcome? Island(Speech speech, Clause clause)
    {
        if (Unreachable.Opens(speech, clause.From, clause.To) || OutOfReach.IsForOthers(speech.From(Head.StartOf(speech, clause.From), clause.To)))
        {
            return null;
        }

        for (var at = clause.From + 1; at < clause.To - 1; at++)
        {
            if (speech.Tokens[at].Quoted)
            {
                continue;
            }

            var before = speech.Tokens[at - 1];
            if (Holding.Contains(before.Norm) || OthersHabits.Reminds(speech, clause.From, at))
            {
                return null;
            }

            if (before.IsWord && !Opening.Contains(before.Norm) && !speech.Tokens[at].Is("me") && !speech.Tokens[at].Is("remind"))
            {
                continue;
            }

            if (speech.TimeAt(at) is null && VerbTable.Table.Find(speech.From(at, clause.To), out var hit, out _) && hit.Splits && hit.Verb is not (Verb.Need or Verb.List)
                && One(new Wish(speech, clause with { From = at })) is var found && !IsLost(found))
            {
                return found;
            }
        }

        return null;
    }

    private static Outcome One(Wish wish)
    {
        foreach (var rule in Told.Is(wish) ? Commands : Rules)
        {
            if (rule(wish) is { } outcome)
            {
                return Doubts.About(wish, outcome);
            }
        }

        return NotUnderstood(wish);
    }

    private static Outcome NotUnderstood(Wish wish)
    {
        var words = wish.At(wish.From);
        if (Politeness.IsGreeting(words) || Politeness.IsEmpty(words))
        {
            return new Say("Greeting");
        }

        if (Politeness.IsThanks(words))
        {
            return new Say("Thanks");
        }

        if (Answers.IsYesOrNo(wish.Speech))
        {
            return new Say("NothingOpen");
        }

        var text = wish.Speech.IsLong ? wish.Speech.Whole : wish.Speech.Raw(wish.From, wish.End);
        return wish.Asks || QuestionWords.Contains(wish.At(wish.Head.Start).Word) || QuestionWords.Contains(words.Word) || text.Length < 3
            ? new Say("OutOfScope")
            : new Ask(Call.To("inbox_capture").With("text", text), Ask.Confirmation);
    }

    private static bool Same(Outcome one, Outcome other) =>
        one is Call first && other is Call second && first.Function == second.Function && first.Arguments.Count == second.Arguments.Count
        && first.Arguments.All(argument => Equals(second.Arguments.GetValueOrDefault(argument.Key), argument.Value));

    private static List<Outcome> Settled(IEnumerable<Outcome> read)
    {
        var outcomes = new List<Outcome>();
        foreach (var outcome in read)
        {
            if (outcome is Instead && outcomes.Count > 0 && IsLost(outcomes[^1]))
            {
                outcomes.RemoveAt(outcomes.Count - 1);
            }

            outcomes.Add(outcome is Instead instead ? instead.Of : outcome);
        }

        return outcomes;
    }

    /// <summary>Measures said one after the other are one check-in; the same words of refusal are said once.</summary>
    private static List<Outcome> Merged(IEnumerable<Outcome> read)
    {
        var outcomes = Settled(read);
        if (outcomes.Exists(outcome => !IsLost(outcome)))
        {
            // A word or two beside a wish are no wish: "consegui!!", "voz: então".
            outcomes.RemoveAll(outcome => IsLost(outcome) && outcome is Ask ask && ask.Pending.Arguments.GetValueOrDefault("text") is string text && text.Count(' '.Equals) < 2 && !Misreadings.NamesDay(text));
        }

        var merged = new List<Outcome>();
        foreach (var said in outcomes)
        {
            var outcome = Pointed.IsTakenOff(said, merged) ? merged[^1] : Pointed.At(said, merged);
            if (ReferenceEquals(outcome, merged.LastOrDefault()) || Pointed.IsAgain(outcome, merged))
            {
                continue;
            }

            if (outcome is Call { Function: "health_check_in" } next && merged.LastOrDefault() is Call { Function: "health_check_in" } before
                && next.Arguments.Keys.All(key => key == "date" || !before.Arguments.ContainsKey(key)))
            {
                merged[^1] = next.Arguments.Aggregate(before, (call, argument) => call.With(argument.Key, argument.Value));
            }
            else if (outcome is Call { Function: "profile_update_profile" } trait && merged.LastOrDefault() is Call { Function: "profile_update_profile" } self && !trait.Arguments.Keys.Any(self.Arguments.ContainsKey))
            {
                merged[^1] = trait.Arguments.Aggregate(self, (call, argument) => call.With(argument.Key, argument.Value));
            }
            else if (outcome is Call { Function: "tasks_update_task" } detail && merged.LastOrDefault() is Call { Function: "tasks_update_task" or "tasks_create_task" } thing
                && detail.Arguments.GetValueOrDefault("task") is "nela" or "nele" or "dela" or "dele" or "it" or "essa" or "isso")
            {
                merged[^1] = detail.Arguments.Where(argument => argument.Key != "task").Aggregate(thing, (call, argument) => call.With(argument.Key, argument.Value));
            }
            else if (!merged.Any(known => Same(known, outcome)) && !merged.Any(known => known is Say && known == outcome) && !(outcome is Say { Key: "Greeting" or "Thanks" } && merged.Count > 0))
            {
                merged.RemoveAll(known => known is Say { Key: "Greeting" or "Thanks" });
                merged.Add(outcome);
            }
        }

        return merged;
    }
}
