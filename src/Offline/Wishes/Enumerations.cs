using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Several things under one heading: "tarefas pra sexta: comprar ração, pagar a luz", "lembretes: remédio às 8, academia às 18h".</summary>
internal static class Enumerations
{
    private static readonly string[] Around =
        ["as", "os", "minhas", "meus", "my", "the", "seguintes", "following", "estas", "estes", "essas", "esses", "these", "some", "umas", "uns", "novas",
            "novos", "new", "duas", "dois", "tres", "quatro", "2", "3", "4", "two", "three", "four",
         "da", "de", "do", "pra", "para", "pro", "for", "on", "in", "a", "o", "casa", "trabalho", "mim", "me", "no", "na", "nos", "nas", "eu", "i"];

    /// <summary>Things that are to be done, without saying that they are tasks: "coisas pra amanhã:", "preciso fazer três coisas hoje:", "to do on friday:".</summary>
    private static readonly PhraseTable<bool> Things = new((true,
        ["coisas|coisinhas pra|para|a|de? fazer|resolver?", "things|stuff to? do?", "preciso|precisamos|vou|quero|tenho|temos que|de? fazer|resolver",
            "eu? preciso|precisamos|tenho|temos|devo que|de?", "tenho|temos", "pra|para fazer|resolver", "fazer|resolver", "i? need|have|want|gotta|must to? do?", "to dos?|do|don|list?", "todo list?",
            "checklist|agendinha", "o que eu? preciso|tenho|falta|devo|vou que|de? fazer|resolver", "what i? need|have|must|should to? do|get? done?",
            "missoes", "afazeres|pendencias", "lista de coisas"]));

    public static List<Outcome>? Read(Speech speech)
    {
        var cursor = speech.From(0);
        if (Head.VerbAt(speech, 0, speech.Tokens.Count) is Verb.Create or Verb.Note or Verb.Schedule)
        {
            cursor = speech.From(Head.EndOfVerb(speech, 0, speech.Tokens.Count));
        }

        if (Heading(speech, ref cursor) is not var (noun, time))
        {
            return null;
        }

        var outcomes = Items(speech, cursor.At).Select(item => Made(new Wish(speech, new Clause(item.From, item.To, false)), noun, time)).ToList();
        return outcomes.Count > 0 ? outcomes : null;
    }

    /// <summary>Plural noun, perhaps a day, and a colon with something after it.</summary>
    private static (Noun Noun, TimeExpression? Time)? Heading(Speech speech, ref Cursor cursor)
    {
        (Noun Noun, TimeExpression? Time) heading = (Noun.None, null);
        var things = false;
        while (!cursor.AtEnd && cursor.Word is not ":")
        {
            if (speech.TimeAt(cursor.At) is { } time)
            {
                heading.Time = time;
                cursor = speech.From(time.To);
            }
            else if (heading.Noun == Noun.None && NounTable.Table.Find(cursor, out var hit, out var end) && (hit is { Plural: true, Noun: Noun.Task or Noun.Reminder or Noun.Event } || (hit.Noun == Noun.Reminder && SeveralHours(speech, end))))
            {
                heading.Noun = hit.Noun;
                cursor = speech.From(end);
            }
            else if (Things.Take(ref cursor, out _))
            {
                things = true;
            }
            else if (!cursor.TakeAny(Around) && !Politeness.Skip(ref cursor))
            {
                return null;
            }
        }

        if (heading.Noun == Noun.None && !things && heading.Time is not { Day: not null, HasClock: false, Recurrence: null })
        {
            return null;
        }

        var found = cursor.Take(":") && !cursor.AtEnd;
        while (!cursor.AtEnd && IsBullet(cursor.Word))
        {
            cursor.Skip();
        }

        found &= !cursor.AtEnd;
        var lines = found && speech.Tokens[cursor.At - 1].Norm is not ":";
        heading.Noun = heading.Noun != Noun.None || !found ? heading.Noun : (lines && things && !EachHasHour(speech, cursor.At)) || (things ? AllToBeDone(speech, cursor.At) : ThingsToDo.IsInfinitive(cursor.Word)) ? Noun.Task : EachHasHour(speech, cursor.At) ? Noun.Event : Noun.None;
        return found && heading.Noun != Noun.None ? heading : null;
    }

    /// <summary>"Lembrete: 13h almoço da Nina, 16h buscar ela": one word for several, each at its hour.</summary>
    private static bool SeveralHours(Speech speech, int at) =>
        at + 2 < speech.Tokens.Count && speech.Tokens[at].Is(":") && speech.TimeAt(at + 1) is { HasClock: true } && Items(speech, at + 1).Count() > 1 && EachHasHour(speech, at + 1);

    private static bool IsBullet(string word) => word is "\n" or "-" or "•" or "*" or "–" or "—" or "·";

    private static bool AllToBeDone(Speech speech, int from) =>
        Items(speech, from).ToList() is { Count: > 1 } items && items.TrueForAll(item => ThingsToDo.IsListed(speech.From(item.From, item.To)));

    /// <summary>"Amanhã: 9h dentista, 11h banco".</summary>
    private static bool EachHasHour(Speech speech, int from) =>
        Items(speech, from).ToList() is var items && items.TrueForAll(item => speech.Times.Any(time => time.From >= item.From && time.To <= item.To && time.HasClock));

    private static IEnumerable<(int From, int To)> Items(Speech speech, int from)
    {
        var infinitives = ThingsToDo.IsInfinitive(Deed(speech, from));
        var commas = false;
        for (var at = from; at <= speech.Tokens.Count; at++)
        {
            if (at < speech.Tokens.Count && !Divides(speech, from, at, infinitives, commas))
            {
                continue;
            }

            commas = true;
            if (Words(speech, from, at))
            {
                yield return (from, at);
            }

            from = at + 1;
            while (from < speech.Tokens.Count && IsBullet(speech.Tokens[from].Norm))
            {
                from++;
            }
        }
    }

    private static bool Divides(Speech speech, int from, int at, bool infinitives, bool commas)
    {
        if (speech.Tokens[at].Quoted || speech.TimeAt(at) is not null)
        {
            return false;
        }

        if (Clauses.EndsSentence(speech, at))
        {
            return true;
        }

        var next = at + 1 < speech.Tokens.Count ? speech.Tokens[at + 1].Norm : "";
        return speech.Tokens[at].Norm switch
        {
            "," => (!infinitives || ThingsToDo.IsInfinitive(Deed(speech, at + 1))) && (speech.TimeAt(at + 1) is null || HasHour(speech, from, at) || (EachDayFirst(speech, from) && Words(speech, from, at))) && next is not ("e" or "and"),
            "e" or "and" => infinitives ? ThingsToDo.IsInfinitive(Deed(speech, at + 1)) : commas || speech.Tokens[at - 1].Is(",") || speech.TimeAt(at - 1) is not null,
            _ => false,
        };
    }

    /// <summary>The first word past a leading time: "amanhã levar o lanche".</summary>
    private static string Deed(Speech speech, int at) => speech.From(speech.TimeAt(at) is { } time && time.From == at ? time.To : at).Word;

    /// <summary>"Hoje enviar a proposta, amanhã revisar o contrato": the day stands before the thing, so another day begins another thing.</summary>
    private static bool EachDayFirst(Speech speech, int from) => speech.TimeAt(from) is { Day: not null } first && first.From == from;

    private static bool HasHour(Speech speech, int from, int to) => Words(speech, from, to) && speech.Times.Any(time => time.From >= from && time.To <= to && time.HasClock);

    private static bool Words(Speech speech, int from, int to)
    {
        for (; from < to; from++)
        {
            if (speech.Tokens[from].IsWord)
            {
                return true;
            }
        }

        return false;
    }

    private static Outcome Made(Wish item, Noun noun, TimeExpression? time)
    {
        var start = item.Head.Start;
        if (noun == Noun.Task)
        {
            return TaskWishes.Create(item, start) is Call call && !call.Arguments.ContainsKey("due") && time is not null ? call.With("due", Resolve.Moment(time, item.Context)?.Moment) : TaskWishes.Create(item, start);
        }

        var dated = item.Time.When is null || time is null ? item : new Wish(item.Speech, new Clause(item.From, item.End, false, true), day: time.Day);
        var made = noun == Noun.Reminder ? ReminderWishes.Set(dated, start) : CalendarWishes.Create(dated, start);
        return made is Ask { Missing: "at" } ask && time is not null && Resolve.Ring(time, item.Context) is { } at ? ask.Pending.With("at", at) : made;
    }
}
