using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Questions for tasks that do not name them: "o que eu já concluí?", "tem algo pendente pra sexta?".</summary>
internal static class TaskQuestions
{
    private static readonly PhraseTable<string> Table = new(
        ("done", ["o que|oque e? que? eu ja|finalmente|hoje? conclui|terminei|finalizei|completei|resolvi|entreguei",
            "o que|oque e? que? eu? ja conclui|terminei|finalizei|completei|fiz|resolvi", "o que|oque ja foi|esta|ta feito|concluido|resolvido|pronto",
            "what have|did i we? already|actually? finish|finished|complete|completed|accomplish|accomplished|ticked", "what did i get done",
            "what have i gotten|got done", "what s already? done"]),
        ("open", [
            "tem|tenho|temos|ha|existe|ficou|sobrou|restou ainda? algo|alguma|algum|coisa|muita coisa|coisinha? ainda? pendente|pendurada|pendurado|aberta|aberto|inacabada|inacabado", "tem|tenho|temos|ha|ficou|sobrou ainda? algo|alguma|coisa coisa? em aberto", "tem|tenho|temos|ficou|sobrou ainda? algo|alguma|coisa coisa? por|sem fazer|terminar|resolver",
            "o que|oque e? que? ainda? ta|esta|ficou|continua|sobrou|restou ainda? pendente|aberto|pendurado|faltando",
            "o que|oque ainda? falta eu? fazer|terminar|resolver|concluir", "anything|something still? pending|outstanding|unfinished|undone|incomplete",
            "is|s|are there anything|something still? pending|outstanding|unfinished|open", "what s|is|have i still|i? pending|unfinished|undone|incomplete"]));

    public static Outcome? Read(Wish wish)
    {
        if (wish.Noun is not (Noun.None or Noun.Task) || wish.Time.When is { HasClock: true })
        {
            return null;
        }

        var cursor = wish.At(wish.From);
        while (!Table.Find(cursor, out _, out _) && Politeness.Skip(ref cursor))
        {
        }

        return !Table.Find(cursor, out var status, out _) ? null : Lists.Days(Call.To("tasks_list_tasks"), wish).With("status", status == "done" ? status : null);
    }
}
