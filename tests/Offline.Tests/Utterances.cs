namespace TbPersonalOs.Offline.Tests;

/// <summary>
/// For each function its plainest wordings with the exact call, said on Monday 2026-11-23 at 09:00 in São Paulo.
/// A row is: language, what was said, the calls.
/// </summary>
internal static partial class Utterances
{
    public static IEnumerable<(string Language, string Said, string Calls)> All => [.. Tasks, .. Reminders, .. Calendar, .. Notes, .. Health, .. Profile, .. Inbox, .. Actions, .. Assistant, .. Several.Concat(Typed).Select(row => row with { Item3 = row.Item3.Replace(" + ", "\n") })];

    private static readonly (string, string, string)[] Tasks =
    [
        ("pt", "preciso pagar o aluguel dia 5", """tasks_create_task{"title":"pagar o aluguel","due":"2026-12-05"}"""),
        ("pt", "cria uma tarefa: comprar ração pro gato amanhã", """tasks_create_task{"title":"comprar ração pro gato","due":"2026-11-24"}"""),
        ("pt", "Adicionar tarefa revisar contrato até sexta com prioridade alta", """tasks_create_task{"title":"revisar contrato","due":"2026-11-27","priority":"high"}"""),
        ("pt", "nova tarefa lavar o carro", """tasks_create_task{"title":"lavar o carro"}"""),
        ("pt", "comprar leite hj", """tasks_create_task{"title":"comprar leite","due":"2026-11-23"}"""),
        ("pt", "tenho que entregar o relatório na próxima terça", """tasks_create_task{"title":"entregar o relatório","due":"2026-11-24"}"""),
        ("pt", "não posso esquecer de renovar a CNH", """tasks_create_task{"title":"renovar a CNH"}"""),
        ("en", "add a task to buy milk tomorrow", """tasks_create_task{"title":"buy milk","due":"2026-11-24"}"""),
        ("en", "I need to pay the rent on the 5th", """tasks_create_task{"title":"pay the rent","due":"2026-12-05"}"""),
        ("en", "create a task: call the bank by friday, high priority", """tasks_create_task{"title":"call the bank","due":"2026-11-27","priority":"high"}"""),

        ("pt", "quais tarefas tenho hoje?", """tasks_list_tasks{"from":"2026-11-23","to":"2026-11-23"}"""),
        ("pt", "minhas tarefas", "tasks_list_tasks{}"),
        ("pt", "lista as tarefas de amanhã", """tasks_list_tasks{"from":"2026-11-24","to":"2026-11-24"}"""),
        ("pt", "me mostra as tarefas da semana que vem", """tasks_list_tasks{"from":"2026-11-30","to":"2026-12-06"}"""),
        ("pt", "o que tenho pra fazer hoje?", """tasks_list_tasks{"from":"2026-11-23","to":"2026-11-23"}"""),
        ("pt", "quais tarefas estão atrasadas?", """tasks_list_tasks{"to":"2026-11-22"}"""),
        ("pt", "quais tarefas já foram concluídas esta semana?", """tasks_list_tasks{"from":"2026-11-23","to":"2026-11-29","status":"done"}"""),
        ("en", "list my tasks", "tasks_list_tasks{}"),
        ("en", "what tasks do I have today?", """tasks_list_tasks{"from":"2026-11-23","to":"2026-11-23"}"""),
        ("en", "show me the tasks for this week", """tasks_list_tasks{"from":"2026-11-23","to":"2026-11-29"}"""),
        ("en", "what do I have to do tomorrow?", """tasks_list_tasks{"from":"2026-11-24","to":"2026-11-24"}"""),

        ("pt", "muda a tarefa pagar o aluguel para sexta", """tasks_update_task{"task":"pagar o aluguel","due":"2026-11-27"}"""),
        ("pt", "renomeia a tarefa leite para comprar leite sem lactose", """tasks_update_task{"task":"leite","title":"comprar leite sem lactose"}"""),
        ("pt", "muda a prioridade da tarefa relatório para alta", """tasks_update_task{"task":"relatório","priority":"high"}"""),
        ("pt", "tira o prazo da tarefa relatório", """tasks_update_task{"task":"relatório","clearDue":true}"""),
        ("pt", "adia a tarefa do relatório pra amanhã", """tasks_update_task{"task":"relatório","due":"2026-11-24"}"""),
        ("en", "move the task pay the rent to friday", """tasks_update_task{"task":"pay the rent","due":"2026-11-27"}"""),
        ("en", "rename the task milk to buy oat milk", """tasks_update_task{"task":"milk","title":"buy oat milk"}"""),
        ("en", "remove the due date of the report task", """tasks_update_task{"task":"report","clearDue":true}"""),
        ("en", "set the priority of the task report to low", """tasks_update_task{"task":"report","priority":"low"}"""),

        ("pt", "conclui a tarefa pagar o aluguel", """tasks_complete_task{"task":"pagar o aluguel"}"""),
        ("pt", "marca a tarefa comprar leite como feita", """tasks_complete_task{"task":"comprar leite"}"""),
        ("pt", "terminei o relatório", """tasks_complete_task{"task":"relatório"}"""),
        ("en", "mark the task buy milk as done", """tasks_complete_task{"task":"buy milk"}"""),
        ("en", "complete the task pay the rent", """tasks_complete_task{"task":"pay the rent"}"""),
        ("en", "I finished the report", """tasks_complete_task{"task":"report"}"""),

        ("pt", "apaga a tarefa do aluguel", """tasks_delete_task{"task":"aluguel"}"""),
        ("pt", "exclui a tarefa comprar leite", """tasks_delete_task{"task":"comprar leite"}"""),
        ("en", "delete the task buy milk", """tasks_delete_task{"task":"buy milk"}"""),
        ("en", "remove the task about the rent", """tasks_delete_task{"task":"rent"}"""),
    ];

    private static readonly (string, string, string)[] Reminders =
    [
        ("pt", "me lembra amanhã às 9 de ligar pra dentista", """reminders_set_reminder{"text":"ligar pra dentista","at":"2026-11-24T09:00"}"""),
        ("pt", "me lembra de beber água daqui a 20 minutos", """reminders_set_reminder{"text":"beber água","at":"2026-11-23T09:20"}"""),
        ("pt", "me avisa em 2 horas pra tirar o bolo do forno", """reminders_set_reminder{"text":"tirar o bolo do forno","at":"2026-11-23T11:00"}"""),
        ("pt", "lembrar de tomar o remédio todo dia às 8", """reminders_set_reminder{"text":"tomar o remédio","at":"2026-11-24T08:00","repeat":"FREQ=DAILY"}"""),
        ("pt", "toda segunda me lembra de levar o lixo", """reminders_set_reminder{"text":"levar o lixo","at":"2026-11-30T09:00","repeat":"FREQ=WEEKLY;BYDAY=MO"}"""),
        ("pt", "cria um lembrete pra pagar a luz dia 10", """reminders_set_reminder{"text":"pagar a luz","at":"2026-12-10T09:00"}"""),
        ("pt", "me lembra sexta às 5 de buscar as crianças", """reminders_set_reminder{"text":"buscar as crianças","at":"2026-11-27T17:00"}"""),
        ("pt", "me lembre da reunião amanhã ao meio-dia e meia", """reminders_set_reminder{"text":"reunião","at":"2026-11-24T12:30"}"""),
        ("pt", "me lembra de tomar o remédio às 14h e insiste até eu fazer", """reminders_set_reminder{"text":"tomar o remédio","at":"2026-11-23T14:00","untilDone":true}"""),
        ("pt", "me lembra amanhã às 9 de ligar pra dentista, insiste até eu fazer", """reminders_set_reminder{"text":"ligar pra dentista","at":"2026-11-24T09:00","untilDone":true}"""),
        ("en", "remind me tomorrow at 9 to call the dentist and keep reminding me until it's done", """reminders_set_reminder{"text":"call the dentist","at":"2026-11-24T09:00","untilDone":true}"""),
        ("en", "remind me in 20 minutes to take the pills, insist until I do it", """reminders_set_reminder{"text":"take the pills","at":"2026-11-23T09:20","untilDone":true}"""),
        ("en", "remind me tomorrow at 9 to call the dentist", """reminders_set_reminder{"text":"call the dentist","at":"2026-11-24T09:00"}"""),
        ("en", "remind me in 20 minutes to check the oven", """reminders_set_reminder{"text":"check the oven","at":"2026-11-23T09:20"}"""),
        ("en", "remind me every weekday at 7 to stretch", """reminders_set_reminder{"text":"stretch","at":"2026-11-24T07:00","repeat":"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"}"""),
        ("en", "set a reminder to water the plants on friday", """reminders_set_reminder{"text":"water the plants","at":"2026-11-27T09:00"}"""),

        ("pt", "quais são meus lembretes?", "reminders_list_reminders{}"),
        ("pt", "lembretes de amanhã", """reminders_list_reminders{"from":"2026-11-24","to":"2026-11-24"}"""),
        ("en", "show my reminders", "reminders_list_reminders{}"),
        ("en", "what reminders do I have tomorrow?", """reminders_list_reminders{"from":"2026-11-24","to":"2026-11-24"}"""),

        ("pt", "adia o lembrete do dentista pra amanhã às 10", """reminders_snooze_reminder{"reminder":"dentista","until":"2026-11-24T10:00"}"""),
        ("pt", "adia o lembrete da água por 10 minutos", """reminders_snooze_reminder{"reminder":"água","until":"2026-11-23T09:10"}"""),
        ("pt", "adia isso 1 hora", """reminders_snooze_reminder{"reminder":"isso","until":"2026-11-23T10:00"}"""),
        ("en", "snooze the dentist reminder for 10 minutes", """reminders_snooze_reminder{"reminder":"dentist","until":"2026-11-23T09:10"}"""),
        ("en", "postpone the reminder about the oven to tomorrow at 9", """reminders_snooze_reminder{"reminder":"oven","until":"2026-11-24T09:00"}"""),

        ("pt", "conclui o lembrete do remédio", """reminders_complete_reminder{"reminder":"remédio"}"""),
        ("pt", "marca o lembrete da água como feito", """reminders_complete_reminder{"reminder":"água"}"""),
        ("en", "mark the reminder call the dentist as done", """reminders_complete_reminder{"reminder":"call the dentist"}"""),
        ("en", "complete the reminder about the plants", """reminders_complete_reminder{"reminder":"plants"}"""),

        ("pt", "cancela o lembrete do dentista", """reminders_cancel_reminder{"reminder":"dentista"}"""),
        ("pt", "apaga o lembrete de tomar o remédio", """reminders_cancel_reminder{"reminder":"tomar o remédio"}"""),
        ("en", "cancel the reminder to call the dentist", """reminders_cancel_reminder{"reminder":"call the dentist"}"""),
        ("en", "delete the reminder about the plants", """reminders_cancel_reminder{"reminder":"plants"}"""),

        ("pt", "de 15 em 15 dias, na segunda, me lembra de limpar a coifa", """reminders_set_reminder{"text":"limpar a coifa","at":"2026-11-30T09:00","repeat":"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"}"""),
        ("pt", "todo mês no dia 5 me lembra do aluguel", """reminders_set_reminder{"text":"aluguel","at":"2026-12-05T09:00","repeat":"FREQ=MONTHLY;BYMONTHDAY=5"}"""),
        ("pt", "me lembra na última sexta de cada mês de mandar o relatório", """reminders_set_reminder{"text":"mandar o relatório","at":"2026-11-27T09:00","repeat":"FREQ=MONTHLY;BYDAY=-1FR"}"""),
        ("pt", "me lembra de segunda a sexta, 7h50, de bater o ponto", """reminders_set_reminder{"text":"bater o ponto","at":"2026-11-24T07:50","repeat":"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"}"""),
        ("pt", "dia 28 vence o seguro, me avisa um dia antes", """reminders_set_reminder{"text":"vence o seguro","at":"2026-11-27T09:00"}"""),
        ("pt", "me acorda amanhã cinco e quarenta", """reminders_set_reminder{"text":"acordar","at":"2026-11-24T05:40"}"""),
        ("en", "every year on may 12 remind me of mom's birthday", """reminders_set_reminder{"text":"mom's birthday","at":"2027-05-12T09:00","repeat":"FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=12"}"""),
    ];

    private static readonly (string, string, string)[] Calendar =
    [
        ("pt", "marca almoço com a Marina quinta 12h30", """calendar_create_event{"title":"almoço com a Marina","start":"2026-11-26T12:30"}"""),
        ("pt", "agenda uma reunião com o João amanhã das 14h às 16h", """calendar_create_event{"title":"reunião com o João","start":"2026-11-24T14:00","end":"2026-11-24T16:00"}"""),
        ("pt", "marca dentista sexta que vem às 9h30", """calendar_create_event{"title":"dentista","start":"2026-12-04T09:30"}"""),
        ("pt", "reunião de orçamento depois de amanhã às sete e meia da noite", """calendar_create_event{"title":"reunião de orçamento","start":"2026-11-25T19:30"}"""),
        ("pt", "cria um evento chamado Ceia dia 24/12 às 20h por 3 horas", """calendar_create_event{"title":"Ceia","start":"2026-12-24T20:00","minutes":180}"""),
        ("pt", "põe consulta com a dra. Ana na agenda, terça às 15h", """calendar_create_event{"title":"consulta com a dra. Ana","start":"2026-11-24T15:00"}"""),
        ("en", "schedule lunch with Anna on thursday at 12:30", """calendar_create_event{"title":"lunch with Anna","start":"2026-11-26T12:30"}"""),
        ("en", "book a meeting with Bob next friday 3pm for 30 minutes", """calendar_create_event{"title":"meeting with Bob","start":"2026-12-04T15:00","minutes":30}"""),
        ("pt", "bota na agenda jantar com os sogros sábado 20h", """calendar_create_event{"title":"jantar com os sogros","start":"2026-11-28T20:00"}"""),
        ("pt", "tenho consulta com o cardiologista dia 2 às 8h15", """calendar_create_event{"title":"consulta com o cardiologista","start":"2026-12-02T08:15"}"""),
        ("en", "add dentist to my calendar tomorrow at 10am", """calendar_create_event{"title":"dentist","start":"2026-11-24T10:00"}"""),

        ("pt", "agenda de amanhã", """calendar_list_events{"from":"2026-11-24","to":"2026-11-24"}"""),
        ("pt", "quais compromissos tenho esta semana?", """calendar_list_events{"from":"2026-11-23","to":"2026-11-29"}"""),
        ("pt", "tenho alguma reunião sexta?", """calendar_list_events{"from":"2026-11-27","to":"2026-11-27"}"""),
        ("pt", "tem reunião amanhã?", """calendar_list_events{"from":"2026-11-24","to":"2026-11-24"}"""),
        ("en", "what meetings do I have tomorrow?", """calendar_list_events{"from":"2026-11-24","to":"2026-11-24"}"""),
        ("en", "show my calendar for next week", """calendar_list_events{"from":"2026-11-30","to":"2026-12-06"}"""),

        ("pt", "remarca a reunião com o João para sexta às 10", """calendar_update_event{"event":"reunião com o João","start":"2026-11-27T10:00"}"""),
        ("pt", "muda o almoço com a Marina pra sexta às 13h", """calendar_update_event{"event":"almoço com a Marina","start":"2026-11-27T13:00"}"""),
        ("en", "move the meeting with Bob to friday at 10am", """calendar_update_event{"event":"meeting with Bob","start":"2026-11-27T10:00"}"""),
        ("en", "reschedule the dentist to next monday at 2pm", """calendar_update_event{"event":"dentist","start":"2026-11-30T14:00"}"""),

        ("pt", "cancela a reunião com o João", """calendar_cancel_event{"event":"reunião com o João"}"""),
        ("pt", "desmarca o almoço com a Marina", """calendar_cancel_event{"event":"almoço com a Marina"}"""),
        ("en", "cancel the meeting with Bob", """calendar_cancel_event{"event":"meeting with Bob"}"""),
        ("en", "delete the event team dinner", """calendar_cancel_event{"event":"team dinner"}"""),

        ("pt", "quando tenho uma hora livre amanhã?", """calendar_find_free_time{"minutes":60,"from":"2026-11-24","to":"2026-11-24"}"""),
        ("pt", "acha um horário livre de 30 minutos essa semana", """calendar_find_free_time{"minutes":30,"from":"2026-11-23","to":"2026-11-29"}"""),
        ("pt", "estou livre sexta?", """calendar_find_free_time{"from":"2026-11-27","to":"2026-11-27"}"""),
        ("en", "when am I free tomorrow?", """calendar_find_free_time{"from":"2026-11-24","to":"2026-11-24"}"""),
        ("en", "find a free slot of 45 minutes on friday", """calendar_find_free_time{"minutes":45,"from":"2026-11-27","to":"2026-11-27"}"""),

        ("pt", "dentista sexta 15h, me lembra uma hora antes", "calendar_create_event{\"title\":\"dentista\",\"start\":\"2026-11-27T15:00\"}\nreminders_set_reminder{\"text\":\"dentista\",\"at\":\"2026-11-27T14:00\"}"),
        ("pt", "Natal com a família em Búzios de 24 a 27 de dezembro", """calendar_create_event{"title":"Natal com a família em Búzios","start":"2026-12-24","end":"2026-12-27"}"""),
        ("pt", "quinta tem reposição do seu Jorge às 16h", """calendar_create_event{"title":"reposição do seu Jorge","start":"2026-11-26T16:00"}"""),
        ("pt", "show do Djavan sábado 21h", """calendar_create_event{"title":"show do Djavan","start":"2026-11-28T21:00"}"""),
        ("pt", "submeter o abstract até 23h59 de domingo", """tasks_create_task{"title":"submeter o abstract","due":"2026-11-29T23:59"}"""),
        ("pt", "troca o local do almoço com a Lia pro Giovanetti", """calendar_update_event{"event":"almoço com a Lia","location":"Giovanetti"}"""),
        ("pt", "aumenta a duração da reunião com o João pra 2 horas", """calendar_update_event{"event":"reunião com o João","minutes":120}"""),
        ("pt", "o dentista passou pra sexta às 10, atualiza", """calendar_update_event{"event":"dentista","start":"2026-11-27T10:00"}"""),
        ("en", "trip to Austin from June 4 to June 8", """calendar_create_event{"title":"trip to Austin","start":"2027-06-04","end":"2027-06-08"}"""),
        ("en", "find me a 45 minute slot next week", """calendar_find_free_time{"minutes":45,"from":"2026-11-30","to":"2026-12-06"}"""),
        ("pt", "quais pacientes eu tenho amanhã?", """calendar_list_events{"from":"2026-11-24","to":"2026-11-24"}"""),
    ];
}
