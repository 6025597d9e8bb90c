using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The beginning of a wish: verb class, noun class, and where the words after each begin.</summary>
internal sealed partial record Head(Verb Verb, NounHit Noun, Feature Feature, int Start, int AfterVerb, int NounAt, int Body, string? Pointer, int LastNoun = -1)
{
    private static readonly string[] Determiners =
    [
        "o", "a", "os", "as", "um", "uma", "uns", "umas", "meu", "minha", "meus", "minhas", "the", "my", "an", "novo", "nova", "new", "todas",
        "todos", "todo", "toda", "all", "any", "algum", "alguma", "some", "da", "do", "das", "dos", "de", "na", "no", "nas", "nos", "of", "in", "sua", "seu",
        "your", "quick", "wee", "little", "mais", "open", "pending", "upcoming", "current", "outra", "outro", "outros", "outras", "other", "another", "aquela", "aquele",
        "daquela", "daquele", "dessa", "desse", "esses", "essas", "seguinte", "seguintes", "following", "aqula", "aqele", "those", "these", "ultimas",
        "ultimos", "latest", "recent", "recentes",
    ];

    private static readonly string[] Ordinals = ["primeira", "primeiro", "segunda", "segundo", "terceira", "terceiro", "ultima", "ultimo", "first", "second", "third", "last"];

    private static readonly string[] Pointers = ["essa", "esse", "esta", "este", "this", "that"];

    public static Head Read(Speech speech, Clause clause, Verb inherited = Wishes.Verb.None, Noun kind = Wishes.Noun.None)
    {
        var cursor = Skip(speech, clause.From, clause.To);
        var start = cursor.At;
        var verb = TakeVerb(speech, ref cursor);
        while (verb != Verb.None && cursor.TakeAny("ai", "tambem", "also", "ja", "please") || cursor.TakeAll("por", "favor") || cursor.TakeAll("pra", "mim") || cursor.TakeAll("for", "me"))
        {
        }

        if (verb == Verb.Create && cursor.Word is "como" && cursor.Peek(1) is "tarefa" or "lembrete" or "pendencia" or "uma" or "um")
        {
            cursor.Skip();
        }

        var afterVerb = cursor.At;
        cursor = NounAfterTime(speech, Marks.Past(cursor));
        var pointer = SkipDeterminers(ref cursor);
        var feature = FeatureTable.Take(ref cursor);
        pointer = SkipDeterminers(ref cursor) ?? pointer;
        var nounAt = cursor.At;
        var found = cursor;
        var named = -1;
        if (NounTable.Table.Take(ref found, out var noun))
        {
            (noun, cursor) = noun.Noun == Wishes.Noun.Occasion && IsNamedFirst(verb) && Compound(speech, nounAt, clause.To, out named) is { } whole ? (whole, speech.From(nounAt, clause.To)) : (noun, PastNew(found));
        }
        else if (kind != Wishes.Noun.None && OfKind(speech.From(afterVerb, clause.To), verb == Wishes.Verb.None ? inherited : verb) is { } body)
        {
            (noun, cursor, pointer) = (new NounHit(kind, false), speech.From(body, clause.To), null);
        }
        else if (IsNamedFirst(verb) && Compound(speech, nounAt, clause.To, out named) is { } last)
        {
            // The name is before the noun, and both name the thing.
            (noun, cursor) = (last, speech.From(nounAt, clause.To));
        }
        else if (feature == Feature.None)
        {
            cursor = speech.From(afterVerb, clause.To);
            pointer = null;
        }

        return new Head(verb, noun, feature, start, afterVerb, nounAt, cursor.At, pointer, named);
    }

    /// <summary>Where the name of a thing without its noun begins: "cria outra: …", "apaga o da coifa", "delete the ikea one".</summary>
    private static int? OfKind(Cursor cursor, Verb verb)
    {
        var another = cursor;
        if (verb is Verb.None or Verb.Create or Verb.Schedule or Verb.Remind or Verb.Note or Verb.Need && Elided.Take(ref another))
        {
            return another.At;
        }

        var changes = verb is Verb.Finish or Verb.Delete or Verb.Cancel or Verb.Snooze or Verb.Change or Verb.Clear or Verb.Rename;
        return changes && (Elided.IsOf(cursor) || Elided.EndsInOne(cursor)) ? cursor.At + 1 : null;
    }

    private static bool IsNamedFirst(Verb verb) =>
        verb is Verb.Finish or Verb.Delete or Verb.Cancel or Verb.Snooze or Verb.Change or Verb.Clear or Verb.Schedule or Verb.Rename or Verb.List or Verb.Find;

    /// <summary>"The savings goal", "my dentist reminder": English puts the noun last.</summary>
    private static NounHit? Compound(Speech speech, int at, int limit, out int noun)
    {
        noun = -1;
        for (var ahead = at + 1; ahead < Math.Min(speech.Tokens[Math.Min(at, limit - 1)].Quoted ? at + 12 : at + 5, limit); ahead++)
        {
            if (speech.Tokens[ahead].Quoted)
            {
                continue;
            }

            if (speech.TimeAt(ahead) is not null || !speech.Tokens[ahead].IsWord || !Words.IsInitials(speech, ahead) && speech.Tokens[ahead].Norm is "with" or "about" or "for" or "to" or "at" or "on" or "and" or "com" or "de" or "do" or "da" or "sobre" or "pra" or "para" or "e")
            {
                return null;
            }

            if (speech.Tokens[ahead].Norm is "task" or "reminder" or "note" or "goal" or "event" or "reminders" or "item" or "alarm" && NounTable.Table.Find(speech.From(ahead, limit), out var hit, out _))
            {
                noun = ahead;
                return hit;
            }
        }

        return null;
    }

    /// <summary>The kind of thing that follows a verb: "a minha tarefa", "amanhã às 9 um lembrete", "the vitamin reminder".</summary>
    public static NounHit? Thing(Speech speech, Cursor after)
    {
        var cursor = NounAfterTime(speech, after);
        SkipDeterminers(ref cursor);
        FeatureTable.Take(ref cursor);
        SkipDeterminers(ref cursor);
        return NounTable.Table.Find(cursor, out var hit, out _) && hit.Noun != Wishes.Noun.Occasion ? hit : Compound(speech, cursor.At, cursor.Limit, out _) ?? (hit.Noun == Wishes.Noun.Occasion ? hit : null);
    }

    /// <summary>"Uma tarefa nova": that it is new is not its name.</summary>
    private static Cursor PastNew(Cursor after)
    {
        var next = after;
        next.TakeAny("please");
        while (next.TakeAll("pra", "mim") || next.TakeAll("para", "mim") || next.TakeAll("for", "me"))
        {
        }

        if (next.At > after.At && next.Word is ":")
        {
            return next;
        }

        if (next.At > after.At && next.Word is "de" or "pra" or "para" or "que" or "to")
        {
            return next;
        }

        return next.TakeAny("nova", "novo") && (next.AtEnd || !next.Token.IsWord || next.Word is "de" or "pra" or "para" or "que" or "com" or "chamada") ? next : after;
    }

    /// <summary>The verb with which a clause would begin here.</summary>
    public static Verb VerbAt(Speech speech, int at, int limit)
    {
        var cursor = Skip(speech, at, limit);
        return TakeVerb(speech, ref cursor);
    }

    /// <summary>Where its verb would stand, past greetings and leading times.</summary>
    public static int StartOf(Speech speech, int at) => Skip(speech, at, speech.Tokens.Count).At;

    /// <summary>The token after the verb of a clause.</summary>
    public static int EndOfVerb(Speech speech, int from, int limit)
    {
        var cursor = Skip(speech, from, limit);
        TakeVerb(speech, ref cursor);
        return cursor.At;
    }

    /// <summary>"Adia pra amanhã às oito o lembrete de regar": the thing may stand after the time.</summary>
    private static Cursor NounAfterTime(Speech speech, Cursor cursor)
    {
        var start = cursor;
        start.TakeAny("a", "an", "um", "uma", "my", "the", "another");
        if (start.AtEnd || speech.TimeAt(start.At) is not { } time || time.From < cursor.At)
        {
            return cursor;
        }

        var after = new Cursor(cursor, time.To);
        var possessive = after.Take("s");
        var noun = after;
        SkipDeterminers(ref noun);
        return NounTable.Table.Find(noun, out var hit, out _) && hit.Noun is Wishes.Noun.Task or Wishes.Noun.Reminder or Wishes.Noun.Event or Wishes.Noun.Note || (possessive && hit.Noun != Wishes.Noun.None) ? after : cursor;
    }

    /// <summary>"The pills reminder is done": with the noun that was looked for only because of what is said at the end.</summary>
    public Head WithLastNoun(Speech speech, int limit)
    {
        var cursor = speech.From(Start, limit);
        SkipDeterminers(ref cursor);
        return Compound(speech, cursor.At, limit, out var last) is { } hit ? this with { Noun = hit, NounAt = cursor.At, Body = cursor.At, LastNoun = last } : this;
    }

    /// <summary>Past greetings and leading times: "oi, amanhã às 9 me lembra de…".</summary>
    private static Cursor Skip(Speech speech, int at, int limit)
    {
        var cursor = speech.From(at, limit);
        while (true)
        {
            if (cursor.At > at && IsThere(speech, cursor))
            {
                cursor.Skip();
                continue;
            }

            if (IsAway(cursor) || (IsVocative(cursor.Word) && VerbTable.Table.Find(speech.From(cursor.Peek(1) is "," ? cursor.At + 2 : cursor.At + 1, limit), out var told, out _) && told.Splits))
            {
                cursor.Skip();
                continue;
            }

            if (cursor.Word is "preciso" or "precisamos" or "precisava" or "necessito" && cursor.Peek(1) is "que" && VerbTable.Table.Find(speech.From(cursor.Peek(2) is "voce" ? cursor.At + 3 : cursor.At + 2, limit), out var asked, out _) && asked.Verb is not (Wishes.Verb.Need or Wishes.Verb.None))
            {
                cursor = speech.From(cursor.Peek(2) is "voce" ? cursor.At + 3 : cursor.At + 2, limit);
                continue;
            }

            if (speech.TimeAt(cursor.At) is { } time && time.From == cursor.At && time.To < limit && IsLeading(time) && !Occasions.IsName(speech, time))
            {
                cursor = speech.From(time.To, limit);
            }
            else if (VerbTable.Table.Find(cursor, out var verb, out _) && verb.Verb != Wishes.Verb.None || Handling.Find(speech, cursor, out _, out _) || !Politeness.Skip(ref cursor))
            {
                return cursor;
            }
        }
    }

    /// <summary>"Quinta tem reposição às 16h": with a day before it and an hour it tells what there will be, and does not ask.</summary>
    private static bool IsThere(Speech speech, Cursor cursor) =>
        cursor.Word is "tem" or "teremos" or "havera" && cursor.Peek(1) is not ("que" or "de" or "algo" or "alguma" or "algum" or "mais" or "") && speech.TimeAt(cursor.At - 1) is { Day: not null } or { Recurrence: not null }
        && !speech.Tokens[cursor.Limit - 1].Is("?") && speech.Times.Any(time => time.HasClock && time.To <= cursor.Limit && time.To >= cursor.At - 1);

    /// <summary>"I'm out in Lisbon", "we're away": the rest of the contraction.</summary>
    private static bool IsAway(Cursor cursor) =>
        cursor.Word is "m" or "re" && cursor.Previous.Norm is "i" or "we" && cursor.Peek(1) is "out" or "off" or "away" or "in" or "at" or "on" or "traveling" or "travelling" or "flying" or "visiting";

    /// <summary>Said to whoever listens, and only before a command.</summary>
    private static bool IsVocative(string word) =>
        word is "pia" or "guri" or "guria" or "menino" or "menina" or "homi" or "moleque" or "nego" or "nega" or "compadre" or "comadre" or "jovem" or "fera" or "mestre" or "campeao" or "lindo" or "linda" or "criatura" or "amado" or "amada" or "santa" or "bebe" or "mainha" or "painho";

    private static bool IsLeading(TimeExpression time) => time.IsPoint;

    /// <summary>Past articles; "essa tarefa" and "a última tarefa" point at a thing, and that word comes back.</summary>
    private static string? SkipDeterminers(ref Cursor cursor)
    {
        string? pointer = null;
        while (!cursor.AtEnd && !NounTable.Table.Find(cursor, out _, out _))
        {
            if (cursor.TakeAny(Pointers))
            {
                pointer = "essa";
            }
            else if (Ordinals.Contains(cursor.Word) && NounTable.Table.Find(new Cursor(cursor, cursor.At + 1), out _, out _))
            {
                pointer = cursor.Word;
                cursor.Skip();
            }
            else if (!cursor.TakeAny(Determiners) && !cursor.Take(":"))
            {
                break;
            }
        }

        return pointer;
    }
}
