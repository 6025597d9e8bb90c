using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>A thing of the kind that was spoken of last, without its noun: "cria outra: …", "e mais uma: …", "o da coifa", "the ikea one".</summary>
internal static class Elided
{
    private static readonly PhraseTable<bool> Another = new((true, ["mais? outra|outro|um|uma nova|novo?", "another one?", "one more"]));

    /// <summary>"Outra: cotar lente", "mais uma de …"; "uma de" alone could be anything.</summary>
    public static bool Begins(Cursor cursor) => !(cursor.Word is "um" or "uma") && Take(ref cursor);

    /// <summary>Past "outra:", "uma de", "another one to"; false where a noun of its own follows.</summary>
    public static bool Take(ref Cursor cursor)
    {
        var c = cursor;
        if (!Another.Take(ref c, out _) || !c.TakeAny(":", "de", "pra", "para", "to", "for", "que", ","))
        {
            return false;
        }

        c.Take(":");
        cursor = c;
        return true;
    }

    /// <summary>"O da coifa": an article right before "da".</summary>
    public static bool IsOf(Cursor cursor) => cursor.Word is "o" or "a" or "os" or "as" && cursor.Peek(1) is "do" or "da" or "de" or "dos" or "das";

    /// <summary>"The ikea one".</summary>
    public static bool EndsInOne(Cursor cursor)
    {
        for (var ahead = 2; cursor.Word is "the" or "my" && ahead < 6; ahead++)
        {
            if (cursor.Peek(ahead) is "one")
            {
                return true;
            }
        }

        return false;
    }
}
