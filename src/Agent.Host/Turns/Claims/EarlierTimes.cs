namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>Words that put a deed before this turn: then it is a report of what the person can look up, not of this turn.</summary>
internal static class EarlierTimes
{
    private static readonly HashSet<string> Plain = Speech.Set("ontem anteontem yesterday ago anteriormente previously");
    private static readonly HashSet<string> Ends = Speech.Set("passada passado passadas passados");
    private static readonly HashSet<string> Units = Speech.Set(
        "semana mes ano segunda terca quarta quinta sexta sabado domingo vez noite segunda-feira terca-feira quarta-feira quinta-feira sexta-feira week month year night time monday tuesday wednesday "
        + "thursday friday saturday sunday dias dia horas hora minutos semanas meses anos pouco tempo");

    private static readonly HashSet<string> Weekdays = Speech.Set(
        "segunda terca quarta quinta sexta sabado domingo segunda-feira terca-feira quarta-feira quinta-feira sexta-feira monday tuesday wednesday thursday friday saturday sunday");

    private static readonly HashSet<string> Asking = Speech.Set("voce you pediu pediram asked told requested falou solicitou queria wanted");
    private static readonly HashSet<string> Now = Speech.Set("agora now acabei");

    public static bool IsWeekday(string word) => Weekdays.Contains(word);

    /// <summary>Whether the verb's part of the sentence says that it was earlier.</summary>
    public static bool Put(Speech speech, int verb, Word word)
    {
        var (from, to) = (speech.WideStart(verb), speech.WideEnd(verb + 1));
        if (speech.Find(from, to, Now) >= 0)
        {
            return false;
        }

        for (var at = from; at < to; at++)
        {
            if (IsMark(speech, at, word) && !IsOfTheAsking(speech, at, verb))
            {
                return true;
            }
        }

        return IsDay(speech, from, verb) || IsToldOn(speech, from);
    }

    /// <summary>"Na sexta passada você pediu e eu criei": told on from an earlier time at the beginning.</summary>
    private static bool IsToldOn(Speech speech, int from)
    {
        var joined = speech.Text(from - 1) is "e" or "and" && speech.Text(from) is "eu" or "i";
        for (var at = speech.First; joined && at < speech.First + 4; at++)
        {
            if (IsMark(speech, at, default))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sentence sets an earlier time before its first verb, which then holds for those joined by "and".</summary>
    public static bool Frames(Speech speech, int verb)
    {
        for (var at = speech.WideStart(verb); at < verb; at++)
        {
            if (IsMark(speech, at, default) && !IsOfTheAsking(speech, at, verb))
            {
                return true;
            }
        }

        return IsDay(speech, speech.WideStart(verb), verb);
    }

    private static bool IsMark(Speech speech, int at, Word word)
    {
        var (before, text, after) = (speech.Text(at - 1), speech.Text(at), speech.Text(at + 1));
        return text switch
        {
            _ when Plain.Contains(text) => after != "'s" && (before is not ("de" or "da" or "do") || speech.Text(at - 2) == "conversa"),
            _ when Ends.Contains(text) => Units.Contains(before) && speech.Text(at - 2) is not ("da" or "do" or "de"),
            "last" => Units.Contains(after) && before != "the" || (after is "conversation" or "chat" && before is "our" or "the"),
            "previous" => after is "conversation" or "chat" or "message" or "turn",
            "earlier" => before is not "an" && (word.Kinds != Kinds.Change || after is "today" or "this"),
            "before" => speech.IsSign(at + 1),
            "antes" => speech.IsSign(at + 1) && before is not ("para" or "minutos" or "hora" or "horas" or "dia" or "min" or "pouco"),
            "cedo" => before is "hoje" || (before == "mais" && speech.Text(at - 2) != "para"),
            "ha" => Units.Contains(speech.Text(at + 2)) || after is "pouco" or "tempos",
            "conversa" => before is "ultima" or "outra" or "nossa" && after is "anterior" or "passada" or "de" || before is "ultima" or "outra" || after == "anterior",
            "vez" => before is "ultima" or "outra",
            "disse" or "mencionei" or "falei" or "comentei" => before == "eu" || speech.Text(at - 1) is "como" or "ja",
            "said" or "mentioned" => before == "i" && speech.Text(at - 2) == "as",
            "day" or "dia" => before is "other" or "outro",
            "em" or "in" or "desde" or "since" => after.Length == 4 && int.TryParse(after, out var year) && year is > 1000 and < 2100,
            _ => false,
        };
    }

    /// <summary>"Como você pediu ontem": the time is that of the wish.</summary>
    private static bool IsOfTheAsking(Speech speech, int at, int verb)
    {
        var (start, end) = (speech.ClauseStart(at), speech.ClauseEnd(at));
        return (verb < start || verb >= end) && speech.Find(start, end, Asking) >= 0;
    }

    /// <summary>"Na segunda criei", "on Tuesday I created".</summary>
    private static bool IsDay(Speech speech, int from, int verb)
    {
        for (var at = from; at < verb && at < from + 3; at++)
        {
            if (speech.Text(at) is "na" or "no" or "on" && Weekdays.Contains(speech.Text(at + 1)))
            {
                return true;
            }
        }

        return false;
    }
}
