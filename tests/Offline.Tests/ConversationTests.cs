using Microsoft.Extensions.AI;

namespace TbPersonalOs.Offline.Tests;

public sealed class ConversationTests
{
    [Fact, Trait("Shows", "main-job:1")]
    public void TwoWishesInOneMessageAreTwoCallsInOrder() =>
        Assert.Equal(
            """
            tasks_create_task{"title":"pagar o aluguel","due":"2026-12-05"}
            reminders_set_reminder{"text":"ligar pra dentista","at":"2026-11-24T09:00"}
            """,
            new Talk().Say("preciso pagar o aluguel dia 5 e me lembra amanhã às 9 de ligar pra dentista").Calls);

    [Fact]
    public void TwoMessagesThatJoinedOneTurnAreBothUnderstood() =>
        Assert.Equal(
            """
            tasks_create_task{"title":"pagar a luz"}
            notes_save_note{"text":"o gato comeu"}
            """,
            new Talk().Say("preciso pagar a luz", "anota: o gato comeu").Calls);

    [Theory]
    [InlineData("preciso pagar a luz amanhã às 9", "não, às 10", """tasks_update_task{"task":"t1","due":"2026-11-24T10:00"}""")]
    [InlineData("me lembra amanhã às 5 de tomar o remédio", "era 05:00", """reminders_snooze_reminder{"reminder":"t1","until":"2026-11-24T05:00"}""")]
    [InlineData("marca dentista amanhã às 9", "na verdade é sexta", """calendar_update_event{"event":"t1","start":"2026-11-27T09:00"}""")]
    [InlineData("schedule lunch tomorrow at 1pm", "actually at 2pm", """calendar_update_event{"event":"t1","start":"2026-11-24T14:00"}""")]
    public void TheNextMessageCorrectsTheTimeOfWhatWasDone(string said, string correction, string calls) =>
        Assert.Equal(calls, new Talk().Say(said).Returns(new { id = "t1" }).Say(correction).Calls);

    [Fact]
    public void AListThatIsNotThereIsBegunAfterAYes()
    {
        var talk = new Talk().Say("põe leite na lista de compras");
        Assert.Equal("""notes_update_note{"note":"lista de compras","append":"leite"}""", talk.Calls);
        talk.Returns(new { error = "not_found", message = "Não achei.", parameter = "note" });
        Assert.Equal("Não achei “lista de compras”. Começo essa nota agora?", talk.Text);
        Assert.Equal("""notes_save_note{"text":"leite","title":"lista de compras"}""", talk.Say("sim").Calls);
    }

    [Theory]
    [InlineData("não quero mais")]
    [InlineData("não, amanhã eu vejo isso")]
    public void WhatIsNoCorrectionChangesNothing(string said) =>
        Assert.DoesNotContain("update", new Talk().Say("marca dentista amanhã às 9").Returns(new { id = "t1" }).Say(said).Calls);

    [Theory]
    [InlineData("marca dentista amanhã às 9, não, às 10", """calendar_create_event{"title":"dentista","start":"2026-11-24T10:00"}""")]
    [InlineData("marca dentista amanhã às 10, não às 9", """calendar_create_event{"title":"dentista","start":"2026-11-24T10:00"}""")]
    [InlineData("marca almoço com a Ana, digo, com a Bia quinta 12h30", """calendar_create_event{"title":"almoço com a Bia","start":"2026-11-26T12:30"}""")]
    [InlineData("preciso comprar trinta não quarenta pães", """tasks_create_task{"title":"comprar quarenta pães"}""")]
    [InlineData("anota: às 9, não, às 10", """notes_save_note{"text":"às 9, não, às 10"}""")]
    public void ACorrectionWithinAMessageCounts(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("marca dentista amanhã às 9, não, deixa pra lá")]
    [InlineData("me lembra de comprar pão amanhã... esquece")]
    [InlineData("apaga a luz da sala")]
    [InlineData("reserva uma mesa pra dois sábado 20h")]
    [InlineData("cancela minha assinatura da Netflix")]
    [InlineData("cria uma playlist de samba")]
    [InlineData("liga pro João amanhã às 10")]
    [InlineData("seria bom marcar dentista amanhã às 9")]
    public void WhatIsTakenBackOutOfReachOrOnlyThoughtOfDoesNothing(string said) => Assert.Equal("", new Talk().Say(said).Calls);

    [Theory]
    [InlineData("me lenbra amanhã às 9 de ligar", """reminders_set_reminder{"text":"ligar","at":"2026-11-24T09:00"}""")]
    [InlineData("tarefa: arrumar o quarto", """tasks_create_task{"title":"arrumar o quarto"}""")]
    [InlineData("comprar canela e sabão amnhã", """tasks_create_task{"title":"comprar canela e sabão","due":"2026-11-24"}""")]
    public void SlipsOfTheFingerAreMendedAndOtherWordsAreNot(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Fact, Trait("Shows", "main-job:3")]
    public void AMeetingWithoutATimeIsAskedForAndTheNextMessageCompletesIt()
    {
        var talk = new Talk().Say("marca uma reunião");
        Assert.Equal("", talk.Calls);
        Assert.Equal("Quando vai ser “reunião”?", talk.Text);
        Assert.Contains("\"missing\":\"start\"", talk.Question);
        Assert.Equal("""calendar_create_event{"title":"reunião","start":"2026-11-24T15:00"}""", talk.Say("amanhã às 15h").Calls);
    }

    [Fact]
    public void AQuestionLivesThirtyMinutes()
    {
        var talk = new Talk().Say("marca uma reunião");
        talk.Now += TimeSpan.FromMinutes(31);
        Assert.Equal("", talk.Say("amanhã às 15h").Calls);
    }

    [Fact]
    public void AWholeNewWishDropsTheQuestion()
    {
        var talk = new Talk().Say("marca uma reunião");
        Assert.Equal("""tasks_create_task{"title":"pagar a luz","due":"2026-11-24"}""", talk.Say("preciso pagar a luz amanhã").Calls);
    }

    [Theory]
    [InlineData("não")]
    [InlineData("deixa pra lá")]
    [InlineData("never mind")]
    public void ANoEndsTheQuestionWithoutACall(string no)
    {
        var talk = new Talk().Say("marca uma reunião").Say(no);
        Assert.Equal("", talk.Calls);
        Assert.Equal("Certo, deixei para lá. Nada foi feito.", talk.Text);
        Assert.Equal("", talk.Question);
    }

    [Theory]
    [InlineData("15h", """reminders_set_reminder{"text":"tomar remédio","at":"2026-11-23T15:00"}""")]
    [InlineData("às 4", """reminders_set_reminder{"text":"tomar remédio","at":"2026-11-23T16:00"}""")]
    [InlineData("8", """reminders_set_reminder{"text":"tomar remédio","at":"2026-11-24T08:00"}""")]
    [InlineData("amanhã", """reminders_set_reminder{"text":"tomar remédio","at":"2026-11-24T09:00"}""")]
    [InlineData("daqui a meia hora", """reminders_set_reminder{"text":"tomar remédio","at":"2026-11-23T09:30"}""")]
    [InlineData("todo dia às 22h", """reminders_set_reminder{"text":"tomar remédio","at":"2026-11-23T22:00","repeat":"FREQ=DAILY"}""")]
    public void ATimeCompletesAReminder(string time, string call) =>
        Assert.Equal(call, new Talk().Say("me lembra de tomar remédio").Say(time).Calls);

    [Fact]
    public void AHourThatPassedTodayIsAskedForAndKeepsItsDay()
    {
        var talk = new Talk("2026-11-23T14:00:00-03:00").Say("me lembra hoje de tomar remédio");
        Assert.Equal("Quando devo lembrar você de “tomar remédio”?", talk.Text);
        Assert.Equal("""reminders_set_reminder{"text":"tomar remédio","at":"2026-11-23T18:00"}""", talk.Say("18h").Calls);
    }

    [Theory]
    [InlineData("a segunda")]
    [InlineData("2")]
    [InlineData("o último")]
    [InlineData("a da luz")]
    public void OneOfSeveralIsChosenByPlaceOrByName(string choice)
    {
        var talk = new Talk().Say("conclui a tarefa pagar").Returns(new
        {
            error = "ambiguous", message = "Encontrei mais de uma.", parameter = "task",
            candidates = new[] { new { id = "id-1", text = "pagar o aluguel" }, new { id = "id-2", text = "pagar a luz" } },
        });
        Assert.Equal("Qual delas? Responda com o número.\n1. pagar o aluguel\n2. pagar a luz", talk.Text);
        Assert.Equal("""tasks_complete_task{"task":"id-2"}""", talk.Say(choice).Calls);
    }

    [Fact]
    public void WhatAFunctionRefusedIsSaidInItsOwnWords()
    {
        var talk = new Talk().Say("apaga a tarefa xadrez").Returns("""{"error":"not_found","message":"Não achei “xadrez”.","parameter":"task"}""");
        Assert.Equal("Não achei “xadrez”.", talk.Text);
        Assert.Equal("", talk.Question);
    }

    [Fact]
    public void ASuggestionIsAskedAndAYesMakesTheCall()
    {
        var talk = new Talk().Say("me lembra em 5 minutos de tirar o bolo").Returns(new
        {
            error = "conflict", message = "Você pediu às 23:40; eu estava desligado. Lembro agora?", parameter = "at",
            suggestion = new { text = "tirar o bolo", at = "2026-11-23T09:07" },
        });
        Assert.Equal("Você pediu às 23:40; eu estava desligado. Lembro agora?", talk.Text);
        Assert.Equal("""reminders_set_reminder{"text":"tirar o bolo","at":"2026-11-23T09:07"}""", talk.Say("sim").Calls);
    }

    [Fact]
    public void WhenAllWentWellThereIsNothingToSay()
    {
        var talk = new Talk().Say("preciso pagar a luz").Returns(new { id = "x", title = "pagar a luz" });
        Assert.Equal("", talk.Text);
        Assert.Equal("", talk.Calls);
    }

    [Fact]
    public void OneFailureOfSeveralIsToldAndTheOthersStand()
    {
        var talk = new Talk().Say("preciso pagar a luz e me lembra amanhã às 9 de ligar pra Ana").Returns(
            new { id = "x" }, new { error = "unavailable", message = "Agora não deu." });
        Assert.Equal("Agora não deu.", talk.Text);
    }

    [Fact]
    public void WhatIsStillMissingIsAskedAfterTheCallsThatWereClear()
    {
        var talk = new Talk().Say("preciso pagar a luz e marca uma reunião");
        Assert.Equal("""tasks_create_task{"title":"pagar a luz"}""", talk.Calls);
        Assert.Equal("Quando vai ser “reunião”?", talk.Returns(new { id = "x" }).Text);
        Assert.Equal("""calendar_create_event{"title":"reunião","start":"2026-11-24T15:00"}""", talk.Say("amanhã 15h").Calls);
    }

    [Fact]
    public void WhatIsNotUnderstoodIsOfferedToTheInbox()
    {
        var talk = new Talk().Say("o passarinho verde da vizinha");
        Assert.Equal("Não entendi “o passarinho verde da vizinha”. Guardo na caixa de entrada?", talk.Text);
        Assert.Equal("""inbox_capture{"text":"o passarinho verde da vizinha"}""", talk.Say("sim").Calls);
    }

    [Fact]
    public void MorePagesOnThroughTheListShownLast()
    {
        var talk = new Talk().Say("quais tarefas tenho hoje?").Returns(new { items = Array.Empty<object>(), more = true });
        Assert.Equal("""tasks_list_tasks{"from":"2026-11-23","to":"2026-11-23","page":2}""", talk.Say("mais").Calls);
        Assert.Equal("""tasks_list_tasks{"from":"2026-11-23","to":"2026-11-23","page":3}""", talk.Returns(new { items = Array.Empty<object>() }).Say("mais").Calls);
    }

    [Theory]
    [InlineData("conclui a segunda", "id-2")]
    [InlineData("apaga a última tarefa", "id-3")]
    public void AThingOfTheListShownLastIsNamedByItsPlace(string said, string id)
    {
        var talk = new Talk().Say("minhas tarefas").Returns(new { items = new[] { new { id = "id-1" }, new { id = "id-2" }, new { id = "id-3" } } });
        Assert.Contains($"\"task\":\"{id}\"", talk.Say(said).Calls);
    }

    [Fact]
    public void AThingJustMadeIsPointedAt()
    {
        var talk = new Talk().Say("cria a tarefa pagar a luz").Returns(new { id = "id-9", title = "pagar a luz" });
        Assert.Equal("""tasks_complete_task{"task":"id-9"}""", talk.Say("conclui essa tarefa").Calls);
    }

    [Fact]
    public void QuestionsComeInTheLanguageOfThePerson()
    {
        var talk = new Talk(language: "en").Say("schedule a meeting");
        Assert.Equal("When is “meeting”?", talk.Text);
        Assert.Equal("""calendar_create_event{"title":"meeting","start":"2026-11-24T15:00"}""", talk.Say("tomorrow at 3pm").Calls);
    }

    [Fact]
    public void AYesThatNothingWaitsForIsTold() =>
        Assert.Equal("Não há nada esperando resposta. O que você quer que eu faça?", new Talk().Say("sim").Text);

    [Fact]
    public async Task AStreamThatIsPutTogetherAgainKeepsItsQuestion()
    {
        var planner = new OfflinePlanner();
        var cancelled = TestContext.Current.CancellationToken;
        var asked = await planner.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, "marca uma reunião")], Talk.Options(), cancelled).ToChatResponseAsync(cancelled);
        var done = await planner.GetStreamingResponseAsync(
            [new ChatMessage(ChatRole.User, "marca uma reunião"), .. asked.Messages, new ChatMessage(ChatRole.User, "amanhã às 15h")], Talk.Options(), cancelled).ToChatResponseAsync(cancelled);
        Assert.Equal("calendar_create_event", Assert.IsType<FunctionCallContent>(Assert.Single(done.Messages.Single().Contents, content => content is FunctionCallContent)).Name);
        Assert.Equal(("offline", "offline", 0), (done.ResponseId, done.ModelId, done.Usage!.TotalTokenCount));
    }
}
