namespace TbPersonalOs.Offline.Wishes;

/// <summary>The many ways of asking before what is asked for: "será que dá pra", "solicito que", "would you mind", "any chance you could".</summary>
internal static class Courtesies
{
    public static readonly string[] Openings =
    [
        "voce|senhor|senhora|tu? pode|poderia|podia|podes|consegue me? dizer|falar|informar|contar", "o|a senhor|senhora pode|poderia|podia", "bora la?", "simbora", "vamo|vamu|bamo|partiu", "ei", "sera que voce|a? gente? pode|poderia|podia|consegue|conseguiria|conseguia|podemos por? favor?",
        "sera que eu? posso|consigo|poderia", "sera que da|daria|dava|rola|rolaria pra|para|de voce|eu?", "sera que tem|teria como|jeito de? voce|eu?",
        "tem|teria|existe como|jeito de? voce|eu?",
        "rola|rolaria de? voce?", "da|daria|dava pra|para voce|eu?", "voce? conseguiria|conseguia|podes|consegues|pudesse|pode|poderia|podia por? favor?",
        "eu? posso|podemos", "seria|e possivel voce?", "voce? se? importa|importaria|incomoda|incomodaria de|em?",
        "gostaria|gostava|adoraria de|que? voce?",
        "quero|queria|quisera|desejo|desejaria|preciso|precisava|precisaria|necessito|solicito|peco|pedia|requeiro|rogo que voce?",
        "solicito|requeiro|peco|desejo|desejaria|queira|favor", "solicito|peco|peco lhe a? gentileza|fineza|amabilidade de", "preciso|precisava de? que voce?",
        "to|tou|estou|tava|estava querendo|precisando que? voce?",
        "prezado|prezada|prezados|caro|estimado|estimada assistente|sistema|senhor|senhora?", "faz|faca|fazia o? favor de", "peco|pedia|solicito o? favor de", "tenha|tem|teria a bondade|gentileza|amabilidade|fineza de",
        "faz|faca a|o? gentileza|bondade de", "me faz|faca a|uma? gentileza|bondade de?", "aproveita|aproveitando e?", "ve se voce? consegue|pode|da pra?",
        "queria ver se voce? consegue|pode|podia|dava|da|conseguia pra?",
        "moco|moca|miga|migo|fofo|flor|brother|irmao|vei|veio|mermao|bicho|parca|patrao|chefia|rapaz|truta|mana|compadre", "gente do ceu",
        "can|could|would|will you please|kindly|quickly|just|also?", "could|can|may i|we please?", "i|we d|de|would really? like|love|prefer for? you? to",
        "i want|need|wanted for? you? to", "i need you to", "let me", "lemme", "any chance you|i could|can|might", "is there any|a way you|i|to could|can?",
        "is it possible for? you? to", "would it be possible for? you? to", "do you think you could|can", "kindly", "pretty please", "if you don t mind",
        "se nao for incomodo|problema|abuso|trabalho", "se nao for muito? incomodo|trabalho", "se nao for pedir muito|demais", "se nao te incomodar",
        "se nao se importar", "when|whenever you get|have a chance|sec|second|moment|minute", "go ahead and", "i was wondering|hoping if? you could|can|would",
        "i wonder if you could|can|might", "would|could you be so|very kind|good as to|and", "would|could you be kind|good enough to", "be so kind|good as? to|and", "i|we should like|love for? you? to", "i|we want|need|wish that you", "can|could|would|will you to",
        "i|we d|would be much|very|most|so|really? obliged|grateful|glad|thankful if you d|would|could",
        "if you would be so kind", "might i|we|you", "please to", "may|might|could i|we ask|trouble you to|for?", "i|we would be grateful|obliged if you could|would",
        "for work|school|college|uni|class|home i|we", "at work|school|home i|we", "uh|uhm|umm|erm|er|hmm|hm", "um ok|okay|so|yeah|hi|hey|i|can|could|please",
        "hiya|yo|morning|evening|oh|oops|right|well|alright|anyway", "quick one", "be|you a dear|star|pal|love|lifesaver and",
    ];
}
