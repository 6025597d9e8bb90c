using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"O dentista passou pra sexta às 10, atualiza", "the haircut got pushed to 5pm, please update it": told, and asked to be put right.</summary>
internal static class Rescheduled
{
    private static readonly PhraseTable<bool> Moved = new((true,
        ["passou|mudou|ficou|foi|vai|virou para|pra|pras|pro", "foi|ficou remarcado|remarcada|adiado|adiada|antecipado|antecipada|transferido|transferida|movido|mudado|mudada para|pra|pras|pro", "agora e|vai|fica ser? as|na|no|em|pra|para?",
         "got|was|has|been|is been? moved|pushed|rescheduled|changed|postponed|shifted|brought forward? back? to", "moved|changed to", "is now at|on"]));

    private static readonly PhraseTable<bool> Asked = new((true,
        ["atualiza|atualize|atualizar|ajusta|ajuste|ajustar|corrige|corrija|corrigir|arruma|arrume|muda|mude|altera|altere|anota|anote ai|la|isso|na|no?", "update|fix|change|adjust|correct it|that|the|my?"]));

    public static Outcome? Read(Wish wish)
    {
        if (wish.Verb != Verb.None || wish.Noun is not (Noun.None or Noun.Occasion or Noun.Event))
        {
            return null;
        }

        for (var at = wish.Head.Start + 1; at < wish.End; at++)
        {
            if (!Moved.Find(wish.At(at), out _, out var end))
            {
                continue;
            }

            var time = wish.Speech.Times.FirstOrDefault(found => found.To > end && found.From <= end && found.IsPoint) ?? wish.Speech.Times.FirstOrDefault(found => found.From >= at && found.From <= end && found.IsPoint);
            return time is not null && Follows(wish.Speech, time.To)
                ? Call.To("calendar_update_event").With("event", Words.Target(wish.TitleTo(wish.Head.Start, First(wish, at)))).With("start", Resolve.Moment(time, wish.Context)?.Moment).Unless("event")
                : null;
        }

        return null;
    }

    /// <summary>"A reunião virou online e passou pra quinta": the name ends where the telling begins.</summary>
    private static int First(Wish wish, int limit)
    {
        for (var at = wish.Head.Start + 1; at < limit; at++)
        {
            if (wish.Speech.Tokens[at].Norm is "virou" or "ficou" or "mudou" or "passou" or "foi" or "was" or "got" or "has" or "became")
            {
                return at;
            }
        }

        return limit;
    }

    private static bool Follows(Speech speech, int from)
    {
        for (var at = from; at < speech.Tokens.Count; at++)
        {
            if (Asked.Find(speech.From(at), out _, out _))
            {
                return true;
            }
        }

        return false;
    }
}
