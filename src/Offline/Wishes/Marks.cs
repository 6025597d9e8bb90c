using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

internal enum Mark { None, Done, ToCalendar, ToTasks, ToInbox, FromInbox }

/// <summary>Wordings around the object that settle what is meant: "marca X como feita", "põe X na agenda", "add X to my tasks".</summary>
internal static class Marks
{
    private static readonly PhraseTable<Mark> Table = new(
        (Mark.Done, ["como feita|feito|concluida|concluido|pronta|pronto|completa|completo|terminada|terminado|atingida|atingido|alcancada", "as done|complete|completed|finished|reached|achieved|accomplished"]),
        (Mark.Done, ["ta|esta|foi|tao|estao cumprida|cumprido|concluida|concluido|feita|feito|alcancada|atingida|batida|completa|pronta|pronto|resolvida|resolvido", "is done|complete|completed|finished|reached"]),
        (Mark.ToCalendar, ["na|no|da|do|pra|para minha|meu|a|o? agenda|calendario", "to|in|on|into|from my|the? calendar|schedule|calender"]),
        (Mark.ToTasks, ["na|nas|as|para|pra minha|minhas|a? lista|tarefas de? tarefas|afazeres?", "to|on my|the? tasks|todos", "to|on my|the? to do list", "to|on my|the? task|todo list"]),
        (Mark.FromInbox, ["da|na|de minha|a? caixa de entrada", "from|in my|the? inbox"]));

    public static Mark Find(Wish wish, List<(int From, int To)> taken)
    {
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
}
