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
        if (outcome is not Call call || Dictated.Contains(call.Function) || wish.Speech.Tokens.Any(token => token.Quoted))
        {
            return outcome;
        }

        var names = Names.Select(name => call.Arguments.GetValueOrDefault(name)).OfType<string>().ToList();
        var doubtful = names.Exists(HasOrder) || (Making.Contains(call.Function) && names.Count > 0 && Leftover(wish, names[0]));
        return doubtful ? new Ask(call, Ask.Confirmation) : outcome;
    }

    private static bool HasOrder(string named)
    {
        var tokens = Tokenizer.Cut(named);
        for (var at = 1; at < tokens.Count; at++)
        {
            var cursor = new Cursor(tokens, at, tokens.Count);
            var joined = tokens[at - 1].Norm is "e" or "and" or "depois" or "then" or ",";
            if ((joined && at + 1 < tokens.Count && Orders.Contains(cursor.Word)) || (at + 1 < tokens.Count && TakenBack.Find(cursor, out _, out _)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Leftover(Wish wish, string named) =>
        TimeScanner.Scan(Tokenizer.Cut(named), wish.Context) is var times
        && (times.Exists(time => time is { IsPoint: true } and ({ Clock: not null } or { Recurrence: not null } or { Deadline: true } or { Counted: not null, Now: false }))
            || (wish.Time.When is null or { Day: null } && times.Exists(time => time.Day is not null)));
}
