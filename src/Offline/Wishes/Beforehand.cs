using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// Reminders counted from another thing: "uma hora antes", "na véspera às 18h", "the day before at 8pm", "that morning". What they are
/// counted from stands in the same wish or in the one before it; where it does not, the time is asked for.
/// </summary>
internal static class Beforehand
{
    private readonly record struct Lead(int From, int To, Span Span, DayPart? Part);

    private static readonly LocalTime DayStart = new(9, 0);

    private static readonly PhraseTable<(int Days, DayPart? Part)> Days = new(
        ((1, null), ["na|a? vespera", "no? dia anterior", "no dia antes", "um|1 dia antes", "on? the? day before|prior", "a|one|1 day before|prior|ahead|earlier"]),
        ((1, DayPart.Evening), ["na? noite anterior", "na noite antes", "na vespera a|de noite", "on? the? night|evening before"]),
        ((0, null), ["nesse|neste|naquele dia", "no? mesmo dia", "no proprio dia", "on? that day", "on? the same day"]),
        ((0, DayPart.Morning), ["that morning", "nessa|naquela manha", "na manha do dia", "no dia de manha"]), ((0, DayPart.Afternoon), ["that afternoon",
            "nessa|naquela tarde"]), ((0, DayPart.Evening), ["that evening|night", "nessa|naquela noite"]));

    private static readonly PhraseTable<bool> Tails = new((true, ["antes", "before|prior|beforehand|ahead|earlier", "de antecedencia", "in advance", "ahead of time"]));
    private static readonly PhraseTable<bool> Itself = new((true, ["disso|dele|dela|disto", "do horario|evento|compromisso", "da hora", "it|that|then", "the event", "de comecar", "it starts"]));

    /// <summary>The reminder, or the question for its time; null where nothing in it is counted from another thing.</summary>
    public static Outcome? Read(Wish wish, Wish? before, Outcome? last)
    {
        if (wish.Asks || !(wish.Verb == Verb.Remind || (wish.Noun == Noun.Reminder && wish.Verb is Verb.None or Verb.Create or Verb.Schedule)))
        {
            return null;
        }

        var from = wish.Verb == Verb.Remind ? wish.Head.AfterVerb : wish.Head.Body;
        if (Find(wish, from) is not { } lead)
        {
            return null;
        }

        var others = wish.Speech.Times.Where(time => time.From >= wish.From && time.To <= wish.End && time.IsPoint && (time.To <= lead.From || time.From >= lead.To || (time.From > lead.From && time.To > lead.To))).ToList();
        var anchor = new TimeChoice([.. others.Where(time => time.Day is not null)]).When is { } own ? new TimeChoice(others).When ?? own : before?.Time.When ?? new TimeChoice([.. others.Where(time => time.Clock is not null)]).When;
        var inside = anchor is not null && anchor != before?.Time.When;
        var words = Arranged.Settled(wish.TitleWithout(from, (lead.From, lead.To)));
        var text = words.Length > 0 ? words : NameOf(before, last);
        var call = Call.To("reminders_set_reminder").With("text", text);
        var at = anchor is { IsPoint: true, Recurrence: null } ? At(lead, anchor, inside ? null : others.FirstOrDefault(time => time.Clock is not null || time.Part is not null), wish.Context) : null;
        Outcome made = at is null ? new Ask(call, "at") : call.With("at", at).Unless("text");
        return last is Ask { Missing: Ask.Confirmation } && !inside && at is not null ? new Instead(made) : made;
    }

    /// <summary>"Tenho inglês toda terça às 19h, me lembra uma hora antes": the reminder just made, that much earlier.</summary>
    public static Outcome? OfHabit(Wish wish, Reading reading)
    {
        if (wish.Verb != Verb.Remind || wish.Time.IsPoint || Find(wish, wish.Head.AfterVerb) is not { Span: { IsClockTime: true, Seconds: > 0 } span } lead || wish.TitleWithout(wish.Head.AfterVerb, (lead.From, lead.To)).Length > 0
            || reading.Outcomes.LastOrDefault() is not Call { Function: "reminders_set_reminder" } made || !made.Arguments.ContainsKey("repeat") || LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(made.Arguments.GetValueOrDefault("at") as string ?? "") is not { Success: true, Value: var first })
        {
            return null;
        }

        var at = first.PlusSeconds(-span.Seconds);
        if (at.Date != first.Date || wish.Context.At(at).ToInstant() <= wish.Context.Now.ToInstant())
        {
            return null;
        }

        reading.Forget();
        return made.With("at", Moments.Of(wish.Context.At(at)));
    }

    private static Lead? Find(Wish wish, int from)
    {
        for (var at = from; at < wish.End; at++)
        {
            var cursor = wish.At(at);
            if (wish.Speech.TimeAt(at) is not { Day: not null } && Days.Take(ref cursor, out var days))
            {
                Itself.Take(ref cursor, out _);
                return new Lead(at, cursor.At, new Span(0, days.Days, 0), days.Part);
            }

            cursor = wish.At(at);
            cursor.TakeAny("com", "faltando", "uns", "umas", "with");
            if (Span.Take(ref cursor, out var span) && Tails.Take(ref cursor, out _))
            {
                Itself.Take(ref cursor, out _);
                return new Lead(at, cursor.At, span, null);
            }
        }

        return null;
    }

    private static string? At(Lead lead, TimeExpression anchor, TimeExpression? hour, TimeContext context)
    {
        if (Resolve.Moment(anchor, context)?.Moment is not { } moment || LocalDatePattern.Iso.Parse(moment[..10]) is not { Success: true } day)
        {
            return null;
        }

        var date = day.Value;
        LocalDateTime? at = lead.Span is { IsClockTime: true, Seconds: > 0 }
            ? moment.Length < 16 ? null : date.At(LocalTime.FromMinutesSinceMidnight(60 * int.Parse(moment[11..13]) + int.Parse(moment[14..16]))).PlusSeconds(-lead.Span.Seconds)
            : (lead.Span.Workdays > 0 ? context.PlusWorkdays(date, -lead.Span.Workdays) : Dated.Plus(date, lead.Span, -1))?.At(Hour(lead, hour));
        return at is { } found && context.At(found).ToInstant() > context.Now.ToInstant() ? Moments.Of(context.At(found)) : null;
    }

    private static LocalTime Hour(Lead lead, TimeExpression? said) =>
        said is not null && Resolve.Hour(said.Part is null ? said with { Part = lead.Part, Deadline = false } : said, out _) is { } hour ? hour
        : lead.Part is { } part ? DayParts.Hour(part) : DayStart;

    private static string? NameOf(Wish? before, Outcome? last) =>
        last is Call call && (call.Arguments.GetValueOrDefault("title") ?? call.Arguments.GetValueOrDefault("event") ?? call.Arguments.GetValueOrDefault("text") ?? call.Arguments.GetValueOrDefault("task")) is string name ? name
        : last is Ask { Pending: { } pending } && pending.Arguments.GetValueOrDefault("title") is string asked ? asked
        : before?.Title(before.Head.Start);
}
