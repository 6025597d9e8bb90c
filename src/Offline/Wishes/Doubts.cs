using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// The band in which a wish is asked about and not acted on: something stands in the name of a thing that hardly belongs there, so that it
/// may have been misread. A time in what is made; another command, or a word that takes something back, in any name.
/// </summary>
internal static class Doubts
{
    private static readonly string[] Names = ["title", "text", "task", "reminder", "event", "goal", "name", "item", "note", "location"];
    private static readonly string[] Making = ["tasks_create_task", "reminders_set_reminder", "calendar_create_event", "profile_update_profile"];

    /// <summary>Kept as they were said: anything may stand in them.</summary>
    private static readonly string[] Dictated = ["notes_save_note", "inbox_capture", "health_check_in"];

    private static readonly PhraseTable<bool> TakenBack = new((true,
        ["alias", "quer dizer", "ou melhor", "nao pera|perai|espera|minto", "nao ,", "digo ,", "ops", "opa", "errei", "me enganei", "corrigindo", "na verdade",
            "scratch that", "i mean", "i meant", "sorry ,", "or rather", "wait", "no ,"]));

    /// <summary>After "e" these are commands also where no table has them.</summary>
    private static readonly FrozenSet<string> Orders = FrozenSet.ToFrozenSet(
        ["ve", "veja", "salva", "salve", "mostra", "mostre", "lista", "marca", "marque", "manda", "mande", "avisa", "cria", "crie", "bota", "poe", "tira",
            "apaga", "anota", "mark", "show", "list", "set", "add", "put", "stick", "chuck", "make", "tell", "book", "save", "cancel", "delete", "remind",
            "move"]);

    public static Outcome About(Wish wish, Outcome outcome)
    {
        if (outcome is not Call call || Dictated.Contains(call.Function) || IsQuoted(wish))
        {
            return outcome;
        }

        var names = Names.Select(name => call.Arguments.GetValueOrDefault(name)).OfType<string>().ToList();
        var made = Making.Contains(call.Function);
        var doubtful = names.Exists(HasOrder) || names.Exists(name => Misreadings.In(name, made)) || (made && call.Function != "profile_update_profile" && names.Count > 0 && Leftover(wish, names[0]));
        doubtful |= call.Function == "reminders_set_reminder" && wish.Time.When is { Deadline: true, Clock: not null, Recurrence.Frequency: Frequency.Hourly };
        doubtful |= made && names.Count > 0 && names[0] is "fazer" or "do" or "resolver" or "it" or "this" or "that" or "isso" or "isto" or "ela" or "ele" or "them";
        doubtful |= made && names.Count > 0 && ((call.Function != "profile_update_profile" && IsDropped(wish, names[0])) || (call.Function == "calendar_create_event" && Misreadings.HasLateThing(names[0])));
        return doubtful ? new Ask(call, Ask.Confirmation) : outcome;
    }

    /// <summary>"Comprar pão hoje, leite amanhã": a day of its own went, with its words.</summary>
    private static bool IsDropped(Wish wish, string named) =>
        wish.Speech.Times.Any(time => time is { Day: not null, Recurrence: null, Now: false } && time.From >= wish.Head.Start && time.To <= wish.End && !wish.Time.Taken.Any(taken => taken.From <= time.From && time.To <= taken.To)
            && !named.Contains(wish.Speech.Raw(time.To - 1, time.To), StringComparison.Ordinal));

    private static bool IsQuoted(Wish wish)
    {
        for (var at = wish.From; at < wish.To; at++)
        {
            if (wish.Speech.Tokens[at].Quoted)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOrder(string named)
    {
        var tokens = Tokenizer.Cut(named);
        for (var at = 1; at < tokens.Count; at++)
        {
            var cursor = new Cursor(tokens, at, tokens.Count);
            var joined = tokens[at - 1].Norm is "e" or "and" or "depois" or "then" or ",";
            var asked = (cursor.Word is "me" && cursor.Peek(1) is "lembra" or "lembre" or "avisa" or "avise" or "cutuca" or "acorda") || (cursor.Word is "remind" && cursor.Peek(1) is "me");
            if (asked || (joined && at + 1 < tokens.Count && Orders.Contains(cursor.Word)) || (at + 1 < tokens.Count && TakenBack.Find(cursor, out _, out _)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leftover(Wish wish, string named) =>
        Tokenizer.Cut(named) is var tokens && TimeScanner.Scan(tokens, wish.Context).FindAll(time => !IsOfThing(wish, tokens, time)) is var times
        && (Misreadings.HasLooseDay(tokens, times) || times.Exists(time => time.From > 0 && tokens[time.From - 1].Norm is "ou" or "or") || times.Exists(time => time is { IsPoint: true } and ({ Clock: not null } or { Recurrence: not null } or { Deadline: true } or { Counted: not null, Now: false }))
            || (wish.Time.When is null or { Day: null } && times.Exists(time => time.Day is not null)));

    /// <summary>"A escala de fevereiro", "the quarterly taxes": beside a time of its own they say which thing is meant.</summary>
    private static bool IsOfThing(Wish wish, List<Token> tokens, TimeExpression time) =>
        (wish.Verb == Verb.Remind && wish.Time.When is { HasClock: true } && TimesOfThings.IsTold(tokens, time)) || TimesOfThings.IsMonth(tokens, time) || (wish.Time.When is not null && (TimesOfThings.IsHour(tokens, time) || TimesOfThings.IsHourAfter(tokens, time))) || IsAge(tokens, time) || wish.Time.When is not null && time is { Clock: null, Deadline: false, Counted: null } && (time.Recurrence is null
            ? time is { LastDay: not null } && (tokens[time.From].Norm is "de" or "do" or "da" or "of" || (time.From > 0 && tokens[time.From - 1].Norm is "de" or "do" or "da" or "of"))
            : time.To == time.From + 1 && time.From > 0 && tokens[time.From].Norm is "quarterly" or "monthly" or "weekly" or "daily" or "annual" or "mensal" or "semanal" or "anual" or "trimestral" or "diario" or "diaria" or "quinzenal");

    /// <summary>"A Marta faz 40 anos": no day forty years ago.</summary>
    private static bool IsAge(List<Token> tokens, TimeExpression time) =>
        time.From > 0 && tokens[time.From].Norm is "faz" or "fazem" && tokens[time.To - 1].Norm is "anos" or "ano" or "aninhos" or "meses";
}
