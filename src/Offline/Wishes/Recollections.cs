using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Questions for something written down once: "qual era a receita que eu anotei?", "did I ever write down the locker code?".</summary>
internal static class Recollections
{
    /// <summary>Asks whether or where it was written down; what was follows.</summary>
    private static readonly PhraseTable<bool> Whether = new((true,
    [
        "sera? que? eu? ja? cheguei|chegamos a anotar|escrever|guardar|salvar|registrar", "eu? ja? nao? anotei|escrevi|salvei|guardei|registrei|anotamos",
        "voce? tem|tenho|temos|ficou|esta|ta|tinha|deixei algum|alguma|algo? anotado|anotada|salvo|salva|guardado|guardada|registrado|escrito sobre|de|do|da?",
        "em que|qual nota|lugar|lista e? que? eu? ja? anotei|escrevi|salvei|guardei|registrei|coloquei|botei",
        "onde|aonde foi? que? eu? anotei|escrevi|salvei|guardei|registrei|coloquei|botei",
        "o que eu? tenho|tinha|deixei|temos anotado|escrito|salvo|guardado|registrado sobre|de|do|da",
        "o que foi? que? eu? anotei|escrevi|salvei|registrei|guardei sobre|de|do|da", "que que eu? anotei|escrevi|salvei|registrei|guardei sobre|de|do|da?",
        "did|have|had|haven|didn t? i|we ever|already? write|written|wrote|note|noted|save|saved|jot|jotted|record|recorded|store|stored|put|keep|kept down|anything|something? down? about|on?",
        "where did|have|had i|we write|written|note|noted|save|saved|jot|jotted|record|put|store|keep down?",
        "what did|have|had i|we write|written|note|noted|save|saved|jot|jotted|say|put down? about|on|for|regarding",
        "do i have the|a|any? anything|something written|noted|saved|note|notes|jotted down? about|on|for?",
    ]));

    private static readonly PhraseTable<bool> Which = new((true,
    [
        "qual|quais e|era|eram|sao|foi|foram? mesmo? o|a|os|as?", "quanto|quando|quem|como|onde|o que era|foi|e|fica", "cade|lembra",
        "me? diz|diga|fala|mostra|acha|procura|busca|pega o|a|os|as|aquela|aquele?", "what|which|who|where was|is|were|are the|my|that?",
        "what s|is the|my|that?", "show|find|get|give|tell|read me? the|my|that?", "find|look up",
    ]));

    private static readonly PhraseTable<bool> Written = new((true,
    [
        "que eu? ja? tinha? anotei|escrevi|salvei|guardei|registrei|anotado|escrito|salvo|guardado|mandei outro? dia|ontem?",
        "eu? anotei|escrevi|salvei|guardei", "que eu? te? passei|dei pra? guardar|anotar",
        "that|which? i|we ever? wrote|saved|noted|jotted|stored|recorded|kept|put down?", "que esta|ta|tava|estava? anotado|anotada|salvo|salva",
        "anotado|anotada|anotados|anotadas", "nas|na|das|da minhas? notas|anotacoes|nota", "in|from my notes",
    ]));

    public static Outcome? Read(Wish wish)
    {
        foreach (var start in (int[])[wish.From, wish.Head.Start])
        {
            var cursor = wish.At(start);
            while (!Whether.Find(cursor, out _, out _) && !Which.Find(cursor, out _, out _) && Politeness.Skip(ref cursor))
            {
            }

            if (Whether.Find(cursor, out _, out var asked) && (wish.Asks || !IsTold(cursor)) && asked < wish.End)
            {
                return Query(wish, asked, wish.End);
            }

            if (Which.Find(cursor, out _, out var opened) && Whether.Find(wish.At(opened), out _, out var told) && told < wish.End)
            {
                return Query(wish, told, wish.End);
            }

            if (Which.Find(cursor, out _, out opened) && Memory(wish, opened) is { } to)
            {
                return Query(wish, opened, to);
            }
        }

        return null;
    }

    /// <summary>"Eu anotei a senha" tells something; only with a question mark does it ask.</summary>
    private static bool IsTold(Cursor cursor) => cursor.Word is "eu" or "ja" or "anotei" or "escrevi" or "salvei" or "guardei" or "registrei" or "anotamos" or "nao" or "tenho" or "temos" or "deixei" or "ficou" or "ta" or "esta" or "tinha";

    private static int? Memory(Wish wish, int from)
    {
        for (var at = from + 1; at < wish.End; at++)
        {
            if (Written.Find(wish.At(at), out _, out var to) && (to >= wish.End - 2 || wish.Asks))
            {
                return at;
            }
        }

        return null;
    }

    private static readonly string[] Anywhere = [" anywhere", " somewhere", " em algum lugar", " em alguma nota", " ai", " down", " in my notes", " nas notas",
        " nas minhas notas", " again", " ever", " no"];

    private static Call? Query(Wish wish, int from, int to)
    {
        var words = wish.Text(from, to);
        while (Array.Find(Anywhere, tail => Normalizer.Fold(words).EndsWith(tail, StringComparison.Ordinal)) is { } found)
        {
            words = words[..^found.Length];
        }

        words = Words.Target(words);
        return words.Length == 0 ? null : Call.To("notes_search_notes").With("query", words);
    }
}
