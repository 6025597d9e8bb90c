using Microsoft.Extensions.AI;
using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Turn;

/// <summary>A message that corrects the time of what was done last: "não, às 10", "era 05:00", "actually friday".</summary>
internal static class Amendments
{
    private static readonly PhraseTable<bool> Openings = new((true,
    [
        "nao", "na verdade", "alias", "digo", "quer dizer", "ou melhor", "melhor", "corrige|corrigindo|correcao", "errado|errei", "ops|opa", "e? era",
        "eu? quis dizer", "quis dizer", "muda|mude|troca|passa", "no|nope", "actually", "i meant|mean", "make it", "change it|that", "sorry", "oops", "wait",
        "it s|was",
        "perai|pera|espera", "desculpa",
    ]));

    private static readonly PhraseTable<bool> Fillers = new((true, [",|.|!|-|…|:", "e|eh|is|s|era|foi|seria|it|that", "pra|para|pro|to|for", "na verdade", "mesmo", "o certo", "por favor|please"]));

    private static readonly (string Function, string Time, string Change, string Thing, string NewTime)[] Movable =
    [
        ("tasks_create_task", "due", "tasks_update_task", "task", "due"), ("tasks_update_task", "due", "tasks_update_task", "task", "due"),
        ("reminders_set_reminder", "at", "reminders_snooze_reminder", "reminder", "until"), ("reminders_snooze_reminder", "until", "reminders_snooze_reminder", "reminder", "until"),
        ("calendar_create_event", "start", "calendar_update_event", "event", "start"), ("calendar_update_event", "start", "calendar_update_event", "event", "start"),
    ];

    /// <summary>The argument of a function by which the last thing it made or moved can be moved on, or null.</summary>
    public static string? TimeOf(string function) => Movable.FirstOrDefault(one => one.Function == function).Time;

    /// <summary>The calls that move the last thing; null where the message is no correction of a time.</summary>
    public static IReadOnlyList<Outcome>? Read(Speech speech, IReadOnlyList<ChatMessage> before)
    {
        if (TimeOf(speech) is not { } right || Last(before) is not { } last)
        {
            return null;
        }

        var (call, id) = last;
        var way = Movable.First(one => one.Function == call.Name);
        if (call.Arguments?.TryGetValue(way.Time, out var argument) != true || Json.Text(argument) is not { } told || Base(told) is not { } wrong)
        {
            return null;
        }

        var moment = way.Change.StartsWith("reminders_", StringComparison.Ordinal)
            ? Resolve.Ring(TimeRepair.Of(wrong, right), speech.Context)
            : Resolve.Moment(TimeRepair.Of(wrong, right), speech.Context)?.Moment;
        if (moment is not null && call.Arguments.TryGetValue("repeat", out var repeat) && Json.Text(repeat) is { } rule)
        {
            // Put off it would ring at the wrong hour again the time after.
            var again = Call.To(call.Name).With("text", call.Arguments.TryGetValue("text", out var text) ? Json.Text(text) : null).With("at", moment).With("repeat", rule);
            return [Call.To("reminders_cancel_reminder").With("reminder", id), again];
        }

        return moment is null ? null : [Call.To(way.Change).With(way.Thing, id).With(way.NewTime, moment)];
    }

    /// <summary>The only time of a message that opens as a correction and says nothing else.</summary>
    private static TimeExpression? TimeOf(Speech speech)
    {
        var cursor = speech.From(0, Politeness.Trim(speech.From(0)));
        var opened = false;
        while (speech.TimeAt(cursor.At) is null && (Openings.Take(ref cursor, out _) || (opened && Fillers.Take(ref cursor, out _))))
        {
            opened = true;
        }

        if (!opened || cursor.AtEnd || speech.TimeAt(cursor.At) is not { IsPoint: true } time)
        {
            return null;
        }

        cursor = new Cursor(cursor, Math.Min(time.To, cursor.Limit));
        while (Fillers.Take(ref cursor, out _))
        {
        }

        return cursor.AtEnd ? time : null;
    }

    /// <summary>The last thing that the turn before made or moved, and its id.</summary>
    private static (FunctionCallContent Call, string Id)? Last(IReadOnlyList<ChatMessage> before)
    {
        var from = before.ToList().FindLastIndex(message => message.Role == ChatRole.User);
        var contents = before.Skip(Math.Max(from, 0)).SelectMany(message => message.Contents).ToList();
        foreach (var call in contents.OfType<FunctionCallContent>().Reverse().Where(call => Movable.Any(way => way.Function == call.Name)))
        {
            var result = contents.OfType<FunctionResultContent>().LastOrDefault(result => result.CallId == call.CallId);
            if (Json.Object(result?.Result) is { } made && Json.Text(made["id"]) is { } id)
            {
                return (call, id);
            }
        }

        return null;
    }

    private static TimeExpression? Base(string told) =>
        LocalDatePattern.Iso.Parse(told) is { Success: true } day ? new TimeExpression { From = 0, To = 0, Day = day.Value }
        : LocalDateTimePattern.GeneralIso.Parse(told.Length == 16 ? told + ":00" : told) is { Success: true } at
            ? new TimeExpression { From = 0, To = 0, Day = at.Value.Date, Clock = new ClockTime(at.Value.TimeOfDay, true) }
            : null;
}
