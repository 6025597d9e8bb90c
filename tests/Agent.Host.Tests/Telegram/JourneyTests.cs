using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TbPersonalOs.Agent.Host.Jobs;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Telegram;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Tasks;

namespace TbPersonalOs.Agent.Host.Tests.Telegram;

/// <summary>A day with the assistant on the phone, from a stranger's first word on.</summary>
public sealed partial class JourneyTests
{
    [Fact]
    [Trait("Shows", "telegram:2")]
    public async Task FromPairingToAReminderThatIsDone()
    {
        const long Chat = 77;
        var host = new TestHost();
        await using var bot = await TelegramHost.StartAsync(host);
        await host.InitializeAsync();
        bot.Address = new Uri(host.WebhookAddress!, "/telegram/webhook");
        await bot.SeeAsync(() => bot.WebhookUrl);
        var owner = await host.OwnerAsync();

        // Pair: the chat shows a code, and the owner types it on the web.
        bot.Say(Chat, "oi");
        var code = Code().Match((await SeeAsync(bot, Chat, 1)).Text).Value;
        using var client = await owner.BrowserAsync();
        using var paired = await client.PostAsync("/api/v1/telegram/pairings", System.Net.Http.Json.JsonContent.Create(new { code }));
        Assert.True(paired.IsSuccessStatusCode, await paired.Content.ReadAsStringAsync());
        Assert.Contains("este chat é seu", (await SeeAsync(bot, Chat, 2)).Text);

        // A wish with a date, its card, and undo.
        bot.Say(Chat, "preciso pagar o aluguel dia 5");
        var card = await SeeAsync(bot, Chat, 3);
        Assert.StartsWith("Tarefa: pagar o aluguel · sáb 05/12", card.Text);
        bot.Press(Chat, card, "Desfazer");
        await Eventually.SeeAsync(() => owner.SeeAsync(db => Task.FromResult(db.Set<TaskItem>().Count())), left => left == 0);

        // A reminder arrives at its minute.
        bot.Say(Chat, "me lembra às 9h20 de tomar o remédio");
        Assert.Contains("09:20", (await SeeAsync(bot, Chat, 4)).Text);
        await DeliverAtAsync(host, 19, 59);
        Assert.Equal(4, bot.Chat(Chat).Messages.Count);
        await DeliverAtAsync(host, 20, 3);
        var rung = await SeeAsync(bot, Chat, 5);
        Assert.StartsWith("⏰ tomar o remédio · 09:20", rung.Text);
        Assert.Equal(["Feito", "+10 min", "+1 h", "À noite", "Amanhã"], rung.Buttons.Select(button => button.Text));

        // Ten minutes more.
        bot.Press(Chat, rung, "+10 min");
        var putOff = await Eventually.SeeAsync(() => Task.FromResult(bot.Chat(Chat).Messages[4]), message => message.Edits > 0);
        Assert.Contains("09:30", putOff.Text);
        await DeliverAtAsync(host, 30, 5);
        var again = await SeeAsync(bot, Chat, 6);

        // Done.
        bot.Press(Chat, again, "Feito");
        await Eventually.SeeAsync(() => owner.SeeAsync(db => Task.FromResult(db.Set<Reminder>().Single().Status)), status => status == ReminderStatus.Done);
        Assert.Equal([DeliveryEnd.OnTime, DeliveryEnd.OnTime], await owner.SeeAsync(db => Task.FromResult(db.Set<ReminderDelivery>().Select(row => row.End).ToList())));
        bot.AssertAllValid();
        await host.DisposeAsync();
    }

    private static async Task DeliverAtAsync(TestHost host, int minute, int second)
    {
        host.Clock.Now = new DateTimeOffset(2026, 11, 23, 9, minute, second, TimeSpan.FromHours(-3));
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ReminderDesk>().DeliverDueAsync(Instant.FromDateTimeOffset(host.Clock.Now));
    }

    private static async Task<SeenMessage> SeeAsync(FakeBotApi bot, long chat, int count) =>
        (await Eventually.SeeAsync(() => Task.FromResult(bot.Chat(chat).Messages), messages => messages.Count >= count))[count - 1];

    [GeneratedRegex("[2-9A-HJ-NP-Z]{8}")]
    private static partial Regex Code();
}
