using System.Diagnostics;

namespace TbPersonalOs.Offline.Tests;

public sealed class RestraintTests
{
    [Theory]
    [InlineData("meetings at 8am on Mondays should be illegal")]
    [InlineData("Tuesdays at noon are the worst time for sirens")]
    [InlineData("school starts at 8:30 every day")]
    [InlineData("no alarm tomorrow, I'm sleeping in")]
    [InlineData("my alarm didn't go off at 6 today")]
    [InlineData("my sister wanted me to remind her about dinner on Friday")]
    [InlineData("translate to German: remind me to buy bread tomorrow at 8")]
    [InlineData("play 'Wake Me Up When September Ends' at 7")]
    [InlineData("Acordar às cinco da manhã é uma tortura")]
    [InlineData("Lembro-me de quando íamos à praia aos domingos às 8")]
    [InlineData("Avise-me se chover amanhã")]
    [InlineData("minha mãe me lembra todo domingo de ligar pra vó")]
    [InlineData("o Beto tá planejando a viagem dele pra sexta às 8h")]
    [InlineData("no meu tempo a gente acordava às 5 todo dia")]
    [InlineData("mais uma reunião amanhã às 8, que beleza")]
    [InlineData("o Fábio busca as crianças hoje às 17h")]
    [InlineData("o mecânico ligou, o carro fica pronto quinta às 17h")]
    [InlineData("a reunião acabou às 11")]
    [InlineData("lembra meu marido do rodízio amanhã às 7")]
    [InlineData("amanhã trabalho das 8 às 14, que saco")]
    [InlineData("deixe para lá, não é preciso criar tarefa nenhuma")]
    [InlineData("email the landlord about the boiler")]
    [InlineData("I want to start running every morning")]
    public void WhatIsJudgedReportedOrQuotedIsNotDone(string said) => Assert.Equal("", new Talk().Say(said).Calls);

    [Theory]
    [InlineData("não crie nada")]
    [InlineData("não precisa")]
    [InlineData("não cria tarefa nenhuma")]
    [InlineData("não me lembra de nada amanhã às 9")]
    [InlineData("nunca marque reunião sexta às 18h")]
    [InlineData("deixa pra lá")]
    [InlineData("don't create anything")]
    [InlineData("do not remind me tomorrow at 9")]
    [InlineData("never mind")]
    public void ANegationDoesNothingAndSaysSo(string said)
    {
        var talk = new Talk().Say(said);
        Assert.Equal("", talk.Calls);
        Assert.Equal("Certo, não fiz nada.", talk.Text);
    }

    [Theory]
    [InlineData("se chover amanhã, me lembra de levar guarda-chuva às 9")]
    [InlineData("me lembra de levar guarda-chuva amanhã às 9 se chover")]
    [InlineData("quando eu chegar em casa me lembra de ligar pra Ana")]
    [InlineData("talvez eu precise pagar o aluguel dia 5")]
    [InlineData("if it rains remind me tomorrow at 9 to take an umbrella")]
    [InlineData("cancel the meeting with Bob if it rains")]
    [InlineData("what if I cancel the meeting with Bob")]
    public void AHypotheticalDoesNothing(string said)
    {
        var talk = new Talk().Say(said);
        Assert.Equal("", talk.Calls);
        Assert.StartsWith("Não fiz nada", talk.Text);
    }

    [Theory]
    [InlineData("reunião com o fornecedor amanhã")]
    [InlineData("marca consulta com a Dra. Lúcia na sexta")]
    [InlineData("lunch with Sam tomorrow")]
    [InlineData("adianta a reunião em 30 minutos")]
    [InlineData("push the call back an hour")]
    public void AMeetingWithoutItsHourIsAskedAbout(string said)
    {
        var talk = new Talk().Say(said);
        Assert.Equal("", talk.Calls);
        Assert.Contains("\"missing\":\"start\"", talk.Question);
    }

    [Theory]
    [InlineData("minha mãe mora em Lisboa")]
    [InlineData("meu chefe trabalha das 9 às 18")]
    [InlineData("a professora passou prova pra sexta às 10")]
    [InlineData("boa noite, até amanhã!")]
    [InlineData("te vejo amanhã às 10")]
    [InlineData("she works from 9 to 5")]
    [InlineData("call me an uber to the airport")]
    [InlineData("me chama quando der")]
    [InlineData("toda segunda é a mesma história")]
    [InlineData("todo dia esse barulho às 7")]
    [InlineData("dizem que vai faltar água quinta")]
    [InlineData("queria poder acordar às 10 todo dia")]
    [InlineData("a loja abre às 9 amanhã")]
    [InlineData("meu vizinho viaja sábado às 8")]
    [InlineData("a meta da empresa é vender 1 milhão")]
    [InlineData("transfere 200 reais pra Joana amanhã")]
    [InlineData("cancela não, eu vou")]
    [InlineData("já fiz 30 anos")]
    [InlineData("nota 10 pra esse bolo")]
    [InlineData("Peter scheduled a meeting with his boss at 9")]
    [InlineData("every night the dog next door barks")]
    [InlineData("mark my words, it will rain tomorrow")]
    [InlineData("apparently there's a party saturday at 9")]
    public void WhatIsOnlyToldDoesNothing(string said) => Assert.Equal("", new Talk().Say(said).Calls);

    [Theory]
    [InlineData("meu curso de inglês começa segunda às 19h", "calendar_create_event")]
    [InlineData("toda quinta futebol às 20h", "reminders_set_reminder")]
    [InlineData("adoraria marcar um jantar sexta às 20h", "calendar_create_event")]
    [InlineData("a meta do mês é guardar 500 reais", "profile_set_goal")]
    [InlineData("não vou mais no dentista amanhã, cancela", "calendar_cancel_event")]
    [InlineData("se não for incômodo, me avisa às 16h de tirar o bolo", "reminders_set_reminder")]
    public void WhatSoundsLikeTalkAndIsWantedIsDone(string said, string function) => Assert.StartsWith(function, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("qual a capital da Mongólia?")]
    [InlineData("quem descobriu o Brasil?")]
    [InlineData("toca uma música do Djavan")]
    [InlineData("what is the weather like?")]
    [InlineData("play some jazz")]
    [InlineData("como faço um bolo de cenoura?")]
    public void WhatIsOutOfScopeIsDeclinedHonestly(string said)
    {
        var talk = new Talk().Say(said);
        Assert.Equal("", talk.Calls);
        Assert.StartsWith("Isso eu não sei responder sem um modelo ligado.", talk.Text);
        Assert.Equal("", talk.Question);
    }

    [Theory]
    [InlineData("paguei 50 reais no mercado")]
    [InlineData("a reunião de ontem foi péssima")]
    [InlineData("Maria marca reuniões demais")]
    [InlineData("11 99999-8888")]
    [InlineData("comprei 3 pães e 2 litros de leite")]
    public void AStatementIsNotAct(string said) => Assert.Equal("", new Talk().Say(said).Calls);

    [Theory]
    [InlineData("me lembra amanhã às 9 de ver se o pão chegou", """reminders_set_reminder{"text":"ver se o pão chegou","at":"2026-11-24T09:00"}""")]
    [InlineData("se puder, me lembra amanhã às 9 de ligar pra Ana", """reminders_set_reminder{"text":"ligar pra Ana","at":"2026-11-24T09:00"}""")]
    [InlineData("não me deixa esquecer de pagar a luz amanhã", """reminders_set_reminder{"text":"pagar a luz","at":"2026-11-24T09:00"}""")]
    [InlineData("não esquece de pagar a luz amanhã", """reminders_set_reminder{"text":"pagar a luz","at":"2026-11-24T09:00"}""")]
    [InlineData("cria a tarefa \"não comprar doce amanhã\"", """tasks_create_task{"title":"não comprar doce amanhã"}""")]
    public void CourtesyQuotesAndIndirectQuestionsDoNotHoldAWishBack(string said, string calls) => Assert.Equal(calls, new Talk().Say(said).Calls);

    [Theory]
    [InlineData("apaga tudo")]
    [InlineData("apaga todas as tarefas")]
    [InlineData("cancel all my meetings")]
    [InlineData("conclui todas as tarefas")]
    public void ManyThingsAtOnceAreNotTakenAwayOnOneSentence(string said)
    {
        var talk = new Talk().Say(said);
        Assert.Equal("", talk.Calls);
        Assert.Equal("Não fiz nada: só mexo em uma coisa por vez. Diga qual.", talk.Text);
    }

    [Fact]
    public void OnlyOfferedFunctionsAreCalled()
    {
        var talk = new Talk { Offered = ["tasks_create_task"] }.Say("marca almoço quinta 12h30");
        Assert.Equal("", talk.Calls);
        Assert.Equal("Isso não está disponível agora.", talk.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\0\u0001\u0002")]
    public void AnEmptyMessageIsTold(string said) => Assert.Equal("A mensagem chegou vazia. Escreva o que você precisa.", new Talk().Say(said).Text);

    [Theory]
    [InlineData("'; drop table tasks; --")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\ud800 meio par \udc00")]
    [InlineData("((((((((((")]
    [InlineData("99999999999999999999/99/99 às 99:99 daqui a 99999999999 dias")]
    [InlineData("me lembra em 99999 anos de acordar")]
    [InlineData("me lembra em 99999 horas de acordar")]
    [InlineData("31/02 reunião às 25h")]
    [InlineData("🎂🎉 \t\n\n !!!")]
    public void StrangeTextGetsAnAnswer(string said) => Assert.NotEqual("", new Talk().Say(said) is var talk ? talk.Text + talk.Calls : "");

    [Theory]
    [InlineData("traduz pro inglês: marque uma reunião para segunda-feira às 10")]
    [InlineData("translate to German: remind me to buy bread tomorrow at 8")]
    [InlineData("play 'Wake Me Up When September Ends' at 7")]
    [InlineData("faz um pix de 50 reais pra Carla amanhã às 9")]
    [InlineData("minha chefe vive falando 'me lembra de te mandar a planilha amanhã' e nunca manda")]
    [InlineData("meetings at 8am on mondays should be illegal")]
    [InlineData("a professora disse pra turma entregar o trabalho até sexta às 18h")]
    public void WordsForOthersAreNoWish(string said) => Assert.Equal("", new Talk().Say(said).Calls);

    [Theory]
    [InlineData("me lembra de tomar água a cada 2 horas até as 18h")]
    public void WhatMayHaveBeenMisreadIsAskedAbout(string said) => Assert.Equal("", new Talk().Say(said).Calls);

    [Fact]
    public void ControlCharactersNeverReachATitle() =>
        Assert.Equal("""tasks_create_task{"title":"comprar leite"}""", new Talk().Say("cria tarefa comprar\0leite\u0007").Calls);

    public static TheoryData<string> Long =>
    [
        new string('a', 100_000), new string('(', 100_000), string.Concat(Enumerable.Repeat("me lembra amanhã às 9 e ", 4_500)),
        string.Concat(Enumerable.Repeat("9 ", 50_000)), string.Concat(Enumerable.Repeat("de a o ", 14_000)), string.Concat(Enumerable.Repeat("\"", 100_000)),
        string.Concat(Enumerable.Repeat("toda segunda e terça, ", 5_000)), string.Concat(Enumerable.Repeat("vinte e ", 12_000)),
    ];

    [Theory, MemberData(nameof(Long))]
    public void AHundredKilobytesAreAnsweredSoon(string said)
    {
        new Talk().Say("aquece");
        var watch = Stopwatch.StartNew();
        var talk = new Talk().Say(said);
        Assert.NotEqual("", talk.Text + talk.Calls);
        // Generous: what hangs takes minutes, and a busy machine is no fault.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.ElapsedMilliseconds} ms");
    }

    [Fact]
    public void ALongDictationIsKeptWhole()
    {
        var text = string.Join(' ', Enumerable.Repeat("palavra", 12_000));
        Assert.Contains(text, new Talk().Say("anota: " + text).Calls);
    }
}
