using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Questions about one known thing: "que horas é a reunião com o Zé?", "quando vence o aluguel?", "quanto eu dormi essa semana?".</summary>
internal static class QuestionWishes
{
    private enum About { When, Due, Health }

    private static readonly PhraseTable<About> Table = new(
        (About.When, [
            "a? que|q hora|horas e|eh|sera|comeca|vai|tenho|tem|fica ser? mesmo?", "quando e|eh|sera|tenho|tem|vai|fica ser? mesmo?", "que|qual dia e|eh|sera|tenho|cai mesmo?", "onde e|eh|sera|vai ser?",
            "quando", "when is|s|do|are i? have?", "what time is|s|does|do i? have?", "where is|s", "what day is|s", "qual e? o? horario da|do|de"]),
        (About.Due, ["quando|quando que|que dia vence|tenho que|de pagar|entregar?", "qual e? o? prazo de|da|do", "when is|s the? deadline for|of"]),
        (About.Health, [
            "quanto|quantas|quantos horas|minutos|litros|vezes? de? agua|sono|exercicio? eu? dormi|treinei|bebi|corri|caminhei|pesei|pesava|malhei", "quanto eu? estou|to|tou pesando", "qual e? o? meu peso|sono|humor",
            "qual minha? media de sono", "how much|many|long hours|water|minutes|liters? of? sleep|exercise|water? did|have i sleep|slept|drink|drunk|exercise|exercised|work|worked|weigh", "how much do i weigh", "what s|is my weight|sleep"]));

    public static Outcome? Read(Wish wish)
    {
        foreach (var start in (int[])[wish.Head.Start, wish.From])
        {
            var cursor = wish.At(start);
            if (Table.Take(ref cursor, out var about))
            {
                return Answer(wish, about, cursor);
            }
        }

        return null;
    }

    private static Call? Answer(Wish wish, About about, Cursor after)
    {
        if (about == About.Health)
        {
            return Lists.PastDays(Call.To("health_list_check_ins"), wish);
        }

        var words = Words.Target(wish.Title(after.At));
        var noun = NounOf(after);
        return about == About.Due ? words.Length == 0 ? null : Call.To("tasks_list_tasks").With("text", words)
            : noun is Noun.Occasion or Noun.Event && words.Length > 0 ? Lists.Days(Call.To("calendar_list_events"), wish).With("text", words)
            : noun is Noun.Reminder ? Call.To("reminders_list_reminders")
            : null;
    }

    private static Noun NounOf(Cursor cursor)
    {
        while (!cursor.AtEnd && cursor.TakeAny("o", "a", "os", "as", "meu", "minha", "meus", "minhas", "my", "the", "proxima", "proximo", "next", "e", "eh", "de", "da", "do"))
        {
        }

        return NounTable.Table.Take(ref cursor, out var hit) ? hit.Noun : Noun.None;
    }
}
