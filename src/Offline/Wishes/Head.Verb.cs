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
        while (cursor.TakeAny("ai", "como", "uma", "um", "a", "an", "as", "por", "favor", "please", "mim", "pra", "essa", "isso", "down", ":"))
        {
        }

        return NounTable.Table.Find(cursor, out var hit, out _) && hit is { Plural: false, Noun: Wishes.Noun.Task or Wishes.Noun.Reminder } ? cursor.At : null;
    }

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
