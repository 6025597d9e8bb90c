using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Notes: "anota: …", "o que anotei sobre X", "adiciona leite na nota compras", "renomeia a nota X para Y", "apaga a nota X".</summary>
internal static class NoteWishes
{
    private static readonly PhraseTable<bool> Destination = new((true, ["na|numa|pra|para minha|a? nota|anotacao", "to|in my|the note"]));

    public static Outcome? Read(Wish wish) => Append(wish) ?? wish.Verb switch
    {
        Verb.Note when wish.Mark == Mark.ToCalendar && wish.Time.IsPoint => CalendarWishes.Create(wish, wish.Head.AfterVerb),
        Verb.Remind when IsFact(wish) => Save(wish, wish.Head.AfterVerb),
        Verb.Note => Save(wish, wish.Head.AfterVerb),
        Verb.Find when wish.Noun is Noun.Note => Search(wish, wish.Head.Body),
        Verb.Find when wish.Noun == Noun.None && IsRecollection(wish) => Search(wish, wish.Head.AfterVerb),
        Verb.Find when wish.Noun == Noun.None && InNotes(wish) is { } query => Call.To("notes_search_notes").With("query", query),
        Verb.List when wish.Noun == Noun.Note => Search(wish, wish.Head.Body),
        Verb.None when wish.Noun == Noun.Note && Statements.About(wish, wish.Head.Body) => null,
        Verb.None when wish is { Noun: Noun.Note, Plural: true } => Search(wish, wish.Head.Body),
        Verb.None when wish.Noun == Noun.Note && TaskWishes.Tells(wish) => null,
        Verb.None or Verb.Create or Verb.Schedule when wish.Noun == Noun.Note => Save(wish, wish.Head.Body),
        Verb.Rename when wish.Noun == Noun.Note => Change(wish, "title"),
        Verb.Change when wish.Noun == Noun.Note => Change(wish, wish.Head.Feature == Feature.Title ? "title" : "text"),
        Verb.Delete or Verb.Cancel when wish.Noun == Noun.Note => Call.To("notes_delete_note").With("note", wish.Target()).Unless("note"),
        _ => null,
    };

    private static readonly HashSet<string> Empty =
        ["taken", "uma coisa", "coisa", "uma coisa pra mim", "coisa pra mim", "uma coisa ai", "isso", "isso ai", "algo", "algo pra mim", "something",
            "something for me", "something down", "something down for me", "isso pra mim", "this down", "this", "uma nota", "a note", "pra mim", "ai",
            "um negocio", "um negocio ai", "uma parada", "uma parada ai", "coisa ai", "uma coisa ai pra mim", "um lance", "um lance ai", "something real quick",
            "something quick"];

    /// <summary>"Lembra que a senha é 1234", without "me" and without a time: something to be known, not to be reminded of.</summary>
    private static bool IsFact(Wish wish) =>
        wish.At(wish.Head.Start).Word is "lembra" or "lembre" or "remember" && wish.At(wish.Head.Start).Peek(1) is "que" or "that" && wish.Time.When is null && wish.Has("e",
            "sao", "tem", "is", "are", "has", "gosta", "mora", "fica", "likes", "lives");

    private static bool IsRecollection(Wish wish) =>
        wish.Speech.Tokens.Skip(wish.Head.Start).Take(wish.Head.AfterVerb - wish.Head.Start).Any(token => token.Norm is "anotei" or "escrevi" or "write" or "note");

    private static Outcome Save(Wish wish, int from)
    {
        var text = wish.Dictated(from);
        text = Empty.Contains(Normalizer.Fold(text).Trim('.', '!', ' ', ':')) ? "" : text;
        var (title, body) = Titled(text);
        body = title is null && wish.Noun == Noun.Note && body.StartsWith("com ", StringComparison.OrdinalIgnoreCase) ? body[4..] : body;
        return Call.To("notes_save_note").With("text", body).With("title", title).Unless("text");
    }

    /// <summary>"com o título Compras: leite e pão".</summary>
    private static (string? Title, string Text) Titled(string text)
    {
        foreach (var lead in (string[])["com o título ", "com título ", "com o titulo ", "com titulo ", "titled ", "with title ", "chamada ", "called ", "intitulada ", "de título "])
        {
            if (text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && text.IndexOf(':') is > 0 and var colon)
            {
                return (text[lead.Length..colon].Trim(' ', '"', '“', '”'), text[(colon + 1)..].Trim());
            }
        }

        return Named(text) ?? (null, text);
    }

    private static readonly string[] Naming = ["chamada ", "com o nome de ", "com o nome ", "com o titulo ", "com titulo ", "de nome ", "de titulo ", "intitulada ", "called ", "named ", "titled "];

    private static readonly string[] Holding = [" e texto ", " e o texto ", " and text ", " and the text ", " com o texto ", " com ", " dizendo ", " contendo ",
        " que diz ", " with ", " saying ", " containing ", " that says ", ", "];

    /// <summary>"Chamada Viagem com passaporte e adaptador": the name, then what it holds.</summary>
    private static (string? Title, string Text)? Named(string text)
    {
        var folded = Normalizer.Fold(text);
        if (folded.Length != text.Length || Array.Find(Naming, lead => folded.StartsWith(lead, StringComparison.Ordinal)) is not { } lead)
        {
            return null;
        }

        var (at, opening) = Holding.Select(opening => (folded.IndexOf(opening, lead.Length, StringComparison.Ordinal), opening)).Where(found => found.Item1 > lead.Length).DefaultIfEmpty((-1, "")).MinBy(found => found.Item1);
        return at < 0 ? null : (text[lead.Length..at].Trim(' ', '"', '“', '”'), text[(at + opening.Length)..].Trim());
    }

    private static Call Search(Wish wish, int from) => Call.To("notes_search_notes").With("query", Mentioned(Words.Target(Asked(Lists.Without(wish.Text(from), "por")))));

    private static readonly string[] Mentioning = ["falam do ", "falam da ", "falam de ", "falam sobre ", "mencionam ", "citam ", "mention ", "mentions ",
        "talk about ", "are about ", "que falam de ", "tem ", "ha ", "ha sobre ", "consta sobre ", "diz sobre ", "have ", "contain "];

    private static string Mentioned(string words)
    {
        words = Normalizer.Fold(words).EndsWith(" say", StringComparison.Ordinal) ? words[..^4] : words;
        return Array.Find(Mentioning, lead => Normalizer.Fold(words).StartsWith(lead, StringComparison.Ordinal)) is { } found ? Words.Target(words[found.Length..]) : words;
    }

    /// <summary>"Procura leite nas notas", "search my notes for milk".</summary>
    private static string? InNotes(Wish wish)
    {
        for (var at = wish.Head.AfterVerb; at < wish.End; at++)
        {
            if (wish.Speech.Tokens[at].Norm is "notas" or "notes" or "anotacoes")
            {
                var before = Lists.Without(wish.Text(wish.Head.AfterVerb, at), "nas", "minhas", "in", "my", "the");
                before = before.Contains("sobre ", StringComparison.OrdinalIgnoreCase) || before.Length == 0 ? "" : before;
                return before.Length > 0 ? before : Words.Target(AfterAbout(Lists.Without(wish.Text(at + 1), "por")));
            }
        }

        return null;
    }

    private static string Asked(string words) =>
        Normalizer.Fold(words) is var folded && (folded.StartsWith("o que", StringComparison.Ordinal) || folded.StartsWith("que ", StringComparison.Ordinal) || folded.StartsWith("tenho", StringComparison.Ordinal) || folded.StartsWith("what", StringComparison.Ordinal)) ? AfterAbout(words) : words;

    private static string AfterAbout(string words) =>
        words.IndexOf("sobre ", StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? words[(at + 6)..] : words.IndexOf("about ", StringComparison.OrdinalIgnoreCase) is >= 0 and var place ? words[(place + 6)..] : words;

    private static Outcome? Append(Wish wish)
    {
        if (wish.Verb is not (Verb.Create or Verb.Append or Verb.Note))
        {
            return null;
        }

        if (NamedFirst(wish) is { } named)
        {
            return named;
        }

        for (var at = wish.Head.AfterVerb; at < wish.End; at++)
        {
            if (Destination.Find(wish.At(at), out _, out var to) && to <= wish.End)
            {
                var words = wish.Text(wish.Head.AfterVerb, at);
                var colon = Colon(wish, to);
                if (wish.Speech.Tokens[at].Norm is "numa" && (wish.At(to).Word is ":" or "que" || words.Length > 0 && to == wish.End))
                {
                    return Call.To("notes_save_note").With("text", words.Length > 0 ? words : wish.Dictated(to)).Unless("text");
                }

                if (words.Length == 0 && colon is null && AfterName(wish, to) is var rest && rest < wish.End)
                {
                    return Call.To("notes_update_note").With("note", Words.Target(wish.Text(to, rest))).With("append", wish.Dictated(rest));
                }

                return Call.To("notes_update_note")
                    .With("note", Words.Target(wish.Text(to, colon)))
                    .With("append", words.Length > 0 ? words : colon is { } from ? wish.Dictated(from) : null)
                    .Unless("append");
            }
        }

        return null;
    }

    /// <summary>"Add lemon pie to the recipes note": English names the note before the word for it.</summary>
    private static Call? NamedFirst(Wish wish)
    {
        var last = wish.End - 1;
        for (var at = last - 1; at > wish.Head.AfterVerb && at > last - 5 && wish.Speech.Tokens[last].Norm is "note" or "list" && wish.Speech.Tokens[last - 1].Norm is not ("do" or "todo" or "task" or "tasks" or "my" or "the"); at--)
        {
            if (wish.Speech.Tokens[at].Norm is "the" or "my" && wish.Speech.Tokens[at - 1].Norm is "to" or "in" or "on" && at + 1 < last)
            {
                return Call.To("notes_update_note").With("note", wish.Text(at + 1, wish.Speech.Tokens[last].Is("list") ? last + 1 : last)).With("append", wish.Text(wish.Head.AfterVerb, at - 1));
            }
        }

        return null;
    }

    /// <summary>Where the name of a note ends that nothing divides from what is added: before an infinitive, else after its first word.</summary>
    private static int AfterName(Wish wish, int from)
    {
        while (from < wish.End && wish.Speech.Tokens[from].Norm is "de" or "do" or "da" or "dos" or "das" or "about" or "the" or "sobre" or "o" or "a")
        {
            from++;
        }

        for (var at = from + 1; at < wish.End; at++)
        {
            if (ThingsToDo.IsInfinitive(wish.Speech.Tokens[at].Norm) || wish.Speech.Tokens[at].Norm is "que" or "that")
            {
                return at;
            }
        }

        return Math.Min(from + 1, wish.End);
    }

    private static int? Colon(Wish wish, int from)
    {
        for (var at = from; at < wish.End; at++)
        {
            if (wish.Speech.Tokens[at].Norm == ":")
            {
                return at;
            }
        }

        return null;
    }

    private static Outcome Change(Wish wish, string parameter)
    {
        var (target, value) = Changes.Split(wish);
        var call = Call.To("notes_update_note").With("note", target).With(parameter, value);
        return call.Unless("note") is Ask ask ? ask : call.Unless(parameter);
    }
}
