using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Working hours in any wording: "altere meu horário de trabalho para das 7h30 às 17h", "meu expediente começa às 8 e termina às 17", "I start work at 9 and finish at 6".</summary>
internal static class WorkHours
{
    private static readonly PhraseTable<bool> About = new((true,
        ["expediente", "horario|horarios|jornada|hora|horas de trabalho|expediente|servico", "work|working|office hours", "horario comercial",
            "meu horario e|das|agora", "my hours are", "eu? trabalho|trampo das|de|agora", "i work", "trabalhar|trabalhando das|de|agora", "working from",
            "comeco|inicio a trabalhar",
            "entro|comeco|inicio|chego|pego|bato as|no|na|o|ponto trabalho|servico|trampo|batente|escritorio|firma|expediente|loja|as?",
            "i get|clock|am to|in|into at?|work|the?", "i start work|working", "my workday|shift|day starts|runs|is"]));

    private static readonly PhraseTable<bool> Starts = new((true, ["comeca|comecando|comeco|inicia|inicio|entro|entrando|abre", "start|starts|starting|begin|begins"]));
    private static readonly PhraseTable<bool> Ends = new((true, ["termina|terminando|termino|acaba|encerra|saio|saindo|fecha", "vai ate", "finish|finishes|end|ends|ending|stop|leave"]));

    public static Call? Read(Wish wish, Speech speech)
    {
        if (wish.Asks || wish.Verb is not (Verb.None or Verb.Change or Verb.Create) || wish.Has("nao", "not", "don", "chefe", "boss", "banco", "mercado", "farmacia", "correio", "posto", "escola", "academia", "bank", "shop", "store", "dela", "dele", "deles") || !Speaks(wish) || IsOfOneDay(wish))
        {
            return null;
        }

        var call = Call.To("profile_update_profile");
        var times = speech.Times.Where(time => time.From >= wish.From && time.Clock is not null && time is { Day: null, Counted: null }).ToList();
        if (times.Find(time => time.EndClock is not null) is { Clock: { } first, EndClock: { } last })
        {
            return call.With("workStart", Moments.Of(first.Time)).With("workEnd", Moments.Of(After(last, first.Time)));
        }

        return Apart(call, times, speech) ?? Plain(call, wish);
    }

    /// <summary>"I work 9 to 6": bare numbers, which are hours here.</summary>
    private static Call? Plain(Call call, Wish wish)
    {
        for (var at = wish.From + 1; at < wish.End - 2; at++)
        {
            var c = wish.At(at);
            if (Dates.Hours.Clocks.Take(ref c, true) is { } start && c.TakeAny("to", "till", "until", "as", "a", "ate", "-", "–") && Dates.Hours.Clocks.Take(ref c, true) is { } end && c.AtEnd)
            {
                return call.With("workStart", Moments.Of(start.Time)).With("workEnd", Moments.Of(After(end, start.Time)));
            }
        }

        return null;
    }

    /// <summary>"Amanhã trabalho das 8 às 14", "office hours are Wednesday 2 to 4": what is so on one day is no habit.</summary>
    public static bool IsOfOneDay(Wish wish) =>
        wish.Verb == Verb.None && wish.Speech.Times.Any(time => time.From >= wish.From && time.To <= wish.To && time is { Day: not null, LastDay: null, Recurrence: null, After: false } && !wish.Speech.Tokens[time.From].Is("agora"));

    private static bool Speaks(Wish wish)
    {
        for (var at = wish.From; at < Math.Min(wish.End, wish.From + 6); at++)
        {
            if (About.Find(wish.At(at), out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Começa às 8 e termina às 17": each hour after its own verb.</summary>
    private static Call? Apart(Call call, List<TimeExpression> times, Speech speech)
    {
        NodaTime.LocalTime? start = null, end = null;
        foreach (var time in times)
        {
            if (Before(speech, time, Starts))
            {
                start ??= time.Clock!.Value.Time;
            }
            else if (Before(speech, time, Ends) || time.Deadline)
            {
                end ??= After(time.Clock!.Value, start ?? new NodaTime.LocalTime(9, 0));
            }
        }

        return start is null && end is null ? null : call.With("workStart", start is { } from ? Moments.Of(from) : null).With("workEnd", end is { } to ? Moments.Of(to) : null);
    }

    private static bool Before(Speech speech, TimeExpression time, PhraseTable<bool> verbs)
    {
        for (var at = Math.Max(0, time.From - 3); at < time.From; at++)
        {
            if (verbs.Find(speech.From(at), out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    private static NodaTime.LocalTime After(ClockTime end, NodaTime.LocalTime start) => !end.Sure && end.Time <= start ? end.Time.PlusHours(12) : end.Time;
}
