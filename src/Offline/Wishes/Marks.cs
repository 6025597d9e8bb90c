using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

internal enum Mark { None, Done, ToCalendar, ToTasks, ToInbox, FromInbox }

/// <summary>Wordings around the object that settle what is meant: "marca X como feita", "põe X na agenda", "add X to my tasks".</summary>
internal static class Marks
{
    private static readonly PhraseTable<Mark> Table = new(
        (Mark.Done, ["como feita|feito|concluida|concluido|pronta|pronto|completa|completo|terminada|terminado|atingida|atingido|alcancada", "as done|complete|completed|finished|reached|achieved|accomplished"]),
        (Mark.Done, ["ta|esta|foi|tao|estao cumprida|cumprido|concluida|concluido|feita|feito|alcancada|atingida|batida|completa|pronta|pronto|resolvida|resolvido", "is|are|were all? done|complete|completed|finished|reached", "estao|tao|foram feitas|feitos|prontas|prontos|concluidas|concluidos|resolvidas|resolvidos"]),
        (Mark.ToCalendar, ["na|no|da|do|pra|para minha|meu|a|o? agenda|calendario", "to|in|on|into|from my|the? calendar|schedule|calender|diary|planner"]),
        (Mark.ToTasks, ["na|nas|as|para|pra minha|minhas|a? lista|tarefas de? tarefas|afazeres|pendencias?",
            "nas|as|em|pras minhas? pendencias|afazeres|tasks|tarefas", "to|on my|the? tasks|todos", "to|on my|the? to do list",
            "to|on my|the? task|todo list"]),
        (Mark.FromInbox, ["da|na|de minha|a? caixa de entrada", "from|in my|the? inbox"]));

    /// <summary>Past "como feito", where the thing stands after it: "marca como feito o lembrete".</summary>
    public static Cursor Past(Cursor cursor) => Table.Find(cursor, out var mark, out var end) && mark == Mark.Done ? new Cursor(cursor, end) : cursor;

    /// <summary>"… and mark the vendor review as done": plain from what it ends in.</summary>
    public static bool IsMarking(Cursor cursor)
    {
        if (cursor.Word is not ("mark" or "set" or "flag"))
        {
            return false;
        }

        cursor.Skip();
        for (var words = 0; words < 8 && !cursor.AtEnd && (cursor.Token.IsWord || cursor.Token.IsNumber) && cursor.Word is not ("and" or "then"); words++, cursor.Skip())
        {
            if (cursor.Word is "as" && words > 0 && Table.Find(cursor, out var mark, out _) && mark == Mark.Done)
            {
                return true;
            }
        }

        return false;
    }

    public static Mark Find(Wish wish, List<(int From, int To)> taken)
    {
        if (Closing(wish) is { } closing)
        {
            taken.Add((closing, wish.End));
            return Mark.Done;
        }

        for (var at = Math.Max(wish.Head.AfterVerb, wish.From + 1); at < wish.End; at++)
        {
            if (Table.Find(wish.At(at), out var mark, out var end))
            {
                taken.Add((at, end));
                return mark;
            }
        }

        return Mark.None;
    }

    private static readonly FrozenSet<string> Done = FrozenSet.ToFrozenSet(
        ["feito", "feita", "pago", "paga", "concluido", "concluida", "pronto", "pronta", "resolvido", "resolvida", "finalizado", "finalizada", "entregue",
            "enviado", "enviada", "comprado", "comprada", "terminado", "terminada", "cumprido", "cumprida", "ok", "okay", "check", "done", "paid", "sent",
            "finished", "completed", "complete", "bought", "sorted", "booked", "delivered", "submitted"]);

    /// <summary>A telegram that ends in its outcome: "boleto: pago", "tarefa do banco feita", "tax return: done". Where the outcome begins.</summary>
    private static int? Closing(Wish wish)
    {
        var (last, limit) = (wish.End - 1, wish.Speech.Tokens.Count);
        while (last + 1 < limit && Done.Contains(wish.Speech.Tokens[last + 1].Norm))
        {
            last++;
        }

        if (last - wish.From < 2)
        {
            return null;
        }

        var marking = wish.Head.Verb is Verb.Change or Verb.Schedule && wish.Speech.Tokens[wish.Head.Start].Norm is "mark" or "set" or "marca" or "marque" or "marcar";
        if (!(wish.Head.Verb == Verb.None || marking) || wish.Speech.Tokens[last - 1].Norm is "como" or "as" or "por" or "ta" or "esta" or "foi" or "is" or "e" or "tao" or "nao" or "not" || !Done.Contains(wish.Speech.Tokens[last].Norm) || wish.Speech.TimeAt(last) is not null || wish.Asks)
        {
            return null;
        }

        var sign = wish.Speech.Tokens[last - 1].Norm is ":" or "-" or "—" or "–" or "=" or "," or "→";
        return (sign && last - wish.From < 9 && !Tells(wish, last)) || ((marking || wish.Noun is Noun.Task or Noun.Reminder or Noun.Goal) && !wish.Plural && !Tells(wish, last)) ? sign ? last - 1 : last : null;
    }

    private static bool Tells(Wish wish, int last) => wish.Speech.Tokens.Skip(wish.From).Take(last - wish.From).Any(token => BareEvents.IsSentence(token.Norm));
}
