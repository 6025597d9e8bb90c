using TbPersonalOs.Offline.Dates;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The inbox: "guarda na caixa de entrada: …", "o que tem na caixa de entrada?", "transforma o item X em tarefa", "descarta o item X".</summary>
internal static class InboxWishes
{
    public static Outcome? Read(Wish wish) => (wish.Verb == Verb.Turn ? null : Becoming(wish)) ?? wish.Verb switch
    {
        Verb.Capture => Capture(wish),
        Verb.Turn => Process(wish),
        Verb.Delete when wish.Noun == Noun.Item || wish.Mark == Mark.FromInbox => Discard(wish),
        Verb.None or Verb.List when wish.Noun == Noun.Inbox && (wish.Has("email", "emails", "gmail", "outlook",
            "correio") || wish.Verb == Verb.None && Statements.About(wish, wish.Head.Body)) => new Say("OutOfScope"),
        Verb.None or Verb.List when wish.Noun == Noun.Inbox => wish is { Verb: Verb.None, Asks: false } && wish.At(wish.Head.Body).Word == ":" ? Keep(wish.Dictated(wish.Head.Body)) : Call.To("inbox_list_inbox"),
        _ => null,
    };

    /// <summary>"Inbox: o item do seguro vira lembrete sexta 9h", "that LLC thing in the inbox, make it a task".</summary>
    private static Outcome? Becoming(Wish wish)
    {
        if (!(wish.Has("inbox") || (wish.Has("caixa") && wish.Has("entrada"))))
        {
            return null;
        }

        for (var at = wish.From; at < wish.End - 1; at++)
        {
            var cursor = wish.At(at);
            if (!(cursor.TakeAny("vira", "virar", "into",
                "becomes") || (wish.At(wish.Head.Start).Word is "make" && at > wish.Head.Start + 1 && cursor.TakeAny("a", "an")) || cursor.TakeAll("make",
                "it") || cursor.TakeAll("make", "that") || cursor.TakeAll("turn", "it", "into") || (cursor.TakeAny("transforma", "transformar", "converte",
                "converter") && cursor.TakeAny("em", "numa", "num"))))
            {
                continue;
            }

            if (Into(wish, cursor.At - 1) is { } into)
            {
                if (at == wish.Head.Start)
                {
                    return Sorted(wish, Words.Target(wish.Title(AfterKind(wish, cursor.At - 1))), into);
                }

                return Sorted(wish, Named(wish, BeforeModal(wish, at)), into);
            }
        }

        return null;
    }

    /// <summary>"O item do seguro deve virar tarefa", "… tem que virar …": the thing ends before the modal.</summary>
    private static int BeforeModal(Wish wish, int at)
    {
        while (at > wish.From + 1 && wish.Speech.Tokens[at - 1].Norm is "deve" or "deveria" or "devia" or "precisa" or "pode" or "podia" or "poderia" or "vai" or "tem" or "tinha" or "que" or "de" or "should" or "must" or "can")
        {
            at--;
        }

        return at;
    }

    /// <summary>"Guarda isso na caixa de entrada: X" and "add X to my inbox": what stands before or after.</summary>
    private static Outcome Capture(Wish wish)
    {
        var cursor = wish.At(wish.Head.AfterVerb);
        while (cursor.TakeAny("la", "ai", "tambem", "also", "there", "too", "isso", "mais"))
        {
        }

        var after = wish.Dictated(cursor.Word is ":" ? cursor.At : wish.Head.AfterVerb);
        return Keep(after.Length > 0 ? after : "");
    }

    private static Outcome Keep(string text) => Call.To("inbox_capture").With("text", text).Unless("text");

    private static Outcome Discard(Wish wish) => Call.To("inbox_process_inbox_item").With("item", Item(wish, wish.End)).With("into", "discard").Unless("item");

    private static Outcome? Process(Wish wish)
    {
        for (var at = wish.End - 1; at >= wish.Head.AfterVerb; at--)
        {
            if (wish.Speech.Tokens[at].Norm is not ("em" or "into" or "numa" or "num" or "in" or "como" or "as" or "para") || Into(wish, at) is not { } into)
            {
                continue;
            }

            var item = Item(wish, at);
            return Sorted(wish, item.Length > 0 && item != "essa" ? item : Words.Target(wish.Title(AfterKind(wish, at))), into);
        }

        return null;
    }

    /// <summary>"Transforma em tarefa o item do kit": what it is stands after what it becomes.</summary>
    private static int AfterKind(Wish wish, int at)
    {
        var cursor = wish.At(at + 1);
        cursor.TakeAny("uma", "um", "a", "an");
        cursor.Skip();
        while (cursor.TakeAny("o", "a", "os", "as", "aquele", "aquela", "esse", "essa", "the", "that", "item", "negocio", "coisa", "do", "da", "no", "na", "inbox", "caixa", "de", "entrada", "about"))
        {
        }

        return cursor.At;
    }

    private static Outcome Sorted(Wish wish, string item, string into)
    {
        var due = wish.Time.When is { IsPoint: true } when ? into == "reminder" ? Resolve.Ring(when, wish.Context) : Resolve.Moment(when, wish.Context)?.Moment : null;
        var call = Call.To("inbox_process_inbox_item").With("item", item.Trim(' ', ',', ':')).With("into", into).With("due", due);
        return call.Unless("item") is Ask ask ? ask : into == "reminder" ? call.Unless("due") : call;
    }

    /// <summary>What the thing is called: the words before those for the inbox, else those after.</summary>
    private static string Named(Wish wish, int to)
    {
        var inbox = wish.From;
        while (inbox < to && !wish.Speech.Tokens[inbox].Is("inbox") && !wish.Speech.Tokens[inbox].Is("caixa"))
        {
            inbox++;
        }

        var before = inbox;
        while (before > wish.From && wish.Speech.Tokens[before - 1].Norm is "que" or "ta" or "esta" or "na" or "da" or "no" or "do" or "in" or "from" or "the" or "my" or "minha" or "a" or "s")
        {
            before--;
        }

        var words = Bare(wish.Title(wish.From, before));
        return words.Length > 0 ? words : Bare(wish.Title(Math.Min(wish.Speech.Tokens[inbox].Is("caixa") ? inbox + 3 : inbox + 1, to), to));
    }

    private static readonly string[] Wrappings = ["aquilo ", "aquele ", "aquela ", "esse ", "essa ", "that ", "this ", "item ", "coisa ", "negocio ", "o ",
        "a ", "do ", "da ", "de ", "sobre ", "about ", "the ", "can you ", "pode "];

    private static string Bare(string words)
    {
        words = words.Trim(' ', ',', ':');
        while (Array.Find(Wrappings, lead => Text.Normalizer.Fold(words).StartsWith(lead, StringComparison.Ordinal)) is { } found)
        {
            words = words[found.Length..].TrimStart();
        }

        return words is "item" or "aquilo" ? "" : words.EndsWith(" pode", StringComparison.Ordinal) ? words[..^5] : words;
    }

    private static string? Into(Wish wish, int at)
    {
        var cursor = wish.At(at + 1);
        cursor.TakeAny("uma", "um", "a", "an");
        return cursor.Word switch { "tarefa" or "task" => "task", "nota" or "note" => "note", "lembrete" or "reminder" => "reminder", "lixo" or "trash" => "discard", _ => null };
    }

    private static string Item(Wish wish, int to) => wish.Target(wish.Noun is Noun.Item ? wish.Head.Body : wish.Head.AfterVerb, to);
}
