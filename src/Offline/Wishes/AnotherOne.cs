using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"I missed yesterday's call with Priya, so book another one with her": the thing is named in the words before.</summary>
internal static class AnotherOne
{
    private static readonly PhraseTable<bool> Words = new((true, ["another one", "one more", "a new one", "outra|outro", "mais um|uma", "um|uma outro|outra|nova|novo"]));
    private static readonly PhraseTable<bool> Whom = new((true, ["with her|him|them|it", "com ela|ele|elas|eles"]));

    public static Outcome? Read(Wish wish, Reading reading)
    {
        var cursor = wish.At(wish.Head.AfterVerb);
        if (wish.Verb is not (Verb.Schedule or Verb.Create or Verb.Change or Verb.None) || wish.Noun is not (Noun.None or Noun.Occasion)
            || reading.Before is not { Verb: Verb.None } told || !Words.Take(ref cursor, out _) || wish.Time.When is not { IsPoint: true, Recurrence: null } when
            || Thing(told) is not { Length: > 0 } thing || Dates.Resolve.Moment(when, wish.Context)?.Moment is not { } start)
        {
            return null;
        }

        var same = Whom.Take(ref cursor, out _);
        var rest = wish.Title(cursor.At);
        if (rest.Length > 0 && (same || !(cursor.Word is "with" or "com")))
        {
            return null;
        }

        if (reading.Outcomes.Count > 0 && WishReader.IsLost(reading.Outcomes[^1]))
        {
            reading.Forget();
        }

        var title = rest.Length > 0 && !thing.Contains($" {cursor.Word} ", StringComparison.OrdinalIgnoreCase) ? $"{thing} {rest}" : thing;
        var call = Call.To("calendar_create_event").With("title", title);
        return start.Length > 10 ? call.With("start", start) : new Ask(call, "start");
    }

    /// <summary>"A consulta de ontem não rolou": what became of it is no part of its name.</summary>
    private static int EndOfName(Wish told, int at)
    {
        while (at < told.End && !(told.Speech.TimeAt(at) is null && told.Speech.Tokens[at].Norm is "nao" or "foi" or "ficou" or "furou" or "miou" or "caiu" or "rolou" or "mas" or "que" or "," or "didn" or "was" or "got" or "fell" or "never" or "wasn" or "but"))
        {
            at++;
        }

        return at;
    }

    private static string Thing(Wish told)
    {
        for (var at = told.From; at < told.End; at++)
        {
            var cursor = told.At(at);
            var occasion = EnglishOccasions.Is(cursor.Word) || (NounTable.Table.Find(cursor, out var noun, out _) && noun is { Noun: Noun.Occasion or Noun.Event, Plural: false });
            if (occasion && told.Speech.TimeAt(at) is null)
            {
                return told.TitleTo(at, EndOfName(told, at));
            }
        }

        return "";
    }
}
