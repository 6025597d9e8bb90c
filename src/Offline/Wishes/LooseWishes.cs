using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>
/// Wishes without an object of their own, recognised by their core wherever it stands in a sentence full of other words: "oxe, por que foi
/// que tu fez isso?", "me diga como está o meu dia". They only look, or are one word's command, so that other words do no harm.
/// </summary>
internal static class LooseWishes
{
    private const int MostOtherWords = 9;

    private static readonly PhraseTable<string> Cores = new(
        ("actions_explain", [
            "por qual|que motivo|razao|motivos|razoes e|foi? que? voce? fez|criou|marcou|apagou|mudou|mexeu|anotou|colocou|cancelou|agendou|botou|alterou|moveu|remarcou|adiou|trocou|tirou|removeu|excluiu|deletou|concluiu|salvou|registrou|lembrou|avisou|guardou",
            "por que|porque e|foi? que? voce? fez|criou|marcou|apagou|mudou|mexeu|anotou|colocou|cancelou|agendou|botou|alterou|moveu|remarcou|adiou|trocou|tirou|removeu|excluiu|deletou|concluiu|salvou|registrou|lembrou|avisou|guardou",
            "qual o|foi? o? motivo|razao disso|desse|dessa", "why did|have you do|done|create|make|add|change|set|delete|move|cancel|put|book|schedule",
            "de onde voce? tirou|veio isso?", "o que te fez", "como voce chegou|concluiu nisso|a|essa|isso?", "de onde voce chegou|concluiu",
            "qual foi? o|a? motivo|razao|logica|criterio disso|dessa|desse|da|do|pra|para|por", "por que isso|essa|foi assim?", "how come you", "what made you",
            "explain your|the|that|what last? action|change|move|decision|you", "explain what you did",
            "me? explica|explique|explicar|diz|diga|fala|conta|qual|saber o|a|foi? motivo|razao|logica|porque de|da|do|por|pra",
            "o|a|qual motivo|razao|porque de|da|do|pra|por voce|ter|isso|essa|esse|dessa|desse",
            "por que? que? voce tinha|tem|teria|havia|tava|estava feito|criado|marcado|apagado|mudado|cancelado|agendado|fazendo|mexido|alterado|movido|excluido",
            "the reason|why behind|for|you", "tell me why you", "explain why you|that|this", "what s|was the reason|reasoning|logic",
            "why that|this|is|was it|that|this?"]),
        ("actions_list_actions", [
            "o que|oque e? que? voce ja? andou|fez|mudou|mexeu|alterou fazendo?", "suas ultimas acoes",
            "ultimas coisas|acoes|alteracoes|mudancas que? voce? fez?", "historico de|das|do acoes|alteracoes|mudancas|que voce? fez?", "tudo que voce fez",
            "what have|did you been? done|do|doing|change|changed|did", "your recent|last|latest actions|changes",
            "everything|all|things|what you ve|have? changed|done|did", "audit log|trail", "activity log",
            "o que foi|e que voce mudou|fez|alterou|mexeu|criou|apagou", "what have you been up|doing to?",
            "list|show|see|give me|the|all? the|your|all? actions|changes you|that|made|taken", "actions you ve|have? took|taken|made|did|done",
            "changes you ve|have? made|did|done", "which|what changes|actions did|have you", "what you ve|have? changed|done|been|did", "suas acoes|alteracoes",
            "acoes|mudancas|alteracoes que? voce fez|realizou",
            "coisas|acoes|alteracoes|mudancas|tudo o? que? voce ja? fez|mexeu|mudou|alterou|criou|apagou|executou",
            "lista|listar|resumo|relatorio|registro|log|historico de|das|da|do suas? acoes|atividades|atividade|alteracoes|mudancas",
            "o que foi? feito|mudado|alterado por voce", "log|record|list of your|everything|what you|actions|changes",
            "what did you just? do|change|touch|alter"]),
        ("assistant_help", [
            "o que|oque e? que? voce sabe|pode|consegue|faz fazer?", "what can you even|actually|really? do", "how do i use you|this",
            "what are you capable of|able to?", "como e? que? voce? funciona", "como e? que? eu? uso|te voce|isso?", "me ajuda a? te? usar",
            "que tipo de coisa|coisas voce", "what else can you", "como que? voce pode|consegue me? ajudar|ajuda",
            "em|no|com? que|o|quais? coisas? voce pode|consegue|sabe me? ajudar|ajuda|fazer", "quais|que comandos|funcoes|funcionalidades|recursos",
            "me? explica|explique|mostra|ensina como voce? funciona|te|usa|uso|usar isso?", "what can you|i help|ask|say|assist me|you?",
            "how does|do this|you|it thing|app|bot? work", "what kind|sort of stuff|things|thing", "how can you help", "what do you do",
            "what are you able to do", "pra|para que|o voce serve",
            "o que|oque da|daria|posso|podemos|consigo|pode|dava|rola|eu pra|para|posso|consigo? te? eu? pedir|perguntar|solicitar|mandar voce? fazer?|contigo|aqui?",
            "o que|oque da|posso|consigo pra|para? fazer contigo|aqui", "nao|n sei te? usar|mexer isso|nisso|voce|contigo?",
            "preciso de|duma uma? ajuda|dica com|pra|para te|voce|usar|isso|esse", "quero|queria aprender a te? usar|mexer",
            "what should|could|might i ask|say to? you", "i don t know how to use|work", "quero|preciso do|de|um manual|tutorial",
            "what are your features|commands|capabilities"]),
        ("assistant_new_conversation", [
            "conversa|papo do|de zero|novo", "nova conversa|sessao", "conversa nova", "outra conversa",
            "comecar|comeca|recomecar|recomeca|zera|zerar do|de zero|novo", "zera|zerar|recomeca|recomecar a|essa|nossa conversa", "zera|zerar tudo",
            "novo chat|papo", "new conversation|chat|session|thread", "fresh start", "start over|fresh", "start from? scratch", "esquece o que falamos",
            "limpa|limpe|limpar|apaga|reseta|resetar|reinicia o|a|essa|esse|nossa chat|conversa|historico|papo", "bora|vamos recomecar|reiniciar|zerar",
            "conversa|chat nova|novo|limpa", "let s start fresh|over|again|anew", "start a? fresh|over|again|anew",
            "reset the|this|our? chat|conversation|thread|session", "new topic",
            "esquece|esqueca|esquecer tudo|esse|essa|este|esta|o|a|nossa papo|conversa|chat|historico|contexto|assunto",
            "comecar|comeca|recomecar|recomeca|partir tudo? do|de zero", "forget this|our|the|that conversation|chat|thread|everything",
            "wipe this|our|the conversation|chat|thread|slate", "scrap this|our|the conversation|chat|thread", "from a? clean? scratch|slate",
            "clear the|this? chat|conversation", "clean slate"]),
        ("assistant_status", [
            "voce? esta|ta|tas no ar", "esta|ta|tas voce? funcionando|online|vivo|ai|acordado|ligado|rodando|ativo", "qual e? o? seu status|estado",
            "are you there|alive|online|working|up|running|awake|ok", "your status", "status do|de sistema|assistente|voce", "status report|check|please?",
            "is everything working|ok", "como esta o sistema", "seu|teu estado|status", "esta|ta tudo? funcionando|certo|ok|bem ai|contigo|com com|voce? voce?",
            "voce|tu? esta|ta|tas por? ai|online|vivo|ligado|on", "up and running", "you there|alive|awake|online|working"]),
        ("profile_get_profile", [
            "voce ja? sabe|lembra|conhece|tem|guarda|guardou de|sobre mim", "sabe|sabes sobre|de mim", "a meu respeito", "know|have|remember|got about|on me",
            "meu perfil", "my profile", "meus dados", "quem sou eu", "who am i", "know me", "on file about|on me"]),
        ("inbox_list_inbox", [
            "o que|oque e|foi? que? ainda? tem|ha|ficou|esta|ta|sobrou|restou|guardei|joguei|coloquei la? guardado|parado|pendente? na|no minha|meu? caixa|inbox|entrada",
            "mostra|mostre|lista|abre|ver|me|manda|le a|o|minha|meu? caixa|inbox de? entrada?", "what s|is|have|do left|still|i? in|on my|the inbox",
            "show|list|open|see|check|read my|the|me inbox|my",
            "alguma|algo|coisa|algum coisa|item? parada|parado|pendente|nova|novo|esperando? na|no|em minha|meu? caixa|inbox|entrada",
            "itens da|na|do inbox|caixa", "minha caixa de entrada", "my inbox", "in the inbox that s|is still"]),
        ("assistant_today", [
            "o que|oque e? que? eu|a? gente? tenho|tem|temos|ta|esta ai|marcado|agendado|planejado|de|pra?", "meu dia", "my day|plate|agenda",
            "resumo do|de|geral dia|hoje", "o que|oque me espera", "what do|have i have|got", "what have i on|today|tomorrow|for|booked|planned|scheduled|lined", "what i have|ve|got", "anything|something on|for|happening|planned|scheduled|booked|else", "alguma coisa|algo pra|para|em|na|no|marcado|marcada", "what s|is on|up|my|ahead|planned|happening",
            "como esta|vai|ta|fica o|a? meu|minha? dia|agenda|rotina", "how s|is|does my|today|tomorrow day? look?",
            "what does|will my|today|tomorrow|the|monday|tuesday|wednesday|thursday|friday|saturday|sunday day|week|schedule? look|be|hold",
            "run|walk|talk|take me through|over my|the|today|tomorrow day?",
            "como|que esta|ta|vai|fica|sera|anda o|a|meu dia|agenda de|do? amanha|hoje|segunda|terca|quarta|quinta|sexta|sabado|domingo?", "me situa|atualiza",
            "briefing", "rundown", "give me the day"]));

    private static readonly PhraseTable<bool> Asking = new((true, ["que", "oque", "como", "qual", "quais", "mostra", "mostre", "ver", "diz", "diga", "fala",
        "conta", "what", "how", "show", "tell", "give", "resumo", "me passa|da|situa|atualiza|fala|diz", "briefing", "rundown", "cade", "list",
        "run|walk|talk|take me through"]));

    public static Outcome? Read(Wish wish)
    {
        if (Language(wish) is { } language)
        {
            return Call.To("assistant_set_language").With("language", language);
        }

        var words = 0;
        for (var at = wish.From; at < wish.End; at++)
        {
            words += wish.Speech.Tokens[at].IsWord && wish.Speech.TimeAt(at) is null ? 1 : 0;
        }

        for (var at = wish.From; at < wish.End; at++)
        {
            if (Cores.Find(wish.At(at), out var function, out var end) && words - (end - at) <= MostOtherWords && Made(wish, function, end) is { } call)
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>"Esquece essa conversa", "não sei usar isso": they begin like a refusal.</summary>
    public static bool Opens(Cursor cursor) => Cores.Find(cursor, out var function, out _) && function is "assistant_new_conversation" or "assistant_help";

    private static Call? Made(Wish wish, string function, int end) => function switch
    {
        "actions_explain" => Call.To(function).With("action", Explained(wish, end)),
        "assistant_today" when wish.Time.When is { LastDay: not null, Recurrence: null } && wish.Has("agenda", "calendario", "calendar", "schedule", "anything", "semana",
        "week") && Asks(wish) => Lists.Days(Call.To("calendar_list_events"), wish),
        "assistant_today" => wish.Noun is Noun.None or Noun.Event && wish is { Time.When: null or { Clock: null, LastDay: null, Recurrence: null } } && Asks(wish) ? Today(wish) : null,
        "inbox_list_inbox" => Call.To(function),
        "assistant_new_conversation" when wish.At(end).Word is "o" or "a" or "os" or "as" && wish.At(end + 1).Word is not ("conversa" or "papo" or "chat" or "assunto" or "historico" or "gente" or "nossa") => null,
        "assistant_help" when wish.At(end).Word is "de" or "sobre" or "about" or "of" && wish.At(end + 1).Word is "mim" or "me" => null,
        _ => Call.To(function),
    };

    /// <summary>"Por que vc cancelou o dentista": which action is meant.</summary>
    private static string? Explained(Wish wish, int from)
    {
        var article = wish.At(from).Word is "o" or "a" or "os" or "as" or "the" or "my" or "meu" or "minha";
        return article && Words.Target(wish.Title(from)) is { Length: > 0 } words && !words.Contains(',') ? words : null;
    }

    private static bool Asks(Wish wish)
    {
        for (var at = wish.From; at < wish.End; at++)
        {
            if (Asking.Find(wish.At(at), out _, out _))
            {
                return true;
            }
        }

        return wish.Asks;
    }

    private static Call Today(Wish wish) => wish.Time.When is not null && wish.Has("agenda", "calendario", "calendar") ? Lists.Days(Call.To("calendar_list_events"), wish) :
        Call.To("assistant_today").With("date", wish.Time.When?.Day is { } day && day != wish.Context.Today ? Moments.Of(day) : null);

    /// <summary>A verb of speaking and a language: "me responde em inglês a partir de agora", "let's switch to portuguese".</summary>
    private static string? Language(Wish wish)
    {
        if (wish.Noun is Noun.Occasion || !wish.Has("fala", "fale", "falar", "responde", "responda", "responder", "escreve", "escreva", "idioma", "lingua",
            "speak", "talk", "reply", "answer", "respond", "switch", "language", "conversa", "muda", "mude", "troca", "volta", "back", "bora", "continue",
            "continua", "continuar", "conversar", "prefiro", "prefer", "agora"))
        {
            return null;
        }

        if (wish.Has("como", "how") && !wish.Has("muda", "mude", "mudo", "mudar", "troca", "troco", "trocar", "switch", "change", "language", "idioma", "lingua"))
        {
            // "Como se fala saudade em inglês": a word is to be translated.
            return null;
        }

        for (var at = wish.From + 1; at < wish.End; at++)
        {
            if (wish.Speech.Tokens[at - 1].Norm is "em" or "in" or "to" or "pra" or "para" or "pro" or "o" or "back" or "de" or "que" or "speak" or "fala" or "fale" or "falar")
            {
                switch (wish.Speech.Tokens[at].Norm)
                {
                    case "ingles" or "english":
                        return "en";
                    case "portugues" or "portuguese" or "pt":
                        return "pt-BR";
                    default:
                        break;
                }
            }
        }

        return null;
    }
}
