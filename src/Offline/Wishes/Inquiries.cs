using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A question about what the wish before it touched: "põe ovo na lista. o que mais tem nela?", "conclui o relatório. quantas ainda faltam hoje?".</summary>
internal static class Inquiries
{
    private static readonly PhraseTable<bool> Content = new((true,
        ["o que|oque mais|ja? tem|tenho|ficou|esta|ta mais|ja? nela|nele|la|ai|na|dentro lista?",
            "o que|oque mais|ja? tem|tenho|ficou|esta|ta mais|ja? na|nessa|nesta lista|nota", "como ficou|esta|ta a|essa? lista|nota",
            "como ela|ele? ficou|esta|ta", "o que|oque mais tem?",
            "what|whats s? else|already? is|s|do|have? i? have|got? on|in|there it|there|that|the? list|note? already|now|so? far?", "what s? else"]));

    private static readonly PhraseTable<bool> Left = new((true,
        ["quantas|quantos|quais|qual|o|oque que? mais|outras|outros? ainda? eu? falta|faltam|sobra|sobram|sobrou|sobraram|restam|resta|faltou|tenho|ficou|ficaram", "ainda falta|faltam|tem|sobrou|resta alguma?|algo|coisa?", "falta|faltam|sobrou|resta alguma?|algo|quantas|quantos|o? que?|mais?",
            "how? many|what|which|anything ones|else|more? are|is|do|s? i? still? have? left|remaining|pending|open"]));

    public static Outcome? Read(Wish wish, Outcome last)
    {
        if (last is not Call before || wish.Noun is not (Noun.None or Noun.Note))
        {
            return null;
        }

        foreach (var start in (int[])[wish.From, wish.Head.Start])
        {
            var cursor = wish.At(start);
            if (before.Function == "notes_update_note" && Content.Take(ref cursor, out _) && Politeness.IsEmpty(new Cursor(cursor, cursor.At)))
            {
                return Call.To("notes_search_notes").With("query", before.Arguments.GetValueOrDefault("note"));
            }

            if (Left.Take(ref cursor, out _) && wish.Title(cursor.At).Length == 0)
            {
                return before.Function.StartsWith("tasks_", StringComparison.Ordinal) ? Lists.Days(Call.To("tasks_list_tasks"), wish)
                    : before.Function.StartsWith("reminders_", StringComparison.Ordinal) ? Lists.Days(Call.To("reminders_list_reminders"), wish) : null;
            }
        }

        return null;
    }
}
