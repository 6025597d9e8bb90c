namespace TbPersonalOs.Offline.Tests;

/// <summary>The same wish in the many ways in which people say it.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("será que dá pra você criar uma tarefa de limpar a garagem?", """tasks_create_task{"title":"limpar a garagem"}""")]
    [InlineData("solicito que inclua a tarefa de enviar os recibos", """tasks_create_task{"title":"enviar os recibos"}""")]
    [InlineData("gostaria que você adicionasse uma tarefa: comprar ração", """tasks_create_task{"title":"comprar ração"}""")]
    [InlineData("would you mind adding a task to call the plumber", """tasks_create_task{"title":"call the plumber"}""")]
    [InlineData("me cutuca às 18h pra carregar a bateria", """reminders_set_reminder{"text":"carregar a bateria","at":"2026-11-23T18:00"}""")]
    [InlineData("I'd like to be reminded to call Bob at 5pm", """reminders_set_reminder{"text":"call Bob","at":"2026-11-23T17:00"}""")]
    public void ThereAreManyWaysToAsk(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("pode jogar fora a nota do fornecedor antigo", """notes_delete_note{"note":"fornecedor antigo"}""")]
    [InlineData("desativa aquele lembrete do alongamento", """reminders_cancel_reminder{"reminder":"alongamento"}""")]
    [InlineData("não quero mais o lembrete do alongamento", """reminders_cancel_reminder{"reminder":"alongamento"}""")]
    [InlineData("stop reminding me about the vitamins", """reminders_cancel_reminder{"reminder":"vitamins"}""")]
    [InlineData("remove the painting task from my list", """tasks_delete_task{"task":"painting"}""")]
    [InlineData("empurra a tarefa do contrato pra amanhã", """tasks_update_task{"task":"contrato","due":"2026-11-24"}""")]
    [InlineData("tax return: done", """tasks_complete_task{"task":"tax return"}""")]
    public void VerbsOfHandlingActOnTheThingThatTheyName(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("o boleto vence dia 25, me lembra", """reminders_set_reminder{"text":"boleto vence","at":"2026-11-25T09:00"}""")]
    [InlineData("o código do cofre é 4471, guarda isso", """notes_save_note{"text":"o código do cofre é 4471"}""")]
    [InlineData("we need milk, add it to the shopping list", """notes_update_note{"note":"shopping list","append":"milk"}""")]
    [InlineData("salva a senha do wifi: abacaxi77", """notes_save_note{"text":"a senha do wifi: abacaxi77"}""")]
    [InlineData("did I ever write down the locker code?", """notes_search_notes{"query":"locker code"}""")]
    [InlineData("chuck look into solar panels in the inbox", """inbox_capture{"text":"look into solar panels"}""")]
    public void WhatIsKeptMayBeSaidBeforeOrAfter(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("não vou mais ao pilates de sexta, tira da agenda", """calendar_cancel_event{"event":"pilates"}""")]
    [InlineData("a aula de violão agora vai ser quinta às 20h", """calendar_update_event{"event":"aula de violão","start":"2026-11-26T20:00"}""")]
    [InlineData("passa a reunião de amanhã pras 15h", """calendar_update_event{"event":"reunião","start":"2026-11-24T15:00"}""")]
    [InlineData("move tomorrow's standup to 10:15", """calendar_update_event{"event":"standup","start":"2026-11-24T10:15"}""")]
    [InlineData("take yoga on Friday off my calendar", """calendar_cancel_event{"event":"yoga"}""")]
    [InlineData("combinei de almoçar com o Tadeu amanhã às 13h", """calendar_create_event{"title":"almoçar com o Tadeu","start":"2026-11-24T13:00"}""")]
    [InlineData("find me 45 minutes sometime tomorrow", """calendar_find_free_time{"minutes":45,"from":"2026-11-24","to":"2026-11-24"}""")]
    public void EventsAreToldAsTheyAreLived(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("me lembra de pagar o gás quando der 18h", """reminders_set_reminder{"text":"pagar o gás","at":"2026-11-23T18:00"}""")]
    [InlineData("remind me first thing tomorrow to call Joe", """reminders_set_reminder{"text":"call Joe","at":"2026-11-24T09:00"}""")]
    [InlineData("balança marcou 66 quilos e 400", """health_check_in{"weightKg":66.4}""")]
    [InlineData("noite ruim, só umas 5 horas de sono", """health_check_in{"sleepHours":5}""")]
    [InlineData("I've hit my goal of reading 12 books", """profile_complete_goal{"goal":"reading 12 books"}""")]
    [InlineData("não sei usar isso, o que dá pra te pedir?", "assistant_help{}")]
    [InlineData("esquece esse papo e vamos recomeçar do zero", "assistant_new_conversation{}")]
    [InlineData("eight hours of sleep used to be normal for me", "")]
    [InlineData("ano passado minha meta era ler 20 livros", "")]
    [InlineData("semana passada corri todo dia", "")]
    [InlineData("ontem a reunião acabou às 20h", "")]
    public void HoursMeasuresAndGoalsAreSaidInManyWays(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("my name is Ann and I live in Tokyo", """profile_update_profile{"name":"Ann","zone":"Asia/Tokyo"}""")]
    [InlineData("move the tax return task to april 30th", """tasks_update_task{"task":"tax return","due":"2027-04-30"}""")]
    [InlineData("troca o local do clube do livro pra casa da Ana", """calendar_update_event{"event":"clube do livro","location":"casa da Ana"}""")]
    [InlineData("put dinner with Sue down for friday at 7pm", """calendar_create_event{"title":"dinner with Sue","start":"2026-11-27T19:00"}""")]
    [InlineData("ensaio amanhã às 10, 1h30 de duração", """calendar_create_event{"title":"ensaio","start":"2026-11-24T10:00","minutes":90}""")]
    [InlineData("task: write the weekly report by friday", """tasks_create_task{"title":"write the weekly report","due":"2026-11-27"}""")]
    [InlineData("transforma em tarefa o item do café da manhã", """inbox_process_inbox_item{"item":"café da manhã","into":"task"}""")]
    [InlineData("põe 2 kg de açúcar na lista de compras, aliás, 3 kg", """notes_update_note{"note":"lista de compras","append":"3 kg de açúcar"}""")]
    [InlineData("dormi oito horas não minto foi sete e meia", """health_check_in{"sleepHours":7.5}""")]
    [InlineData("anota o telefone da creche: 32 3215-4400, não, errei, 32 3215-4411", """notes_save_note{"text":"o telefone da creche: 32 3215-4411"}""")]
    [InlineData("lista pra mim os lembretes", "reminders_list_reminders{}")]
    public void NamesEndWhereSomethingElseBegins(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("como se fala saudade em inglês?")]
    [InlineData("toca o alarme de incêndio do prédio toda hora")]
    [InlineData("desliga o alarme do carro")]
    [InlineData("turn off the smoke alarm")]
    [InlineData("a reunião mudou pras 15h")]
    [InlineData("fecha a porta")]
    [InlineData("joga fora o lixo da cozinha")]
    [InlineData("guarda um lugar pra mim")]
    [InlineData("deixa a reunião onde está")]
    [InlineData("minha irmã esqueceu o lembrete dela")]
    [InlineData("comprei um carro novo semana passada")]
    [InlineData("ontem fiz o almoço e ficou ótimo")]
    [InlineData("a tarefa de casa do meu filho é difícil")]
    [InlineData("I don't need a reminder")]
    [InlineData("I got the job!!")]
    [InlineData("your reminders are annoying")]
    [InlineData("turn off the TV")]
    public void WhatOnlySoundsLikeAWishIsNone(string said) => Assert.Equal("", new Talk().Say(said).Calls);
}
