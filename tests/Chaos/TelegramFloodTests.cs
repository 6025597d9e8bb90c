using System.Globalization;
using System.Text.RegularExpressions;
using TbPersonalOs.Common.Telegram;

namespace TbPersonalOs.Chaos;

/// <summary>Many updates, some twice and some out of order, while the process is killed from outside again and again.</summary>
public sealed partial class TelegramFloodTests(ITestOutputHelper output)
{
    private const int Chats = 40;
    private const string Mark = "(pode ser repetida)";
    private static readonly bool Long = Environment.GetEnvironmentVariable("TBOS_LONG") == "1";
    private static readonly (int Updates, int Kills) Size = Long ? (10_000, 20) : (600, 3);

    [Fact]
    [Trait("Shows", "telegram:3")]
    public async Task EveryUpdateIsAnsweredOnceInTheOrderOfItsChat()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TBOS_SEED"), CultureInfo.InvariantCulture, out var given) ? given : Random.Shared.Next(1, 1_000_000);
        output.WriteLine($"seed {seed}: TBOS_SEED={seed} repeats what falls by chance");
        await using var bot = await FakeBotApi.StartAsync();
        bot.Delivery = new BotDelivery { Seed = seed, Duplicates = 0.2, Reordered = 0.05 };
        var port = Ports.Free();
        bot.Address = new Uri($"http://127.0.0.1:{port}/telegram/webhook");
        await using var house = await House.NewAsync(settings: new Dictionary<string, string>
        {
            ["Telegram__Token"] = FakeBotApi.Token,
            ["Telegram__BaseUrl"] = bot.BaseUrl.ToString(),
            ["Telegram__WebhookSecret"] = "flood-secret",
            ["Telegram__WebhookPort"] = $"{port}",
            ["Telegram__MessagesPerHour"] = "1000000",
            ["Public__Url"] = "https://casa.example/",
        });
        for (var chat = 1; chat <= Chats; chat++)
        {
            await house.SeeAsync<long>($"insert into accounts.telegram_chats (bot_id, chat_id, user_id, is_group) select {FakeBotApi.BotId}, {chat}, id, false from accounts.users where is_owner returning chat_id");
        }

        var kills = await FloodAsync(bot, house, new Random(seed));

        var copies = bot.Posts.Count(post => post.IsCopy);
        output.WriteLine($"{Size.Updates} updates in {Chats} chats, {bot.Posts.Count} deliveries, {copies} of what was taken before, {kills.Count} kills of which {kills.Count(working => working)} hit turns or sendings under way");
        await SeeAnsweredAsync(bot, house);
        bot.AssertAllValid();
    }

    /// <summary>Lets people talk and kills the process meanwhile; at the end nothing is under way any more. Returns for each kill whether it hit work.</summary>
    private static async Task<List<bool>> FloodAsync(FakeBotApi bot, House house, Random chance)
    {
        var kills = new List<bool>();
        var host = await HostProcess.StartAsync(house);
        await bot.SeeAsync(() => bot.WebhookUrl);
        try
        {
            for (var said = 0; said < Size.Updates;)
            {
                bot.Hold();
                for (var last = Math.Min(said + (Size.Updates / Size.Kills), Size.Updates); said < last; said++)
                {
                    bot.Say((said % Chats) + 1, string.Create(CultureInfo.InvariantCulture, $"anota: coisa {said:000000}"));
                }

                bot.Release();
                if (kills.Count < Size.Kills)
                {
                    await Task.Delay(chance.Next(200, 1500));
                    kills.Add(await house.SeeAsync<long>("select count(*) from work") > 0);
                    Assert.Equal(137, await host.KillAsync());
                    await host.DisposeAsync();
                    host = await HostProcess.StartAsync(house);
                }
            }

            var deadline = DateTime.UtcNow.AddMinutes(10);
            for (; bot.Waiting > 0; await Task.Delay(200))
            {
                Assert.True(DateTime.UtcNow < deadline, "Updates are left that the house does not take.");
            }

            await bot.IdleAsync();
            for (; await house.SeeAsync<long>("select count(*) from work") > 0; await Task.Delay(200))
            {
                Assert.True(DateTime.UtcNow < deadline, "Work is left that nobody ends.");
            }
        }
        finally
        {
            await host.DisposeAsync();
        }

        return kills;
    }

    private async Task SeeAnsweredAsync(FakeBotApi bot, House house)
    {
        Assert.Equal(Size.Updates, await house.SeeAsync<long>("select count(*) from incoming_messages"));
        Assert.Equal(0, await house.SeeAsync<long>("select count(*) from incoming_messages m left join turns t on t.user_id = m.user_id and t.id = m.turn_id where t.state is distinct from 'done'"));
        Assert.Equal(0, await house.SeeAsync<long>("select count(*) from (select turn_id from outbox_messages where kind = 'reply' and state = 'delivered' group by turn_id having count(*) <> 1) x"));
        Assert.Equal(await house.SeeAsync<long>("select count(*) from turns"), await house.SeeAsync<long>("select count(*) from outbox_messages where state = 'delivered'"));
        // One note for each: what was said once was done once.
        Assert.Equal(Size.Updates, await house.SeeAsync<long>("select count(distinct text) from notes"));
        Assert.Equal(Size.Updates, await house.SeeAsync<long>("select count(*) from notes"));
        Assert.Null(await house.SeeAsync<long?>("select verify_log()"));

        var (marked, outOfOrder) = (0, 0);
        for (var chat = 1; chat <= Chats; chat++)
        {
            var told = bot.Chat(chat).Messages.SelectMany(message => Thing().Matches(message.Text).Select(thing => (thing.Value, IsMarked: message.Text.StartsWith(Mark, StringComparison.Ordinal)))).ToList();
            var expected = await OrderAsync(house, chat);
            var first = told.Select(thing => thing.Value).Distinct().ToList();
            if (!expected.SequenceEqual(first))
            {
                Assert.Fail(await DifferenceAsync(house, bot, chat, expected, first));
            }

            // All but the first are marked; the first too when it is a repeat of what never arrived.
            Assert.All(told.GroupBy(thing => thing.Value), same => Assert.All(same.Skip(1), again => Assert.True(again.IsMarked, $"{again.Value} came twice without a mark.")));
            marked += told.Count(thing => thing.IsMarked);
            outOfOrder += expected.Zip(expected.Order(StringComparer.Ordinal)).Count(pair => pair.First != pair.Second);
        }

        output.WriteLine($"{marked} answers are marked as possible repeats; {outOfOrder} messages came out of their number's order and were answered as they came");
    }

    /// <summary>The things that were said in a chat, in the order in which they were taken in.</summary>
    private static async Task<List<string>> OrderAsync(House house, int chat)
    {
        var joined = await house.SeeAsync<string>(
            $"""
            select string_agg(substring(m.text from 'coisa \d+'), ',' order by m.received_at, m.id)
            from incoming_messages m join conversations c on c.user_id = m.user_id and c.id = m.conversation_id where c.chat = '{chat}'
            """);
        return [.. joined!.Split(',')];
    }

    private static async Task<string> DifferenceAsync(House house, FakeBotApi bot, int chat, List<string> expected, List<string> told)
    {
        var at = Enumerable.Range(0, Math.Max(expected.Count, told.Count)).First(place => place >= told.Count || place >= expected.Count || told[place] != expected[place]);
        var rows = await house.SeeAsync<string>(
            $"""
            select string_agg(format('%s %s turn %s began %s ended %s out %s %s repeat %s', m.received_at, m.text, right(t.id::text, 6), t.started_at, t.ended_at, o.created_at, o.channel_messages, o.possible_repeat), e'\n' order by m.received_at)
            from incoming_messages m join conversations c on c.user_id = m.user_id and c.id = m.conversation_id join turns t on t.user_id = m.user_id and t.id = m.turn_id
                left join outbox_messages o on o.user_id = t.user_id and o.turn_id = t.id
            where c.chat = '{chat}' and (m.text like '%{expected[at]}' or m.text like '%{told[at]}')
            """);
        var messages = bot.Chat(chat).Messages.Where(message => message.Text.Contains(expected[at], StringComparison.Ordinal) || message.Text.Contains(told[at], StringComparison.Ordinal));
        return $"chat {chat}, place {at}\n{rows}\n{string.Join('\n', messages.Select(message => $"{message.At:O} {message.Id} {message.Text}"))}";
    }

    [GeneratedRegex(@"coisa \d{6}")]
    private static partial Regex Thing();
}
