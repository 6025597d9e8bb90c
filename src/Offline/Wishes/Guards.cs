using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Sentences that must do nothing: negations, conditions, musings.</summary>
internal static class Guards
{
    private static readonly PhraseTable<string> Openings = new(
        ("negated", ["nao|nunca|jamais|nem|never", "don|doesn|do|does t|not", "don", "won t", "sem", "e? desnecessario|dispensavel", "no need", "deixa|deixe pra|para la", "deixa|deixe quieto",
            "deixa isso?",
            "esquece|esqueca isso?", "never mind", "nevermind", "forget it|that", "nada nao?", "no thanks", "no alarm|alarms|reminder|reminders",
            "escusa|escusas|escuse|dispenso|dispensa de?", "escusado", "nenhum|nenhuma alarme|lembrete|tarefa|reuniao", "please don t", "melhor nao"]),
        ("conditional", ["se|caso|talvez|suponha|imagina|imagine", "e se", "if|maybe|perhaps|suppose", "what if", "quem sabe", "pode ser que", "sera que",
            "should i", "devo eu", "in case", "seria bom|legal|otimo|massa|melhor?", "to|tou|estou|tava|estava|ando pensando em|se?", "pensando em|se",
            "um dia eu?", "quem me dera", "vai que", "em tese", "teoricamente", "digamos que", "vamos supor", "faz de conta", "tomara que", "acho que",
            "nao sei se", "it would be", "would it", "wouldn t it", "i m thinking of|about", "i was|am thinking|wondering", "thinking of|about", "i wonder",
            "supposing", "hypothetically", "i wish", "i hope", "i think", "not sure if|whether", "quando", "when", "unless", "eu? poderia|deveria|queria ter",
            "i could|might|may|should", "eu poderia|podia|deveria|devia"]));

    private static readonly FrozenSet<string> Asking = FrozenSet.ToFrozenSet(["ver", "ve", "veja", "vejam", "confere", "checa", "verificar", "perguntar",
        "saber", "checar", "conferir", "confirmar", "decidir", "olhar", "avaliar", "descobrir", "lembrar", "see", "check", "ask", "know", "verify", "wonder",
        "me", "te", "nos", "whether"]);

    /// <summary>"Avise-me se chover", "wake me if it snows": nobody here can tell whether it does.</summary>
    private static readonly FrozenSet<string> Alerting = FrozenSet.ToFrozenSet(["avise", "avisa", "lembre", "lembra", "acorde", "acorda", "alerte", "notifique", "remind", "wake", "alert", "notify", "ping", "nudge"]);

    /// <summary>"se puder", "if you can": courtesy, no condition.</summary>
    private static readonly FrozenSet<string> Courtesy = FrozenSet.ToFrozenSet(["puder", "der", "possivel", "nao", "quiser", "possible", "you"]);

    public static string? Check(Speech speech, Clause clause)
    {
        var cursor = speech.From(clause.From, clause.To);
        do
        {
            if (IsWish(speech, cursor))
            {
                break;
            }

            if (IsDenied(cursor))
            {
                return "negated";
            }

            if (cursor.Word is "esquece" or "esqueca" or "forget" or "nao" or "i" && LooseWishes.Opens(cursor))
            {
                break;
            }

            if (Openings.Find(cursor, out var reason, out _) && !IsPlain(cursor) && !(cursor.Word is "quando" or "when" && speech.TimeAt(cursor.At) is { HasClock: true }))
            {
                return reason;
            }
        }
        while (Politeness.Skip(ref cursor));

        return Condition(speech, clause) ? "conditional" : null;
    }

    /// <summary>"Não me deixa esquecer", "deixa anotado que", "não quero mais o lembrete": they sound like a refusal and ask for something.</summary>
    private static bool IsWish(Speech speech, Cursor cursor) =>
        (VerbTable.Table.Find(cursor, out var verb, out var end) && (verb.Verb is Verb.Remind or Verb.Need || (cursor.Word is "deixa" or "deixe" && end - cursor.At > 1)))
        || (cursor.Word is "deixa" or "deixe" or "nao" or "don" or "i" && Handling.Find(speech, cursor, out _, out _));

    /// <summary>"Cancela não, eu vou", "apaga não por favor": denied after the verb.</summary>
    private static bool IsDenied(Cursor cursor) =>
        cursor.Peek(1) is "nao" && cursor.Peek(2) is "" or "," or "." or "!" or "por" or "viu" or "ta" && VerbTable.Table.Find(cursor, out var verb, out var end) && end == cursor.At + 1 && verb.Verb is Verb.Cancel or Verb.Delete or Verb.Schedule or Verb.Note or Verb.Create or Verb.Change or Verb.Finish or Verb.Snooze;

    private static readonly PhraseTable<bool> Requests = new((true, [.. Courtesies.Openings]));

    /// <summary>"Se puder, …" and "quando estou livre?" open with the words but are no conditions.</summary>
    private static bool IsPlain(Cursor cursor) =>
        (cursor.Word is "sera" or "would" or "seria" or "i" or "to" or "tou" or "estou" or "tava" or "estava" or "queria" or "when" && Requests.Find(cursor, out _, out _))
        || (cursor.Word is "se" && cursor.Peek(1) is "livra" or "livrar" or "livre" or "livrasse")
        || (cursor.Word is "se" && cursor.Peek(1) is "puder" or "possivel" or "der")
        || (cursor.Word is "if" && cursor.Peek(1) is "you" or "possible")
        || (cursor.Word is "se" && cursor.Peek(1) is "nao" && cursor.Peek(2) is "for" or "te" or "se" && cursor.Peek(3) is "incomodo" or "problema" or "pedir" or "muito" or "abuso" or "trabalho" or "incomodar" or "importar")
        || (cursor.Word is "quando" or "when" or "eu" && HasQuestion(cursor))
        || (cursor.Word is "quando" or "when" && cursor.Peek(1) is "e" or "sera" or "tem" or "cai" or "comeca" or "fica" or "vence" or "is" or "s" or "do" or "does")
        || (cursor.Word is "nao" && cursor.Peek(1) is "," && cursor.Peek(2) is not "");

    private static bool HasQuestion(Cursor cursor)
    {
        for (; !cursor.AtEnd; cursor.Skip())
        {
            if (cursor.Word is "?" or "livre" or "free")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A condition after the wish: "… se chover", "… unless it rains".</summary>
    private static bool Condition(Speech speech, Clause clause)
    {
        for (var at = clause.From + 1; at < clause.To - 1; at++)
        {
            var (word, next, before) = (speech.Tokens[at].Norm, speech.Tokens[at + 1].Norm, speech.Tokens[at - 1].Norm);
            if (speech.Tokens[at].Quoted || (Asking.Contains(before) && !(before is "me" && at > 1 && Alerting.Contains(speech.Tokens[at - 2].Norm)))
                || (Courtesy.Contains(next) && !(before is "so" or "somente" or "apenas" && next is "nao" && word is "se")))
            {
                continue;
            }

            if (word is "unless" || (word is "caso" && next is "eu" or "ele" or "ela" or "voce" or "chova" or "o" or "a" && before is not "o" and not "um" and not "do" and not "no" and not "de")
                || (word is "if" && next is "it" or "i" or "he" or "she" or "the" or "they" or "we" or "there" or "nobody" or "my")
                || (word is "se" && IsSubjunctive(speech, at + 1, clause.To)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSubjunctive(Speech speech, int at, int to)
    {
        for (var ahead = at; ahead < Math.Min(at + 4, to); ahead++)
        {
            var word = speech.Tokens[ahead].Norm;
            if (word is "for" or "vier" or "der" or "tiver" or "estiver" or "fizer" || (word.Length > 4 && word.EndsWith('r') && word[^2] is 'e' or 'a' or 'i'))
            {
                return true;
            }
        }

        return false;
    }
}
