namespace TbPersonalOs.Offline.Tests;

/// <summary>As people type to one another: short forms, vocatives, deeds told with "já", things that only look like a change.</summary>
internal static partial class Utterances
{
    private static readonly (string, string, string)[] Typed =
    [
        ("pt", "almoço com o Marco amanhã às 12h", """calendar_create_event{"title":"almoço com o Marco","start":"2026-11-24T12:00"}"""),
        ("pt", "tenho que ver a conta de luz de fevereiro", """tasks_create_task{"title":"ver a conta de luz de fevereiro"}"""),
        ("en", "remind me tomorrow at 9 to confirm the 3pm meeting", """reminders_set_reminder{"text":"confirm the 3pm meeting","at":"2026-11-24T09:00"}"""),
        ("en", "dinner at Eleven Madison Park tomorrow at 7:30pm", """calendar_create_event{"title":"dinner at Eleven Madison Park","start":"2026-11-24T19:30"}"""),
        ("en", "I missed today's lesson with Joan, so book another one with her for tomorrow at 3pm", """calendar_create_event{"title":"lesson with Joan","start":"2026-11-24T15:00"}"""),
        ("pt", "já protocolei o recurso, pode marcar como concluído", """tasks_complete_task{"task":"recurso"}"""),
        ("pt", "já busquei os exames", """tasks_complete_task{"task":"exames"}"""),
        ("pt", "trocar o pneu amanhã", """tasks_create_task{"title":"trocar o pneu","due":"2026-11-24"}"""),
        ("en", "change the bed sheets tomorrow", """tasks_create_task{"title":"change the bed sheets","due":"2026-11-24"}"""),
        ("pt", "macho, deixa marcado que sexta tem prova às 8h", """calendar_create_event{"title":"prova","start":"2026-11-27T08:00"}"""),
        ("pt", "num deixa eu esquecer da vacina amh 16h", """reminders_set_reminder{"text":"vacina","at":"2026-11-24T16:00"}"""),
        ("pt", "comprar fralda tamanho P amanhã", """tasks_create_task{"title":"comprar fralda tamanho P","due":"2026-11-24"}"""),
        ("pt", "me acorda 5h20 de seg a sex", """reminders_set_reminder{"text":"acordar","at":"2026-11-24T05:20","repeat":"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"}"""),
        ("pt", "quando q é a defesa do Rafael?", """calendar_list_events{"text":"defesa do Rafael"}"""),
        ("pt", "tem alguma tarde livre na sexta? preciso de umas 2h", """calendar_find_free_time{"from":"2026-11-27","to":"2026-11-27","minutes":120}"""),
        ("pt", "tarefas: hoje enviar a proposta, amh revisar o contrato", """tasks_create_task{"title":"enviar a proposta","due":"2026-11-23"} + tasks_create_task{"title":"revisar o contrato","due":"2026-11-24"}"""),
        ("pt", "preciso abastecer o carro hoje e amanhã tenho que levar o uniforme", """tasks_create_task{"title":"abastecer o carro","due":"2026-11-23"} + tasks_create_task{"title":"levar o uniforme","due":"2026-11-24"}"""),
        ("pt", "falta trocar o filtro, põe isso pra sexta", """tasks_create_task{"title":"trocar o filtro","due":"2026-11-27"}"""),
        ("pt", "terminar o relatório até sexta", """tasks_create_task{"title":"terminar o relatório","due":"2026-11-27"}"""),
        ("pt", "apagar a lousa amanhã", """tasks_create_task{"title":"apagar a lousa","due":"2026-11-24"}"""),
        ("pt", "reservar hotel em Gramado até dia 27", """tasks_create_task{"title":"reservar hotel em Gramado","due":"2026-11-27"}"""),
        ("en", "finish the tax forms by Friday", """tasks_create_task{"title":"finish the tax forms","due":"2026-11-27"}"""),
        ("en", "move the couch on Saturday", """tasks_create_task{"title":"move the couch","due":"2026-11-28"}"""),
        ("pt", "quitei a fatura do cartão, pode tirar da lista", """tasks_complete_task{"task":"fatura do cartão"}"""),
        ("pt", "me acorda amanhã cinco e meia que eu pego plantão às sete", """reminders_set_reminder{"text":"acordar","at":"2026-11-24T05:30"}"""),
        ("pt", "muda o prazo de renovar o alvará pra sexta", """tasks_update_task{"task":"renovar o alvará","due":"2026-11-27"}"""),
        ("pt", "me lembra às 14h de ver a escala de fevereiro", """reminders_set_reminder{"text":"ver a escala de fevereiro","at":"2026-11-23T14:00"}"""),
        ("pt", "lembrete: 13h almoço da Nina, 16h buscar ela", """reminders_set_reminder{"text":"almoço da Nina","at":"2026-11-23T13:00"} + reminders_set_reminder{"text":"buscar ela","at":"2026-11-23T16:00"}"""),
    ];
}
