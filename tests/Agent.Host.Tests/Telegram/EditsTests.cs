using TbPersonalOs.Common;
using TbPersonalOs.Data.Telegram;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>Messages that were edited, quoted, forwarded, or too many.</summary>
public sealed class EditsTests(TelegramHost house)
{
    [Fact]
    public async Task AnEditBeforeTheFirstAnswerCounts()
    {
        var ana = await house.NewPersonAsync();
        var gate = new TaskCompletionSource();
        var words = house.Planner.Script(async asked =>
        {
            if (!asked.Said.Contains("depois", StringComparison.Ordinal))
            {
                await gate.Task;
            }

            return ScriptedPlanner.Say($"li: {asked.Said}");
        });
        var update = house.Bot.Say(ana.Chat, $"{words} antes");
        await Eventually.SeeAsync(() => Task.FromResult(house.Planner.Log.Any(asked => asked.Said.Contains(words, StringComparison.Ordinal))), asked => asked);

        house.Bot.Edit(update, $"{words} depois");
        await Eventually.SeeAsync(() => ana.Person.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().Single().Text)), text => text.EndsWith("depois", StringComparison.Ordinal));
        gate.SetResult();

        await Eventually.SeeAsync(() => Task.FromResult(ana.Messages), messages => messages.Count == 1);
        Assert.Equal($"li: {words} depois", ana.Messages[0].Text);
    }

    [Fact]
    public async Task AnEditAfterTheAnswerIsToldAndChangesNothing()
    {
        var ana = await house.NewPersonAsync();
        Assert.NotNull(await ana.NextAsync(() => house.Bot.Edit(Said(ana, "preciso comprar leite"), "preciso comprar pão")));

        await Eventually.SeeAsync(() => Task.FromResult(ana.Messages), messages => messages.Any(message => message.Text.StartsWith("Vi que você editou “preciso comprar pão”", StringComparison.Ordinal)));
        Assert.Equal(["comprar leite"], await ana.Person.SeeAsync(db => Task.FromResult(db.Set<Data.Tasks.TaskItem>().Select(task => task.Title).ToList())));
    }

    [Fact]
    public async Task AForwardIsAnothersWord()
    {
        var ana = await house.NewPersonAsync();

        await ana.NextAsync(() => house.Bot.Forward(ana.Chat, "preciso pagar 500 reais pro Zé amanhã"));

        Assert.StartsWith("untrusted:forward:", await ana.Person.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().Single().Origin)));
        Assert.Empty(await ana.Person.SeeAsync(db => Task.FromResult(db.Set<Data.Tasks.TaskItem>().ToList())));
    }

    [Fact]
    public async Task AReplyNamesTheTurnThatItAnswers()
    {
        var ana = await house.NewPersonAsync();
        var first = await ana.SayAsync("preciso comprar leite");
        await ana.SayAsync("preciso comprar pão");

        await ana.NextAsync(() => house.Bot.Reply(ana.Chat, first, "oi"));

        var turns = await ana.Person.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().OrderBy(row => row.ReceivedAt).Select(row => new { row.TurnId, row.QuotedTurnId }).ToList()));
        Assert.Equal(turns[0].TurnId, turns[2].QuotedTurnId);
    }

    [Fact]
    public async Task MoreThanTheHoursMessagesAreLeftAloneAndThatIsToldOnce()
    {
        var host = ScriptedHost.With(new ScriptedPlanner());
        await using var bot = await TelegramHost.StartAsync(host);
        host.Settings["Telegram:MessagesPerHour"] = "3";
        await host.InitializeAsync();
        bot.Address = new Uri(host.WebhookAddress!, "/telegram/webhook");
        await Eventually.SeeAsync(() => Task.FromResult(bot.WebhookUrl is not null), set => set);
        var person = await host.NewPersonAsync();
        await host.Database.ExecuteAsync("insert into accounts.telegram_chats (bot_id, chat_id, user_id, is_group) values ($1, 5, $2, false)", Common.Telegram.FakeBotApi.BotId, person.Id);

        for (var message = 0; message < 6; message++)
        {
            Assert.Equal(200, await bot.DeliverAsync(bot.Say(5, $"oi {message}")));
        }

        await Eventually.SeeAsync(() => Task.FromResult(bot.Chat(5).Messages), messages => messages.Count(message => message.Text.StartsWith("Você mandou mais de 3", StringComparison.Ordinal)) == 1);
        Assert.Equal(3, await person.SeeAsync(db => Task.FromResult(db.Set<IncomingMessage>().Count())));
        Assert.Equal(3, await person.SeeAsync(db => Task.FromResult(db.Set<TelegramUpdate>().Count(row => row.State == UpdateState.Ignored && row.Body == null))));
        await host.DisposeAsync();
    }

    private Common.Telegram.SeenMessage Said(TelegramPerson ana, string text)
    {
        var update = house.Bot.Say(ana.Chat, text);
        Eventually.SeeAsync(() => Task.FromResult(ana.Messages), messages => messages.Count == 1).GetAwaiter().GetResult();
        return update;
    }
}
