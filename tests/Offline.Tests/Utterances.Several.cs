namespace TbPersonalOs.Offline.Tests;

/// <summary>Several wishes in one message, wishes that lean on the words before them, and corrections.</summary>
internal static partial class Utterances
{
    private static readonly (string, string, string)[] Several =
    [
        ("pt", "cancela a natação e depois marca futebol sábado às 16h", """calendar_cancel_event{"event":"natação"} + calendar_create_event{"title":"futebol","start":"2026-11-28T16:00"}"""),
        ("pt", "conclui o relatório e o orçamento", """tasks_complete_task{"task":"relatório"} + tasks_complete_task{"task":"orçamento"}"""),
        ("pt", "desmarca a reunião com o Pedro e a Ana", """calendar_cancel_event{"event":"reunião com o Pedro e a Ana"}"""),
        ("pt", "me lembra segunda do boleto e terça da consulta", """reminders_set_reminder{"text":"boleto","at":"2026-11-30T09:00"} + reminders_set_reminder{"text":"consulta","at":"2026-11-24T09:00"}"""),
        ("pt", "me lembra de tomar água às 10h e às 15h", """reminders_set_reminder{"text":"tomar água","at":"2026-11-23T10:00"} + reminders_set_reminder{"text":"tomar água","at":"2026-11-23T15:00"}"""),
        ("pt", "apaga a tarefa do pneu e cria outra: trocar o óleo", """tasks_delete_task{"task":"pneu"} + tasks_create_task{"title":"trocar o óleo"}"""),
        ("pt", "adia o lembrete do gás pra amanhã e o da luz pra sexta", """reminders_snooze_reminder{"reminder":"gás","until":"2026-11-24T09:00"} + reminders_snooze_reminder{"reminder":"luz","until":"2026-11-27T09:00"}"""),
        ("pt", "tarefas pra sexta: comprar ração, pagar a luz e estudar", """tasks_create_task{"title":"comprar ração","due":"2026-11-27"} + tasks_create_task{"title":"pagar a luz","due":"2026-11-27"} + tasks_create_task{"title":"estudar","due":"2026-11-27"}"""),
        ("pt", "anota que a chave tá com a Neide e cria um lembrete terça 10h pra buscar", """notes_save_note{"text":"a chave tá com a Neide"} + reminders_set_reminder{"text":"buscar","at":"2026-11-24T10:00"}"""),
        ("pt", "marca café com a Lia amanhã às 10 e me avisa 30 min antes", """calendar_create_event{"title":"café com a Lia","start":"2026-11-24T10:00"} + reminders_set_reminder{"text":"café com a Lia","at":"2026-11-24T09:30"}"""),
        ("pt", "a bolsa cai dia 5, me avisa", """reminders_set_reminder{"text":"bolsa cai","at":"2026-12-05T09:00"}"""),
        ("pt", "a senha nova é 8899, guarda aí", """notes_save_note{"text":"a senha nova é 8899"}"""),
        ("pt", "me mostra minha agenda e minhas tarefas de amanhã", """calendar_list_events{"from":"2026-11-24","to":"2026-11-24"} + tasks_list_tasks{"from":"2026-11-24","to":"2026-11-24"}"""),
        ("pt", "cancela o dentista e depois acha uma brecha de 1h na sexta", """calendar_cancel_event{"event":"dentista"} + calendar_find_free_time{"minutes":60,"from":"2026-11-27","to":"2026-11-27"}"""),
        ("pt", "me mostra minhas metas e meu perfil", "profile_list_goals{} + profile_get_profile{}"),
        ("en", "create a task to call the plumber and mark the rent payment as done", """tasks_create_task{"title":"call the plumber"} + tasks_complete_task{"task":"rent payment"}"""),
        ("pt", "cria a tarefa ligar pro fórum e me informe os compromissos de amanhã", """tasks_create_task{"title":"ligar pro fórum"} + calendar_list_events{"from":"2026-11-24","to":"2026-11-24"}"""),
        ("pt", "prontinho, tomei a vitamina, pode marcar o lembrete como feito", """reminders_complete_reminder{"reminder":"tomei a vitamina"}"""),
        ("pt", "ontem: humor 2", """health_check_in{"mood":2,"date":"2026-11-22"}"""),
        ("en", "bump the tax return task down to low priority", """tasks_update_task{"task":"tax return","priority":"low"}"""),
        ("en", "delete the milk task and the bread one", """tasks_delete_task{"task":"milk"} + tasks_delete_task{"task":"bread"}"""),
        ("en", "schedule lunch with Bob friday at noon, then remind me an hour before", """calendar_create_event{"title":"lunch with Bob","start":"2026-11-27T12:00"} + reminders_set_reminder{"text":"lunch with Bob","at":"2026-11-27T11:00"}"""),

        ("pt", "amanhã tenho que levar o carro no mecânico, buscar o terno e calibrar os pneus", """tasks_create_task{"title":"levar o carro no mecânico","due":"2026-11-24"} + tasks_create_task{"title":"buscar o terno","due":"2026-11-24"} + tasks_create_task{"title":"calibrar os pneus","due":"2026-11-24"}"""),
        ("pt", "marca reunião com a Ana quinta 10h e com o Beto sexta 11h", """calendar_create_event{"title":"reunião com a Ana","start":"2026-11-26T10:00"} + calendar_create_event{"title":"reunião com o Beto","start":"2026-11-27T11:00"}"""),
        ("pt", "me lembra de tomar água às 11, às 14 e às 17", """reminders_set_reminder{"text":"tomar água","at":"2026-11-23T11:00"} + reminders_set_reminder{"text":"tomar água","at":"2026-11-23T14:00"} + reminders_set_reminder{"text":"tomar água","at":"2026-11-23T17:00"}"""),
        ("pt", "põe ovo na lista de compras. o que mais tem nela?", """notes_update_note{"note":"lista de compras","append":"ovo"} + notes_search_notes{"query":"lista de compras"}"""),
        ("en", "todo for friday:\n- send invoice\n- call grandma", """tasks_create_task{"title":"send invoice","due":"2026-11-27"} + tasks_create_task{"title":"call grandma","due":"2026-11-27"}"""),
        ("pt", "sabe o lembrete do aquário? pode apagar", """reminders_cancel_reminder{"reminder":"aquário"}"""),
        ("en", "the dentist appointment, move it to friday at 3", """calendar_update_event{"event":"dentist appointment","start":"2026-11-27T15:00"}"""),
        ("pt", "a nota dos códigos, acrescenta aí: cofre 9921", """notes_update_note{"note":"códigos","append":"cofre 9921"}"""),
        ("pt", "me avisa... hum... sexta... 18h... de sair pro aeroporto", """reminders_set_reminder{"text":"sair pro aeroporto","at":"2026-11-27T18:00"}"""),
        ("pt", "põe na lista de compras leite, pão, manteiga... não, manteiga não, requeijão", """notes_update_note{"note":"lista de compras","append":"leite, pão, requeijão"}"""),
        ("en", "dinner saturday 7pm, no sorry, 7:30", """calendar_create_event{"title":"dinner","start":"2026-11-28T19:30"}"""),

        ("pt", "reunião com a Carla amanhã às 10, digo, com a Paula", """calendar_create_event{"title":"reunião com a Paula","start":"2026-11-24T10:00"}"""),
        ("pt", "adiciona arroz na lista de compras, não, feijão", """notes_update_note{"note":"lista de compras","append":"feijão"}"""),
        ("pt", "anota que o preço é 40, digo, 45 reais", """notes_save_note{"text":"o preço é 45 reais"}"""),
        ("pt", "marca o dentista amanhã às dez da manhã", """calendar_create_event{"title":"dentista","start":"2026-11-24T10:00"}"""),
        ("en", "meeting with Tom monday at 10, sorry, 11", """calendar_create_event{"title":"meeting with Tom","start":"2026-11-30T11:00"}"""),
        ("en", "i work from 9 to 5, sorry, 9 to 6", """profile_update_profile{"workStart":"09:00","workEnd":"18:00"}"""),

        ("pt", "me lembra amanhã às 9 de desmarcar a faxina, pra não pagar taxa", """reminders_set_reminder{"text":"desmarcar a faxina","at":"2026-11-24T09:00"}"""),
        ("pt", "me acorda amanhã às 5h40 que o voo sai 8h", """reminders_set_reminder{"text":"acordar","at":"2026-11-24T05:40"}"""),
        ("en", "remind me tomorrow at 4pm to ring the plumber since the sink is leaking again", """reminders_set_reminder{"text":"ring the plumber","at":"2026-11-24T16:00"}"""),
        ("pt", "a partir de janeiro, toda segunda às 7h me lembra de levar o lixo", """reminders_set_reminder{"text":"levar o lixo","at":"2027-01-04T07:00","repeat":"FREQ=WEEKLY;BYDAY=MO"}"""),
        ("pt", "de segunda a sexta às 17h me lembra de fechar o caixa, até 30 de dezembro", """reminders_set_reminder{"text":"fechar o caixa","at":"2026-11-23T17:00","repeat":"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261230"}"""),
        ("en", "every thursday at 6pm remind me to call grandma, from next week on", """reminders_set_reminder{"text":"call grandma","at":"2026-12-03T18:00","repeat":"FREQ=WEEKLY;BYDAY=TH"}"""),
        ("pt", "comprar flores sexta lavar o carro sábado", """tasks_create_task{"title":"comprar flores","due":"2026-11-27"} + tasks_create_task{"title":"lavar o carro","due":"2026-11-28"}"""),
        ("pt", "amanhã preciso: pegar o terno, comprar vinho", """tasks_create_task{"title":"pegar o terno","due":"2026-11-24"} + tasks_create_task{"title":"comprar vinho","due":"2026-11-24"}"""),
        ("pt", "a consulta da Lia mudou de sexta às 10 pra segunda às 15h30, atualiza aí", """calendar_update_event{"event":"consulta da Lia","start":"2026-11-30T15:30"}"""),
        ("en", "remind me tonight at 8 to watch 'The Bear'", """reminders_set_reminder{"text":"watch 'The Bear'","at":"2026-11-23T20:00"}"""),
    ];
}
