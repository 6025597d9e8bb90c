using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>
/// A year of reminders with moves, clocks that change and a house that is down at times: each time of each ends as the rules say, and none twice.
/// With <c>TBOS_LONG</c> 500 reminders, else some of them.
/// </summary>
public sealed class ReminderYearTests(JobsHost own, ITestOutputHelper output) : IClassFixture<JobsHost>
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("TBOS_LONG") is { Length: > 0 };
    private readonly TestHost _host = own.Host;
    private readonly List<TestPerson> _people = [];
    private readonly Dictionary<Guid, YearReminder> _reminders = [];
    private int _said;

    [Fact, Trait("Shows", "telegram:4")]
    public async Task EveryTimeOfEachReminderHasExactlyTheEndThatTheRulesSay()
    {
        var plan = new YearPlan(20261126, Long ? 12 : 6, Long ? 500 : 60);
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

        output.WriteLine(string.Join(", ", found.GroupBy(line => line.Split(' ')[2]).Select(ends => $"{ends.Key} {ends.Count()}")) + $" in {_said} messages");
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
        Assert.Equal(found.Count, found.Select(line => line[..line.IndexOf(' ', 40)]).Distinct().Count());
        Assert.All(Enum.GetNames<DeliveryEnd>().Except([nameof(DeliveryEnd.Underway)]), end => Assert.Contains(found, line => line.Contains($" {end} ", StringComparison.Ordinal)));
        Assert.InRange(_said, 1, told);
    }

    /// <summary>A chat and a zone for each, and what they want to be reminded of.</summary>
    private async Task BeginAsync(YearPlan plan)
    {
        for (var place = 0; place < plan.People.Count; place++)
        {
            _people.Add(await own.NewPersonAsync(5_000 + place));
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
        foreach (var id in await LeavingAsync())
        {
            var place = _people.FindIndex(person => person.Id == id);
            var refuses = plan.People[place].Refusing is { } days && days.Contains(now);
            _said += (await _people[place].SendAllAsync(now, _ => !refuses)).Count;
            if (plan.People[place].Move is null && now.ToUnixTimeSeconds() / 60 % 10 == 0)
            {
                // Ticking one off now and then changes nothing in what comes.
                await TickOffAsync(_people[place], now);
            }
        }
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

    private static string Line(Guid reminder, Instant due, YearEnd end) => $"{reminder} {due} {end.End} {end.MinutesLate}";
}
