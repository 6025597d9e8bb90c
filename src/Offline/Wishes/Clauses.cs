using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A part of a message that holds one wish. First: it opens its sentence.</summary>
internal readonly record struct Clause(int From, int To, bool First);

/// <summary>
/// Cuts a message into wishes: at the ends of sentences, and at "e", "and" or a comma before the verb of another wish.
/// What is dictated (a note, something for the inbox) runs to the end of the message.
/// </summary>
internal static class Clauses
{
    private static readonly FrozenSet<string> Abbreviations = FrozenSet.ToFrozenSet(["dr", "dra", "sr", "sra", "av", "mr", "mrs", "ms", "prof", "st", "no"]);

    public static IEnumerable<Clause> Of(Speech speech)
    {
        var from = 0;
        var first = true;
        for (var at = 0; at < speech.Tokens.Count; at++)
        {
            if (at == from && Head.VerbAt(speech, at, speech.Tokens.Count) is Verb.Note or Verb.Capture)
            {
                break;
            }

            if (speech.TimeAt(at) is not null || speech.Tokens[at].Quoted)
            {
                continue;
            }

            var ends = EndsSentence(speech, at);
            if (at > from && (ends || Joins(speech, at)))
            {
                yield return new Clause(from, ends ? at + 1 : at, first);
                (from, first) = (at + 1, ends);
            }
            else if (at == from && ends)
            {
                (from, first) = (at + 1, true);
            }
        }

        if (from < speech.Tokens.Count)
        {
            yield return new Clause(from, speech.Tokens.Count, first);
        }
    }

    private static bool EndsSentence(Speech speech, int at)
    {
        var token = speech.Tokens[at];
        return token.Norm switch
        {
            "?" or "!" or ";" or "\n" => true,
            "." => !(at > 0 && Abbreviations.Contains(speech.Tokens[at - 1].Norm))
                && (at + 1 == speech.Tokens.Count || !token.Touches(speech.Tokens[at + 1])),
            _ => false,
        };
    }

    private static bool Joins(Speech speech, int at)
    {
        if (speech.Tokens[at].Norm is not ("e" or "and" or "," or "mas" or "but" or "+" or "&"))
        {
            return false;
        }

        var cursor = speech.From(at + 1);
        while (Politeness.Skip(ref cursor) || SkipTime(speech, ref cursor))
        {
        }

        return VerbTable.Table.Find(cursor, out var hit, out _) && hit.Splits && !IsNoun(cursor);
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

    /// <summary>"A agenda da semana", "o marca-texto": after an article it is a thing, not a command.</summary>
    private static bool IsNoun(Cursor cursor) => cursor.Previous.Norm is "o" or "a" or "os" or "as" or "the" or "um" or "uma" or "minha" or "meu" or "my";
}
