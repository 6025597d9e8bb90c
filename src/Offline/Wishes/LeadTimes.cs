using NodaTime;
using NodaTime.Text;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A time counted from that of the wish before: "… e me avisa uma hora antes", "… na véspera às 18h", "… that morning".</summary>
internal static class LeadTimes
{
    private enum Day { Before, Same, Moment, Morning, Evening, NightBefore }

    private static readonly PhraseTable<Day> Days = new(
        (Day.Before, ["na|a? vespera", "no|o? dia anterior|antes", "on? the day before"]),
        (Day.NightBefore, ["na|a? noite anterior|antes", "on? the night|evening before"]),
        (Day.Same, ["no? mesmo|proprio dia", "no dia", "nesse|neste|naquele dia", "on? that|the same? day"]),
        (Day.Morning, ["na manha do dia", "nessa manha", "on? that|the same? morning", "de manha no? mesmo dia"]),
        (Day.Evening, ["nessa noite", "on? that|the same? evening|night"]),
        (Day.Moment, ["na hora", "nessa hora", "at that time", "at the time"]));

    /// <summary>The message with such a time of the clause put in place, or null where there is none.</summary>
    public static Speech? Apply(Speech speech, Clause clause, TimeExpression anchor)
    {
        if (anchor.Recurrence is not null || Resolve.Moment(anchor, speech.Context)?.Moment is not { } moment || Parsed(moment) is not var (day, hour))
        {
            return null;
        }

        for (var at = clause.From; at < clause.To; at++)
        {
            if (!speech.Tokens[at].Quoted && (Counted(speech.From(at, clause.To), day, hour) ?? Named(speech.From(at, clause.To), day, hour)) is { } found && !Stands(speech, found))
            {
                var time = found;
                if (speech.Times.FirstOrDefault(other => other.From < time.To && other.To > time.To) is { Clock: { } said } past)
                {
                    // "The day before at 8pm": "before at 8pm" was read as one.
                    time = time with { To = past.To, Clock = said, Part = past.Part };
                }

                var others = speech.Times.Where(other => other.To <= time.From || other.From >= time.To);
                return speech with { Times = [.. others.Append(time).OrderBy(one => one.From)] };
            }
        }

        return null;
    }

    /// <summary>"Cancela X de quarta e marca Y no mesmo dia às 19h": the day of the wish before, at the hour of this one.</summary>
    public static Speech? OnSameDay(Speech speech, Clause clause, TimeExpression anchor)
    {
        for (var at = clause.From; at < clause.To && anchor.Day is not null; at++)
        {
            if (!speech.Tokens[at].Quoted && speech.TimeAt(at) is null && Days.Find(speech.From(at, clause.To), out var which, out var to) && which == Day.Same)
            {
                var day = new TimeExpression { From = at, To = to, Day = anchor.Day };
                var hour = speech.Times.FirstOrDefault(time => time.From == to && time.To <= clause.To && time.Clock is not null);
                var joined = hour is null ? day : TimeJoin.Of(day, hour) ?? day;
                return speech with { Times = [.. speech.Times.Where(time => time != hour || joined == day).Append(joined).OrderBy(time => time.From)] };
            }
        }

        return null;
    }

    /// <summary>"Véspera de Natal" is a day of its own.</summary>
    private static bool Stands(Speech speech, TimeExpression time) => speech.Times.Any(other => other.Day is not null && other.From <= time.From && other.To > time.To);

    private static TimeExpression? Counted(Cursor cursor, LocalDate day, LocalTime? hour)
    {
        var from = cursor.At;
        cursor.TakeAny("com");
        if (!Span.Take(ref cursor, out var span) || !(cursor.TakeAny("antes", "before", "beforehand", "earlier", "prior") || cursor.TakeAll("de",
            "antecedencia") || cursor.TakeAll("in", "advance") || cursor.TakeAll("ahead")))
        {
            return null;
        }

        cursor.TakeAny("disso", "dele", "dela", "it", "that");
        if (!span.IsClockTime)
        {
            return new TimeExpression { From = from, To = cursor.At, Day = span.Workdays > 0 ? null : Dated.Plus(day, span, -1) };
        }

        return hour is { } at && day.At(at).PlusSeconds(-span.Seconds) is var moment
            ? new TimeExpression { From = from, To = cursor.At, Day = moment.Date, Clock = new ClockTime(moment.TimeOfDay, true) }
            : null;
    }

    private static TimeExpression? Named(Cursor cursor, LocalDate day, LocalTime? hour)
    {
        if (!Days.Find(cursor, out var which, out var to) || (which == Day.Moment && hour is null))
        {
            return null;
        }

        var time = new TimeExpression { From = cursor.At, To = to, Day = which is Day.Before or Day.NightBefore ? day.PlusDays(-1) : day };
        return which switch
        {
            Day.Morning => time with { Part = DayPart.Morning },
            Day.Evening or Day.NightBefore => time with { Part = DayPart.Evening },
            Day.Moment => time with { Clock = new ClockTime(hour!.Value, true) },
            _ => time,
        };
    }

    private static (LocalDate Day, LocalTime? Hour)? Parsed(string moment) =>
        LocalDatePattern.Iso.Parse(moment) is { Success: true } day ? (day.Value, null)
        : LocalDateTimePattern.GeneralIso.Parse(moment.Length == 16 ? moment + ":00" : moment) is { Success: true } at ? (at.Value.Date, at.Value.TimeOfDay)
        : null;
}
