using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Telegram;
using TbPersonalOs.Data.Telegram;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>How replies come to a chat, whatever Telegram does.</summary>
public sealed class DeliveryTests(TelegramHost house)
{
    [Fact]
    public async Task AFloodIsWaitedForAndTheReplyComesOnce()
    {
        var ana = await house.NewPersonAsync();
        Fail(ana, BotFault.Flood(1));

        var answer = await ana.SayAsync("preciso comprar leite");

        Assert.StartsWith("Tarefa", answer.Text);
        Assert.Equal((DeliveryState.Delivered, 2, false), await OutcomeAsync(ana));
    }

    [Fact]
    public async Task WhatBrokeBeforeAnAnswerIsSentAgainAndSaysThatItMayBeARepeat()
    {
        var ana = await house.NewPersonAsync();
        Fail(ana, BotFault.Drop(after: true));

        await ana.SayAsync("preciso comprar leite");
        await Eventually.SeeAsync(() => Task.FromResult(ana.Messages), messages => messages.Count == 2);

        Assert.DoesNotContain("pode ser repetida", ana.Messages[0].Text);
        Assert.StartsWith("(pode ser repetida)\nTarefa", ana.Messages[1].Text);
        Assert.True((await OutcomeAsync(ana)).Repeat);
    }

    [Fact]
    public async Task WhoHasBlockedTheBotIsToldOnTheWebAndNotAskedAgain()
    {
        var ana = await house.NewPersonAsync();
        house.Bot.Chat(ana.Chat).Blocked = true;

        house.Bot.Say(ana.Chat, "preciso comprar leite");

        var rows = await Eventually.SeeAsync(() => ana.Person.SeeAsync(db => Task.FromResult(db.Set<OutboxMessage>().OrderBy(row => row.CreatedAt).ToList())), rows => rows.Count == 2);
        Assert.Equal((DeliveryState.Failed, "denied"), (rows[0].State, rows[0].Fault));
        Assert.Equal(("web", DeliveryState.Ready), (rows[1].Channel, rows[1].State));
        Assert.Contains("Tarefa: comprar leite", rows[1].Text);
        Assert.NotNull(await ana.Person.SeeAsync(db => Task.FromResult(db.Set<TelegramChat>().Single(chat => chat.ChatId == ana.Chat).BlockedAt)));
    }

    [Fact]
    public async Task ALongReplyComesInPartsThatLoseNothing()
    {
        var ana = await house.NewPersonAsync();
        var text = string.Join("\n\n", Enumerable.Range(1, 120).Select(line => $"{line}. {string.Concat(Enumerable.Repeat("👩‍👩‍👧 <&> texto ", 8))}"));
        var words = house.Planner.Script(ScriptedPlanner.Say(text));

        await ana.SayAsync(words);
        await Eventually.SeeAsync(() => OutcomeAsync(ana), outcome => outcome.State == DeliveryState.Delivered);

        Assert.True(ana.Messages.Count > 2);
        Assert.Equal(Squeeze(text), Squeeze(string.Concat(ana.Messages.Select(message => message.Text))));
        house.Bot.AssertAllValid();
    }

    [Fact]
    public async Task RepliesOfOneChatComeInTheirOrder()
    {
        var ana = await house.NewPersonAsync();
        Fail(ana, BotFault.Flood(1));

        for (var task = 1; task <= 5; task++)
        {
            house.Bot.Say(ana.Chat, $"preciso fazer a coisa número {task}");
            await Task.Delay(30);
        }

        await Eventually.SeeAsync(() => ana.Person.SeeAsync(db => Task.FromResult(db.Set<OutboxMessage>().Count(row => row.State != DeliveryState.Delivered))), left => left == 0);
        var told = string.Join(' ', ana.Messages.Select(message => message.Text));
        Assert.Equal([1, 2, 3, 4, 5], Enumerable.Range(1, 5).OrderBy(task => told.IndexOf($"número {task}", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("👩‍👩‍👧")]
    [InlineData("e\u0301 ")]
    [InlineData("palavra. ")]
    public void CutsFallBetweenCharacters(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 3000)).Trim();

        var parts = TelegramText.Split(text, 1000);

        Assert.All(parts, part => Assert.InRange(part.Length, 1, 1000));
        Assert.Equal(Squeeze(text), Squeeze(string.Concat(parts)));
        Assert.All(parts, part => Assert.DoesNotContain('\uFFFD', part.Normalize()));
    }

    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private void Fail(TelegramPerson ana, BotFault fault) => house.Bot.FailNext(call => call.Method == "sendMessage" && call.Chat == ana.Chat, fault);

    private static Task<(DeliveryState State, int Attempts, bool Repeat)> OutcomeAsync(TelegramPerson ana) => ana.Person.SeeAsync(db => Task.FromResult(
        db.Set<OutboxMessage>().Select(row => new { row.State, row.Attempts, row.PossibleRepeat }).AsEnumerable().Select(row => (row.State, row.Attempts, row.PossibleRepeat)).Single()));
}
