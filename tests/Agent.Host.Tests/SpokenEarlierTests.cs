using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Reminders;

namespace TbPersonalOs.Agent.Host.Tests;

/// <summary>Relative times count from when the person spoke.</summary>
public sealed class SpokenEarlierTests(TestHost host)
{
    [Fact]
    public async Task WhatIsPastByNowIsAskedForAndAYesMeansNow()
    {
        var person = await host.NewPersonAsync();

        var late = await person.SayAsync("me lembra daqui a 20 minutos de tirar o bolo", saidAt: host.Clock.Now.AddHours(-10));

        Assert.Contains("23:00", late.Reply, StringComparison.Ordinal);
        Assert.NotNull(late.Question);
        Assert.Equal(0, await person.SeeAsync(db => db.Reminders.CountAsync()));

        await person.SayAsync("sim");

        var reminder = await person.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal(("tirar o bolo", host.Clock.Now.ToUniversalTime()), (reminder.Text, reminder.Due.At));
    }

    [Fact]
    public async Task WhatIsStillToComeCountsFromWhenItWasSaid()
    {
        var person = await host.NewPersonAsync();

        await person.SayAsync("me lembra daqui a 20 minutos de tirar o bolo", saidAt: host.Clock.Now.AddMinutes(-5));

        var reminder = await person.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal(host.Clock.Now.AddMinutes(15).ToUniversalTime(), reminder.Due.At);
    }
}
