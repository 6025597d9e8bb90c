using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>"Desfaz isso", "undo the last thing you did", "desfaz a remarcação da reunião".</summary>
internal static class UndoWishes
{
    private static readonly PhraseTable<bool> Pointers = new((true,
    [
        "isso|isto|tudo|ai|that|this|it|all|everything|agora|por|favor|please|now|back|ja|la", "a|as|o|os|the|my|minha|minhas|essa|esse|esta|este|aquela|aquele|sua|seu|your|that|this? ultima|ultimas|ultimo|ultimos|last|previous acao|acoes|coisa|coisas|mudanca|alteracao|action|thing|change|one|step|tarefa?",
        "o? que? eu|voce? acabou|acabei|acabaste? de? fez|fazer|criar|criou|mudou|disse", "what? you i? just? did|do|done", "ultima|ultimo acao|coisa?", "action|acao", "pra|para mim", ",|.|!",
    ]));

    public static Outcome? Read(Wish wish)
    {
        if (wish.Verb != Verb.Undo)
        {
            return null;
        }

        if (wish.Noun is Noun.Occasion && wish.Speech.Tokens[wish.Head.Start].Norm is "anula" or "anule" or "anular")
        {
            return Call.To("calendar_cancel_event").With("event", Words.Target(wish.Title(wish.Head.NounAt))).Unless("event");
        }

        var cursor = wish.At(wish.Head.AfterVerb);
        while (Pointers.Take(ref cursor, out _) || Politeness.Skip(ref cursor))
        {
        }

        if (cursor.AtEnd || !cursor.Token.IsWord || cursor.Word is "que" or "voce" or "you" or "no" or "o" || cursor.Previous.Is(",") || wish.At(wish.Head.Start).Word is "volta" or "voltar" or "volte" or "put" or "cancela" or "cancele")
        {
            return Call.To("actions_undo");
        }

        return wish.Noun is Noun.None ? Call.To("actions_undo").With("action", Words.Target(wish.Title(wish.Head.AfterVerb))) : Call.To("actions_undo").With("action", Words.Target(wish.Title(wish.Head.NounAt)));
    }
}
