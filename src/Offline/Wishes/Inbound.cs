using System.Collections.Frozen;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Something goes into the inbox, named before or after it: "põe ver seguro na caixa de entrada", "chuck 'X' in the inbox".</summary>
internal static class Inbound
{
    private static readonly PhraseTable<bool> Inbox = new((true,
        ["na|no|pra|pro|para|em minha|meu|a|o? caixa de entrada", "na|no|pra|pro|para minha|meu|a|o? inbox", "in|into|on|onto|to my|the|our inbox"]));

    private static readonly FrozenSet<string> Putting = FrozenSet.ToFrozenSet(
    [
        "poe", "ponha", "por", "bota", "bote", "botar", "coloca", "coloque", "colocar", "joga", "jogue", "jogar", "manda", "mande", "mandar", "deixa", "deixe",
        "deixar", "larga", "taca", "solta", "enfia", "guarda", "guarde", "guardar", "salva", "salve", "salvar", "adiciona", "adicione", "adicionar", "inclui",
        "inclua", "anota", "anote", "lanca", "captura", "capture", "capturar", "registra", "separa", "separe", "estaciona", "arquiva", "lance", "escreve",
        "insere", "reserva", "encaixa", "deposita", "note", "file", "write", "slip", "tuck",
        "chuck", "sling", "pop", "stick", "stash", "drop", "throw", "dump", "toss", "park", "put", "save", "add", "capture", "log", "send", "leave", "shove", "keep",
    ]);

    private static readonly FrozenSet<string> Pointing = FrozenSet.ToFrozenSet(["isso", "isto", "essa", "esse", "ai", "la", "this", "that", "it", "one", "pra",
        "depois", "uma", "coisa", "mais", "something", "me", "ideia", "please"]);

    public static Outcome? Read(Wish wish)
    {
        if (!Putting.Contains(wish.At(wish.Head.Start).Word))
        {
            return null;
        }

        for (var at = wish.Head.Start + 1; at < wish.End; at++)
        {
            if (wish.Speech.Tokens[at].Quoted || !Inbox.Find(wish.At(at), out _, out var to))
            {
                continue;
            }

            var before = wish.At(wish.Head.Start + 1);
            while (before.At < at && (Pointing.Contains(before.Word) || !before.Token.IsWord && !before.Token.Quoted))
            {
                before.Skip();
            }

            var link = before.Word is "link" or "site" or "artigo" or "video" or "article" && before.At == at - 1 && to < wish.End;
            var text = before.At < at && !link ? Named(wish, before.At, at) : wish.Dictated(AfterLater(wish, to));
            return Call.To("inbox_capture").With("text", text).Unless("text");
        }

        return null;
    }

    private static string Named(Wish wish, int from, int to) => wish.Speech.Raw(from, to).Trim(' ', ',', ':', '"', '\'', '“', '”', '‘', '’');

    private static int AfterLater(Wish wish, int at)
    {
        var cursor = wish.At(at);
        while (cursor.TakeAny("pra", "depois", "for", "later", "ai", "por", "favor", "please"))
        {
        }

        return cursor.At;
    }
}
