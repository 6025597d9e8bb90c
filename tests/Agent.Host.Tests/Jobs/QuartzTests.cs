using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Quartz;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>The clock that rings the jobs, as it is: Quartz, on the database, in real time.</summary>
public sealed class QuartzTests : IAsyncLifetime
{
    private readonly TestHost _host = new()
    {
        Settings = { ["Jobs:Enabled"] = "true" },
        Configure = services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)),
    };

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact, Trait("Shows", "telegram:4")]
    public async Task AReminderThatIsDueIsToldByItselfAndNoJobIsRungTwiceAfterARestart()
    {
        var person = await _host.NewPersonAsync();
        await person.RemindAsync("remédio", DateTime.Now.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture));

        await Eventually.SeeAsync(person.TellingsAsync, tellings => tellings is [{ ToldAt: not null }]);

        Assert.Equal("main", Assert.Single(await person.OutboxAsync()).Chat);
        await _host.RestartAsync();
        Assert.Equal(["briefs", "reminders"], await JobsAsync(person));
        Assert.Single(await person.TellingsAsync());
    }

    [Fact]
    public async Task WhereTimeStandsStillNothingRings()
    {
        await using var still = new TestHost { Settings = { ["Jobs:Enabled"] = "true", ["Clock:Now"] = "2026-11-23T12:00:00Z" } };
        await still.InitializeAsync();

        Assert.Null(still.Services.GetService<ISchedulerFactory>());
    }

    /// <summary>What the app role sees of the jobs: it may use their tables.</summary>
    private static Task<List<string>> JobsAsync(TestPerson person) => person.SeeAsync(db =>
        db.Database.SqlQuery<string>($"""select trigger_name as "Value" from jobs.qrtz_triggers order by 1""").ToListAsync());
}
