using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Slash commands, each the same functions: with words after it a command acts, without it shows.</summary>
internal static class Slash
{
    private static readonly FrozenDictionary<string, string> Commands = new Dictionary<string, string>
    {
        ["start"] = "help", ["ajuda"] = "help", ["help"] = "help", ["hoje"] = "today", ["today"] = "today", ["tarefas"] = "tasks", ["tasks"] = "tasks",
        ["agenda"] = "calendar", ["calendar"] = "calendar", ["agendar"] = "schedule", ["schedule"] = "schedule", ["lembrar"] = "remind", ["remind"] = "remind",
        ["nota"] = "note", ["note"] = "note", ["saude"] = "health", ["health"] = "health", ["desfazer"] = "undo", ["undo"] = "undo", ["porque"] = "why", ["why"] = "why",
        ["idioma"] = "language", ["language"] = "language", ["novo"] = "new", ["new"] = "new", ["estado"] = "status", ["status"] = "status",
        ["custo"] = "cost", ["cost"] = "cost", ["esquecer"] = "forget", ["forget"] = "forget", ["silencio"] = "quiet", ["quiet"] = "quiet",
    }.ToFrozenDictionary();

    /// <summary>The same words without the slash command, as an ordinary wish, or its call at once; null where the text begins with no slash.</summary>
    public static Outcome? Read(Speech speech)
    {
        var cursor = speech.From(0);
        if (!cursor.Take("/") || !cursor.Token.IsWord || !cursor.Touching)
        {
            return null;
        }

        var raw = Normalizer.Fold(cursor.Token.Raw);
        cursor.Skip();
        while (cursor.Touching && cursor.Token.IsWord)
        {
            raw += Normalizer.Fold(cursor.Token.Raw);
            cursor.Skip();
        }

        if (cursor.Touching && cursor.Take("@"))
        {
            while (cursor.Touching && !cursor.AtEnd)
            {
                cursor.Skip();
            }
        }

        return Commands.TryGetValue(raw, out var command) ? Run(command, Rest(speech, cursor.At)) : new Say("UnknownCommand", "/" + raw);
    }

    private static Speech Rest(Speech speech, int at) =>
        Speech.Read(at < speech.Tokens.Count ? speech.RawToEnd(at) : "", speech.Context);

    private static Outcome? Run(string command, Speech rest)
    {
        var wish = new Wish(rest, new Clause(0, rest.Tokens.Count, true));
        var empty = rest.Tokens.Count == 0;
        return command switch
        {
            "help" => Call.To("assistant_help"),
            "undo" => Call.To("actions_undo"),
            "why" => Call.To("actions_explain"),
            "new" => Call.To("assistant_new_conversation"),
            "status" => Call.To("assistant_status"),
            "cost" => Call.To("assistant_cost"),
            "forget" => ForgetWishes.Of(rest.Tokens),
            "quiet" => OwnHours.Hours(rest.From(0)) ?? OwnHours.Off(rest.From(0)) ?? (Outcome)new Say("QuietHow"),
            "today" => Call.To("assistant_today").With("date", wish.Time.When?.Day is { } day ? Moments.Of(day) : null),
            "tasks" => Lists.Days(Call.To("tasks_list_tasks"), wish).With("status", Lists.Status(wish)),
            "calendar" => Lists.Days(Call.To("calendar_list_events"), wish),
            "schedule" => empty ? Call.To("calendar_create_event").Unless("title") : Whole(rest, Verb.Schedule),
            "remind" => empty ? Call.To("reminders_list_reminders") : ReminderWishes.Set(wish, wish.Verb == Verb.Remind ? wish.Head.AfterVerb : 0),
            "note" => empty ? Call.To("notes_search_notes") : Call.To("notes_save_note").With("text", rest.Whole),
            "health" => empty ? Call.To("health_list_check_ins") : HealthWishes.CheckIn(wish) ?? (Outcome)new Say("NoMeasure"),
            _ => Language(rest),
        };
    }

    private static Outcome? Whole(Speech rest, Verb verb)
    {
        var wish = new Wish(rest, new Clause(0, rest.Tokens.Count, true));
        wish.Verb = wish.Verb == Verb.None ? verb : wish.Verb;
        return CalendarWishes.Read(wish);
    }

    private static Outcome Language(Speech rest)
    {
        var word = rest.Tokens.Count > 0 ? rest.Tokens[0].Norm : "";
        var language = word is "en" or "ingles" or "english" ? "en" : word is "pt" or "portugues" or "portuguese" ? "pt-BR" : null;
        return Call.To("assistant_set_language").With("language", language).Unless("language");
    }
}
