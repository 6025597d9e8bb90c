using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Combinei de almoçar com o Tadeu", "fechei com a Bia: cinema": that it was agreed upon is no part of its name.</summary>
internal static class Arranged
{
    private static readonly PhraseTable<bool> Leads = new((true,
        ["combinei|combinamos|marquei|marcamos|fechei|fechamos|acertei|acertamos|agendei|confirmei|confirmamos|arranjei de|um|uma|o|a?", "fiquei|ficamos de", "ficou|ficamos combinado|combinada|de|um|uma", "vou|vamos ter um|uma|o|a?", "i|we? ve? agreed|arranged|got on|to|a?", "i|we m|am|re|are having a?"]));

    public static string Bare(string title)
    {
        var tokens = Tokenizer.Cut(title);
        var cursor = new Cursor(tokens, 0, tokens.Count);
        if (!Leads.Take(ref cursor, out _) || cursor.AtEnd)
        {
            return title;
        }

        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        return colon > 0 && colon < title.Length - 2 ? title[(colon + 2)..] : title[tokens[cursor.At].Start..];
    }
}
