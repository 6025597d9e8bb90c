using System.Collections.Frozen;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// Another length for an event: "estende a reunião pra 2 horas", "make the standup 30 minutes long". How long it is now is not known
/// here, so that "em meia hora", "back an hour" are answered with a question.
/// </summary>
internal static class Lengthening
{
    private static readonly FrozenSet<string> Growing = FrozenSet.ToFrozenSet(
        ["estica", "estique", "esticar", "espicha", "estende", "estenda", "estender", "prolonga", "prolongue", "prolongar", "alonga", "alongue", "encurta",
            "encurte", "encurtar", "reduz", "reduza", "reduzir", "extend", "lengthen", "shorten", "prolong", "stretch"]);

    private static readonly FrozenSet<string> Shifting = FrozenSet.ToFrozenSet(
        ["adia", "adie", "adiar", "adianta", "adiante", "adiantar", "antecipa", "antecipe", "antecipar", "atrasa", "atrase", "atrasar", "empurra", "empurre",
            "empurrar", "puxa", "puxe", "posterga", "postergue", "push", "delay", "postpone", "move", "shift", "bump", "bring", "pull", "snooze", "mova",
            "muda", "passa"]);

    private static readonly string[] Relative = ["em", "by", "mais", "another", "back", "forward", "up", "uns", "umas", "por", "extra"];
    private static readonly string[] Absolute = ["para", "pra", "pro", "to", "com", "de", "durar", "last", "ter", "for"];

    public static Outcome? Read(Wish wish)
    {
        var word = wish.At(wish.Head.Start).Word;
        var grows = Growing.Contains(word);
        var measured = wish.Head.Feature == Feature.Length || wish.Has("duracao", "long", "durar") || (word is "make" or "set" or "deixa" or "faz" && wish.Time.When is not { HasClock: true });
        if (wish.Verb is not (Verb.Change or Verb.Snooze) || wish.Noun is not (Noun.Occasion or Noun.Event) && !(grows || (measured && wish.Noun == Noun.None)))
        {
            return null;
        }

        var from = wish.Noun == Noun.Occasion ? wish.Head.NounAt : wish.Noun == Noun.Event || measured ? wish.Head.Body : wish.Head.AfterVerb;
        if (Find(wish, from, grows || measured) is not var (minutes, at, led))
        {
            return grows && wish.Time.When is { HasClock: true } until
                ? Call.To("calendar_update_event").With("event", Words.Target(wish.Title(from))).With("end", Resolve.Moment(until, wish.Context)?.Moment).Unless("event")
                : null;
        }

        var call = Call.To("calendar_update_event").With("event", Words.Target(wish.TitleTo(from, led)));
        var relative = led < at && Relative.Contains(wish.Speech.Tokens[led].Norm) || Later(wish, at) || (led == at && !measured);
        if (grows || measured)
        {
            return call.Unless("event") is Ask ask ? ask : relative ? new Ask(call, "minutes") : call.With("minutes", minutes);
        }

        return Shifting.Contains(word) && relative ? call.Unless("event") is Ask unknown ? unknown : new Ask(call, "start") : null;
    }

    private static bool Later(Wish wish, int at)
    {
        for (; at < wish.End; at++)
        {
            if (wish.Speech.Tokens[at].Norm is "tarde" or "cedo" or "later" or "earlier" or "sooner" or "longer" or "shorter")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Pra sexta às 13h", "até as 16h": when, not how long.</summary>
    private static bool IsHour(Wish wish, int at, bool lengths) =>
        wish.Speech.Tokens[at - 1].Norm is "as" or "at" or "ate" or "until" or "till" or "pras" || (!lengths && wish.Speech.TimeAt(at) is { Clock: not null });

    /// <summary>The length, where it begins, and where the words that lead to it begin.</summary>
    private static (int Minutes, int At, int Led)? Find(Wish wish, int from, bool lengths)
    {
        for (var at = from + 1; at < wish.End; at++)
        {
            var cursor = wish.At(at);
            if (!Span.Take(ref cursor, out var span) || span is not { IsClockTime: true, Minutes: > 0 } || IsHour(wish, at, lengths))
            {
                continue;
            }

            var led = at;
            while (led > from && (Relative.Contains(wish.Speech.Tokens[led - 1].Norm) || Absolute.Contains(wish.Speech.Tokens[led - 1].Norm)))
            {
                led--;
            }

            return (span.Minutes, at, led);
        }

        return null;
    }
}
