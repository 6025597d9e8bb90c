using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Benchmarks;

/// <summary>
/// A message with one write that Telegram posts to the webhook: how long until it is acknowledged, and until the reply is sent. The fake Bot API
/// runs in this process and checks what it is told, so that both figures also hold its own work.
/// </summary>
internal static class WebhookBench
{
    private const long Chat = 1;
    private const int Calls = 300;

    public static async Task RunAsync(Report report)
    {
        await using var database = await TestDatabase.NewAsync(durable: true);
        report.Note("database", await Machine.DatabaseAsync(database.Owner));
        await database.ExecuteAsync("insert into accounts.telegram_chats (bot_id, chat_id, user_id, is_group) select $1, $2, id, false from accounts.users where is_owner", FakeBotApi.BotId, Chat);
        await using var bot = await FakeBotApi.StartAsync();
        var port = FreePort();
        bot.Address = new Uri($"http://127.0.0.1:{port}/telegram/webhook");
        await using var host = await ServingHost.StartAsync(database.Owner, new Dictionary<string, string>
        {
            ["Telegram__Token"] = FakeBotApi.Token,
            ["Telegram__BaseUrl"] = bot.BaseUrl.ToString(),
            ["Telegram__WebhookSecret"] = "bench-secret",
            ["Telegram__WebhookPort"] = $"{port}",
            ["Telegram__MessagesPerHour"] = "1000000",
            ["Public__Url"] = "https://casa.example/",
        });
        await bot.SeeAsync(() => bot.WebhookUrl);
        bot.Hold();
        await BatchAsync(bot);
        var (acknowledged, replied) = (new List<double[]>(), new List<double[]>());
        for (var batch = 0; batch < Timings.BatchCount; batch++)
        {
            var (acks, replies) = await BatchAsync(bot);
            acknowledged.Add(acks);
            replied.Add(replies);
        }

        bot.AssertAllValid();
        Timings[] all = [new("webhook to acknowledgement", acknowledged), new("webhook to reply sent", replied)];
        foreach (var timings in all)
        {
            Report.Line(timings.ToString());
            report.Figure(timings.What, timings.ToJson());
        }

        report.Target("p99, webhook to acknowledgement", all[0].P99, 10, "ms");
    }

    private static async Task<(double[] Acknowledged, double[] Replied)> BatchAsync(FakeBotApi bot)
    {
        var (acks, replies) = (new double[Calls], new double[Calls]);
        for (var call = 0; call < Calls; call++)
        {
            var before = bot.Chat(Chat).Messages.Count;
            var said = bot.Say(Chat, $"anota: coisa {Guid.CreateVersion7():N}");
            var began = Stopwatch.GetTimestamp();
            if (await bot.DeliverAsync(said) != 200)
            {
                throw new InvalidOperationException("An update was not taken.");
            }

            acks[call] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            await bot.SeeAsync(() => bot.Chat(Chat).Messages is { } messages && messages.Count > before ? messages : null);
            replies[call] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        return (acks, replies);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
