using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Where the person lives says the zone: "me mudei pra Lisboa", "moro em Manaus", "I live in Tokyo now". A place that is no zone says nothing.</summary>
internal static class Homes
{
    private static readonly PhraseTable<bool> Sayings = new((true,
    [
        "me? mudei de? vez? para|pra|pro", "agora? moro|moramos|vivo agora? em|no|na", "estou|tou|to|tamo|estamos morando|vivendo|residindo agora? em|no|na",
        "estou|tou|to|estamos de mudanca para|pra", "vim morar em|no|na", "cheguei em|no|na", "estou|tou|to agora? em|no|na",
        "i? ve? just|recently? moved|relocated|settled to|in", "i? now? live in", "i m|am now? living|based? in", "i m|am now in", "we moved to",
    ]));

    private static readonly PhraseTable<bool> Zone = new((true, ["fuso horario?", "time zone", "timezone"]));
    private static readonly string[] Tails = ["agora", "now", "hoje", "ja", "e", "and", "desde", "since", "por", "for", "ate", "until"];

    public static Call? Read(Wish wish)
    {
        if (wish.Asks)
        {
            return null;
        }

        foreach (var start in (int[])[wish.Head.Start, wish.From])
        {
            var cursor = wish.At(start);
            if (Sayings.Take(ref cursor, out _) && Place(wish, cursor) is { } zone && (Stays(wish, start) || AboutZone(wish.Speech)))
            {
                return Call.To("profile_update_profile").With("zone", zone);
            }
        }

        return null;
    }

    /// <summary>"Atualiza meu fuso" beside it says that the zone is meant: it asks for nothing more.</summary>
    public static bool AboutZone(Speech speech) => Enumerable.Range(0, speech.Tokens.Count).Any(at => Zone.Find(speech.From(at), out _, out _));

    /// <summary>Who is somewhere or arrives there may be travelling.</summary>
    private static bool Stays(Wish wish, int start) => !(wish.At(start).Word is "cheguei" or "estou" or "tou" or "to" or "i" && !wish.Has("morando", "vivendo",
        "mudanca", "moved", "live", "living", "based", "relocated"));

    private static string? Place(Wish wish, Cursor cursor)
    {
        var to = cursor.At;
        while (to < wish.End && wish.Speech.Tokens[to].IsWord && !Tails.Contains(wish.Speech.Tokens[to].Norm) && wish.Speech.TimeAt(to) is null)
        {
            to++;
        }

        return Named(wish, cursor.At) ?? (to > cursor.At && to - cursor.At <= 4 ? Zones.Known(wish.Speech.Raw(cursor.At, to)) : null);
    }

    /// <summary>"Rio de Janeiro" has a month in it.</summary>
    private static string? Named(Wish wish, int from)
    {
        var at = from + 3 <= wish.End && wish.Speech.Tokens[from].Norm is "rio" ? from + 3 : -1;
        return at > 0 ? Zones.Known(wish.Speech.Raw(from, at)) : null;
    }
}
