using NodaTime;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Dates.Hours;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>When the person is left alone, and when they hear of their day: "silêncio das 22 às 7", "me manda um resumo todo dia às 7h30".</summary>
internal static class OwnHours
{
    private static readonly PhraseTable<bool> Quiet = new((true,
        ["quero|bota|coloca|poe|liga|ativa? o? silencio|sossego de|das|entre|:?", "horario|horas|modo de|do? silencio|silencioso e|:? de|das|entre?",
            "nao me? perturba|perturbe|incomoda|incomode|avisa|avise? de|das|entre", "fica|fique quieto|calado|em silencio? de|das|entre?",
            "quiet|silent hours|time are|is|:? from|between?", "set|make? my|the? quiet hours to? from|between?", "do not|don t? disturb|bother me? from|between?",
            "don t disturb|bother me? from|between?", "be|stay|keep quiet|silent from|between?"]));

    private static readonly PhraseTable<bool> NoQuiet = new((true,
        ["desliga|desligue|desativa|tira|remove|acaba|sem com? o|as|meu|minhas? silencio|horario|horas de? silencio?", "turn|switch off my|the? quiet hours", "turn|switch my|the? quiet hours off",
            "no|remove|disable|cancel my|the? quiet hours"]));

    private static readonly PhraseTable<bool> Brief = new((true,
        ["me|mim? manda|mande|envia|envie|da|de|faz|faca|conta|conte um|o|meu? resumo|briefing da|do? manha|dia?", "quero|queria|liga|ligue|ativa|ative receber? um|o|meu? resumo|briefing da|do? manha|dia?",
            "send|give|tell me a|the|my? morning|daily? brief|briefing|summary", "i want|need|d like a|the|my? morning|daily? brief|briefing|summary",
            "turn|switch on the|my? morning|daily brief|briefing|summary"]));

    private static readonly PhraseTable<bool> NoBrief = new((true,
        ["desliga|desligue|desativa|cancela|cancele|para|pare|nao com|de|quero? me? mandar|receber? mais? o|meu? resumo|briefing da|do|de? manha|dia|diario",
            "nao quero|precisa|manda mais? o|meu? resumo|briefing da|do|de? manha|dia|diario", "stop|cancel|disable sending? me? the|my? morning|daily brief|briefing|summary",
            "turn|switch off the|my? morning|daily brief|briefing|summary", "turn|switch the|my? morning|daily brief|briefing|summary off"]));

    private static readonly string[] EachDay = ["todo", "todos", "toda", "todas", "every", "each", "manha", "manhas", "morning", "mornings", "daily", "diario"];
    private static readonly string[] Around = ["o", "os", "a", "as", "ao", "dia", "dias", "day", "de", "da", "do", "pela", "pra", "para", "mim", "me", "at", "in", "the", "on", "my", "meu", "com", "agenda", ",", ".", "!"];

    public static Outcome? Read(Speech speech)
    {
        var start = speech.From(0);
        while (Politeness.Skip(ref start))
        {
        }

        // "Quero um resumo": politeness may have eaten the verb.
        return Read(speech.From(0)) ?? Read(start);
    }

    private static Call? Read(Cursor start) =>
        (Starts(start, NoQuiet, out var end) && IsOver(end)) ? Silence(LocalTime.Midnight, LocalTime.Midnight)
        : Starts(start, NoBrief, out end) && IsOver(end) ? Call.To("assistant_set_morning_brief").With("at", "off")
        : Starts(start, Quiet, out end) && Hours(end) is { } quiet ? quiet
        : Starts(start, Brief, out end) ? Morning(start, end) : null;

    /// <summary>"/silencio 22 7"; with nothing to read after it null.</summary>
    public static Call? Hours(Cursor cursor)
    {
        cursor.TakeAny("das", "de", "from", "between", "entre");
        if (Clocks.Take(ref cursor, true) is not { } from)
        {
            return null;
        }

        cursor.TakeAny("as", "a", "ate", "e", "to", "till", "until", "and", "-", "–");
        // Nobody means to be left alone from ten in the morning: it is the evening's ten.
        return Clocks.Take(ref cursor, true) is { } to && IsOver(cursor)
            ? Silence(!from.Sure && from.Time.Hour is > 5 and < 12 && to.Time < from.Time ? from.Time.PlusHours(12) : from.Time, to.Time)
            : null;
    }

    /// <summary>"/silencio não".</summary>
    public static Call? Off(Cursor cursor) => cursor.TakeAny("nao", "off", "desliga", "desligado", "no") && IsOver(cursor) ? Silence(LocalTime.Midnight, LocalTime.Midnight) : null;

    private static Call Silence(LocalTime from, LocalTime to) => Call.To("assistant_set_quiet_hours").With("from", Moments.Of(from)).With("to", Moments.Of(to));

    /// <summary>It is a brief of every morning only where that is said, and nothing else is.</summary>
    private static Call? Morning(Cursor start, Cursor cursor)
    {
        var daily = false;
        for (var spoken = start; spoken.At < cursor.At; spoken.Skip())
        {
            daily |= EachDay.Contains(spoken.Word);
        }

        LocalTime? hour = null;
        while (!cursor.AtEnd)
        {
            if (EachDay.Contains(cursor.Word))
            {
                daily = true;
                cursor.Skip();
            }
            else if (hour is null && Clocks.Take(ref cursor, cursor.Previous.Norm is "as" or "at" or "a" or "pras") is { } clock)
            {
                hour = clock.Time;
            }
            else if (!cursor.TakeAny(Around))
            {
                return null;
            }
        }

        return daily && hour is { } at ? Call.To("assistant_set_morning_brief").With("at", Moments.Of(at)) : null;
    }

    private static bool Starts(Cursor at, PhraseTable<bool> table, out Cursor end)
    {
        end = at;
        return table.Take(ref end, out _);
    }

    private static bool IsOver(Cursor cursor)
    {
        while (!cursor.AtEnd && (cursor.TakeAny(".", "!", ",") || Politeness.Skip(ref cursor)))
        {
        }

        return cursor.AtEnd;
    }
}
