namespace TbPersonalOs.Offline.Wishes;

/// <summary>Turns of phrase for the verb classes: pledges, alarms that are switched on, reminding that is asked for by a denial.</summary>
internal static class VerbTurns
{
    /// <summary>What one has promised to do is to be done by its day.</summary>
    public static readonly string[] Pledges =
        ["eu? prometi", "i? promised|agreed|offered|volunteered to"];

    public static IEnumerable<(VerbHit, string[])> All() =>
    [
        (new(Verb.Need, true), [
            .. Pledges, "eu? fiquei|ficamos|combinei|combinamos de", "eu? me comprometi a|de", "eu? to|tou|estou devendo", "i m|am supposed|due to",
                "coloca|coloque|bota|bote|poe|ponha|anota|anote|cria|crie|registra|registre|adiciona|inclui ai? pra|para eu", "terei|teremos que|de",
                "vou|vamos precisar", "nao da pra esquecer de", "e bom eu nao esquecer de"]),
        (new(Verb.Create, true), ["cadastra|cadastre|cadastrar|lanca|lance|lancar|inclui|inclua|adiciona|adicione|classifica|classifique como"]),
        (new(Verb.Finish, true), ["marca|marque|registra|registre|bota|poe ai? que eu? ja fiz|terminei|conclui?", "mark that i ve? already?"]),
        (new(Verb.Remind, true), [
            "ve|veja se|que voce? me lembra|lembre|lembrar|avisa|avise|cutuca|chama|recorda|alerta de|que|pra|para|sobre?", "ve|veja se nao me? deixa|deixe eu? me? esquecer|esqueca|perder de|do|da|que?", "ve|veja se voce? nao se? esquece|esqueca de me lembrar|avisar|acordar|cutucar de|do|da|que|sobre?",
            "nao se? esquece|esqueca|va|vai esquecer? de me lembrar|avisar|acordar|cutucar|chamar de|que|do|da|sobre?", "nao esquecer de me lembrar|avisar|acordar|cutucar de|que|do|da|sobre?", "trata|trate de me lembrar|avisar|acordar de|que|do|da|sobre?",
            "nao me? deixa|deixe|deixar|deixes eu me esquecer de|do|da|que?", "nao me? deixa|deixe|deixar|va eu? passar|perder|vacilar|furar em? branco? o|a|os|as|com|em?",
            "don t let me skip|slack|slip|oversleep on|about?", "don t forget to remind|ping|nudge|wake me up? to|about|of|that?", "be|make sure to|you|that remind|ping|nudge|wake me up? to|about|of|that?",
            "toca|toque o|um|meu despertador pra|para?", "toca|toque um alarme pra|para?", "liga|ligue|ativa|ative|programa|programe|arma|arme|ajusta|ajuste|acerta|acerte|bota|bote|poe|ponha|coloca|coloque|regula|configura o|um|meu despertador|alarme pra|para?",
            "toca|toque|liga|ligue|ativa|ative|programa|programe|arma|arme|ajusta|ajuste|acerta|acerte|bota|bote|poe|ponha|coloca|coloque|deixa|deixe o|a|um|meu? celular|despertador|alarme|relogio|telefone? pra|para me? despertar|tocar|acordar|apitar|chamar", "set|put my|the alarm|alarms to|for?", "turn|switch on my|the|an alarm to|for?",
        ]),
    ];
}
