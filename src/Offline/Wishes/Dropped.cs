using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>What one will not do any more and wants off the list: "não vou mais pintar o portão, pode tirar", "I don't need to buy paint anymore, delete it".</summary>
internal static class Dropped
{
    private static readonly PhraseTable<bool> Openings = new((true,
    [
        "ja? nao vou|vamos|preciso|precisamos|quero|queremos|pretendo|irei|tenho|temos mais? que|de?", "desisti|desistimos de",
        "i|we? don t|no need|want|have|longer need|want|have? to", "i m|am not going|gonna? to?", "we re|are not going|gonna? to?", "i|we won t", "no need to",
        "i|we gave up on", "decidi|resolvi nao mais?",
    ]));

    private static readonly PhraseTable<bool> Gone = new((true,
    [
        "pode|podes|favor? apaga|apagar|apague|tira|tirar|tire|remove|remover|remova|exclui|excluir|exclua|cancela|cancelar|cancele|deleta|deletar|delete|elimina|eliminar|risca|riscar|descarta|descartar|retira|retirar", "you? can? delete|remove|cancel|drop|scratch|scrap|erase|take|cross|strike",
    ]));

    private static readonly string[] Pointing =
        ["isso", "isto", "ela", "ele", "essa", "esse", "a", "o", "da", "das", "do", "dos", "de", "minha", "minhas", "lista", "tarefa", "tarefas", "pendencia",
            "pendencias", "lembrete", "lembretes", "afazeres", "dai", "ai", "la", "pra", "mim", "por", "favor", "it", "that", "this", "off", "out", "of",
            "from", "my", "the", "list", "task", "tasks", "to", "todo", "reminder", "reminders", "please", "then", "one", "mais", "logo", "tambem"];

    public static Outcome? Read(Speech speech)
    {
        var cursor = speech.From(0);
        while (!Openings.Find(cursor, out _, out _) && Politeness.Skip(ref cursor))
        {
        }

        if (!Openings.Find(cursor, out _, out var from))
        {
            return Thing(speech);
        }

        for (var at = from + 1; at < speech.Tokens.Count; at++)
        {
            if (speech.Tokens[at - 1].Norm is "," or "." or ";" or "e" or "entao" or "so" or "-" or "—" or "and" && Points(speech, at) is { } function)
            {
                return Call.To(function).With(function[0] == 't' ? "task" : "reminder", Name(speech, from, at - 1)) is var call && call.Arguments.Count > 0 ? call : null;
            }
        }

        return null;
    }

    /// <summary>"A tarefa da pia, apaga": nothing but the thing, then the command.</summary>
    private static Call? Thing(Speech speech)
    {
        var cursor = speech.From(0);
        if (!cursor.TakeAny("o", "a", "the", "my", "meu", "minha", "essa", "esse", "aquela",
            "aquele") || !NounTable.Table.Take(ref cursor, out var hit) || hit.Plural || hit.Noun is not (Noun.Task or Noun.Reminder or Noun.Note))
        {
            return null;
        }

        for (var at = cursor.At + 1; at < speech.Tokens.Count && speech.TimeAt(at) is null; at++)
        {
            if (speech.Tokens[at - 1].Norm is "," && Points(speech, at) is not null && Words.Target(speech.Raw(cursor.At, at - 1)) is { Length: > 0 } name)
            {
                return hit.Noun switch
                {
                    Noun.Task => Call.To("tasks_delete_task").With("task", name),
                    Noun.Reminder => Call.To("reminders_cancel_reminder").With("reminder", name),
                    _ => Call.To("notes_delete_note").With("note", name),
                };
            }
        }

        return null;
    }

    /// <summary>A command to take away and nothing else but words that point back; null where it names a thing of its own.</summary>
    private static string? Points(Speech speech, int at)
    {
        var cursor = speech.From(at);
        while (!Gone.Find(cursor, out _, out _) && (cursor.TakeAny("entao", "so", "e", "and", ",") || Politeness.Skip(ref cursor)))
        {
        }

        if (!Gone.Take(ref cursor, out _))
        {
            return null;
        }

        var end = Politeness.Trim(cursor);
        var reminder = cursor.Has("lembrete", "lembretes", "reminder", "reminders");
        while (cursor.At < end && cursor.TakeAny(Pointing))
        {
        }

        return cursor.At < end ? null : reminder ? "reminders_cancel_reminder" : "tasks_delete_task";
    }

    /// <summary>The name of what was to be done; nothing where it is no deed: a party one will not go to is no task.</summary>
    private static string? Name(Speech speech, int from, int to)
    {
        while (to > from && speech.Tokens[to - 1].Norm is "mais" or "anymore" or "any" or "more" or "," or "entao" or "so" or "and" or "e" || (to > from && speech.TimeAt(to - 1) is not null))
        {
            to--;
        }

        var first = from < to ? speech.Tokens[from].Norm : "";
        var english = speech.Tokens[from - 1].Norm is "to" or "gonna" or "t" or "on" || first.EndsWith("ing", StringComparison.Ordinal);
        return ThingsToDo.IsInfinitive(first) || (english && from < to && first is not ("the" or "my" or "a" or "that" or "it" or "sure")) ? speech.Raw(from, to) : null;
    }
}
