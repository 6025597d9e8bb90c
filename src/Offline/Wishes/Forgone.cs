using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// "Não vou mais ao pilates de sexta, tira da agenda", "I can't make lunch with Bo, take it off my calendar": the refusal names the event that the
/// command after it is about.
/// </summary>
internal static class Forgone
{
    private static readonly PhraseTable<bool> Refusals = new((true,
    [
        "eu? nao vou|vai|posso|consigo mais? poder|conseguir? mais? ir|comparecer|participar mais? a|ao|na|no|pra|pro|da|do|de",
        "eu? nao vou mais? a|ao|na|no|pra|pro|ter|fazer", "desisti de|da|do", "nao vai mais? ter|rolar|acontecer|haver o|a|minha|meu?",
        "i|we? won|can t make|attend|do|go|join to|it? to?", "i|we m|am|re|are? not going|coming to", "i m skipping",
    ]));

    private static readonly PhraseTable<bool> Needless = new((true, ["eu? nao precisa|preciso|precisamos|quero mais? da|do|de", "nao quero mais o|a", "i|we? don t need|want the|my|that"]));

    private static readonly PhraseTable<bool> Orders = new((true,
    [
        "pode? tira|tirar|cancela|cancelar|cancele|desmarca|desmarcar|remove|remover|apaga|apagar|exclui|excluir|corta isso|ele|ela|o|a? evento|compromisso|la|esse|essa? da|do? minha|meu? agenda|calendario?",
        "please? cancel|remove|delete|drop|scrap it|that? from|off? my|the? calendar|schedule?", "please? take it|that off|out of? my|the? calendar|schedule?",
    ]));

    public static List<Outcome>? Read(Speech speech)
    {
        var start = speech.From(0);
        while (!Refusals.Find(start, out _, out _) && !Needless.Find(start, out _, out _) && Politeness.Skip(ref start))
        {
        }

        if (!Refusals.Take(ref start, out _) && !(Needless.Take(ref start, out _) && NounTable.Table.Find(start, out var thing, out _) && thing.Noun == Noun.Occasion))
        {
            return null;
        }

        for (var at = start.At + 1; at < speech.Tokens.Count; at++)
        {
            var order = speech.From(at);
            if (speech.Tokens[at - 1].Norm is "," or "." or ";" or "e" or "and" or "entao" or "so" && Orders.Take(ref order, out _) && Politeness.Trim(order) <= order.At)
            {
                var wish = new Wish(speech, new Clause(start.At, at - 1, true));
                return Words.Target(wish.WithoutTimes(start.At)) is { Length: > 0 } named ? [Call.To("calendar_cancel_event").With("event", named)] : null;
            }
        }

        return null;
    }
}
