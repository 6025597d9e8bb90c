using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Quando tenho uma hora livre amanhã?", "find 30 minutes on friday", "am I free tomorrow?".</summary>
internal static class FreeTime
{
    private static readonly PhraseTable<bool> Wordings = new((true,
    [
        "hora|horas|horario|horarios|tempo|janela|janelas|espaco|espacos|minutos|brecha livre|livres|vago|vagos|vaga|vagas|disponivel|disponiveis", "estou|tou|to|fico livre|livres|disponivel",
        "am i free|available", "i am free", "i m free", "free|open|available time|slot|slots|hour|hours", "find|have|got a|some? time|slot", "minutes|minutos|hours|horas free", "free minutes|hours|hour|time|slot|slots|window", "horas|hora|h|minutos|tempo livres|livre", "uma? brecha", "buraco|janela|folga|espaco de|na", "hour free",
    ]));

    public static Outcome? Read(Wish wish)
    {
        if (!(wish.Asks || wish.Verb is Verb.None or Verb.Find or Verb.List) || wish.Noun is not (Noun.None or Noun.Event or Noun.Occasion) || (!wish.Asks && wish is { Verb: Verb.None, Noun: Noun.Occasion }))
        {
            return null;
        }

        for (var at = wish.From; at < wish.End; at++)
        {
            if (Wordings.Find(wish.At(at), out _, out _))
            {
                return Lists.Days(Call.To("calendar_find_free_time").With("minutes", Amounts.Minutes(wish)), wish);
            }
        }

        return null;
    }
}
