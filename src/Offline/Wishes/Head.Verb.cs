using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The command word of a wish, and what only looks like one.</summary>
internal sealed partial record Head
{
    private static Verb TakeVerb(Speech speech, ref Cursor cursor)
    {
        var c = cursor;
        if (cursor.Word == "que" && NounTable.Table.Find(new Cursor(cursor, cursor.At + 1), out var asked, out _) && asked.Plural)
        {
            cursor.Skip();
            return Wishes.Verb.List;
        }

        if (cursor.Word is "update" && cursor.Peek(1) is ":")
        {
            // News is told.
            return Wishes.Verb.None;
        }

        if (cursor.Word is "show" && cursor.Peek(1) is "do" or "da" or "de" or "dos" or "das" or "no" or "na")
        {
            // In Portuguese it is a concert.
            return Wishes.Verb.None;
        }

        var known = VerbTable.Table.Take(ref c, out var hit) && !(cursor.Word is "agenda" or "schedule" && IsDiary(speech, c));
        if (Handling.Find(speech, cursor, out var handled, out var end) && (!known || end > c.At || (handled == Wishes.Verb.Change && hit.Verb == Wishes.Verb.Create && cursor.Has("off", "back"))))
        {
            cursor = new Cursor(cursor, end);
            return handled;
        }

        if ((!known || hit.Verb != Wishes.Verb.Note) && Keeping.Find(cursor, out var kept))
        {
            cursor = new Cursor(cursor, kept);
            return Wishes.Verb.Note;
        }

        if (!known)
        {
            return Wishes.Verb.None;
        }

        cursor = c;
        return hit.Verb is Wishes.Verb.Note && AsThing(c) is { } thing ? Making(ref cursor, thing) : hit.Verb;
    }

    /// <summary>"Anota como tarefa: …", "jot down a to-do: …": the thing that is noted is one to be made. Where its noun stands.</summary>
    private static int? AsThing(Cursor cursor)
    {
        var told = cursor.Previous.Norm is ":" or "that" or "que";
        while ((cursor.Word is ":" && (told = true)) | cursor.TakeAny("ai", "como", "uma", "um", "a", "an", "as", "por", "favor", "please", "mim", "pra", "essa", "isso", "down", ":"))
        {
        }

        return NounTable.Table.Find(cursor, out var hit, out var end) && hit is { Plural: false, Noun: Wishes.Noun.Task or Wishes.Noun.Reminder } && !(cursor.Previous.Is(":") && IsNamed(new Cursor(cursor, end)))
            && !(told && new Cursor(cursor, end).Word is not (":" or "de" or "do" or "da" or "pra" or "para" or "que" or "to" or "for" or "about" or "sobre")) ? cursor.At : null;
    }

    /// <summary>"Note: alarm code for the office is 4471": the word after the noun goes on with its name.</summary>
    private static bool IsNamed(Cursor after) => after.Token.IsWord && after.Word is "code" or "password" or "pin" or "system" or "number" or "manager" or "list" or "is" or "e" or "clock" or "do" or "da";

    private static Verb Making(ref Cursor cursor, int at)
    {
        cursor = new Cursor(cursor, at);
        return Wishes.Verb.Create;
    }

    /// <summary>"Agenda" followed by nothing but a time is the diary; followed by more it is "to schedule".</summary>
    private static bool IsDiary(Speech speech, Cursor after)
    {
        while (!after.AtEnd)
        {
            if (speech.TimeAt(after.At) is { } time)
            {
                after = new Cursor(after, Math.Max(time.To, after.At + 1));
            }
            else if (after.Token.IsWord && !after.TakeAny("da", "de", "do", "pra", "para", "for", "of", "please"))
            {
                return false;
            }
            else if (!after.AtEnd && !after.Token.IsWord)
            {
                after.Skip();
            }
        }

        return true;
    }
}
