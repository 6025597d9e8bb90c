using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Which trait of a thing is to change: "o prazo da tarefa", "the title of the note".</summary>
internal enum Feature { None, Due, Priority, Title, Place, Zone, Language, Name, Hours, Text, Start, Length }

internal static class FeatureTable
{
    private static readonly PhraseTable<Feature> Table = new(
        (Feature.Due, ["prazo|praso|vencimento|vensimento de|da|do|of?", "data da|de|do tarefa", "due date of|for|on?", "deadline of|for?"]),
        (Feature.Priority, ["prioridade de|da|do?", "priority of|for?"]),
        (Feature.Title, ["titulo|nome de|da|do", "title|name of|for?"]),
        (Feature.Place, ["local|lugar de|da|do", "location|place|venue of|for?", "endereco|sala de|da|do", "address|room of|for"]),
        (Feature.Zone, ["fuso horario?", "time zone", "timezone"]),
        (Feature.Language, ["idioma|lingua", "language"]),
        (Feature.Hours, ["horario|horarios|expediente de? trabalho?", "work|working|office hours"]),
        (Feature.Text, ["texto|conteudo de|da|do", "text|content of|for?"]),
        (Feature.Length, ["duracao de|da|do", "length|duration of|for?"]),
        (Feature.Start, ["horario|hora|data de|da|do", "time|start of|for?"]));

    public static Feature Take(ref Cursor cursor)
    {
        var c = cursor;
        if (!Table.Take(ref c, out var feature))
        {
            return Feature.None;
        }

        // The kind of thing is a noun of its own: "a data da tarefa".
        cursor = c.Previous.Is("tarefa") ? new Cursor(c, c.At - 1) : c;
        return feature;
    }
}
