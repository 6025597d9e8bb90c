using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TbPersonalOs.Agent.Host.Channels.Telegram;
using TbPersonalOs.Common;
using TbPersonalOs.Common.Telegram;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Reminders;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>
/// A year of reminders with moves, clocks that change and a house that is down at times, told by the real sender to the fake Bot API: each time of
/// each ends as the rules say, and none twice. With <c>TBOS_LONG</c> 500 reminders, else some of them.
/// </summary>
public sealed partial class ReminderYearTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const long FirstChat = 5_000;
    private static readonly bool Long = Environment.GetEnvironmentVariable("TBOS_LONG") is { Length: > 0 };
    private readonly TestHost _host = new();
    private readonly HashSet<long> _refusing = [];
    private FakeBotApi? _bot;
    private readonly List<TestPerson> _people = [];
    private readonly Dictionary<Guid, YearReminder> _reminders = [];

    private FakeBotApi Bot => _bot ?? throw new InvalidOperationException("The fake has not started.");

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBotApi.StartAsync(_host.Clock);
        _host.Settings["Telegram:Token"] = FakeBotApi.Token;
        _host.Settings["Telegram:BaseUrl"] = _bot.BaseUrl.ToString();
        _host.Settings["Telegram:Mode"] = "off";
        _host.Settings["Jobs:Enabled"] = "false";
        await _host.InitializeAsync();
        _bot.Refusing = call => call.Method == "sendMessage" && _refusing.Contains(call.Chat) ? new BotFault(400, "Bad Request: message can't be sent") : null;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await Bot.DisposeAsync();
    }

    [Fact, Trait("Shows", "telegram:4")]
    public async Task EveryTimeOfEachReminderHasExactlyTheEndThatTheRulesSay()
    {
        var plan = new YearPlan(20261126, Long ? 12 : 6, Long ? 500 : 24);
        await BeginAsync(plan);

        await LiveAsync(plan);

        var expectation = new YearExpectation(plan);
        var (expected, found, told) = (new List<string>(), new List<string>(), 0);
        foreach (var (id, reminder) in _reminders)
        {
            expected.AddRange(expectation.Of(reminder).Select(end => Line(id, end.Key, end.Value)));
        }

        foreach (var person in _people)
        {
            var tellings = await person.TellingsAsync();
            Assert.All(tellings, telling => Assert.Equal(telling.End != DeliveryEnd.Skipped, telling.ToldAt is not null));
            Assert.All(tellings, telling => Assert.Equal(0, telling.Repetition));
            told += tellings.Count(telling => telling.End != DeliveryEnd.Skipped);
            found.AddRange(tellings.Select(telling => Line(telling.ReminderId, Instant.FromDateTimeOffset(telling.DueAt), new YearEnd(telling.End, telling.MinutesLate))));
        }

        var said = Bot.Calls("sendMessage").Count(call => call.Status == 200);
        output.WriteLine(string.Join(", ", found.GroupBy(line => line.Split(' ')[2]).Select(ends => $"{ends.Key} {ends.Count()}")) + $" in {said} messages");
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(found.Count, found.Select(line => line[..line.IndexOf(' ', 40)]).Distinct().Count());
        Assert.All(Enum.GetNames<DeliveryEnd>().Except([nameof(DeliveryEnd.Underway)]), end => Assert.Contains(found, line => line.Contains($" {end} ", StringComparison.Ordinal)));
        Assert.InRange(said, 1, told);
        Assert.Equal(Count(found.Where(line => line.Split(' ')[2] is nameof(DeliveryEnd.OnTime) or nameof(DeliveryEnd.Late)).Select(line => Guid.Parse(line[..36])).Select(NameOf)), Count(await HeardAsync()));
        Bot.AssertAllValid();
    }

    /// <summary>A chat and a zone for each, and what they want to be reminded of.</summary>
    private async Task BeginAsync(YearPlan plan)
    {
        for (var place = 0; place < plan.People.Count; place++)
        {
            _host.Clock.Now = TestHost.Monday;
            _people.Add(await _host.NewPersonAsync());
            await _host.Database.ExecuteAsync(
                "insert into accounts.telegram_chats (bot_id, chat_id, user_id, is_group) values ($1, $2, $3, false)", FakeBotApi.BotId, FirstChat + place, _people[place].Id);
            Bot.Chat(FirstChat + place);
            await _people[place].CallAsync("profile.update_profile", new { zone = plan.People[place].Zone });
        }

        foreach (var reminder in plan.Reminders)
        {
            var at = reminder.First.ToString("uuuu-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            _reminders.Add(await _people[reminder.Person].RemindAsync($"lembrete {_reminders.Count}", at, reminder.Rule), reminder);
        }
    }

    /// <summary>Goes from one instant at which there is work to the next, as the clock would ring.</summary>
    private async Task LiveAsync(YearPlan plan)
    {
        var moves = plan.People.Select((person, place) => (person.Move, place)).Where(move => move.Move is not null).OrderBy(move => move.Move!.Value.At).ToList();
        var now = YearPlan.Start;
        while (await NextWorkAsync() is { } next && plan.Ring(Instant.Max(next, now)) is var ring && ring <= YearPlan.End)
        {
            Assert.True(next <= now || ring > now || now == YearPlan.Start, "The same work comes again and again.");
            if (moves is [var move, ..] && move.Move!.Value.At < ring)
            {
                moves.RemoveAt(0);
                now = move.Move.Value.At;
                await RingAsync(plan, now);
                await _people[move.place].CallAsync("profile.update_profile", new { zone = move.Move.Value.Zone });
                continue;
            }

            now = ring;
            await RingAsync(plan, now);
        }
    }

    private async Task RingAsync(YearPlan plan, Instant now)
    {
        await _host.RingAsync(now);
        var leaving = await LeavingAsync();
        foreach (var id in leaving)
        {
            var place = _people.FindIndex(person => person.Id == id);
            if (plan.People[place].Refusing is { } days && days.Contains(now))
            {
                _refusing.Add(FirstChat + place);
            }
            else
            {
                _refusing.Remove(FirstChat + place);
            }
        }

        // The sender itself brings them; those that are refused go on to the web.
        foreach (var id in leaving)
        {
            await _host.Services.GetRequiredService<TelegramSender>().LookAsync(id, CancellationToken.None);
        }

        await Eventually.SeeAsync(LeavingAsync, left => left.Count == 0);
        foreach (var place in leaving.Select(id => _people.FindIndex(person => person.Id == id)))
        {
            if (plan.People[place].Move is null && now.ToUnixTimeSeconds() / 60 % 10 == 0)
            {
                // Ticking one off now and then changes nothing in what comes.
                await TickOffAsync(_people[place], now);
            }
        }
    }

    private static string Count(IEnumerable<string> names) => string.Join('\n', names.GroupBy(name => name).OrderBy(name => name.Key, StringComparer.Ordinal).Select(name => $"{name.Key}: {name.Count()}"));

    private string NameOf(Guid reminder) => $"lembrete {_reminders.Keys.ToList().IndexOf(reminder)}";

    /// <summary>The names of reminders in the fake's own log, once for each telling, apart from what was told on the web.</summary>
    private async Task<List<string>> HeardAsync()
    {
        var heard = _people.SelectMany((_, place) => Bot.Chat(FirstChat + place).Messages).SelectMany(message => Named().Matches(message.Text)).Select(name => name.Value).ToList();
        foreach (var person in _people)
        {
            // What was asked for while a chat refused, and ended in time or late, was told on the web at once.
            heard.AddRange((await person.OutboxAsync()).Where(row => row is { Channel: "web", Kind: OutboxKind.Reminder }).SelectMany(row => Named().Matches(row.Text)).Select(name => name.Value));
        }

        return heard;
    }

    /// <summary>What was told just now: none of its times waits for the end of the night.</summary>
    private async Task TickOffAsync(TestPerson person, Instant now)
    {
        var told = (await person.TellingsAsync()).FindLast(telling => telling.End != DeliveryEnd.Skipped && telling.ClaimedAt == now.ToDateTimeOffset());
        if (told is not null && _reminders[told.ReminderId].Rhythm != Rhythm.Once)
        {
            await person.CallAsync("reminders.complete_reminder", new { reminder = told.ReminderId.ToString() });
        }
    }

    private async Task<Instant?> NextWorkAsync() => (await AskAsync(db => db.Database.SqlQuery<DateTimeOffset?>(
        $"""select min(run_at) as "Value" from work where kind = 'reminder'""").ToListAsync()))[0] is { } at ? Instant.FromDateTimeOffset(at) : null;

    private Task<List<Guid>> LeavingAsync() => AskAsync(db => db.Database.SqlQuery<Guid>($"""select distinct user_id as "Value" from work where kind = 'delivery'""").ToListAsync());

    private async Task<T> AskAsync<T>(Func<AppDbContext, Task<T>> ask)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    [GeneratedRegex(@"lembrete \d+")]
    private static partial Regex Named();

    private static string Line(Guid reminder, Instant due, YearEnd end) => $"{reminder} {due} {end.End} {end.MinutesLate}";
}
