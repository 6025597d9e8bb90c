using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The thing before the command: "o da coifa joga pra amanhã", "a tarefa do lixo pode apagar".</summary>
internal static class Topics
{
    private const int MostWords = 7;

    /// <summary>The clause with its command first, as a message of its own; null where it does not open with a thing of the assistant's.</summary>
    public static Speech? Turned(Speech speech, Clause clause, Noun kind)
    {
        var start = speech.From(clause.From, clause.To);
        var noun = start;
        noun.TakeAny("o", "a", "os", "as");
        var named = NounTable.Table.Find(noun, out var hit, out _) && hit is { Plural: false, Noun: Noun.Task or Noun.Reminder or Noun.Note or Noun.Event or Noun.Item };
        if (noun.At == start.At || !(named || (kind != Noun.None && Elided.IsOf(start))))
        {
            return null;
        }

        for (var at = clause.From + 2; at < Math.Min(clause.From + MostWords, clause.To); at++)
        {
            if (speech.Tokens[at].Norm is "que" or "e" or ":" or "," or "nao" or "nunca" or "nem" or "se" or "not" or "foi" || speech.TimeAt(at) is not null)
            {
                return null;
            }

            var cursor = speech.From(at, clause.To);
            cursor.TakeAny("pode", "por", "favor");
            if (Commands(cursor, out var end))
            {
                return Speech.Plain($"{speech.Raw(cursor.At, end)} {speech.Raw(clause.From, at)} {speech.Raw(end, clause.To)}", speech.Context);
            }
        }

        return null;
    }

    private static bool Commands(Cursor cursor, out int end) =>
        VerbTable.Table.Find(cursor, out var hit, out end) && hit.Verb is Verb.Change or Verb.Snooze or Verb.Delete or Verb.Cancel or Verb.Finish
        && cursor.Word is not ("da" or "de" or "do" or "fiz") && cursor.Previous.Norm is not ("o" or "a" or "da" or "do" or "de" or "um" or "uma");
}
