using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Lists by name, kept as notes: "põe leite na lista de compras", "lista de compras: leite, pão", "what's on my shopping list?".</summary>
internal static class ListWishes
{
    private static readonly FrozenSet<string> Into = FrozenSet.ToFrozenSet(["na", "numa", "a", "as", "pra", "para", "em", "minha", "nossa", "to", "on", "onto", "in", "my", "the", "our", "nas"]);
    private static readonly FrozenSet<string> Doing = FrozenSet.ToFrozenSet(["tarefas", "tarefa", "afazeres", "pendencias", "todo", "to", "do", "task", "tasks",
        "lembretes", "acoes", "eventos", "compromissos", "notas", "metas", "reunioes", "coisas", "itens", "check", "presenca", "espera"]);
    private static readonly FrozenSet<string> Kinds = FrozenSet.ToFrozenSet(["shopping", "grocery", "groceries", "packing", "wish", "reading", "market", "gift",
        "christmas", "bucket", "book", "movie", "food"]);
    /// <summary>"Lista pra mim os lembretes": it is the verb.</summary>
    private static readonly FrozenSet<string> Listener = FrozenSet.ToFrozenSet(["mim", "eu", "nos", "gente"]);

    private static readonly FrozenSet<string> Of = FrozenSet.ToFrozenSet(["de", "do", "da", "dos", "das", "pro", "pra"]);

    public static Outcome? Read(Wish wish)
    {
        var (from, to) = Find(wish);
        if (from < 0 || wish.Verb is Verb.Remind or Verb.Need)
        {
            return null;
        }

        var name = wish.Speech.Raw(from, to);
        var colon = to < wish.End && wish.Speech.Tokens[to].Is(":");
        if (wish.Verb is Verb.List or Verb.None && Statements.About(wish, to))
        {
            return null;
        }

        return wish.Verb switch
        {
            Verb.List when from < wish.Head.AfterVerb && colon => Call.To("notes_save_note").With("text", wish.Dictated(to)).With("title", name).Unless("text"),
            Verb.List or Verb.Find => Call.To("notes_search_notes").With("query", name),
            Verb.Delete or Verb.Cancel => Opens(wish, from) ? Call.To("notes_delete_note").With("note", name) : new Say("OutOfScope"),
            Verb.None when Said(wish, from, to) is { } added => Call.To("notes_update_note").With("note", name).With("append", added),
            Verb.Create or Verb.Append or Verb.Note or Verb.Schedule or Verb.Change when !Opens(wish, from) => Append(wish, from, to, name),
            Verb.Create or Verb.Append when !IsNew(wish) && colon => Call.To("notes_update_note").With("note", name).With("append", wish.Dictated(to)).Unless("append"),
            Verb.Create or Verb.Note or Verb.None or Verb.Change when colon && (wish.Verb != Verb.Change || IsNew(wish)) => Call.To("notes_save_note").With("text", wish.Dictated(to)).With("title", name).Unless("text"),
            Verb.None when wish.Asks => Call.To("notes_search_notes").With("query", name),
            Verb.None when Opens(wish, from) && to >= wish.End => Call.To("notes_search_notes").With("query", name),
            _ => null,
        };
    }

    /// <summary>"Lista de compras:", "groceries list:": the list opens here.</summary>
    public static bool Heads(Cursor cursor)
    {
        var english = Kinds.Contains(cursor.Word) && cursor.Peek(1) is "list" && cursor.Peek(2) is ":";
        return english || (cursor.Word is "lista" && Of.Contains(cursor.Peek(1)) && !Doing.Contains(cursor.Peek(2)) && !Listener.Contains(cursor.Peek(2)) && (cursor.Peek(3) is ":" || cursor.Peek(4) is ":" || cursor.Peek(5) is ":"));
    }

    private static readonly FrozenSet<string> Thrown = FrozenSet.ToFrozenSet(["stick", "tack", "bung", "fling", "whack", "stuff", "throw", "chuck", "pop",
        "sling", "write", "jot", "get", "toss", "joga", "taca", "enfia", "quero", "queria", "lanca", "manda", "escreve", "preciso"]);

    /// <summary>"Na lista de compras põe leite", "shopping list: add milk", "throw milk on the grocery list": the list first, or a verb that puts things only there.</summary>
    private static string? Said(Wish wish, int from, int to)
    {
        var cursor = wish.At(to);
        while (cursor.TakeAny(":", ",", "-", "please"))
        {
        }

        if (VerbTable.Table.Take(ref cursor, out var verb) && verb.Verb is Verb.Create or Verb.Append or Verb.Note && !cursor.AtEnd)
        {
            return wish.Text(cursor.At);
        }

        var start = wish.Speech.From(wish.From, from);
        while (!Thrown.Contains(start.Word) && Politeness.Skip(ref start))
        {
        }

        start = Thrown.Contains(start.Word) ? start : wish.Speech.From(Math.Max(start.At - 1, wish.From), from);
        if (!Thrown.Contains(start.Word))
        {
            return null;
        }

        start.Skip();
        var before = from;
        while (before > start.At && Into.Contains(wish.Speech.Tokens[before - 1].Norm))
        {
            before--;
        }

        return before < from && before > start.At && wish.Text(start.At, before) is { Length: > 0 } words ? words : null;
    }

    private static bool IsNew(Wish wish) => wish.Has("cria", "crie", "criar", "nova", "faz", "faca", "new", "create", "make", "start");

    private static Outcome? Append(Wish wish, int from, int to, string name)
    {
        var before = from;
        while (before > wish.Head.AfterVerb && Into.Contains(wish.Speech.Tokens[before - 1].Norm))
        {
            before--;
        }

        var words = before > wish.Head.AfterVerb ? wish.Text(wish.Head.AfterVerb, before) : to < wish.End ? wish.Dictated(to) : "";
        return before == from ? null : Call.To("notes_update_note").With("note", name).With("append", words).Unless("append");
    }

    /// <summary>The list is what the sentence speaks of, not where something goes.</summary>
    private static bool Opens(Wish wish, int from)
    {
        for (var at = wish.Head.AfterVerb; at < from; at++)
        {
            if (wish.Speech.Tokens[at].Norm is not ("a" or "o" or "uma" or "as" or "minha" or "my" or "the" or "an" or "nova" or "new" or ":"))
            {
                return false;
            }
        }

        return true;
    }

    private static (int From, int To) Find(Wish wish)
    {
        for (var at = wish.From; at < wish.End; at++)
        {
            var cursor = wish.At(at);
            if (cursor.Word == "lista" && Of.Contains(cursor.Peek(1)) && !Doing.Contains(cursor.Peek(2)) && !Listener.Contains(cursor.Peek(2)) && cursor.Peek(2).Length > 0)
            {
                return (at, EndOfName(wish, at + 2));
            }

            if (cursor.Word is "list" && at > wish.From && Kinds.Contains(wish.Speech.Tokens[at - 1].Norm))
            {
                return (at - 1, at + 1);
            }
        }

        return (-1, -1);
    }

    private static int EndOfName(Wish wish, int at)
    {
        for (at++; at < wish.End && wish.Speech.Tokens[at].IsWord && Of.Contains(wish.Speech.Tokens[at].Norm) && at + 1 < wish.End; at += 2)
        {
        }

        return Math.Min(at, wish.End);
    }
}
