using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// A thing named first and, after a pause, what is to be done with it: "aquela tarefa do passaporte, passa ela pra segunda", "sabe o
/// lembrete do aquário? pode apagar", "that dentist thing on tuesday, can you push it to thursday". Read with the command first.
/// </summary>
internal static class TopicFirst
{
    private const int MostWords = 10;

    private static readonly PhraseTable<bool> Leads = new((true,
        ["voce? sabe|lembra", "you? know|remember|see", "sobre", "about", "regarding", "quanto a|ao", "em relacao a|ao", "as for", "com relacao a|ao", "e|and"]));

    private static readonly PhraseTable<bool> Articles = new((true, ["aquela|aquele|essa|esse|esta|este|o|a|meu|minha|that|this|the|my|naquela|naquele|daquela|daquele|dessa|desse|da|do"]));

    private static readonly PhraseTable<bool> Pronouns = new((true, ["ela|ele|it|that|this|isso|essa|esse|aquilo|la|lo|off"]));

    private static readonly string[] After = ["pra", "pro", "para", "to", "until", "till", "by", "for", "as", "at", "em", "on", "ate", "da", "de", ":", "."];

    public static Speech Apply(Speech speech)
    {
        for (var from = 0; from < speech.Tokens.Count; from = EndOfSentence(speech, from) + 1)
        {
            if (Turned(speech, from) is { } turned)
            {
                return turned;
            }
        }

        return speech;
    }

    private static int EndOfSentence(Speech speech, int at)
    {
        while (at < speech.Tokens.Count && (!Clauses.EndsSentence(speech, at) || speech.TimeAt(at) is not null))
        {
            at++;
        }

        return at;
    }

    private static Speech? Turned(Speech speech, int from)
    {
        if (OfInbox(speech, from) is { } sorted)
        {
            return sorted;
        }

        var start = speech.From(from);
        var led = Leads.Take(ref start, out _);
        var named = start;
        var pointed = Articles.Take(ref named, out _);
        if (!(pointed || led) || Kind(speech, named) is not { } kind)
        {
            return null;
        }

        var pause = named.At;
        while (pause < speech.Tokens.Count && pause < named.At + MostWords && (speech.Tokens[pause].IsWord || speech.Tokens[pause].IsNumber || speech.TimeAt(pause) is not null))
        {
            if (speech.Tokens[pause + 1 < speech.Tokens.Count ? pause + 1 : pause].Is(".") && speech.Tokens[pause].Norm is "dr" or "dra" or "sr" or "sra" or "mr" or "mrs" or "ms" or "prof")
            {
                pause++;
            }

            if (speech.TimeAt(pause) is { HasClock: true } || speech.Tokens[pause].Norm is "que" or "nao" or "foi" or "vai" or "is" or "was" or "will" or "not")
            {
                return null;
            }

            pause++;
        }

        return pause < speech.Tokens.Count - 1 && speech.Tokens[pause].Norm is "," or "?" or "-" or "–" or "—" or "." or "…" or ";" or ":" ? Commanded(speech, speech.Tokens[start.At].Norm[0] is 'd' or 'n' ? named.At : start.At, pause, from, kind) : null;
    }

    private static readonly PhraseTable<bool> Inbox = new((true,
        ["da|na|do|no minha|meu? caixa de entrada ,|:", "da|na|do|no meu|minha? inbox ,|:", "from|in my|the inbox ,|:"]));

    /// <summary>"Da caixa de entrada, descarta aquele negócio": where it is stands before what is to be done.</summary>
    private static Speech? OfInbox(Speech speech, int from)
    {
        var cursor = speech.From(from);
        if (!Inbox.Take(ref cursor, out _) || !VerbTable.Table.Find(cursor, out var hit, out _) || hit.Verb != Verb.Delete || EndOfSentence(speech, from) < speech.Tokens.Count - 1)
        {
            return null;
        }

        var place = speech.Tokens[from].Norm is "from" or "in" ? "from the inbox" : "da caixa de entrada";
        return Speech.Plain($"{Before(speech, from)}{speech.RawToEnd(cursor.At).TrimEnd('.', '!', ' ')} {place}", speech.Context);
    }

    /// <summary>The kind of thing that is named, in English perhaps by its last word.</summary>
    private static Noun? Kind(Speech speech, Cursor named)
    {
        if (named.Word is "lista" or "listinha")
        {
            return Noun.Note;
        }

        var hit = Head.Thing(speech, named);
        return hit is { Plural: false, Noun: Noun.Task or Noun.Reminder or Noun.Note or Noun.Event or Noun.Occasion or Noun.Goal } ? hit.Value.Noun : null;
    }

    private static Speech? Commanded(Speech speech, int thing, int pause, int from, Noun kind)
    {
        var cursor = speech.From(pause + 1);
        while (!cursor.AtEnd && !IsCommand(speech, cursor, out _, out _) && (cursor.TakeAny(",", ".", "e", "entao", "so", "pode", "ja", "eu", "i", "already") || Politeness.Skip(ref cursor)))
        {
        }

        if (Move(speech, speech.From(pause + 1), out var to) && kind is not (Noun.Note or Noun.Goal))
        {
            return Speech.Plain($"{Before(speech, from)}{(speech.Tokens[to - 1].Norm is "to" or "for" or "until" or "on" ? "move" : "muda")} {Named(speech, thing, pause, to)} {speech.RawToEnd(to - 1)}", speech.Context);
        }

        if (cursor.AtEnd || !IsCommand(speech, cursor, out var end, out var verb))
        {
            return null;
        }

        var command = speech.Raw(cursor.At, end);
        var name = Named(speech, thing, pause, end);
        var rest = speech.From(end);
        if (kind == Noun.Note && verb is Verb.Create or Verb.Append)
        {
            rest.TakeAny("ai", "nela", "nele");
            rest.Take(":");
            return rest.AtEnd ? null : Speech.Plain($"{Before(speech, from)}{command} {speech.RawToEnd(rest.At).TrimEnd('.', ' ')} na {Bare(speech, thing, pause)}", speech.Context);
        }

        Pronouns.Take(ref rest, out _);
        var plain = rest.AtEnd || speech.TimeAt(rest.At) is not null || Array.IndexOf(After, rest.Word) >= 0 || Politeness.IsEmpty(rest);
        return plain && verb is not (Verb.Create or Verb.Append) ? Speech.Plain($"{Before(speech, from)}{command} {name} {speech.RawToEnd(rest.At)}".TrimEnd(), speech.Context) : null;
    }

    private static readonly PhraseTable<bool> Moves = new((true,
        ["pode|melhor? deixa|deixe|deixar|bota|bote|poe|ponha|coloca|coloque|manda|mande|taca|tasca|fica ela|ele? pra|pro|para", "deixa|deixe|deixar|bota|bote|poe|ponha|coloca|coloque|manda|mande|taca|tasca|fica ela|ele? pra|pro|para", "leave|put|have|keep|make|set it? to|for|until|on"]));

    /// <summary>"O lembrete do boleto, deixa pra amanhã às 9".</summary>
    private static bool Move(Speech speech, Cursor cursor, out int to) =>
        Moves.Find(cursor, out _, out to) && (speech.TimeAt(to) ?? speech.TimeAt(to - 1)) is { IsPoint: true };

    private static readonly string[] Told = ["mudou", "moved", "changed", "atrasou", "adiantou", "furou", "virou", "ficou", "deu", "got", "melou", "caiu"];

    /// <summary>What it is called: without what is told of it, and without the day on which it would have been.</summary>
    private static string Named(Speech speech, int thing, int pause, int end)
    {
        for (var at = thing + 1; at < pause; at++)
        {
            pause = Array.IndexOf(Told, speech.Tokens[at].Norm) >= 0 ? at : pause;
        }

        return speech.Times.FirstOrDefault(time => time.From > thing && time.To <= pause) is { } dated && speech.Times.Any(time => time.To > end && time.Day is not null)
            ? $"{speech.Raw(thing, dated.From)} {speech.Raw(dated.To, pause)}".Trim()
            : speech.Raw(thing, pause);
    }

    private static string Before(Speech speech, int from) => speech.Whole[..speech.Tokens[from].Start];

    /// <summary>"A nota dos códigos" without its article.</summary>
    private static string Bare(Speech speech, int thing, int pause)
    {
        var cursor = speech.From(thing);
        Articles.Take(ref cursor, out _);
        return speech.Raw(cursor.At, pause);
    }

    private static bool IsCommand(Speech speech, Cursor cursor, out int end, out Verb verb)
    {
        verb = Verb.None;
        end = cursor.At;
        if (Handling.Find(speech, cursor, out var handled, out var handledEnd))
        {
            (verb, end) = (handled, handledEnd);
        }
        else if (VerbTable.Table.Find(cursor, out var hit, out var found))
        {
            (verb, end) = (hit.Verb, found);
        }

        return verb is Verb.Change or Verb.Snooze or Verb.Delete or Verb.Cancel or Verb.Finish or Verb.Create or Verb.Append && speech.TimeAt(cursor.At) is null;
    }
}
