using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Take yoga on Monday off my calendar", "skip Friday's standup", "corta o pilates da agenda": an event is to go, by a verb that says so only here.</summary>
internal static class Struck
{
    private static readonly PhraseTable<bool> Off = new((true, ["off|from my|the? calendar|schedule", "out of my|the? calendar|schedule", "da|do minha|meu? agenda|calendario"]));

    public static Outcome? Read(Wish wish)
    {
        if (wish.Asks || wish.Verb is not (Verb.None or Verb.Delete or Verb.Cancel))
        {
            return null;
        }

        var word = wish.At(wish.Head.Start).Word;
        if (word is "take" or "get" or "pull" or "strike" or "wipe" or "corta" or "corte" or "some" or "saca" or "risca")
        {
            for (var at = wish.Head.Start + 2; at < wish.End; at++)
            {
                if (Off.Find(wish.At(at), out _, out var end) && end >= wish.End)
                {
                    return Gone(wish, wish.TitleTo(wish.Head.Start + 1, at));
                }
            }
        }

        var day = wish.Speech.TimeAt(wish.Head.Start + 1);
        return word is "skip" or "drop" or "scrap" or "ditch" or "bin" or "kill" or "axe" && day is not null && wish.Speech.Tokens.Count > day.To + 1 && wish.Speech.Tokens[day.To].Is("s")
            ? Gone(wish, wish.WithoutTimes(day.To + 1))
            : null;
    }

    private static Outcome Gone(Wish wish, string words) => Call.To("calendar_cancel_event").With("event", Words.Target(words)).Unless("event");
}
