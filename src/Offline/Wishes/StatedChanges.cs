using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A change told as news: "o prazo do relatório mudou pra sexta", "a tarefa do banco agora é urgente".</summary>
internal static class StatedChanges
{
    private static readonly PhraseTable<bool> News = new((true,
    [
        "agora? mudou|passou|ficou|foi|virou|vai|pulou|caiu|esticou|fica|passa|vira agora? mudado|adiado|adiada|alterado|antecipado|antecipada|prorrogado|prorrogada|estendido|movido|movida|remarcado|transferido|ser? pra|para|em|a|como?",
        "agora e|ta|esta como|pra|para?", "e|ta|esta agora pra|para|como?", "e|eh|fica pra|para", "pode|deve|vai|tem ficar|ser|passar|ir pra|para",
        "can|could wait|slip until|till|to",
        "just|has|got|was|now|been? moved|changed|slipped|shifted|pushed|extended|postponed|became|brought back|forward|up? to|until|till?", "is|s now", "now is",
    ]));

    public static Outcome? Read(Wish wish)
    {
        if (wish.Verb != Verb.None || wish.Asks || wish.Plural || wish.Has("nao", "not", "don", "isn") || !(wish.Noun == Noun.Task || (wish.Head.Feature == Feature.Due && wish.Noun == Noun.None)))
        {
            return null;
        }

        for (var at = wish.Head.Body + 1; at < wish.End; at++)
        {
            if (News.Find(wish.At(at), out _, out var to) && to < wish.End)
            {
                var call = Call.To("tasks_update_task").With("task", Words.Target(wish.Title(wish.Head.Body, at)));
                return wish.Time.When is { IsPoint: true, Recurrence: null } when && when.To > to ? call.With("due", Resolve.Moment(when, wish.Context)?.Moment).Unless("task")
                    : Rating(wish, to) is { } priority ? call.With("priority", priority).Unless("task")
                    : null;
            }
        }

        return null;
    }

    private static string? Rating(Wish wish, int from) => Priorities.Take(wish.Title(from)).Item1 ?? (wish.Has("urgente", "urgent", "prioritaria") ? "high" : null);
}
