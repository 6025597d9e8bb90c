using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>The wordings of each verb class, pt-BR and English side by side.</summary>
internal static class VerbTable
{
    public static readonly PhraseTable<VerbHit> Table = new([.. Imperatives(), .. Weak(), .. VerbForms.All(), .. VerbTurns.All()]);

    private static IEnumerable<(VerbHit, string[])> Imperatives() =>
    [
        Strong(Verb.Create, "cria|crie|adiciona|adicione|add|acrescenta|acrescente|registra|registre|inclui|inclua|create|insere|insira me|pra|para? mim?",
            "me? bota|bote|coloca|coloque|poe|ponha", "put|log", "put down"),
        Strong(Verb.Remind, "me|mim lembra|alembra|lembre|lembrar|relembra|relembre de|que|pra|para?", "lembra|lembre me? de|que|pra|para?", "me avisa|avise|avisar|alerta|alerte|notifica|notifique de|que|pra|para?",
            "avisa|avise me", "nao me? deixa|deixe eu|me? esquecer de|que?", "nao esquece|esqueca|esquecer de|que?",
            "remind me? to|2|that|about|of?", "tell me to", "give me a nudge|shout|heads|ping up? to|about?", "don t? let me forget to|about?",
            "don t? forget to?", "nudge|ping|alert|notify me to|about?", "wake me up?", "a? wake up call", "get me up|out? of? bed?", "me acorda|acorde|acordar|desperta|desperte|despertar",
            "set|create|add an|a? reminder to|for|about?",
            "set|create|add an|a? alarm to|for?", "cria|crie|adiciona|coloca|bota|poe um? lembrete|alarme para|pra|de?", "novo lembrete", "new reminder"),
        Strong(Verb.Undo, "desfaz|desfaca|desfazer|undo|reverte|revert", "take|roll back", "volta|voltar atras"),
        Strong(Verb.Schedule, "marca|marque|agende|reserva|reserve", "agenda", "agende", "schedule|book me?", "book in", "block|book out|off", "confirma|confirme ai? :", "set up",
            "bloqueia|bloqueie|block",
            "separa|separe|separar|reserva|reserve|reservar|guarda|guarde|abre|abra um|uma? espaco|espacinho|tempo|horario|janela|slot|brecha na|no|da|do? minha|meu? agenda|calendario?",
            "pencil me? in"),
        Strong(Verb.Cancel, "cancela|cancele|desmarca|desmarque", "derruba|derrube",
            "tira|tire|limpa|limpe|remove|remova|apaga|apague|corta|corte|risca|exclui da|do minha|meu? agenda|calendario", "cancel", "call off"),
        Strong(Verb.Delete, "apaga|apague|exclui|exclua|deleta|delete|remove|remova|elimina|elimine", "descarta|descarte|discard|erase",
            "trash the|my|that|this", "get rid of", "scrap|kill|nuke|wipe", "drop|bin|ditch|lose the|my", "no more", "stop reminding me to|about?",
            "para|pare de me lembrar de|da|do", "some com", "pode apagar|tirar|excluir"),
        Strong(Verb.Finish, "conclui|conclua|completa|complete|finaliza|finalize|encerra|encerre", "terminei|completei|conclui|finalizei|acabei de?", "ja fiz|terminei|completei|conclui|resolvi|acabei",
            "atingi|alcancei|bati", "i finished|completed|did|reached|achieved", "i ve? done|finished|completed", "check off", "finish", "i m done with",
            "dismiss", "da|de|dar|dei baixa em|no|na|nos|nas", "tica|ticar|tique|risca|riscar", "tick|cross off?", "done with",
            "finally|just finished|done|did"),
        Strong(Verb.Change, "muda|mude|altera|altere|atualiza|atualize|remarca|remarque|reagenda|reagende|edita|edite|move|mova|passa|passe|transfere|transfira|antecipa|antecipe",
            "change|update|reschedule|edit|push|shift", "raise|lower|bump|increase|decrease", "bump|push|move|shift up|back|along", "estica|estique|espicha|alonga|alongue",
            "estende|estenda|prolonga|prolongue|encurta|encurte|adianta|adiante|atrasa|atrase|empurra|empurre", "extend|lengthen|shorten|prolong",
            "reduz|reduza a|o? duracao|tempo", "aumenta|aumente|diminui|sobe|baixa|baixe|eleva", "joga|jogue"),
        Strong(Verb.Rename, "renomeia|renomeie|renomear", "rename|retitle"),
        Strong(Verb.Snooze, "adia|adie|posterga|postergue|soneca", "snooze|postpone|delay", "me lembra|lembre de? novo", "remind me again"),
        Strong(Verb.Need, "ainda? preciso|precisamos", "ainda? falta|faltou so? eu?", "ainda tenho|temos que|de", "preciso me? lembrar de", "tenho que|de",
            "devo", "nao posso|devo|quero me? esquecer de|que?", "i|we? still? need|have|gotta|must to?",
            "i? must", "i|we? ve got to", "i|we? ve gotta to?", "ive|weve got to", "ive|weve gotta to?", "preciso|precisamos|precisava de", "necessito|necessitamos de?", "tem que|de"),
        Strong(Verb.Note, "anota|anote|anotar que|ai|isso|uma|a|essa? nota|ideia?", "toma|tome nota de|que?",
            "salva|salve|guarda|guarde|cria|crie|adiciona|escreve|faz|faca uma|a? nota|anotacao", "nova nota|anotacao", "salva|salve|guarda|guarde|save|keep :",
            "salva|salve|guarda|guarde|grava|grave|anota|anote|save|keep essa|esse|esta|este|isso|isto|this|these|estas|essas :",
            "salva|salve|guarda|anota|anote esta|essa|uma? nova|outra :", "save|keep a? new|this one :?",
            "save|keep this as|in a? note", "note to self", "note|jot down? that?", "take|make|save|create|add|write a|an|new|down? note that|about|saying?",
            "write down that?", "new note", "escreve|escreva ai?"),
        Strong(Verb.Capture, "guarda|guarde|joga|jogue|coloca|coloque|bota|poe|adiciona|captura|capture|salva|manda isso? na|no|pra|para? minha|a|o? caixa de entrada|inbox",
            "captura|capture|capturar", "anota|anote isso? no|na|em inbox|caixa de? entrada?",
            "stick|dump|toss|park|log|add|save|put|drop|send|throw this|that|it? to|in|into my|the? inbox",
            "guarda|guarde|joga|jogue|coloca|coloque|bota|poe|adiciona|captura|salva|manda isso|ai? na|no|pra|para minha|a|o? inbox"),
        Strong(Verb.Turn, "transforma|transforme|converte|converta|processa|processe", "turn|convert|process"),
        Strong(Verb.Clear, "tira|tire|limpa|limpe|remove|remova|apaga o|a prazo|data|vencimento", "clear|remove|drop the? due date|deadline"),
        Strong(Verb.List, "me mostra|mostre|lista|liste|diz|diga|fala|explica|explique|informa|informe|relata|relate", "mostra|mostre|liste|exibe", "show me?",
            "tell me", "run|walk|talk|take me through"),
    ];

    private static IEnumerable<(VerbHit, string[])> Weak() =>
    [
        Soft(Verb.Create, "pop|stick|slot|chuck in?", "criar|adicionar|acrescentar|registrar|incluir|colocar|botar|novo|nova|new", "quero criar|adicionar"),
        Soft(Verb.Remind, "lembrar de|que?", "quero|queria|gostaria de? ser lembrado|lembrada|avisado|avisada de|do|da|dos|das|que?"),
        Soft(Verb.Schedule, "encaixa|encaixe|encaixar", "marcar|agendar|reservar|bloquear", "plan"),
        Soft(Verb.Cancel, "cancelar|desmarcar"),
        Soft(Verb.Delete, "apagar|excluir|deletar|remover|eliminar|descartar|tira|tire"),
        Soft(Verb.Finish, "finished|completed", "concluir|completar|finalizar|encerrar|terminar|fiz|termina|termine"),
        Soft(Verb.Change, "estender|prolongar|encurtar|adiantar|atrasar|empurrar|antecipar", "mudar|alterar|atualizar|remarcar|reagendar|editar|mover|passar|troca|trocar|troque", "set|mark|make"),
        Soft(Verb.Snooze, "adiar|postergar"),
        Soft(Verb.Note, "salvar|guardar|criar|escrever uma? nota|anotacao"),
        Soft(Verb.Capture, "guardar|jogar|colocar na|no caixa de entrada"),
        Soft(Verb.Turn, "transformar|converter|processar"),
        Soft(Verb.Append, "anexa|anexe|append"),
        Soft(Verb.Find, "procura|procure|procurar|busca|busque|buscar|pesquisa|pesquise|acha|ache|achar|encontra|encontre|encontrar por?", "search for?", "find|look for|up?"),
        Soft(Verb.Find, "o que|oque eu? anotei|escrevi sobre|de|do|da?", "what did i write|note down? about|on?",
            "where did|have i write|note|put|written|noted down?", "onde foi? que? eu? anotei|escrevi|guardei|coloquei"),
        Soft(Verb.List, "ver|ve|veja|checa|checar|confere|conferir|olha|olhar|verifica|verificar|diz|dizer|fala|falar|check|see|tell se|if|whether eu|a|i? gente? tenho|tem|temos|have alguma|algum|algo|anything|something? coisa|compromisso|evento?",
            "lista|listar|mostrar|ver|veja", "quais|qual sao|e|era|eram? mesmo? os|as|o|a?", "quantas|quantos", "o que|oque eu? tenho|tem|temos|ha de|em|na|no?",
            "tem|tenho|ha algum|alguma|alguns|algumas|quais", "to|tou|estou|ando com algum|alguma|alguns|algumas|que|quais",
            "tem|tenho|ha alguma? coisa|algo na|no|em", "tem|ha", "is there anything on|in", "anything on|in", "do i have anything on|in", "any",
            "list all? my|the?", "what are|is my|the?", "what s? on|in my|the", "what s my", "what", "which", "how many", "do i have any|a|an?",
            "have i got any?", "give me", "see|view|check", "read me?", "como foi|foram|esta|estao|anda|andam|vao|tao meus|minhas|meu|minha|a|o?",
            "how was|were|is my?"),
    ];

    private static (VerbHit, string[]) Strong(Verb verb, params string[] patterns) => (new VerbHit(verb, true), patterns);

    private static (VerbHit, string[]) Soft(Verb verb, params string[] patterns) => (new VerbHit(verb, false), patterns);
}
