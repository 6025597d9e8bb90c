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
        (new(Verb.Create, true), [
            "que? seja|sejam criada|criado|criadas|criados|adicionada|adicionado|incluida|incluido|registrada|registrado|cadastrada|cadastrado|acrescentada|acrescentado|inserida|inserido",
            "a? criacao|inclusao|adicao|insercao de|da|do"]),
        (new(Verb.Schedule, true), [
            "que? seja|sejam marcada|marcado|marcadas|agendada|agendado|agendadas|reservada|reservado|bloqueada|bloqueado", "o? agendamento de|da|do", "a? marcacao de|da|do",
            "marca|marque|agenda|agende|reserva|reserve|bloqueia|bloqueie|marcar|agendar|reservar|marcas|agendas|reservas me"]),
        (new(Verb.Schedule, false), ["por na|no|em minha|meu? agenda|calendario"]),
        (new(Verb.Note, true), ["registra|registre|registrar|regista|registe|registar ai? que", "que? seja|fique anotada|anotado que|:?", "aponta|aponte|apontar me? ai? que|:?", "anota|anote|anotar|anotas|apontas me? que|:?"]),
        (new(Verb.Create, true), ["regista|registe|registar", "would|do you mind popping|sticking|slotting|chucking"]),
        (new(Verb.Schedule, true), ["put|pencil|book|mark me down|in for", "would|do you mind booking|scheduling|arranging|blocking me? out|off?"]),
        (new(Verb.Cancel, true), ["cancela|cancele|cancelar|cancelas|desmarca|desmarque|desmarcar me"]),
        (new(Verb.Delete, true), ["apaga|apague|apagar|elimina|elimine|eliminar|remova|remove me"]),
        (new(Verb.List, true), ["mostra|mostre|mostras|diz|diga|dizes|lista|liste me"]),
        (new(Verb.Create, true), ["cadastra|cadastre ai?", "cadastra|cadastre|cadastrar|lanca|lance|lancar|inclui|inclua|adiciona|adicione|classifica|classifique como"]),
        (new(Verb.Finish, true), ["marca|marque|registra|registre|bota|poe ai? que eu? ja fiz|terminei|conclui?", "mark that i ve? already?"]),
        (new(Verb.Schedule, true), ["deixa|deixe|deixar|fica|fique ja? marcado|marcada|agendado|agendada|reservado|reservada|bloqueado|bloqueada|combinado|combinada ai? que|:?"]),
        (new(Verb.Remind, true), [
            "fica|fique de|pra me lembrar|avisar|cutucar|acordar|chamar de|do|da|que|sobre?",
            "eu? te? peco|pedi|pediria pra|para|que voce? me lembrar|lembre|avisar|avise|cutucar|acordar de|do|da|que|sobre?",
            "i need|want waking up?", "i need|want|d like a wake up call", "i need|want|d like to be woken|reminded|nudged|told up? to|about?",
            "acorda|acorde|acordar|acordas|acordes|desperta|desperte|despertar|despertas me",
            "lembras|lembres|lembrasse|lembrar|avisas|avises|avisasse|avisar|alerta|alerte|alertar|notifica|notifique|notificar|recorda|recorde|recordar|relembra|relembre|chama|chame|chamar|cutuca|cutuque me de|que|pra|para|sobre?",
            "ve|veja se|que voce? me lembra|lembre|lembrar|avisa|avise|cutuca|chama|recorda|alerta de|que|pra|para|sobre?", "ve|veja se nao me? deixa|deixe eu? me? esquecer|esqueca|perder de|do|da|que?", "ve|veja se voce? nao se? esquece|esqueca de me lembrar|avisar|acordar|cutucar de|do|da|que|sobre?",
            "lembra|lembre de me lembrar|avisar|acordar|cutucar|chamar de|que|do|da|sobre|pra|para?",
            "nao se? esquece|esqueca|va|vai esquecer? de me lembrar|avisar|acordar|cutucar|chamar de|que|do|da|sobre?", "nao esquecer de me lembrar|avisar|acordar|cutucar de|que|do|da|sobre?",
            "trata|trate de me lembrar|avisar|acordar de|que|do|da|sobre?",
            "nao me? deixa|deixe|deixar|deixes eu me esquecer de|do|da|que?", "nao me? deixa|deixe|deixar|va eu? passar|perder|vacilar|furar em? branco? o|a|os|as|com|em?",
            "don t? let me skip|slack|slip|oversleep on|about?", "don t? forget to remind|ping|nudge|wake me up? to|about|of|that?", "be|make sure to|you|that remind|ping|nudge|wake me up? to|about|of|that?",
            "toca|toque o|um|meu despertador pra|para?", "toca|toque um alarme pra|para?", "liga|ligue|ativa|ative|programa|programe|arma|arme|ajusta|ajuste|acerta|acerte|bota|bote|poe|ponha|coloca|coloque|regula|configura o|um|meu despertador|alarme pra|para?",
            "toca|toque|liga|ligue|ativa|ative|programa|programe|arma|arme|ajusta|ajuste|acerta|acerte|bota|bote|poe|ponha|coloca|coloque|deixa|deixe o|a|um|meu? celular|despertador|alarme|relogio|telefone? pra|para me? despertar|tocar|acordar|apitar|chamar", "set|put my|the alarm|alarms to|for?", "turn|switch on my|the|an alarm to|for?",
        ]),
    ];
}
