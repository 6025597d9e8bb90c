namespace TbPersonalOs.Offline.Tests;

internal static partial class Utterances
{
    private static readonly (string, string, string)[] Notes =
    [
        ("pt", "anota: senha do wifi é 1234, amanhã troca", """notes_save_note{"text":"senha do wifi é 1234, amanhã troca"}"""),
        ("pt", "anota que o portão fecha às 22h", """notes_save_note{"text":"o portão fecha às 22h"}"""),
        ("pt", "cria uma nota com o título Compras: leite e pão", """notes_save_note{"text":"leite e pão","title":"Compras"}"""),
        ("en", "note: the gate closes at 10pm", """notes_save_note{"text":"the gate closes at 10pm"}"""),
        ("en", "take a note that Bob prefers tea", """notes_save_note{"text":"Bob prefers tea"}"""),
        ("pt", "o que anotei sobre o projeto?", """notes_search_notes{"query":"projeto"}"""),
        ("pt", "procura nas notas por wifi", """notes_search_notes{"query":"wifi"}"""),
        ("pt", "minhas notas", "notes_search_notes{}"),
        ("en", "search my notes for wifi", """notes_search_notes{"query":"wifi"}"""),
        ("en", "find the note about the gate", """notes_search_notes{"query":"gate"}"""),
        ("pt", "adiciona ovos na nota Compras", """notes_update_note{"note":"Compras","append":"ovos"}"""),
        ("pt", "renomeia a nota Compras para Mercado", """notes_update_note{"note":"Compras","title":"Mercado"}"""),
        ("en", "add eggs to the note groceries", """notes_update_note{"note":"groceries","append":"eggs"}"""),
        ("en", "change the note wifi to the password is 4321", """notes_update_note{"note":"wifi","text":"the password is 4321"}"""),
        ("pt", "apaga a nota do wifi", """notes_delete_note{"note":"wifi"}"""),
        ("pt", "exclui a nota Compras", """notes_delete_note{"note":"Compras"}"""),
        ("en", "delete the note about the gate", """notes_delete_note{"note":"gate"}"""),
        ("en", "remove the note groceries", """notes_delete_note{"note":"groceries"}"""),
    ];

    private static readonly (string, string, string)[] Health =
    [
        ("pt", "dormi 5 horas e meia, energia 3", """health_check_in{"sleepHours":5.5,"energy":3}"""),
        ("pt", "dormi 7h30, humor 4 e treinei 40 minutos", """health_check_in{"sleepHours":7.5,"mood":4,"exerciseMinutes":40}"""),
        ("pt", "bebi 2 litros de água", """health_check_in{"waterLitres":2}"""),
        ("pt", "ontem dormi 6 horas", """health_check_in{"sleepHours":6,"date":"2026-11-22"}"""),
        ("pt", "peso 80,5 kg", """health_check_in{"weightKg":80.5}"""),
        ("en", "I slept 7 hours, energy 4", """health_check_in{"sleepHours":7,"energy":4}"""),
        ("en", "worked out 30 minutes and drank 1.5 liters of water", """health_check_in{"exerciseMinutes":30,"waterLitres":1.5}"""),
        ("pt", "como dormi esta semana?", """health_list_check_ins{"from":"2026-11-23","to":"2026-11-29"}"""),
        ("pt", "meus check-ins", "health_list_check_ins{}"),
        ("en", "show my check-ins", "health_list_check_ins{}"),
        ("en", "how did I sleep last week?", """health_list_check_ins{"from":"2026-11-16","to":"2026-11-22"}"""),

        ("pt", "fui dormir às 23h e acordei às 7h", """health_check_in{"sleepHours":8}"""),
        ("pt", "corri 5 km em 30 min e bebi meio litro", """health_check_in{"exerciseMinutes":30,"waterLitres":0.5}"""),
        ("pt", "mostra meu histórico de peso", "health_list_check_ins{}"),
        ("en", "slept 6 hours last night, mood 2", """health_check_in{"sleepHours":6,"mood":2}"""),
    ];

    private static readonly (string, string, string)[] Profile =
    [
        ("pt", "mostra meu perfil", "profile_get_profile{}"),
        ("pt", "o que você sabe sobre mim?", "profile_get_profile{}"),
        ("en", "show my profile", "profile_get_profile{}"),
        ("en", "what do you know about me?", "profile_get_profile{}"),
        ("pt", "meu nome é João da Silva", """profile_update_profile{"name":"João da Silva"}"""),
        ("pt", "meu fuso é Lisboa", """profile_update_profile{"zone":"Europe/Lisbon"}"""),
        ("pt", "trabalho das 9h às 18h", """profile_update_profile{"workStart":"09:00","workEnd":"18:00"}"""),
        ("en", "my name is Anna", """profile_update_profile{"name":"Anna"}"""),
        ("en", "I work from 9 to 5", """profile_update_profile{"workStart":"09:00","workEnd":"17:00"}"""),
        ("en", "set my time zone to America/New_York", """profile_update_profile{"zone":"America/New_York"}"""),
        ("pt", "minha meta é ler 12 livros até dezembro", """profile_set_goal{"title":"ler 12 livros","due":"2026-12-31"}"""),
        ("pt", "cria a meta correr 5 km", """profile_set_goal{"title":"correr 5 km"}"""),
        ("en", "my goal is to run a marathon", """profile_set_goal{"title":"run a marathon"}"""),
        ("en", "set a goal to read 12 books by december 31", """profile_set_goal{"title":"read 12 books","due":"2026-12-31"}"""),
        ("pt", "quais são minhas metas?", "profile_list_goals{}"),
        ("pt", "lista as metas concluídas", """profile_list_goals{"status":"done"}"""),
        ("en", "show my goals", "profile_list_goals{}"),
        ("en", "what are my goals?", "profile_list_goals{}"),
        ("pt", "conclui a meta ler 12 livros", """profile_complete_goal{"goal":"ler 12 livros"}"""),
        ("pt", "atingi a meta correr 5 km", """profile_complete_goal{"goal":"correr 5 km"}"""),
        ("en", "complete the goal run a marathon", """profile_complete_goal{"goal":"run a marathon"}"""),
        ("en", "I reached my goal read 12 books", """profile_complete_goal{"goal":"read 12 books"}"""),

        ("pt", "me mudei pra Lisboa, ajusta meu fuso", """profile_update_profile{"zone":"Europe/Lisbon"}"""),
        ("pt", "meu expediente começa às 8 e termina às 17", """profile_update_profile{"workStart":"08:00","workEnd":"17:00"}"""),
        ("en", "change my working hours to 8am till 4:30pm", """profile_update_profile{"workStart":"08:00","workEnd":"16:30"}"""),
        ("pt", "meu nome é Benedito mas pode me chamar de Dito", """profile_update_profile{"name":"Dito"}"""),
    ];

    private static readonly (string, string, string)[] Inbox =
    [
        ("pt", "guarda na caixa de entrada: ideia do canal", """inbox_capture{"text":"ideia do canal"}"""),
        ("pt", "captura: ver aquele filme do Almodóvar", """inbox_capture{"text":"ver aquele filme do Almodóvar"}"""),
        ("en", "inbox: look into solar panels", """inbox_capture{"text":"look into solar panels"}"""),
        ("en", "capture: idea for the talk", """inbox_capture{"text":"idea for the talk"}"""),
        ("pt", "o que tem na caixa de entrada?", "inbox_list_inbox{}"),
        ("pt", "mostra a caixa de entrada", "inbox_list_inbox{}"),
        ("en", "what's in my inbox?", "inbox_list_inbox{}"),
        ("en", "show my inbox", "inbox_list_inbox{}"),
        ("pt", "transforma o item ideia do canal em tarefa", """inbox_process_inbox_item{"item":"ideia do canal","into":"task"}"""),
        ("pt", "descarta o item painéis solares", """inbox_process_inbox_item{"item":"painéis solares","into":"discard"}"""),
        ("en", "turn the inbox item solar panels into a note", """inbox_process_inbox_item{"item":"solar panels","into":"note"}"""),
        ("en", "turn the item call Bob into a reminder tomorrow at 9", """inbox_process_inbox_item{"item":"call Bob","into":"reminder","due":"2026-11-24T09:00"}"""),
    ];

    private static readonly (string, string, string)[] Actions =
    [
        ("pt", "desfaz isso", "actions_undo{}"),
        ("pt", "desfazer", "actions_undo{}"),
        ("pt", "/desfazer", "actions_undo{}"),
        ("en", "undo", "actions_undo{}"),
        ("en", "undo that please", "actions_undo{}"),
        ("pt", "esquece de vez a nota do portão", "memory_forget{\"item\":\"portão\",\"kind\":\"note\"}"),
        ("pt", "/esquecer portão", "memory_forget{\"item\":\"portão\"}"),
        ("pt", "/esquecer tudo", "memory_forget{\"kind\":\"everything\"}"),
        ("en", "forget the gate note for good", "memory_forget{\"item\":\"gate note\"}"),
        ("en", "/forget task rent", "memory_forget{\"item\":\"rent\",\"kind\":\"task\"}"),
        ("pt", "por que você fez isso?", "actions_explain{}"),
        ("pt", "por quê?", "actions_explain{}"),
        ("en", "why did you do that?", "actions_explain{}"),
        ("en", "/why", "actions_explain{}"),
        ("pt", "o que você fez hoje?", "actions_list_actions{}"),
        ("pt", "histórico de ações", "actions_list_actions{}"),
        ("en", "what did you do?", "actions_list_actions{}"),
        ("en", "show your recent actions", "actions_list_actions{}"),
    ];

    private static readonly (string, string, string)[] Assistant =
    [
        ("pt", "o que tenho hoje?", "assistant_today{}"),
        ("pt", "como está meu dia amanhã?", """assistant_today{"date":"2026-11-24"}"""),
        ("pt", "/hoje", "assistant_today{}"),
        ("en", "what's on today?", "assistant_today{}"),
        ("en", "what do I have tomorrow?", """assistant_today{"date":"2026-11-24"}"""),
        ("pt", "status", "assistant_status{}"),
        ("pt", "você está funcionando?", "assistant_status{}"),
        ("en", "/status", "assistant_status{}"),
        ("en", "are you online?", "assistant_status{}"),
        ("pt", "quanto gastei hoje?", "assistant_cost{}"),
        ("pt", "quanto eu gastei esse mês com o modelo?", "assistant_cost{}"),
        ("pt", "quanto o Gemini já custou?", "assistant_cost{}"),
        ("pt", "/custo", "assistant_cost{}"),
        ("en", "how much did I spend on the model this month?", "assistant_cost{}"),
        ("en", "how much have I spent today?", "assistant_cost{}"),
        ("en", "what does the model cost?", "assistant_cost{}"),
        ("en", "/cost", "assistant_cost{}"),
        ("pt", "muda o idioma para inglês", """assistant_set_language{"language":"en"}"""),
        ("pt", "/idioma en", """assistant_set_language{"language":"en"}"""),
        ("en", "speak portuguese", """assistant_set_language{"language":"pt-BR"}"""),
        ("en", "switch to english", """assistant_set_language{"language":"en"}"""),
        ("pt", "nova conversa", "assistant_new_conversation{}"),
        ("pt", "começar de novo", "assistant_new_conversation{}"),
        ("en", "new conversation", "assistant_new_conversation{}"),
        ("en", "start over", "assistant_new_conversation{}"),
        ("pt", "ajuda", "assistant_help{}"),
        ("pt", "o que você sabe fazer?", "assistant_help{}"),
        ("en", "help", "assistant_help{}"),
        ("en", "what can you do?", "assistant_help{}"),
    ];
}
