using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Words around a wish that are not part of it.</summary>
internal static class Politeness
{
    private static readonly PhraseTable<bool> Before = new((true,
    [
        .. Courtesies.Openings,
        "e? o? seguinte :", "olha|escuta|ouve|presta so|aqui|atencao",
        "e? so? umas?|uns? duas|tres|quatro|varias|algumas|dois|2|3|4 coisas|coisinhas|pedidos|favores|coisa|avisos :?",
        "two|three|four|couple|few|2|3|4 of? quick? things|favors|favours|requests|items :?", "a couple|few of? things|favors|requests :?",
        "here s the thing|deal|plan :?", "listen|look", "quick|small|one favor|favour|thing|request :?",
        "por? favor", "please", "meu|minha querido|querida|caro|cara|bom|boa|grande|eterno|fiel assistente|amigo|amiga|robo|bot|secretaria|secretario|ajudante",
        "assistente|robo|bot|secretaria querido|querida|amado|amada|do coracao?", "my dear? assistant|friend", "oi|ola|oie|opa|hey|hi|hello", "e ai", "bom dia",
        "boa tarde|noite", "good morning|afternoon|evening", "tudo bem|bom|certo|joia|tranquilo|beleza|ok|otimo", "espero que sim|esteja|estejas? bem?",
        "hope you re|are well|good|ok|okay?", "voce|tu? pode|poderia|consegue|podia por? favor?",
        "can|could|would|will you please?", "i d like|love you? to", "i want|would like you? to", "quero|queria que voce?", "quero|queria", "gostaria de|que?",
        "preciso que voce?", "da|daria pra|para",
        "vamos|bora|simbora", "let s", "entao|tambem|also|then|so|just|ok|okay|beleza|certo|ah|olha|assistente|bot|mano|cara", "e|and", "eu|i", "por gentileza",
        ",", "na sequencia", "em seguida", "logo depois", "after that", "afterwards", "bah|oxe|eita|vixe|uai|tche|puts|nossa|opa|caramba|gente|ixi|aff|poxa",
        "meu|minha filho|filha|amigo|amiga|bem|amor|querido|querida|anjo|gente|caro|chapa|consagrado|parceiro",
        "querido|querida|amigo|amiga|amor|parceiro|chefe|meu|bro|buddy|dude|man|mate|friend",
        "maluco|doido|mulher|galera|pessoal|turma ,", "ow|aow|ih|iih|psiu|alo|ugh|crap|omg|argh|yikes|damn", "lembrando que",
        "macho|cumpade|cumpadi|egua|armaria|oxente|arre|afe|vish|vich|ixe|virge|virgem",
        "no|o|e vei|veio|velho|mano|maninho|cara|meu|doido|brother|irmao", "uai so", "no senhora",
        "eu? so? passei|passando|vim pra|para avisar|dizer|falar|contar|lembrar que|:|,",
        "ja? tinha|ia esquecido|esquecendo :|,", "quase esqueci|esquecia|esquecendo :|,", "lembrei agora? :|,", "almost|nearly forgot :|,",
        "esqueci de avisar|dizer|falar|contar|comentar|lembrar que|:|,", "uai|so ,", "ave maria", "minha nossa", "meu pai|deus do|amado ceu?",
        "you can|could|may", "gracas a deus", "pelo amor de deus", "faz|faca favor|um|o? favor?", "se faz favor", "sff", "me faz|faca um? favor",
        "se possivel",
        "se voce? puder|der", "quando puder", "if you can|could", "do me a favor", "por obsequio", "ok", "tipo", "tenho|temos|terei", "vou ter", "i have",
        "i|we ve got", "ive|weve got", "lembrando", "depois", "ai", "ja", "vai|vamos ter|rolar", "teremos", "there s|is", "estarei|estaremos de|em", "vou estar de|em",
        "i ll be at|on|in a|an|the?", "i will be at|on|in a|an|the?",
    ]));

    private static readonly PhraseTable<bool> After = new((true,
    [
        ", tri|muito|super|bem? importante|importantissimo isso|demais?", ", e|eh|ta|isso|tah? e|eh? muito|super? serio|importante|urgente|urgentissimo isso|demais?", ", it s|is? urgent",
        ", it s|is very|really|super? important|serious", ", nao esquece|esqueca",
        ", comecando|iniciando|contando|valendo ja? a? partir? nessa|nesta|dessa|desta|nesse|neste|desse|deste|essa|esta|esse|este",
        ", ja? a partir dessa|desta|desse|deste", ", starting|beginning with? this|that one?",
        "por? favor", "please", "obrigado|obrigada|valeu|thanks", "thank you", "ta|tah bom|bem|certo?", "to ferrado|ferrada",
        "senao to|estou|tou ferrado|ferrada|morto|morta", "everyone does", "instead", "lately", "por gentileza", "com urgencia",
        "combinado|fechado|beleza|certo", "ok|okay|viu|ne|blz|beleza", "finalmente|enfim|finally|pfvr|pfvzinho|ja", "at last", "ate que enfim",
        "pra|para|for mim|me", "too", "as well", "minha gente", "meu|minha filho|filha|amigo|amiga|bem|amor|querido|querida",
        "brigado|brigada|brigadao|brigadinha|agradecido|agradecida|tks|tmj", "desde ja|agora", "desde ja agradeco|obrigado|obrigada", "agradeco", "for good",
        "de vez", "pra sempre", "cheers|ta|much", "thank you so|very? much?", "many thanks", "pf", "favor", "would you", "will you", "could you", "pode ser",
        "pode", "will ya", "viu", ", visse|ouviu|tendeu|viste", "hein|hem", "ta|tah", "pelo amor de deus", "pelamor de? deus?", "pelamordedeus|plmdds",
        "faz favor", "se faz favor", "sff", "por gentileza", "ai", "mesmo", "rs|rsrs|kkk|kkkk|haha|lol|hehe", "beijo|beijos|abraco|abracos|bjs|bj|abs",
        "mate|dude|man|bro|buddy|cara|mano", ", pal|love|darling|hun|boss|chief|friend|sweetie|dear|chefe|chefia|amore|mozao|flor|gata|patrao|irmao|parca|querido|querida|amigo|amiga",
        "meu|minha consagrado|chapa|parceiro|rei|rainha|caro|irmao|velho",
        "muito? obrigado|obrigada|grato|grata", "thanks a? lot|bunch|million?", "gracas a deus", "se possivel", "se puder", "quando puder", "if you can",
        "when you can", "asap", "logo", "?", "!", ".", ",", ";", "…", ")",
    ]));

    private static readonly PhraseTable<bool> Greetings = new((true,
        ["oi|ola|oie|opa|hey|hi|hello|eai", "e ai", "bom dia", "boa tarde|noite", "good morning|afternoon|evening|night",
            "tudo bem|bom|certo|joia|tranquilo|beleza|ok|otimo", "espero que sim|esteja|estejas? bem?", "how are you", "como vai|esta voce?", "test|teste"]));

    private static readonly PhraseTable<bool> Thanks = new((true,
        ["muito? obrigado|obrigada", "valeu", "thanks a? lot?", "thank you very? much?", "show de? bola?", "perfeito|otimo|legal|great|perfect|cool|nice|brigado|brigada|massa"]));

    public static bool Skip(ref Cursor cursor)
    {
        if (cursor.Token.Raw is "ô" or "Ô" or "ó" or "Ó")
        {
            // It calls somebody, and is no article.
            cursor.Skip();
            return true;
        }

        return !IsSubject(cursor) && Before.Take(ref cursor, out _);
    }

    /// <summary>"Meu filho precisa entregar o trabalho": told of him, and not said to somebody.</summary>
    private static bool IsSubject(Cursor cursor) =>
        cursor.Word is "meu" or "minha" or "o" or "no" && cursor.Peek(2) is "precisa" or "tem" or "vai" or "quer" or "esta" or "ta" or "foi" or "disse" or "pediu" or "faz" or "sabe" or "falou" or "marcou" or "ficou" or "precisava" or "mandou" or "perguntou"
            or "acha" or "chegou" or "comprou" or "vem" or "chega" or "sai" or "viaja" or "volta" or "comeca" or "casa" or "tinha" or "fica" or "odeia" or "adora" or "detesta" or "so" or "nunca" or "sempre"
        && Before.Find(cursor, out _, out var end) && end == cursor.At + 2;


    /// <summary>The end of the clause without the thanks and signs after it.</summary>
    public static int Trim(Cursor start)
    {
        var end = WithoutPictures(start, start.Limit);
        for (var at = end - 1; at >= start.At && at >= end - 5; at--)
        {
            if (After.Find(new Cursor(start, at), out _, out var to) && to >= end && !IsNamed(start, at))
            {
                end = WithoutPictures(start, at);
            }
        }

        return end;
    }

    /// <summary>"The boiler man", "a conta de luz cara": after a thing they call nobody.</summary>
    private static bool IsNamed(Cursor start, int at) =>
        at > start.At && new Cursor(start, at).Word is "man" or "mate" or "cara" && new Cursor(start, at).Previous is { IsWord: true, Norm: var before } && ThingsToDo.NamesTrade(before);

    private static int WithoutPictures(Cursor start, int end)
    {
        while (end > start.At + 1 && new Cursor(start, end - 1).Token is { IsWord: false, IsNumber: false, Quoted: false } sign && sign.Norm[0] > 0x2100)
        {
            end--;
        }

        return end;
    }

    /// <summary>Nothing but words around a wish: "ah", "e aí, então".</summary>
    public static bool IsEmpty(Cursor cursor)
    {
        while (!cursor.AtEnd && (Skip(ref cursor) || After.Take(ref cursor, out _)))
        {
        }

        return cursor.AtEnd;
    }

    public static bool IsGreeting(Cursor cursor) => Only(cursor, Greetings);

    public static bool IsThanks(Cursor cursor) => Only(cursor, Thanks);

    private static bool Only(Cursor cursor, PhraseTable<bool> table)
    {
        var found = false;
        while (!cursor.AtEnd)
        {
            var taken = table.Take(ref cursor, out _);
            found |= taken;
            if (!taken && !After.Take(ref cursor, out _))
            {
                return false;
            }
        }

        return found;
    }
}
