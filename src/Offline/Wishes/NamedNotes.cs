using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The note first, then what happens to it: "na nota do Chile põe seguro viagem", "in the trip note, change the text to …".</summary>
internal static class NamedNotes
{
    private static readonly PhraseTable<bool> Openings = new((true, ["na|aquela|naquela minha? nota|anotacao de|do|da|dos|das|sobre?"]));
    private static readonly PhraseTable<bool> English = new((true, ["in|to|on|into my|the|that"]));
    private static readonly PhraseTable<bool> Completing = new((true, ["complementa|complemente|complementar|incrementa|incremente a|minha|essa? nota|anotacao de|do|da|sobre?"]));
    private static readonly PhraseTable<bool> Replacing = new((true, ["troca|troque|muda|mude|substitui|substitua|altera|altere|change|replace o|a|the? texto|conteudo|text|content|tudo|everything por|pra|para|to|with|:?"]));
    private static readonly PhraseTable<bool> Adding = new((true,
    [
        "acrescenta|acrescente|adiciona|adicione|poe|ponha|bota|bote|coloca|coloque|inclui|inclua|anota|anote|escreve|escreva|registra|soma|insere ai|la|tambem|mais? que|:?", "add|put|write|include|append|note also? that|:?",
    ]));

    public static Outcome? Read(Wish wish)
    {
        if (Completing.Find(wish.At(wish.Head.Start), out _, out var named))
        {
            return Completed(wish, named);
        }

        if (wish.Verb is Verb.Create or Verb.Append or Verb.Note && Addressed(wish) is { } added)
        {
            return added;
        }

        if (Name(wish) is not { } name)
        {
            return null;
        }

        for (var at = Math.Max(name.From + 1, name.To < wish.End ? name.To + 1 : 0); at < wish.End - 1; at++)
        {
            var replaces = Replacing.Find(wish.At(at), out _, out var to);
            if ((replaces || Adding.Find(wish.At(at), out _, out to)) && to < wish.End)
            {
                var note = Words.Target(wish.Text(name.From, Math.Min(at, name.To)));
                return note.Length == 0 ? null : Call.To("notes_update_note").With("note", note).With(replaces ? "text" : "append", wish.Dictated(to));
            }
        }

        return null;
    }

    /// <summary>"Add to my move note: call the movers".</summary>
    private static Call? Addressed(Wish wish)
    {
        if (!English.Find(wish.At(wish.Head.AfterVerb), out _, out var from))
        {
            return null;
        }

        for (var at = from + 1; at < from + 5 && at < wish.End - 1; at++)
        {
            if (wish.Speech.Tokens[at].Norm is "note" && wish.Speech.Tokens[at + 1].Norm is ":" or "that")
            {
                return Call.To("notes_update_note").With("note", Words.Target(wish.Text(from, at))).With("append", wish.Dictated(at + 1));
            }
        }

        return null;
    }

    /// <summary>"Complementa a nota do síndico com o email dele".</summary>
    private static Call? Completed(Wish wish, int from)
    {
        for (var at = from + 1; at < wish.End - 1; at++)
        {
            if (wish.Speech.Tokens[at].Norm is "com" or ":")
            {
                return Call.To("notes_update_note").With("note", Words.Target(wish.Text(from, at))).With("append", wish.Dictated(at + 1));
            }
        }

        return null;
    }

    private static (int From, int To)? Name(Wish wish)
    {
        var cursor = wish.At(wish.Head.Start);
        if (Openings.Find(cursor, out _, out var from))
        {
            return (from, wish.End);
        }

        if (!English.Find(cursor, out _, out from))
        {
            return null;
        }

        for (var at = from; at < from + 5 && at < wish.End; at++)
        {
            if (wish.Speech.Tokens[at].Norm is "note")
            {
                return at == from && wish.At(at + 1).Word is "about" or "on" or "for" ? (at + 2, wish.End) : (from, at);
            }
        }

        return null;
    }
}
