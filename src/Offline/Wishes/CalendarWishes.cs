using NodaTime;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Events: "marca almoço com a Marina quinta 12h30", "agenda de amanhã", "remarca a reunião pra sexta às 10", "quando estou livre?".</summary>
internal static class CalendarWishes
{
    public static Outcome? Read(Wish wish) => FreeTime.Read(wish) ?? Lengthening.Read(wish) ?? Rescheduled.Read(wish) ?? Struck.Read(wish) ?? Going(wish) ?? wish.Verb switch
    {
        Verb.List when Happens(wish) => Create(wish, wish.Head.AfterVerb),
        Verb.List or Verb.Find when wish.Noun is Noun.Event or Noun.Occasion => List(wish),
        Verb.None when wish is { Noun: Noun.Event, Plural: true } && !HasTitle(wish) && !Statements.About(wish, wish.Head.Body) => List(wish),
        Verb.None when wish is { Noun: Noun.Occasion or Noun.Event } && wish.Asks && wish.Time.IsPoint => List(wish),
        Verb.Schedule when wish.Mark != Mark.Done && wish is not { Noun: Noun.Task, Plural: false } => Create(wish, wish.Noun == Noun.Event && !wish.Plural ? wish.Head.Body : wish.Head.AfterVerb),
        Verb.Create or Verb.None when wish is { Noun: Noun.Event, Plural: false } => Create(wish, wish.Head.Body),
        Verb.None when wish.Time.When is { EndClock: not null, Day: not null } && wish.At(wish.Head.Start).Word is "fecha" or "feche" or "segura" or "trava" or "guarda" or "guarde" or "separa" or "separe" or "hold" => Create(wish, wish.Head.Start + 1),
        Verb.Create when wish.Mark == Mark.ToCalendar => Create(wish, wish.Head.AfterVerb),
        Verb.Create when wish is { Noun: Noun.None, Mark: Mark.None, Time.When: { HasClock: true, Day: not null, Recurrence: null } } && wish.Has("poe", "bota",
            "coloca", "put", "ponha", "bote", "coloque") => Create(wish, wish.Head.AfterVerb),
        Verb.Cancel or Verb.Delete when wish is { Mark: Mark.ToCalendar, Noun: Noun.None } => Call.To("calendar_cancel_event").With("event", wish.Target(wish.Head.AfterVerb)).Unless("event"),
        Verb.Create when wish is { Noun: Noun.None, Mark: Mark.None, Time.IsPoint: true } && EnglishOccasions.Ends(wish.Title(wish.Head.AfterVerb)) => Create(wish, wish.Head.AfterVerb),
        Verb.Cancel or Verb.Delete when wish is { Noun: Noun.None, Mark: Mark.None } && EnglishOccasions.Ends(wish.WithoutTimes(wish.Head.AfterVerb)) => Call.To("calendar_cancel_event").With("event", Words.Target(wish.WithoutTimes(wish.Head.AfterVerb))).Unless("event"),
        Verb.Create when wish.Noun == Noun.Occasion && wish.Mark != Mark.ToTasks => Create(wish, wish.Head.AfterVerb),
        Verb.Change or Verb.Rename or Verb.Snooze when wish.Noun is Noun.Event or Noun.Occasion => Change(wish),
        Verb.Change when wish is { Noun: Noun.None, Head.Feature: Feature.Place } && Changes.Split(wish).Value is not null => Change(wish),
        Verb.Change when wish.Noun == Noun.None && wish.Time.IsPoint && wish.Head.Feature is Feature.None or Feature.Start && !TaskWishes.IsDeadline(wish) =>
            IsMoved(wish) ? Change(wish) : null,
        Verb.Cancel or Verb.Delete when wish.Noun is Noun.Event or Noun.Occasion && !IsDeed(wish) => Call.To("calendar_cancel_event").With("event", Named(wish)).Unless("event"),
        Verb.Cancel when wish.Noun == Noun.None => Call.To("calendar_cancel_event").With("event", Named(wish)).Unless("event"),
        _ => null,
    };

    /// <summary>Where to it is moved is said with a preposition; "trocar o pneu amanhã" says when something is done.</summary>
    private static bool IsMoved(Wish wish) =>
        !Errands.Changes.Contains(wish.At(wish.Head.Start).Word)
        || wish.Head.Feature == Feature.Start || wish.Speech.Times.Any(time => time.From >= wish.Head.AfterVerb && time.To <= wish.End && time.IsPoint && (IsTo(wish.Speech.Tokens[time.From].Norm) || IsTo(wish.Speech.Tokens[time.From - 1].Norm)));

    private static bool IsTo(string word) => word is "pra" or "para" or "pro" or "pras" or "pros" or "to" or "from" or "for" or "until" or "till" or "ao" or "p";

    /// <summary>"Trocar o pneu amanhã", "change the bed sheets tomorrow": a verb of changing for something to do on its day.</summary>
    public static bool IsErrand(Wish wish)
    {
        var (first, next) = (wish.At(wish.Head.Start).Word, wish.At(wish.Head.Start).Peek(1));
        return wish is { Noun: Noun.None, Asks: false, Head.Pointer: null, Time.When: { IsPoint: true, Recurrence: null } } && !IsMoved(wish) && wish.Speech.TimeAt(wish.Head.Start + 1) is null
            && (ThingsToDo.IsInfinitive(first) ? wish.At(wish.Head.Start + 1).Token.IsWord && next is not ("pra" or "para" or "pro" or "de" or "do" or "da" or "isso" or "isto" or "ele" or "ela" or "por" or "em")
                : first is "change" or "switch" or "swap" && next is "the" or "my");
    }

    /// <summary>"Vou no show do Djavan dia 27 às 21h": where one goes at an hour is an event, if it is known as one.</summary>
    private static Outcome? Going(Wish wish)
    {
        var cursor = wish.At(wish.From);
        cursor.TakeAny("eu", "a", "nos", "i", "we");
        cursor.TakeAny("gente");
        var goes = cursor.TakeAny("vou", "vamos", "iremos") && cursor.TakeAny("a", "ao", "no", "na", "num", "numa", "pra", "pro");
        return goes && !wish.Asks && wish.Verb == Verb.None && wish.Time.When is { HasClock: true, Day: not null, Recurrence: null } && NounTable.Table.Find(cursor, out var hit, out _) && hit is { Noun: Noun.Occasion, Plural: false }
            ? Create(wish, cursor.At)
            : null;
    }

    /// <summary>Without a command word, an occasion with a time is an event: "reunião com o João amanhã às 10".</summary>
    public static Outcome? Bare(Wish wish) =>
        wish.Verb == Verb.None && wish is { Noun: Noun.Occasion, Plural: false, Time.When: not { Now: true } } && !wish.Asks && !ThingsToDo.Begins(wish.At(wish.Head.Start)) && !ThingsToDo.IsToBeDone(wish.At(wish.Head.Start), true) && wish.Time.When is { Day: not null } or { HasClock: true }
        && !IsTold(wish) && !IsOver(wish) && !IsWhere(wish) && wish.Time.When is not { Deadline: true, HasClock: false } && !(wish.At(wish.Head.NounAt).Word is "call" && wish.At(wish.Head.NounAt + 1).Word is "me" or "us" or "you" or "him" or "her" or "them") && !(wish.Time.When.Day < wish.Context.Today) && !wish.Has("nao", "don", "not", "foi", "was", "mudou", "passou", "virou", "atrasou",
            "adiantou", "moved", "changed", "abre", "fecha", "opens", "closes", "cancelada", "cancelado", "cancelled", "canceled")
            ? Create(wish, wish.Head.NounAt)
            : null;

    /// <summary>"No aniversário do meu neto, dia 21, quero fazer um bolo": when something is done, and nothing to be written down.</summary>
    public static bool IsWhere(Wish wish) =>
        (wish.To < wish.Speech.Tokens.Count || wish.Has("quero", "queria", "vou", "vamos", "pretendo")) && wish.Head.NounAt > wish.From && wish.Speech.Tokens[wish.Head.NounAt - 1].Norm is "no" or "na" or "nos" or "nas" && wish.Time.When is { HasClock: false };

    /// <summary>"A reunião acabou às 11", "the meeting ended at 11": it is over.</summary>
    private static bool IsOver(Wish wish)
    {
        for (var at = wish.Head.NounAt + 1; at < wish.End; at++)
        {
            var word = wish.Speech.Tokens[at];
            if (!word.Quoted && wish.Speech.TimeAt(at) is null && !char.IsUpper(word.Raw[0]) && (Statements.IsPast(word.Norm) && word.Norm is not "ficou" || word.Norm is "ended" or "finished" or "started" or "lasted" or "overran" or "ran" or "went" or "happened" or "dragged"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Semana que vem é meu aniversário", "tomorrow is my birthday": what a day is, said without an hour, asks for nothing.</summary>
    public static bool IsTold(Wish wish)
    {
        for (var at = wish.From; at < (wish.Noun == Noun.None ? wish.End : wish.Head.NounAt) && wish.Time.When is { HasClock: false }; at++)
        {
            if ((wish.Speech.TimeAt(at) is null && wish.Speech.Tokens[at].Raw is "é" or "É" or "eh" or "is" or "was") || IsContracted(wish, at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"It's the kids' birthday".</summary>
    private static bool IsContracted(Wish wish, int at) =>
        at > wish.From && wish.Speech.Tokens[at].Is("s") && (wish.Speech.Tokens[at - 1].Norm is "it" or "that" or "today" or "tomorrow" || (wish.Speech.TimeAt(at - 1) is not null && at + 1 < wish.End && wish.Speech.Tokens[at + 1].Norm is "a" or "the" or "my" or "our"));

    private static bool HasTitle(Wish wish) => wish.Title(wish.Head.Body).Length > 0 && !wish.Asks && wish.Speech.From(wish.Head.Body).Word == ":";

    private static Call List(Wish wish) => Lists.Days(Call.To("calendar_list_events"), wish).With("text", Lists.About(wish));

    public static Outcome Create(Wish wish, int from)
    {
        if (wish.Time.When?.Recurrence is not null)
        {
            // The calendar has single events; what comes again and again is a reminder.
            return ReminderWishes.Set(wish, from);
        }

        var length = wish.At(from);
        int? minutes = null;
        length.TakeAny("um", "uma", "a", "an");
        if (wish.Verb is Verb.Schedule or Verb.Create or Verb.None && Span.Take(ref length, out var span) && span is { IsClockTime: true, Minutes: > 0 })
        {
            (minutes, from) = (span.Minutes, length.At);
        }

        var (title, place) = Places.Take(Bare(PutDown(wish, wish.Title(from))));
        var call = Call.To("calendar_create_event").With("title", title);
        if (wish.Time.When is not { IsPoint: true } when)
        {
            return call.Unless("title") is Ask ask ? ask : new Ask(call.With("minutes", wish.Time.When?.Minutes).With("location", place), "start");
        }

        var start = Resolve.Moment(when, wish.Context)?.Moment;
        if (start is { Length: 10 } && !AllDay.Is(title, when) && !wish.Has("inteiro", "todo") && NeedsHour(wish) && title.Length > 0)
        {
            // A meeting or a visit has an hour; the day, where it is one, is kept for the answer.
            return new Ask(call.With("start", when.LastDay is null ? start : null).With("minutes", when.Minutes ?? minutes).With("location", place), "start");
        }

        call = call.With("start", start);
        return EndOf(call, when, wish).With("minutes", when.Minutes ?? minutes).With("location", place).Unless("title");
    }

    /// <summary>"Tenho reunião com o Beto sexta, põe na agenda às 10": told first, and then its hour.</summary>
    public static Outcome CreateAt(Wish told, int from, TimeExpression own)
    {
        var when = told.Time.When is { Day: not null } day ? TimeJoin.Of(day with { Clock = null, EndClock = null, Part = null }, own) ?? own : own;
        var made = Create(told, from);
        var call = made as Call ?? (made as Ask)!.Pending;
        return Resolve.Moment(when, told.Context)?.Moment is { Length: > 10 } start && call.Arguments.ContainsKey("title") ? EndOf(call.With("start", start), when, told) : made;
    }

    /// <summary>"Anota na agenda que dia 14 tem reunião": the verb is no part of its name.</summary>
    private static string Bare(string title)
    {
        title = Arranged.Settled(Arranged.Bare(Arranged.Alone(title)));
        foreach (var lead in (string[])["tem ", "tenho ", "temos ", "vai ter ", "teremos ", "ha ", "there is ", "i have ", "vem ", "chega ", "vou ", "vamos "])
        {
            title = Normalizer.Fold(title).StartsWith(lead, StringComparison.Ordinal) && title.Length > lead.Length ? title[lead.Length..] : title;
        }

        return title;
    }

    /// <summary>"Put lunch with Paulo down for noon": the end of the verb is no part of the name.</summary>
    private static string PutDown(Wish wish, string title) =>
        wish.At(wish.Head.Start).Word is "put" or "pencil" && title.EndsWith(" down", StringComparison.OrdinalIgnoreCase) ? title[..^5] : title.EndsWith(" in", StringComparison.OrdinalIgnoreCase) && wish.At(wish.Head.Start).Word is "pencil" or "slot" ? title[..^3] : title;

    /// <summary>"Delete call mom": a thing to do, and no call.</summary>
    private static bool IsDeed(Wish wish) =>
        wish.Head.NounAt == wish.Head.AfterVerb && wish.At(wish.Head.NounAt) is { Word: "call" or "visit" } cursor && cursor.Peek(1) is not ("with" or "about" or "at" or "on" or "from" or "com" or "de" or "do" or "da" or "");

    private static bool NeedsHour(Wish wish) => wish.At(wish.Head.Start).Word is not ("block" or "bloqueia" or "bloqueie") && wish.Verb is Verb.Schedule or Verb.None or Verb.List || wish.Noun == Noun.Occasion;

    /// <summary>"Quinta tem reposição às 16h", "tenho reunião amanhã às 10": told with its hour, it is to come and is no question.</summary>
    private static bool Happens(Wish wish) =>
        !wish.Asks && wish.At(wish.Head.Start).Word is "tem" or "tenho" or "temos" or "ha" && wish.Time.When is { Day: { } day, HasClock: true, Recurrence: null } && day >= wish.Context.Today
        && wish.Noun is Noun.Occasion or Noun.None && wish.Title(wish.Head.AfterVerb) is { Length: > 0 } title && Normalizer.Fold(title.Split(' ')[0]) is not ("que" or "alguma" or "algum" or "algo" or "alguem" or "mais" or "de");

    private static Call EndOf(Call call, TimeExpression when, Wish wish)
    {
        if (when is { Clock: not null, EndClock: { } end } && call.Arguments.GetValueOrDefault("start") is string start)
        {
            var begins = LocalTime.FromMinutesSinceMidnight(60 * int.Parse(start[11..13]) + int.Parse(start[14..16]));
            var ends = Resolve.Hour(when with { Clock = end }, out _)!.Value;
            ends = ends <= begins && begins.Hour < 18 && ends.Hour < 12 && !end.Sure ? ends.PlusHours(12) : ends;
            var day = NodaTime.Text.LocalDatePattern.Iso.Parse(start[..10]).Value.PlusDays(ends <= begins ? 1 : 0);
            return call.With("end", Moments.Of(day.At(ends)));
        }

        return when is { LastDay: { } last, Current: false } && last != when.Day && !when.HasClock && when.Part is null && last.Minus(when.Day!.Value).Days < 32 && !Named(when)
            ? call.With("end", Moments.Of(last))
            : call;
    }

    /// <summary>"Semana que vem" is a time at which, not a stretch from day to day.</summary>
    private static bool Named(TimeExpression when) => when.LastDay?.DayOfWeek == IsoDayOfWeek.Sunday && when.Day?.DayOfWeek == IsoDayOfWeek.Monday;

    private static string Named(Wish wish) => wish.Noun == Noun.Occasion ? Words.Target(wish.Title(wish.Head.NounAt)) : wish.Target();

    /// <summary>The name of what is moved, without any of the times around it.</summary>
    private static string Moved(Wish wish) =>
        wish.Noun == Noun.Occasion ? Words.Target(wish.WithoutTimes(wish.Head.NounAt)) : wish.WithoutTimes(wish.Head.Body) is { Length: > 0 } words ? Words.Target(words) : wish.Target();

    private static string Place(string words)
    {
        var space = words.IndexOf(' ');
        return space > 0 && Normalizer.Fold(words[..space]) is "o" or "a" or "os" or "as" or "the" ? words[(space + 1)..] : words;
    }

    private static Outcome Change(Wish wish)
    {
        var call = Call.To("calendar_update_event");
        if (wish.Verb != Verb.Rename && wish.Head.Feature is not (Feature.Title or Feature.Place) && wish.Time.IsPoint)
        {
            var when = wish.MovedTo!;
            call = call.With("event", Moved(wish) is var moved && moved.All(char.IsAsciiDigit) ? null : moved).With("start", Resolve.Moment(when, wish.Context)?.Moment);
            return EndOf(call, when, wish).With("minutes", when.Minutes).Unless("event");
        }

        var (target, value) = Changes.Split(wish, wish.Noun == Noun.Occasion ? wish.Head.NounAt : null);
        var named = wish.Verb == Verb.Rename || wish.Head.Feature is Feature.Title;
        if (!named && wish.Head.Feature != Feature.Place && value is { Length: 1 or 2 } && int.TryParse(value, out var hour) && hour is > 0 and <= 24)
        {
            // "Move up the standup to 9": what it is moved to is an hour, and no place.
            var clock = new TimeExpression { From = 0, To = 0, Clock = new Dates.ClockTime(new NodaTime.LocalTime(hour % 24, 0), hour > 12) };
            return call.With("event", target).With("start", Resolve.Moment(clock, wish.Context)?.Moment).Unless("event");
        }

        call = call.With("event", target).With(named ? "title" : "location", named || value is null ? value : Place(value));
        return call.Unless("event") is Ask ask ? ask : value is null ? new Ask(call, "start") : call;
    }
}
