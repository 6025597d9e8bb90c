namespace TbPersonalOs.Offline.Tests;

/// <summary>Tasks, reminders, notes and the inbox in the words of those who do not name the function; and what only tells.</summary>
public sealed class KeepingTests
{
    [Theory]
    [InlineData("fiquei de mandar as fotos pra Lívia amanhã", """tasks_create_task{"title":"mandar as fotos pra Lívia","due":"2026-11-24"}""")]
    [InlineData("coloca pra eu fazer a declaração amanhã", """tasks_create_task{"title":"fazer a declaração","due":"2026-11-24"}""")]
    [InlineData("não vou mais pintar o portão, tira da lista", """tasks_delete_task{"task":"pintar o portão"}""")]
    [InlineData("a tarefa da pia, apaga", """tasks_delete_task{"task":"pia"}""")]
    [InlineData("o prazo da declaração mudou pra amanhã", """tasks_update_task{"task":"declaração","due":"2026-11-24"}""")]
    [InlineData("deixa a tarefa do orçamento como urgente", """tasks_update_task{"task":"orçamento","priority":"high"}""")]
    [InlineData("o que eu já concluí?", """tasks_list_tasks{"status":"done"}""")]
    [InlineData("tem alguma coisa pendente pra amanhã?", """tasks_list_tasks{"from":"2026-11-24","to":"2026-11-24"}""")]
    [InlineData("mandei o relatório já", """tasks_complete_task{"task":"relatório"}""")]
    public void TasksAreToldInManyWays(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("vê se me lembra amanhã às 8 de levar o guarda-chuva", """reminders_set_reminder{"text":"levar o guarda-chuva","at":"2026-11-24T08:00"}""")]
    [InlineData("toca o despertador às 5 amanhã", """reminders_set_reminder{"text":"acordar","at":"2026-11-24T05:00"}""")]
    [InlineData("não deixa eu me esquecer do remédio amanhã às 9", """reminders_set_reminder{"text":"remédio","at":"2026-11-24T09:00"}""")]
    [InlineData("me lembra do relatório de novo amanhã às 17h", """reminders_snooze_reminder{"reminder":"relatório","until":"2026-11-24T17:00"}""")]
    [InlineData("marca o lembrete da vitamina D como feito", """reminders_complete_reminder{"reminder":"vitamina D"}""")]
    public void SoAreReminders(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("qual era mesmo a senha do portão?", """notes_search_notes{"query":"senha do portão"}""")]
    [InlineData("cria uma nota chamada Chile com levar adaptador", """notes_save_note{"text":"levar adaptador","title":"Chile"}""")]
    [InlineData("escreve numa nota que a chave tá com a vizinha", """notes_save_note{"text":"a chave tá com a vizinha"}""")]
    [InlineData("na nota do Chile coloca também: seguro viagem", """notes_update_note{"note":"Chile","append":"seguro viagem"}""")]
    [InlineData("replace the text of the wifi note with casa1234", """notes_update_note{"note":"wifi","text":"casa1234"}""")]
    [InlineData("transforma em tarefa aquele item do inbox do curso de solda", """inbox_process_inbox_item{"item":"curso de solda","into":"task"}""")]
    public void NotesAreNamedBeforeOrAfter(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("lembra quando a gente foi pra Ubatuba em janeiro?")]
    [InlineData("essas tarefas não acabam nunca")]
    [InlineData("my notes from college are gone")]
    [InlineData("a lista de presentes ficou enorme")]
    [InlineData("o médico mandou eu tomar o remédio de 8 em 8 horas")]
    [InlineData("tenho que admitir que ficou bom")]
    [InlineData("eu poderia pagar isso dia 10")]
    [InlineData("terminei com meu namorado")]
    [InlineData("set the thermostat to 21 at 6pm")]
    [InlineData("escreve um poema")]
    [InlineData("add 5 and 7")]
    [InlineData("qual o código de área de Curitiba?")]
    public void WhatOnlyTellsIsNoWish(string said) => Assert.Equal("", new Talk().Say(said).Calls);
}
