using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Dates;

/// <summary>A time that belongs to a thing and says nothing of when: "a conta de maio", "the March report", "the 3pm launch".</summary>
internal static class TimesOfThings
{
    /// <summary>"O relatório de março", "the May bill": a whole month beside a thing.</summary>
    public static bool IsMonth(IReadOnlyList<Token> tokens, TimeExpression time) =>
        time is { HasClock: false, Part: null, Deadline: false, After: false, Recurrence: null, Day: { Day: 1 } first, LastDay: { } last } && first.Year == last.Year
            && first.Month == last.Month && last.PlusDays(1).Day == 1
        && (IsPortuguese(tokens, time) || IsEnglish(tokens, time));

    /// <summary>"Confirm the 3pm meeting": an hour between an article and a thing.</summary>
    public static bool IsHour(IReadOnlyList<Token> tokens, TimeExpression time) =>
        time is { Clock: not null, Day: null, EndClock: null, Deadline: false, After: false, Recurrence: null } && time.From > 1 && tokens[time.From].Raw is var raw
            && char.IsAsciiDigit(raw[0])
        && tokens[time.From - 1].Norm is "the" or "our" or "my" or "that" or "their" && IsThing(tokens, time.To);

    /// <summary>"Confirmar a reunião das 15h", "o remédio das 22h": an hour with "das" right after a thing.</summary>
    public static bool IsHourAfter(IReadOnlyList<Token> tokens, TimeExpression time) =>
        time is { Clock: not null, Day: null, EndClock: null, Deadline: false, After: false, Recurrence: null } && time.From > 1 && tokens[time.From].Norm is "das" or "da" && time.To - time.From < 6
        && tokens[time.From - 1] is { IsWord: true } thing && thing.Norm is not ("partir" or "depois" or "antes" or "perto" or "volta" or "e" or "ou" or "la")
        && Enumerable.Range(2, 5).Any(back => time.From >= back && tokens[time.From - back].Norm is "o" or "a" or "os" or "as" or "um" or "uma" or "meu" or "minha" or "do" or "da" or "no" or "na" or "pro" or "pra" or "ao");

    /// <summary>"… que o ônibus sai às 8", "… that the game starts at 7": an hour after what somebody or something does.</summary>
    public static bool IsTold(IReadOnlyList<Token> tokens, TimeExpression time) =>
        time is { Clock: not null, Recurrence: null, Deadline: false } && time.From > 1 && tokens[time.From - 1] is var verb
        && (verb.Raw is "é" or "eh" or "is" || verb.Norm is "sai" or "saem" or "comeca" or "comecam" or "acaba" or "termina" or "chega" or "chegam" or "abre" or "fecha" or "parte" or "passa" or "volta"
            or "starts" or "ends" or "leaves" or "opens" or "closes" or "begins" or "departs" or "lands" or "arrives" or "boards" or "finishes");

    private static bool IsPortuguese(IReadOnlyList<Token> tokens, TimeExpression time) =>
        time.To == time.From + 2 && tokens[time.From].Norm is "de" && Names(tokens[time.From + 1]) && time.From > 0 && tokens[time.From - 1] is { IsWord: true } thing
        && thing.Norm is not ("fim" or "final" or "inicio" or "comeco" or "meados" or "meio" or "mes" or "dia" or "semana" or "segunda" or "terca" or "quarta" or "quinta" or "sexta"
            or "sabado" or "domingo"
            or "dias" or "antes" or "depois" or "partir" or "primeiro" or "primeira" or "ultimo" or "ultima" or "quinzena" or "pra" or "para" or "e" or "ou" or "a" or "o");

    private static bool IsEnglish(IReadOnlyList<Token> tokens, TimeExpression time)
    {
        var month = time.To - 1;
        return time.To - time.From <= 2 && Names(tokens[month]) && month > 0 && tokens[month - 1].Norm is "the" or "my" or "our" or "their" or "his" or "her" && IsThing(tokens, time.To);
    }

    private static bool Names(Token token) => Stretches.MonthNames.Has(token.Norm);

    private static bool IsThing(IReadOnlyList<Token> tokens, int at) =>
        at < tokens.Count && tokens[at] is { IsWord: true, Quoted: false } next && next.Norm is not ("of" or "on" or "at" or "by" or "for" or "to" or "and" or "or" or "with"
            or "until" or "till" or "in" or "from"
            or "before" or "after" or "is" or "was" or "if" or "because" or "so" or "that" or "sharp" or "today" or "tomorrow" or "please" or "every" or "then" or "but" or "this"
                or "next" or "as" or "instead");
}
