using NodaTime;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Questions;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>One wish as read, before a rule says which function it is.</summary>
internal sealed class Wish
{
    private readonly Clause clause;
    private readonly List<(int From, int To)> marks = [];

    /// <summary>One that goes on has the verb and, where it names none, the day of the wish before; <paramref name="kind"/> is the kind of thing that was spoken of last.</summary>
    public Wish(Speech speech, Clause clause, Verb inherited = Verb.None, LocalDate? day = null, Noun kind = Noun.None)
    {
        (Speech, this.clause) = (speech, clause);
        Head = Head.Read(speech, clause, clause.GoesOn ? inherited : Verb.None, kind);
        Verb = Head.Verb == Verb.None ? inherited : Head.Verb;
        Verb = Verb == Verb.Change && Head.Start + 1 < clause.To && speech.Tokens[Head.Start].Is("shift") && speech.TimeAt(Head.Start + 1) is not null ? Verb.None : Verb;
        Verb = Verb == Verb.Delete && IsDroppedOff(speech, Head.Start, clause.To) ? Verb.None : Verb;
        End = Politeness.Trim(speech.From(clause.From, clause.To));
        Asks = clause.To > clause.From && speech.Tokens[clause.To - 1].Norm == "?" && !IsTag(speech, clause);
        var times = speech.Times.Where(time => time.From >= clause.From && time.To <= clause.To).ToList();
        if (Reasons.Of(speech, Head, Verb, End) is > 0 and var reason && (times.Exists(time => time.IsPoint && time.To <= reason) || !times.Exists(time => time.From >= reason)))
        {
            times.RemoveAll(time => time.From >= reason);
            End = reason;
        }

        times = Verb == Verb.Remind ? WeekRanges.Repeated(speech, times, End) : times;
        times = Verb is Verb.Remind or Verb.Need or Verb.None or Verb.Create or Verb.Schedule ? Occasions.WithoutAttributes(speech, Head.AfterVerb, times) : times;
        Time = new TimeChoice([.. Occasions.WithoutNames(speech, times)], day);
        Mark = Marks.Find(this, marks);
        marks.AddRange(Asides.Of(this));
        marks.AddRange(Head.LastNoun < 0 ? [] : [(Head.LastNoun, Head.LastNoun + 1)]);
        Verb = Mark == Mark.Done && Verb is Verb.None or Verb.Schedule or Verb.Create or Verb.Change ? Verb.Finish : Verb;
        if (Mark == Mark.Done && Head is { Verb: Verb.None, Noun.Noun: Noun.None })
        {
            Head = Head.WithLastNoun(speech, End);
            marks.AddRange(Head.LastNoun < 0 ? [] : [(Head.LastNoun, Head.LastNoun + 1)]);
        }
    }

    /// <summary>"Drop the car off Friday": it is brought somewhere, and nothing is deleted.</summary>
    private static bool IsDroppedOff(Speech speech, int at, int to) =>
        at < to && speech.Tokens[at].Is("drop") && Enumerable.Range(at + 1, Math.Min(5, to - at - 1)).Any(next => speech.Tokens[next].Norm is "off" or "round" or "by");

    public Speech Speech { get; }
    public Head Head { get; }
    public Verb Verb { get; set; }
    public Noun Noun => Head.Noun.Noun;
    public bool Plural => Head.Noun.Plural;
    public int From => clause.From;
    public int To => clause.To;
    /// <summary>It has the verb of the wish before it.</summary>
    public bool GoesOn => clause.GoesOn;
    public int End { get; }
    /// <summary>The clause ends with a question mark.</summary>
    public bool Asks { get; }

    /// <summary>"Já paguei a luz, visse?", "… , viu?": it calls for attention and asks nothing.</summary>
    private static bool IsTag(Speech speech, Clause clause) =>
        (clause.To - clause.From > 5 && speech.Tokens[clause.To - 2].Norm is "bom" or "bem" or "certo" or "ser" && speech.Tokens[clause.To - 3].Norm is "ta" or "tah" or "esta" or "pode" && speech.Tokens[clause.To - 4].Is(","))
        || clause.To - clause.From > 4 && speech.Tokens[clause.To - 2].Norm is "ta" or "tah" or "ok" or "okay" or "beleza" or "combinado" or "fechado" or "visse" or "viste" or "viu" or "ouviu" or "tendeu" or "hein" or "acredita" or "acreditam" && speech.Tokens[clause.To - 3].Is(",");

    public TimeChoice Time { get; }
    /// <summary>"Das 14h pra 16h", "de quinta pra sexta": the time to which something is moved; the other one says which thing is meant.</summary>
    public TimeExpression? MovedTo
    {
        get
        {
            var inside = Speech.Times.Where(time => time.From >= From && time.To <= clause.To && time.IsPoint).ToList();
            var to = inside.Count < 2 ? null : inside.LastOrDefault(time => Speech.Tokens[time.From].Norm is "para" or "pra" or "pro" or "pras" or "pros" or "to" or "p");
            // "A reunião de amanhã pras 15h": the day by which it is known stays.
            return to is { Day: null, Counted: null, Recurrence: null } && inside.Find(time => time.To <= to.From && time is { Day: not null, LastDay: null }) is { } known ? TimeJoin.Of(known with { Clock = null, EndClock = null, Part = null }, to) ?? to : to ?? Time.When;
        }
    }

    /// <summary>What stands after or inside the object and says more than the verb: "como feita", "na agenda".</summary>
    public Mark Mark { get; }
    public TimeContext Context => Speech.Context;

    public Cursor At(int token) => Speech.From(token, End);

    /// <summary>The words of a title: the person's own, without time, marks and dangling connectors.</summary>
    public string Title(int from, int? to = null) => Words.Title(this, from, to ?? End, [.. Time.Taken.Select(Without), .. marks]);

    /// <summary>"O DAS dia 20": the letters before the day are a name and no "das".</summary>
    private (int From, int To) Without(TimeExpression time) => (time.To - time.From > 1 && Words.IsInitials(Speech, time.From) && Speech.Tokens[time.From].Norm is "das" or "do" or "da" or "as" or "para" or "de" or "com" ? time.From + 1 : time.From, time.To);

    /// <summary>A title without its day; how long something takes belongs to it: "correr a maratona em menos de 4h30".</summary>
    public string TitleByDay(int from) =>
        Words.Title(this, from, End, [.. Time.Taken.Where(time => time.Day is not null || time.Clock is not null).Select(time => (time.From, time.To)), .. marks]);

    /// <summary>A title without any time, also those that were not used.</summary>
    public string WithoutTimes(int from) =>
        Words.Title(this, from, End, [.. Speech.Times.Where(time => time.IsPoint).Select(time => (time.From, time.To)), .. marks]);

    /// <summary>A title without any time and without one more piece of the text.</summary>
    public string TitleWithout(int from, (int From, int To) piece) =>
        Words.Title(this, from, End, [.. Speech.Times.Where(time => time.IsPoint).Select(time => (time.From, time.To)), .. marks, piece]);

    /// <summary>A title without any time that ends where something else begins.</summary>
    public string TitleTo(int from, int to) =>
        Words.Title(this, from, to, [.. Speech.Times.Where(time => time.IsPoint && time.To <= to).Select(time => (time.From, time.To)), .. marks]);

    /// <summary>As typed, times included: what is dictated.</summary>
    public string Text(int from, int? to = null) => Words.Title(this, from, to ?? End, marks);

    /// <summary>What is dictated, to the very end of the message.</summary>
    public string Dictated(int from)
    {
        var cursor = Speech.From(from);
        while (cursor.TakeAny(":", "-", ",", "que", "that", "\n", "–"))
        {
        }

        return cursor.At < clause.To ? (clause.To < Speech.Tokens.Count ? Speech.Raw(cursor.At, clause.To) : Speech.RawToEnd(cursor.At)).Trim().Trim('"', '“', '”') : "";
    }

    public bool Has(params ReadOnlySpan<string> words)
    {
        for (var at = From; at < End; at++)
        {
            foreach (var word in words)
            {
                if (Speech.Tokens[at].Norm == word)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The words that name an existing thing, or "essa" where one is pointed at.</summary>
    public string Target(int? from = null, int? to = null)
    {
        var words = Words.Target(Title(from ?? Head.Body, to));
        if (words.Length > 0)
        {
            return words;
        }

        var place = Text(from ?? Head.Body, to);
        return Head.Pointer ?? (Choices.Place(place) is null ? "" : place);
    }
}
