using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Wishes;

/// <summary>Wishes that are one fixed wording and nothing else (but a time): undo, why, help, status, today, languages.</summary>
internal static class FixedWishes
{
    private static readonly PhraseTable<string> Table = new(
        ("actions_undo",
            ["desfaz|desfaca|desfazer|undo|reverte|reverter isso|tudo|that|this|it|a|as|o|the? ultima|ultimas|ultimo|last? acao|acoes|coisa|action|thing|change?",
            "desfaz|desfaca|undo o|what que|you voce? fez|did", "volta|voltar atras", "take that|it back", "era brincadeira desfaz"]),
        ("actions_explain", ["por que|porque isso?", "por que|porque voce? fez|criou|marcou|apagou isso?", "porque",
            "why did|have you do|done|create|make? that|this|it?", "why that?", "explica|explique isso|a? ultima? acao?", "explain that|this|it|yourself?",
            "me explica isso"]),
        ("actions_list_actions", ["o que|oque voce|vc|eu? ja? fez|fiz por|pra? mim?", "what did|have you|i do|done for? me?", "historico de? acoes?",
            "ultimas|minhas|suas acoes", "me? mostra|lista|mostre|ver|quais as|o|suas? ultimas? acoes|historico",
            "show|list|see my|the|your|recent|all? recent? actions|history", "action history|log", "history"]),
        ("tasks_list_tasks", ["o que|oque e? que? eu? tenho|temos|tem que|pra|para|de? fazer", "o que|oque eu? preciso|devo|falta|falto|resta pra|para? fazer",
            "what do i have|need|still to do", "what s left to do", "what should i do",
            "me? mostra|mostre|diz|fala|ver? o que|oque mais? falta|resta|vence|ficou pra|para|de? fazer?",
            "show|tell me? what s|is left|due|still|remaining to? do|due?", "what else? s|is? due|left|pending", "what else do i have|need to do?",
            .. Remaining]),
        ("tasks_overdue", ["o que|oque que? ja? esta|ta|tem|ficou atrasado|vencido|atrasada",
            "tem|tenho algo|alguma|coisa? coisa? atrasada|atrasado|vencida|vencido", "o que|oque ja? ficou|passou|foi ficando pra|para|do tras|prazo",
            "what fell behind", "what s|has slipped", "o que ja? venceu", "what s|is overdue|late|past due?", "anything|something overdue|late",
            "is|do there|i have? anything overdue|late"]),
        ("reminders_list_reminders", ["do|de que voce vai|tem|ia ter|que|de? que? me lembrar|avisar|avisa|lembra", "o que voce vai|tem que? me lembrar|avisar",
            "what are|will|do you going|gonna? to? remind|reminding me about|of?", "what do i need to be reminded of|about"]),
        ("assistant_today", ["o que|oque eu? tenho|tem|temos|ha marcado|agendado? pra|para?", "o que|oque e? que? eu? marquei|agendei|combinei pra|para|no|na?",
            "o que|oque tem|tenho|temos na? minha|a? agenda? pra|para?",
            "tem|tenho|temos alguma|algum? coisa|algo|parada|lance|treco|trem|negocio|programa|role marcado|marcada? pra|para?",
            "do i have anything planned|on?", "como esta|ta|e|sera|vai|fica o? meu? dia",
            "resumo do|de|meu dia?", "resumo", "meu dia", "meu resumo", "bora ver o dia", "what do|have i have|got planned|on?",
            "what s|is? on|up|happening|planned for?", "what s|is on?", "what s|is next|coming up?", "que eu? tenho|temos pra|para?", "o que rola|acontece",
            "o que vai rolar|acontecer", "my day", "how does|is my day look? like?", "how s my day", "what does|s my day look? like?",
            "daily? briefing|summary|agenda", "give me my|the|a day|briefing|summary", "show me? my? day", "me? mostra o? meu? dia?"]),
        ("assistant_status", ["status|estado", "voce esta|ta funcionando|online|vivo|ligado|ai", "esta|ta funcionando|online",
            "are you online|there|working|alive|up|ok", "what s your status", "qual e? o? seu status|estado", "como voce esta funcionando", "system status",
            "status do sistema"]),
        ("assistant_cost",
            ["quanto eu? ja? gastei|gastamos",
            "quanto o|a modelo|gemini|ia|api ja? custou|custa|gastou|usou|gasta", "quanto ja? custou|custa|gastou o|a modelo|gemini|ia|api",
            "qual e|foi? o? meu|seu custo|gasto", "custo|custos", "meu|meus gasto|gastos com o|a? modelo|gemini|ia|api", "custo|gasto do|da|com modelo|gemini|ia|api",
            "me? mostra|mostre|ver o|os? custo|custos|gasto|gastos do|da|com? modelo|gemini|ia|api?",
            "how much have|did i|we spent|spend",
            "how much has|did|does the? model|gemini|ai|api cost|costs", "how much do|did you cost me?",
            "what did|does|has the? model|gemini|ai|api cost|costs me?", "what s|is|are the|my? model? cost|costs|spending",
            "show|see|tell me? the|my? model? cost|costs|spending", "cost|costs"]),
        ("assistant_new_conversation", ["nova|outra conversa", "comeca|abre|abra|cria|inicia|comece|inicie uma? conversa nova",
            "comeca|comecar|inicia|iniciar|abre|abrir|cria|criar uma? nova|outra conversa", "comeca|comecar|recomeca|recomecar de novo|zero?",
            "new|fresh conversation|chat", "start a? new|over|fresh|another conversation|chat?", "limpa|limpar a? conversa",
            "clear the|this? conversation|chat"]),
        ("assistant_help", ["ajuda|help|socorro", "me ajuda|ajude", "preciso de ajuda", "help me", "i? need help", "o que|oque voce sabe|pode|consegue fazer?",
            "como voce? funciona", "como isso funciona", "what can|do you do", "how do you|does this work", "quais sao? os|seus? comandos", "commands|comandos",
            "como te|voce uso|usar", "show me? the? help", "me? mostra|mostre|abre|abra|exibe|ver|quero a? ajuda"]));

    private static string[] Remaining =>
    [
        "o que|oque que? ainda? me? falta|resta|sobrou|sobra|faltou|faltando|ficou eu? pra|para|a? eu|mim? fazer|resolver|concluir|terminar|eu?",
        "o que|oque que? ainda? esta|ta|tem|ficou|tenho|temos|deixei de? pendente|aberto|faltando|em|pendencia|pendencias aberto|aberta?",
        "o que|oque eu? ainda? tenho|temos|tem|preciso|devo|falta ainda? que|pra|para|de|a? fazer|resolver|entregar|concluir",
        "o que|oque que? vence|e|esta|ta pra|para|vencendo?", "o que|oque vence|vencem|expira",
        "que|quais pendencias|afazeres eu? ainda? tenho|tem|temos|faltam|sobraram", "minhas pendencias", "esta|ta faltando o? que",
        "tudo o? que eu? ainda? tenho|falta|preciso|devo pra|para|que|de|a? fazer", "everything that? s|is|are? due|left|pending|outstanding",
        "what s|is|do still|else|i? left|remaining|pending|outstanding|due|open to? do?", "what else is|s|do due|left|pending|i? have? to? do?",
        "what s|is still|left on my plate|list|to do?", "what do i still|yet|else have|need to do|finish", "what still|else? needs doing|to be done",
        "everything|all i|that have|need to do", "what do|have i still? have|got left to? do?", "what do|have i have|got|need to do", "falta fazer o? que",
        "anything left|else|still to? do?", "what s|is coming? due",
    ];

    /// <summary>"Quanto gastei hoje com o modelo?": on what it was spent may stand after the time.</summary>
    private static readonly PhraseTable<bool> OnTheModel = new((true,
        ["com|no|na|em o|a? modelo|gemini|ia|api|tokens", "on|for the? model|gemini|ai|api|tokens"]));

    /// <summary>Asking to be shown, before what is asked for.</summary>
    private static readonly PhraseTable<bool> Showing = new((true,
        ["me? mostra|mostre|diz|diga|fala|fale|conta|lista|liste|passa|ve|veja|mostrar", "quero|queria|preciso|posso|deixa eu? ver|saber", "ver|saber",
            "ver|ve|veja|olha|olhar|checa|checar|confere|conferir|verifica|verificar|diz|dizer|fala se", "check|see|tell me? if|whether", "me",
            "show|tell|give me?", "i want|need|d like to see|know", "let me see|know", "can|could i see|know", "list"]));

    private static readonly PhraseTable<string> Speaking = new(
        ("pt-BR", ["fala|fale|responde|responda|falar|speak|talk|reply|answer to? me? comigo? em|in? portugues|portuguese comigo?",
            "muda|mude|troca|troque|altera|mudar|trocar o|a|meu|minha|para|pra? idioma|lingua|o? para|pra o? portugues",
            "change|switch|set the|my? language? to portuguese|portugues", "em portugues", "in portuguese"]),
        ("en", ["fala|fale|responde|responda|falar|speak|talk|reply|answer to? me? comigo? em|in? ingles|english comigo?",
            "muda|mude|troca|troque|altera|mudar|trocar o|a|meu|minha|para|pra? idioma|lingua|o? para|pra o? ingles",
            "change|switch|set the|my? language? to english|ingles", "em ingles", "in english"]));

    /// <summary>True where one of the wordings begins here.</summary>
    public static bool Begins(Cursor cursor) => Table.Find(cursor, out _, out var end) && end - cursor.At > 1;

    public static Outcome? Read(Wish wish)
    {
        if (Whole(wish, Speaking) is { } language)
        {
            return Call.To("assistant_set_language").With("language", language);
        }

        if (wish is { Verb: Verb.Change, Head.Feature: Feature.Language } && wish.Title(wish.Head.Body).Length == 0)
        {
            return new Ask(Call.To("assistant_set_language"), "language");
        }

        return Whole(wish, Table) switch
        {
            null => null,
            "assistant_today" => Today(wish),
            "tasks_overdue" => Call.To("tasks_list_tasks").With("to", Moments.Of(wish.Context.Today.PlusDays(-1))),
            "reminders_list_reminders" => Lists.Days(Call.To("reminders_list_reminders"), wish),
            "tasks_list_tasks" => Lists.Days(Call.To("tasks_list_tasks"), wish),
            var function => Call.To(function),
        };
    }

    private static Call? Today(Wish wish)
    {
        var when = wish.Time.When;
        var plain = when is null || when.Clock is not null || when.Counted is not null;
        if (plain)
        {
            return when is null && wish.Has("dia", "day", "resumo", "summary", "briefing") ? Call.To("assistant_today") : null;
        }

        if (when!.LastDay is not null || wish.Has("agenda", "calendario", "calendar", "algo", "alguma", "anything", "something"))
        {
            return Lists.Days(Call.To("calendar_list_events"), wish);
        }

        return Call.To("assistant_today").With("date", when.Day is { } day && day != wish.Context.Today ? Moments.Of(day) : null);
    }

    /// <summary>True where, beside times and politeness, the wording is all there is.</summary>
    private static string? Whole(Wish wish, PhraseTable<string> table)
    {
        foreach (var start in (int[])[wish.From, wish.Head.Start])
        {
            var cursor = wish.At(start);
            while (SkipAround(wish, ref cursor))
            {
            }

            var shown = cursor;
            if (Showing.Take(ref shown, out _) && table.Find(shown, out var looked, out _) && looked is "tasks_list_tasks" or "tasks_overdue" or "reminders_list_reminders")
            {
                cursor = shown;
            }

            if (table.Take(ref cursor, out var function))
            {
                while (SkipAround(wish, ref cursor) || (function == "assistant_cost" && OnTheModel.Take(ref cursor, out _)))
                {
                }

                if (cursor.AtEnd)
                {
                    return function;
                }
            }
        }

        return null;
    }

    private static bool SkipAround(Wish wish, ref Cursor cursor)
    {
        if (wish.Speech.TimeAt(cursor.At) is { } time && !cursor.AtEnd)
        {
            cursor = new Cursor(cursor, Math.Min(time.To, wish.End));
            return true;
        }

        if (!cursor.AtEnd && cursor.TakeAny("?", "!", ".", ",", "pra", "para", "for", "tudo", "all", "agora"))
        {
            return true;
        }

        var diary = cursor;
        if (diary.TakeAny("na", "no", "da", "do", "in", "on") && (diary.TakeAny("minha", "meu", "my", "the") || true) && diary.TakeAny("agenda", "calendario", "calendar", "schedule") && diary.AtEnd)
        {
            cursor = diary;
            return true;
        }

        var polite = cursor;
        if (Table.Find(cursor, out _, out _) || !Politeness.Skip(ref polite))
        {
            return false;
        }

        cursor = polite;
        return true;
    }
}
