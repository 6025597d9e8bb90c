using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>What stands between two wishes: "e", a comma, "e depois", "aí", "na sequência", "and then", "oh and", "primeiro… segundo…".</summary>
internal static class Joints
{
    private static readonly FrozenSet<string> Plain = FrozenSet.ToFrozenSet(["e", "and", ",", "mas", "but", "+", "&", "/", "-", "–", "—"]);

    /// <summary>They join by themselves, without "e".</summary>
    private static readonly PhraseTable<bool> Connectors = new((true,
    [
        "logo? depois disso?", "logo? em seguida", "na sequencia|seguida", "ai", "dai", "tambem", "alem disso", "por fim|ultimo",
        "ja aproveita|aproveitando e?", "aproveita|aproveitando e? ja?", "outra|mais coisa :?", "mais uma|outra coisa :?", "a proposito", "falando nisso",
        "primeiro|primeiramente|segundo|terceiro|quarto :?", "then", "and? after that|this|which", "afterwards", "also", "plus", "finally", "lastly", "next",
        "one more|last thing :?", "another thing :?", "by the way", "btw", "as well", "while you re|are at it|that",
        "enfim", "mas enfim", "so? anyway", "anyhow", "bom enfim", "resumindo",
        "first|firstly|second|secondly|third|thirdly :?", "agora", "now",
    ]));

    private static readonly PhraseTable<bool> Fillers = new((true, ["oh", "ah", "ai", "ja", "so", "ainda", "entao", "so that", "ai", "vai", "bom", "olha",
        "anyway", "again", "de novo", "novamente", "well", "yeah", "please", "ok"]));

    public static bool IsPlain(string word) => Plain.Contains(word);

    /// <summary>The first token after the joint that begins here, or -1.</summary>
    public static int End(Speech speech, int at)
    {
        var cursor = speech.From(at);
        if (cursor.Token.Raw is "é" or "É")
        {
            return -1;
        }

        if (!Plain.Contains(cursor.Word) && !IsAlone(speech, cursor))
        {
            return -1;
        }

        return Past(speech, at);
    }

    /// <summary>Past the joints and fillers that begin here.</summary>
    public static int Past(Speech speech, int at)
    {
        var cursor = speech.From(at);
        while (!cursor.AtEnd && !cursor.Token.Quoted && IsFree(speech, cursor.At) && (Plain.Contains(cursor.Word) || Connectors.Find(cursor, out _, out _) || Fillers.Find(cursor, out _, out _)))
        {
            if (!Connectors.Take(ref cursor, out _) && !Fillers.Take(ref cursor, out _))
            {
                cursor.Skip();
            }
        }

        return cursor.At;
    }

    /// <summary>"… depois às cinco …", "… agora me lembra …": a connector after which something else begins; "depois de amanhã" and "depois do almoço" are times.</summary>
    private static bool IsAlone(Speech speech, Cursor cursor) =>
        IsFree(speech, cursor.At) && Connectors.Find(cursor, out _, out var end) && speech.From(end).Word is not ("de" or "do" or "da" or "das" or "dos" or "que" or "of" or "to" or "");

    private static bool IsFree(Speech speech, int at) => speech.TimeAt(at) is not { } time || (time.Now && time.To == time.From + 1);
}
