using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Where, after a joint, the person asks for something else.</summary>
internal static class WishStarts
{
    private static readonly PhraseTable<bool> Questions = new((true,
        ["o que|oque", "quais", "qual", "quanto|quanta|quantos|quantas", "como", "quando", "what s|is|do|are|does|else?", "how", "when", "which", "por que", "tem|tenho", "do|am i"]));

    private static readonly PhraseTable<bool> Facts = new((true,
        ["new goal", "nova|novo meta|objetivo", "meta nova", "minha meta e", "my goal is", "meu expediente|horario", "o? meu nome e", "my name is|s",
            "my work hours", "i work from", "trabalho das", "eu? dormi", "i? slept"]));

    private static readonly PhraseTable<bool> Requests = new((true,
        ["pode|poderia|consegue|podes|podia voce? ja? por? favor?", "da|daria pra|para", "can|could|would|will you please? also?", "preciso que voce?", "quero|queria que? voce?", "gostaria de|que"]));

    private static readonly PhraseTable<bool> Slots = new((true,
        ["ve|veja|ver|acha|ache|procura|procure|encontra|busca|arruma me|pra? mim? um|uma|algum|alguma|os|as|outro|outra? horario|horarios|janela|brecha|espaco|buraco|vaga|tempo livre|livres|vago|vaga|de|na|no|em|pra|para", "find|check for? me? a|an|some free|open|slot|gap"]));

    /// <summary>Where one lives begins anew only beside another fact about oneself.</summary>
    private static readonly PhraseTable<bool> Lives = new((true, ["eu? moro em|no|na", "i now? live in"]));

    private static readonly PhraseTable<bool> Selves = new((true,
        ["o? meu fuso horario?", "set|change|update my? time zone", "set|change|update my? timezone",
            "muda|mude|troca|troque|altera|atualiza|poe|coloca|ajusta|arruma o? meu fuso", "my time zone is", "my timezone is"]));

    public static bool At(Speech speech, int clause, int at)
    {
        var cursor = speech.From(at);
        var asked = false;
        while (!Begins(speech, clause, cursor, asked))
        {
            asked |= Requests.Find(cursor, out _, out _);
            if (!Politeness.Skip(ref cursor) && !SkipTime(speech, ref cursor))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Begins(Speech speech, int clause, Cursor cursor, bool asked) =>
        (VerbTable.Table.Find(cursor, out var hit, out var end) && !IsNoun(cursor) && (hit.Splits || Commands(speech, clause, cursor, hit, end, asked)))
        || (Handling.Find(speech, cursor, out _, out _) && !(cursor.Word is "make" && speech.From(0).Has("inbox")))
        || Marks.IsMarking(cursor)
        || Facts.Find(cursor, out _, out _)
        || Slots.Find(cursor, out _, out _)
        || Selves.Find(cursor, out _, out _)
        || (cursor.Word is "i" or "moro" or "eu" && Lives.Find(cursor, out _, out _) && Facts.Find(speech.From(Head.StartOf(speech, clause)), out _, out _))
        || (cursor.Word is "chuck" or "stick" or "pop" or "throw" or "toss" or "drop" or "dump" or "sling" or "put" or "stash" or "joga" or "jogue" or "taca" or "manda" or "poe" or "bota" or "coloca" && cursor.At + 1 < speech.Tokens.Count && (speech.Tokens[cursor.At + 1].Quoted || speech.Tokens[cursor.At + 1].Norm is "'" or "‘"))
        || (cursor.Word is "ve" or "veja" or "ver" or "checa" or "confere" or "olha" && cursor.Peek(1) is "o" or "se" or "quais" or "quantas" or "quantos" && cursor.Peek(2) is "que" or "eu" or "tenho" or "tarefas" or "eventos" or "lembretes")
        || ListWishes.Heads(cursor)
        || Pointing.Begins(cursor)
        || (ThingsToDo.IsDone(cursor.Word) && speech.Tokens.Take(cursor.At).Any(token => token.Norm is "ja" or "already"))
        || (Questions.Find(cursor, out _, out _) && AsksUntilEnd(speech, cursor.At) && cursor.Previous.Norm is not ("ver" or "saber" or "perguntar" or "see" or "know" or "ask"))
        || (FixedWishes.Begins(cursor) && cursor.Word is not ("o" or "status" or "history" or "hoje" or "today"));

    /// <summary>An infinitive or a word that is a command only beside a thing of the assistant's: "… e cancelar o almoço", "… tira o lembrete da vacina".</summary>
    private static bool Commands(Speech speech, int clause, Cursor cursor, VerbHit hit, int end, bool asked)
    {
        if (hit.Verb is Verb.None or Verb.Need || end >= speech.Tokens.Count)
        {
            return false;
        }

        if (asked || Names(speech, end) || IsEnglishThing(speech, cursor, hit, end))
        {
            return true;
        }

        return ThingsToDo.IsInfinitive(cursor.Word) && OpensWithInfinitive(speech, clause);
    }

    /// <summary>"… and mark the vitamins reminder as done", "… and stick in a call with Niamh".</summary>
    private static bool IsEnglishThing(Speech speech, Cursor cursor, VerbHit hit, int end) =>
        !ThingsToDo.IsInfinitive(cursor.Word) && Head.Thing(speech, speech.From(end)) is { Plural: false } thing
        && (thing.Noun is Noun.Task or Noun.Reminder or Noun.Note or Noun.Goal || (hit.Verb == Verb.Create && speech.Tokens[end - 1].Is("in") && thing.Noun == Noun.Occasion));

    /// <summary>"Quero marcar o dentista": the command of the clause is an infinitive itself.</summary>
    private static bool OpensWithInfinitive(Speech speech, int clause)
    {
        var (start, end) = (Head.StartOf(speech, clause), Head.EndOfVerb(speech, clause, speech.Tokens.Count));
        var verb = speech.Tokens.Skip(start).Take(end - start).Select(token => token.Norm).ToList();
        return verb.Exists(ThingsToDo.IsInfinitive) && !verb.Contains("lembrar");
    }

    /// <summary>True where a command begins at <paramref name="start"/> that names a thing of the assistant's: "deleta a nota da senha".</summary>
    public static bool Names(Speech speech, int at, int start) =>
        start >= at && VerbTable.Table.Find(speech.From(start), out var hit, out var end) && hit.Verb is not (Verb.None or Verb.Need) && end < speech.Tokens.Count && Names(speech, end);

    /// <summary>True where a task, a reminder, a note… or a quoted name stands right after the verb.</summary>
    private static bool Names(Speech speech, int at)
    {
        var cursor = speech.From(at);
        for (var words = 0; words < 4 && !cursor.AtEnd; words++)
        {
            if (cursor.Token.Quoted || (NounTable.Table.Find(cursor, out var hit, out _) && hit.Noun is not (Noun.None or Noun.Occasion or Noun.Profile or Noun.Action)))
            {
                return true;
            }

            if (!cursor.TakeAny("o", "a", "os", "as", "um", "uma", "meu", "minha", "meus", "minhas", "the", "my", "all", "todas", "todos", "esse", "essa",
                "aquele", "aquela", "pra", "mim", "for", "me"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"A agenda da semana", "o marca-texto": after an article it is a thing, not a command.</summary>
    private static bool IsNoun(Cursor cursor) => cursor.Previous.Norm is "o" or "a" or "os" or "as" or "the" or "um" or "uma" or "minha" or "meu" or "my";

    private static bool AsksUntilEnd(Speech speech, int at)
    {
        for (; at < speech.Tokens.Count; at++)
        {
            if (Clauses.EndsSentence(speech, at))
            {
                return speech.Tokens[at].Is("?");
            }
        }

        return false;
    }

    private static bool SkipTime(Speech speech, ref Cursor cursor)
    {
        if (speech.TimeAt(cursor.At) is not { } time)
        {
            return false;
        }

        cursor = speech.From(time.To);
        return true;
    }
}
