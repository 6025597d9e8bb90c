using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Orders for somebody else that carry words of ours in them: what is to be translated, a song by its name, money to be sent.</summary>
internal static class Unreachable
{
    /// <summary>All that follows them is what they are about, commands included.</summary>
    private static readonly PhraseTable<bool> Whole = new((true,
        ["traduz|traduza|traduzir|traduzam|translate|verte|verta", "como se|que? diz|fala|escreve|pronuncia|traduz", "como e? que? se diz|fala|escreve|traduz",
            "how do|would you|i|one say|spell|write|pronounce|translate",
            "o que significa|quer dizer", "what s the meaning of", "whats the meaning of", "soletra|spell|pronounce", "repete|repita comigo|depois|:", "repeat after me|:"]));

    private static readonly PhraseTable<bool> Sent = new((true,
        ["me? faz|faca|manda|mande|envia|envie|passa|passe|realiza agora? um|uma|aquele|o|esse? pix|ted|doc|transferencia|deposito|pagamento|boleto", "pix|ted de|pra|pro|para|r",
            "venmo|zelle|paypal|cashapp|wire",
            "send|make|do a|the? payment|transfer|deposit|venmo|pix|wire", "transfere|transfira|deposita|deposite"]));

    private static readonly FrozenSet<string> Played = FrozenSet.ToFrozenSet(["toca", "toque", "play", "reproduz", "reproduza", "canta", "cante", "sing"]);

    private static readonly FrozenSet<string> Sports = FrozenSet.ToFrozenSet(
        ["tennis", "football", "soccer", "basketball", "golf", "chess", "padel", "cards", "poker", "squash", "badminton", "volleyball", "pool", "bridge", "hockey", "rugby",
            "cricket", "pickleball", "with", "games", "board", "baseball"]);

    /// <summary>True where the whole message is for somebody else.</summary>
    public static bool IsAll(Speech speech)
    {
        var cursor = Opening(speech, speech.From(0));
        if (Whole.Find(cursor, out _, out _) && !IsOwn(speech, cursor, speech.Tokens.Count))
        {
            return speech.Tokens.Skip(cursor.At).Any(token => token.Quoted || token.Norm is ":" or "\n") || !Goes(speech, cursor.At);
        }

        return cursor.Word is "say" or "fala" or "diga" or "diz" && speech.Tokens.Skip(cursor.At).Any(token => token.Quoted);
    }

    /// <summary>True where a wish opens with such an order.</summary>
    public static bool Opens(Speech speech, int from, int to)
    {
        var cursor = Opening(speech, speech.From(from, to));
        return (Whole.Find(cursor, out _, out _) && !IsOwn(speech, cursor, to)) || Sent.Find(cursor, out _, out _)
            || (Played.Contains(cursor.Word) && cursor.At + 1 < to && !Sports.Contains(cursor.Peek(1)) && !IsAlarm(cursor));
    }

    /// <summary>"Toca um alarme às 7": that can be done here.</summary>
    private static bool IsAlarm(Cursor cursor) =>
        cursor.Word is "toca" or "toque" && cursor.Peek(1) is "o" or "um" && cursor.Peek(2) is "alarme" or "despertador" or "lembrete";

    /// <summary>"Traduzir o contrato até sexta": one's own work, with a day and nothing to be translated.</summary>
    private static bool IsOwn(Speech speech, Cursor cursor, int to) =>
        cursor.Word is "traduzir" or "translate" && speech.Times.Any(time => time.From > cursor.At && time.To <= to && time.Day is not null) && !speech.Tokens.Any(token => token.Quoted || token.Norm is ":");

    public static bool IsSport(string word) => Sports.Contains(word);

    private static Cursor Opening(Speech speech, Cursor cursor)
    {
        while (!Whole.Find(cursor, out _, out _) && Politeness.Skip(ref cursor))
        {
        }

        return cursor;
    }

    /// <summary>"…, e me lembra de…": something else is asked for as well.</summary>
    private static bool Goes(Speech speech, int from)
    {
        for (var at = from + 1; at < speech.Tokens.Count - 1; at++)
        {
            if (speech.Tokens[at].Norm is "," or "e" or "and" or "." or ";" or "!" or "?" && WishStarts.At(speech, from, Joints.Past(speech, at + 1)))
            {
                return true;
            }
        }

        return false;
    }
}
