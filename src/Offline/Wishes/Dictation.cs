using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>What is dictated is kept word for word, slips included, until the person plainly speaks to the assistant again.</summary>
internal static class Dictation
{
    private static readonly PhraseTable<bool> Calling = new((true,
    [
        "me|mim lembra|lembre|avisa|avise|mostra|mostre|acorda|acorde|diz|diga|cutuca", "lembra|lembre|avisa|avise me", "nao me deixa|deixe esquecer",
        "remind|show|wake|nudge|ping|tell me", "don t let me forget",
    ]));

    private static readonly PhraseTable<bool> Putting = new((true,
        ["marca|marque|agenda|agende|reserva|reserve|bloqueia", "poe|ponha|bota|bote|coloca|coloque|put|add|stick|pop|schedule|book", "pencil in", "set up"]));

    /// <summary>True where the message opens a note or a thing for the inbox.</summary>
    public static bool Begins(Speech speech) =>
        speech.Tokens.Count > 0 && Head.VerbAt(speech, 0, speech.Tokens.Count) is Verb.Note or Verb.Capture;

    /// <summary>A note, something for the inbox, or a list by name: commas do not end it.</summary>
    public static bool StartsAt(Speech speech, int at) =>
        Head.VerbAt(speech, at, speech.Tokens.Count) is Verb.Note or Verb.Capture || ListWishes.Heads(speech.From(at));

    /// <summary>Where it ends, and where what follows begins.</summary>
    public static int End(Speech speech, int from, out int next)
    {
        for (var at = from + 2; at < speech.Tokens.Count - 2; at++)
        {
            var ends = Clauses.EndsSentence(speech, at);
            if (speech.Tokens[at].Quoted || speech.TimeAt(at) is not null || !(ends || speech.Tokens[at].Norm is "e" or "and" or "," or "-" or "–"))
            {
                continue;
            }

            next = Joints.Past(speech, ends ? at + 1 : at);
            if (next < speech.Tokens.Count - 1 && (Calls(speech, from, next, ends) || (ends && speech.Tokens[^1].Is("?") && WishStarts.At(speech, next, next))))
            {
                return at;
            }
        }

        return next = speech.Tokens.Count;
    }

    /// <summary>"… and put oat milk on my shopping list", "… e põe ovos na lista de compras".</summary>
    private static bool PutsOnList(Speech speech, int at)
    {
        if (!Putting.Find(speech.From(at), out _, out var end))
        {
            return false;
        }

        for (end++; end < speech.Tokens.Count - 1 && !Clauses.EndsSentence(speech, end); end++)
        {
            if (speech.Tokens[end].Norm is "na" or "minha" && speech.Tokens[end + 1].Is("lista") || speech.Tokens[end].Norm is "on" or "onto" or "to" && EndsInList(speech.From(end + 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"… e amanhã eu preciso comprar lâmpada": a day before or after what has to be done.</summary>
    private static bool HasDay(Speech speech, int at, int start) =>
        speech.Times.Any(time => time is { Day: not null } && time.From >= at && (time.To <= start || time.To >= speech.Tokens.Count - 1));

    private static bool EndsInList(Cursor cursor)
    {
        cursor.TakeAny("my", "the", "our");
        return cursor.Word is "list" || cursor.Peek(1) is "list";
    }

    private static bool Calls(Speech speech, int from, int at, bool sentence)
    {
        var start = Head.StartOf(speech, at);
        var cursor = speech.From(start);
        if (Calling.Find(cursor, out _, out _) || WishStarts.Names(speech, at, start))
        {
            return true;
        }

        return Head.VerbAt(speech, at, speech.Tokens.Count) switch
        {
            Verb.Capture => true,
            Verb.Need when HasDay(speech, at, start) => ThingsToDo.IsInfinitive(speech.From(Head.EndOfVerb(speech, at, speech.Tokens.Count)).Word),
            Verb.Need => sentence && speech.Tokens.Skip(Math.Max(at - 3, 0)).Take(Math.Min(3, at)).Any(token => token.Norm is "tambem" or "tb" or "tbm" or "also") && Head.VerbAt(speech, from, speech.Tokens.Count) == Verb.Capture,
            Verb.Remind => VerbTable.Table.Find(cursor, out var hit, out _) && hit.Splits,
            Verb.Note => sentence || Head.VerbAt(speech, from, speech.Tokens.Count) == Verb.Note,
            Verb.Schedule or Verb.Create or Verb.Append when PutsOnList(speech, start) => true,
            Verb.Schedule or Verb.Create => Putting.Find(cursor, out _, out _) && speech.Times.Any(time => time.From > start && time is { HasClock: true }),
            _ => false,
        };
    }
}
