using NodaTime.Text;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Questions;

/// <summary>
/// Reads a message as the answer to an open question: yes or no, a time, one of the candidates, a name. A whole new wish is none:
/// null comes back and the question is dropped.
/// </summary>
internal static class Answers
{
    private static readonly PhraseTable<bool> YesOrNo = new(
        (true, ["sim", "s", "isso mesmo|ai?", "pode sim|ser?", "claro que? sim?", "quero sim?", "por favor", "ok|okay|beleza|certo", "confirmo|confirma|confirmado", "guarda|guarde sim?", "agora sim|mesmo?", "manda ver|bala", "yes please?", "yep|yeah|yup|sure|y", "do it", "go ahead", "of course", "com certeza", "lembra sim?"]),
        (false, ["nao", "nao precisa|quero|obrigado|obrigada", "deixa pra la", "deixa", "cancela|cancelar|cancel", "nenhum|nenhuma dos|das|deles|delas?", "no", "nope|nah", "no thanks", "never mind", "nevermind", "esquece|esqueca isso?", "none of them?", "forget it"]));

    private static readonly string[] Times = ["start", "end", "at", "until", "due", "date"];

    public static Outcome? Read(PendingQuestion open, string text, TimeContext context)
    {
        var speech = Speech.Read(text, context);
        if (Simple(speech) is { } yes)
        {
            return yes ? Yes(open, context) : new Say("Dropped");
        }

        if (open.Candidates.Count > 0 && Choices.Pick(open.Candidates, speech) is { } chosen)
        {
            return open.Call.With(open.Missing, chosen.Id);
        }

        if (Times.Contains(open.Missing) && OnlyATime(speech) is { } when)
        {
            return Timed(open, when, context);
        }

        var wishes = WishReader.Read(speech);
        if (open.Missing == Ask.Confirmation || wishes.Exists(IsWish) || speech.Tokens.Count == 0 || speech.Tokens[0].Is("/"))
        {
            return null;
        }

        return Times.Contains(open.Missing)
            ? new TimeChoice(speech.Times).When is { } inside ? Timed(open, inside, context) : null
            : Worded(open, speech, wishes);
    }

    private static Outcome? Worded(PendingQuestion open, Speech speech, List<Outcome> wishes)
    {
        if (wishes.Exists(wish => wish is Say { Key: "Negated" or "Conditional" }) || speech.Tokens[^1].Is("?") || open.Candidates.Count > 0)
        {
            return null;
        }

        var words = speech.Whole.Trim(' ', '.', '!', '"');
        object? value = open.Missing switch
        {
            "priority" => Priorities.Named(words),
            "zone" => Zones.Of(words),
            "language" => words.StartsWith("en", StringComparison.OrdinalIgnoreCase) || Normalizer.Fold(words).Contains("ingles") ? "en" : "pt-BR",
            _ => words,
        };
        return WithTitle(open.Call.With(open.Missing, value), open.Missing);
    }

    /// <summary>After a title or a text, the time may still be missing.</summary>
    private static Outcome WithTitle(Call call, string answered) => (call.Function, answered) switch
    {
        ("calendar_create_event", "title") => call.Unless("start"),
        ("reminders_set_reminder", "text") => call.Unless("at"),
        ("calendar_update_event", "event") when call.Arguments.Count == 1 => new Ask(call, "start"),
        ("tasks_update_task", "task") when call.Arguments.Count == 1 => new Ask(call, "due"),
        _ => call,
    };

    public static bool IsYesOrNo(Speech speech) => Simple(speech) is not null;

    private static bool IsWish(Outcome outcome) => outcome is Call || outcome is Ask { Missing: not Ask.Confirmation };

    private static Outcome Yes(PendingQuestion open, TimeContext context) => open.Missing == Ask.Confirmation ? AtOnce(open.Call, context)
        : open.Candidates.Count == 1 ? open.Call.With(open.Missing, open.Candidates[0].Id) : new Ask(open.Call, open.Missing, null, open.Candidates);

    /// <summary>"Now" was offered, and the yes came later: now is now.</summary>
    private static Call AtOnce(Call call, TimeContext context) =>
        call.Function == "reminders_set_reminder" && call.Arguments.GetValueOrDefault("at") is string at
            && LocalDateTimePattern.GeneralIso.Parse(at.Length == 16 ? at + ":00" : at) is { Success: true } offered
            && offered.Value < context.Now.LocalDateTime
            ? call.With("at", LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Format(context.Now.LocalDateTime))
            : call;

    private static bool? Simple(Speech speech)
    {
        var cursor = speech.From(0, Politeness.Trim(speech.From(0)));
        cursor = cursor.AtEnd ? speech.From(0) : cursor;
        while (cursor.TakeAny("ah", "eh", "ta", "entao", "hmm"))
        {
        }

        bool? answer = null;
        while (YesOrNo.Take(ref cursor, out var said))
        {
            answer ??= said;
            while (cursor.TakeAny(",", "!", "."))
            {
            }
        }

        return cursor.AtEnd ? answer : null;
    }

    /// <summary>A message that is a time and nothing more; a bare number is an hour then.</summary>
    private static TimeExpression? OnlyATime(Speech speech)
    {
        var cursor = speech.From(0, Politeness.Trim(speech.From(0)));
        while (speech.TimeAt(cursor.At) is null && (cursor.TakeAny("sim", "yes", "pode", "ser", "marca", "pra", "para", "no", "na", "it", "s", "e", "is", "make", "let", "que", "tal", ",") || Politeness.Skip(ref cursor)))
        {
        }

        if (Numbers.Take(ref cursor, out var hour) && cursor.AtEnd && hour <= 24)
        {
            return new TimeExpression { From = 0, To = cursor.At, Clock = new ClockTime(new NodaTime.LocalTime(hour % 24, 0), hour is 0 or > 12) };
        }

        var choice = new TimeChoice(speech.Times);
        for (; !cursor.AtEnd; cursor.Skip())
        {
            if (cursor.Token.IsWord && !choice.Taken.Any(time => time.From <= cursor.At && cursor.At < time.To))
            {
                return null;
            }
        }

        return choice.When;
    }

    private static Outcome Timed(PendingQuestion open, TimeExpression when, TimeContext context)
    {
        var known = open.Call.Arguments.GetValueOrDefault(open.Missing) as string;
        if (when.Day is null && when.Counted is null && known is { Length: 10 } && NodaTime.Text.LocalDatePattern.Iso.Parse(known) is { Success: true } day)
        {
            when = when with { Day = day.Value };
        }

        var moment = open.Call.Function.StartsWith("reminders_", StringComparison.Ordinal) ? Resolve.Ring(when, context) : Resolve.Moment(when, context)?.Moment;
        moment ??= when.Minutes is { } minutes && open.Missing == "until" ? Moments.Of(OffsetTimes.ToMinute(context.Now.PlusMinutes(minutes))) : null;
        var call = open.Call.With(open.Missing, moment).With("repeat", open.Missing == "at" ? when.Recurrence?.Rule : null);
        return moment is null ? new Ask(open.Call, open.Missing) : open.Missing == "start" ? call.With("minutes", when.Minutes) : call;
    }
}
