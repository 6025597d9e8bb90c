using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Reminders: "me lembra amanhã às 9 de …", "toda segunda às 8 …", "adia o lembrete …", "cancela o lembrete …".</summary>
internal static class ReminderWishes
{
    private static readonly PhraseTable<bool> Promised = new((true,
        ["o|do|sobre? que|oque e? que? voce ficou|tem|tinha|vai|ia|precisa|pretende|deve de|que|pra|para? me? lembrar|avisar|cutucar",
            "quando|que voce vai|ficou de? me lembrar|avisar", "what are|were you going|supposed|meant to remind|ping me", "what do you have to remind me",
            "what will you remind me"]));

    public static Outcome? Read(Wish wish) => wish.Verb switch
    {
        Verb.Remind when IsForAnother(wish) => new Say("OutOfScope"),
        Verb.Remind when Reminiscences.Read(wish) is { } talk => talk,
        Verb.Remind when Promised.Find(wish.Speech.From(0), out _, out _) => List(wish),
        Verb.Remind when Again(wish) is { } again => again,
        Verb.Remind => Set(wish, wish is { Head.Verb: Verb.None, Noun: Noun.Reminder } ? wish.Head.Body : wish.Head.AfterVerb),
        Verb.List or Verb.Find when wish.Noun == Noun.Reminder => List(wish),
        Verb.None when wish is { Noun: Noun.Reminder, Plural: true } => TaskWishes.Tells(wish) || Statements.About(wish, wish.Head.Body) ? null : List(wish),
        Verb.None when wish.Noun == Noun.Reminder && wish.Mark != Mark.Done && (TaskWishes.Tells(wish) || Told.Is(wish) || Statements.About(wish, wish.Head.Body)) => null,
        Verb.Delete when wish.Noun is Noun.None or Noun.Occasion && IsSilenced(wish) => Call.To("reminders_cancel_reminder").With("reminder", wish.Target(wish.Head.AfterVerb)).Unless("reminder"),
        Verb.Create when wish.Noun == Noun.Reminder && TaskWishes.IsPutOff(wish) => Snooze(wish),
        Verb.None or Verb.Create or Verb.Schedule when wish.Noun == Noun.Reminder && wish.Mark != Mark.Done => Set(wish, wish.Head.Body),
        Verb.Snooze when wish.Noun is Noun.Reminder or Noun.None => Snooze(wish),
        Verb.Change when wish.Noun == Noun.Reminder && !(wish.Plural && wish.At(wish.Head.Start).Word is "set") => Snooze(wish),
        Verb.Finish when wish.Noun == Noun.Reminder => Target("reminders_complete_reminder", wish).Unless("reminder"),
        Verb.Cancel or Verb.Delete when wish.Noun == Noun.Reminder => Target("reminders_cancel_reminder", wish).Unless("reminder"),
        _ => null,
    };

    /// <summary>Without a command word: "todo dia 8h remédio", "toda terça às 19h aula de inglês".</summary>
    public static Outcome? Bare(Wish wish) =>
        wish is { Verb: Verb.None, Asks: false, Time.When.Recurrence: not null } && !(wish.Time.When.Day < wish.Context.Today) && (wish.Time.When.HasClock || !TaskWishes.IsLonging(wish)) && wish.Title(wish.Head.Start) is { Length: > 0 } title && !Tells(title) && !Statements.OfSomebody(title) && !wish.Has("livre", "livres", "free") && !(wish.Has("eu",
            "ele", "ela", "i", "he", "she", "they") && !wish.Has("tenho", "have", "preciso", "need", "tem"))
            ? Set(wish, wish.Head.Start)
            : null;

    /// <summary>"Todo dia eu acordo cedo" tells something; it is no wish.</summary>
    private static bool Tells(string title) => Normalizer.Fold(title.Split(' ')[0]) is "eu" or "ele" or "ela" or "nos" or "i" or "he" or "she" or "we" or "they" or "minha" or "meu" or "my" or "tem" or "corri" or "dormi" or "fui" or "fiz" or "comi" or "bebi" or "treinei" or "e" or "foi" or "vai" or "is" or "was" or "bate" or "bateu" or "rola" or "aparece" or "some" or "sobra" or "chove";

    public static Outcome Set(Wish wish, int from)
    {
        var text = Unnamed(wish.Verb == Verb.None ? Arranged.Settled(wish.Title(from)) : wish.Title(from));
        if (text is "acordo" or "levanto" or "Acordo")
        {
            return At(wish, "acordar", true);
        }

        var named = wish.Has("acorda", "acorde", "acordar", "acordas", "wake", "waking", "woken", "despertador", "desperta", "desperte", "despertar", "despertas") || (wish.Has("get") && wish.Has("up", "bed") && wish.At(wish.Head.Start).Word is "get");
        text = (named || wish.Has("alarm", "alarme", "alarms")) && IsReason(wish) ? "" : text;
        var wakes = named || (text.Length == 0 && wish.Has("alarme", "alarm",
            "alarms", "celular") && (wish.Time.When?.Day > wish.Context.Today || wish.Time.When?.Recurrence is not null || IsByMorning(wish)));
        return At(wish, text.Length > 0 ? text : Alarm(wish) is { } alarm ? alarm : wakes ? wish.Has("wake", "get", "waking", "woken") ? "wake up" : "acordar" : Alarm(wish), wakes);
    }

    /// <summary>"Remind her to call", "tell them to": others cannot be reminded from here.</summary>
    private static bool IsForAnother(Wish wish) =>
        wish.Speech.Tokens[wish.Head.Start].Norm is "remind" or "notify" or "alert" or "ping" or "nudge" or "wake" && wish.At(wish.Head.Start + 1).Word is "her" or "him" or "them" or "everyone" or "everybody" or "someone" or "somebody" or "people"
        || IsToOther(wish.At(wish.Head.Start));

    /// <summary>"Lembra meu marido do rodízio", "remind Bob to call": whom is said, and it is not "me".</summary>
    private static bool IsToOther(Cursor cursor)
    {
        if (!cursor.TakeAny("lembra", "lembre", "avisa", "avise", "acorda", "acorde", "remind", "wake"))
        {
            return false;
        }

        cursor.TakeAny("o", "a", "os", "as", "ao", "meu", "minha", "my", "our", "the");
        var whom = cursor.Token;
        cursor.Skip();
        return !cursor.AtEnd && whom is { IsWord: true, Quoted: false } && (Told.IsKin(whom.Norm) || (whom.Raw.Length > 2 && char.IsUpper(whom.Raw[0]) && whom.Raw.Skip(1).All(char.IsLower)))
            && cursor.Word is "de" or "do" or "da" or "dos" or "das" or "que" or "pra" or "to" or "about" or "that" or "of" or "up" or "sobre";
    }


    /// <summary>"Set an alarm for 5:45", said late in the evening: that hour of the afternoon is over.</summary>
    private static bool IsByMorning(Wish wish) =>
        wish.Time.When is { Day: null, Part: null, Counted: null, Clock: { Sure: false } clock } && clock.Time.Hour is > 3 and < 12 && wish.Context.Now.Hour >= clock.Time.Hour + 12;

    /// <summary>"Wake me up at 5:15, I can't miss that train": why one gets up is not what the alarm says.</summary>
    private static bool IsReason(Wish wish)
    {
        var cursor = wish.At(wish.Time.When is { } when && when.From <= wish.Head.AfterVerb ? when.To : wish.Head.AfterVerb);
        var apart = cursor.TakeAny(",", "-", "–", "—", "(", ";");
        var told = apart && !ThingsToDo.Begins(cursor) && !ThingsToDo.IsInfinitive(cursor.Word) && cursor.Word is not ("pra" or "para" or "to" or "for" or "e" or "and");
        var right = wish.Time.Taken is [var first, ..] && first.To < wish.End - 1 && wish.At(first.To) is var after && !ThingsToDo.IsInfinitive(after.Peek(1))
            && (after.Word is "que" or "pois" or "because" or "cause" or "cos" or "cuz" or "since" || (after.Word is "por" && after.Peek(1) is "que"));
        return right || (!cursor.AtEnd && (told || cursor.Word is "because" or "cause" or "cos" or "cuz" or "since" or "pois" or "que" or "i" || cursor.TakeAll("por", "que") || cursor.TakeAll("ja", "que")));
    }

    /// <summary>"A daily reminder to stretch": that it is a reminder is not what it says.</summary>
    private static string Unnamed(string text) =>
        Array.Find(["reminder to ", "reminder for ", "reminder about ", "alarm to ", "alarm for ", "lembrete de ", "lembrete pra ",
            "lembrete para "], lead => text.StartsWith(lead, StringComparison.OrdinalIgnoreCase)) is { } found && text.Length > found.Length ? text[found.Length..] : text;

    /// <summary>With words that stand elsewhere: "cobrar a comissão: me cutuca todo dia 10".</summary>
    public static Outcome At(Wish wish, string? text, bool wakes = false)
    {
        var call = Call.To("reminders_set_reminder").With("text", text);
        if (wish.Time.When is not { IsPoint: true } spoken)
        {
            return call.Unless("text") is Ask ask ? ask : new Ask(call, "at");
        }

        // Nobody is woken at five in the afternoon.
        var when = wakes && spoken is { Clock: { Sure: false }, Part: null } ? spoken with { Part = DayPart.Morning } : spoken;
        when = EachDay(wish) is { } rule && when.Recurrence is null ? when with { Recurrence = rule, Day = null, LastDay = null } : when;
        var at = Resolve.Ring(when, wish.Context);
        call = call.With("at", at ?? (when.Day is { } day ? Moments.Of(day) : null)).With("repeat", OnItsDay(when)?.Rule);
        return call.Unless("text") is Ask missing ? missing : at is null ? new Ask(call, "at") : call;
    }

    /// <summary>"A cada duas semanas na sexta", "todo mês no dia 5", "todo ano dia 14/08": the day belongs to the rule.</summary>
    private static Recurrence? OnItsDay(TimeExpression when) => when switch
    {
        { Recurrence: { Weekdays.Count: 0, Until: null } rule, Day: { } day } => rule switch
        {
            { Frequency: Frequency.Weekly } => rule with { Weekdays = [day.DayOfWeek] },
            { Frequency: Frequency.Monthly, MonthDay: null, Interval: 1 } when when.Loose is { MonthDay: not null } => rule with { MonthDay = day.Day },
            { Frequency: Frequency.Yearly, YearDay: null, Month: null } => rule with { YearDay = new NodaTime.AnnualDate(day.Month, day.Day) },
            _ => rule,
        },
        _ => when.Recurrence,
    };

    /// <summary>"Me lembra de segunda a sexta": each of these days, week for week.</summary>
    private static Recurrence? EachDay(Wish wish)
    {
        foreach (var time in wish.Time.Taken)
        {
            if (WeekRanges.Rule(wish.Speech, time) is { } rule)
            {
                return rule;
            }

            for (var at = time.From; at < time.To; at++)
            {
                var cursor = wish.At(at);
                if (Dates.Repeats.Habits.Days(ref cursor, out var days) && days.Count > 2)
                {
                    return new Recurrence(Frequency.Weekly) { Weekdays = days };
                }
            }
        }

        return null;
    }

    /// <summary>An alarm needs no reason.</summary>
    private static string? Alarm(Wish wish) => !wish.Time.IsPoint ? null : wish.Has("alarme") ? "alarme" : wish.Has("alarm") ? "alarm" : null;

    private static Call List(Wish wish) => Lists.Days(Call.To("reminders_list_reminders"), wish).With("status", Lists.Status(wish));

    private static Outcome Snooze(Wish wish)
    {
        var from = wish.Noun == Noun.Reminder ? wish.Head.Body : wish.Head.AfterVerb;
        var length = wish.Time.When is null ? Amounts.Find(wish) : null;
        var words = WithoutMore(Words.Target(length is not { } amount || amount.From < from ? wish.Title(from) : amount.From > from ? wish.Title(from, amount.From) : Renamed(wish.Title(amount.To))));
        var call = Call.To("reminders_snooze_reminder").With("reminder", words.Length == 0 ? "essa" : words).With("until", Until(wish));
        return call.Unless("until");
    }

    /// <summary>"Adia meia hora o lembrete do lixo": the noun stands after the length.</summary>
    private static string Renamed(string words) => Lists.Without(words, "lembrete", "reminder", "alarme", "alarm");

    /// <summary>"Me lembra do relatório de novo às 17h": rung before, and wanted once more.</summary>
    private static Call? Again(Wish wish)
    {
        if (wish.Has("because", "cause", "cos", "cuz", "since", "pois") || (wish.Has("por") && wish.Has("que")))
        {
            // "… because the attic is dripping again": what comes again is the reason.
            return null;
        }

        var words = wish.Title(wish.Head.AfterVerb);
        if (Normalizer.Fold(words) is "novo" or "again" && wish.Time.IsPoint)
        {
            return Call.To("reminders_snooze_reminder").With("reminder", "essa").With("until", Until(wish));
        }

        var tail = Array.Find([" de novo", " novamente", " outra vez", " mais uma vez", " again"], tail => Normalizer.Fold(words).EndsWith(tail, StringComparison.Ordinal));
        return tail is not null && Reasons.Within(words) < 0 && !wish.Has("que", "that") && wish.Time is { IsPoint: true, When.Recurrence: null } && Until(wish) is { } until
            ? Call.To("reminders_snooze_reminder").With("reminder", Words.Target(words[..^tail.Length])).With("until", until)
            : null;
    }

    /// <summary>"Adia o lembrete por mais 15 minutos", "… for another hour": what leads to the length is no name.</summary>
    private static string WithoutMore(string words)
    {
        while (Array.Find(["por", "mais", "por mais", "em", "another", "for another", "more", "uns",
            "umas"], tail => Normalizer.Fold(words) == tail || Normalizer.Fold(words).EndsWith(" " + tail, StringComparison.Ordinal)) is { } found)
        {
            words = words[..^found.Length].TrimEnd();
        }

        return words;
    }

    /// <summary>"Adia 10 minutos", "snooze for an hour": a length is counted from now.</summary>
    private static string? Until(Wish wish)
    {
        if (wish.Time.When is { IsPoint: true } when && !IsLength(wish, when))
        {
            return Resolve.Ring(when, wish.Context);
        }

        var minutes = wish.Time.When?.Minutes ?? Amounts.Minutes(wish);
        return minutes is { } length
            ? Moments.Of(OffsetTimes.ToMinute(wish.Context.Now.PlusMinutes(length)))
            : null;
    }

    /// <summary>"Adia o lembrete 1h": without a preposition an hour is a length.</summary>
    private static bool IsLength(Wish wish, TimeExpression when) =>
        when is { Day: null, Part: null, Clock: not null } && wish.Speech.Tokens[when.From].IsNumber && wish.Speech.Tokens[when.To - 1].Norm is "h" or "hora" or "horas";

    /// <summary>"Para de me lembrar do alongamento", "stop reminding me about the vitamins".</summary>
    private static bool IsSilenced(Wish wish) =>
        wish.Speech.Tokens.Skip(wish.Head.Start).Take(wish.Head.AfterVerb - wish.Head.Start).Any(token => token.Norm is "lembrar" or "avisar" or "notificar" or "reminding" or "notifying" or "pinging" or "nagging" or "alerting" or "nudging" or "cutucar");

    private static Call Target(string function, Wish wish) => Call.To(function).With("reminder", wish.Target() is { Length: > 0 } target && target.All(char.IsAsciiDigit) ? wish.Text(wish.Head.NounAt) : wish.Target());
}
