using NodaTime;
using TbPersonalOs.Agent.Host.Jobs;
using static TbPersonalOs.Agent.Host.Tests.Jobs.Ringing;

namespace TbPersonalOs.Agent.Host.Tests.Jobs;

/// <summary>To when each button of a reminder puts it off, also where the clocks change.</summary>
public sealed class PutOffTests
{
    [Theory]
    [InlineData("TenMinutes", "2026-11-23T14:00:45", "2026-11-23T14:10")]
    [InlineData("TenMinutes", "2026-11-23T23:55", "2026-11-24T00:05")]
    [InlineData("Hour", "2026-11-23T14:00", "2026-11-23T15:00")]
    [InlineData("Evening", "2026-11-23T00:01", "2026-11-23T20:00")]
    [InlineData("Evening", "2026-11-23T19:30", "2026-11-23T20:00")]
    [InlineData("Evening", "2026-11-23T19:31", "2026-11-24T20:00")]
    [InlineData("Evening", "2026-11-23T20:00", "2026-11-24T20:00")]
    [InlineData("Evening", "2026-12-31T22:00", "2027-01-01T20:00")]
    [InlineData("Tomorrow", "2026-11-23T16:30", "2026-11-24T14:00")]
    [InlineData("Tomorrow", "2026-11-24T00:10", "2026-11-25T14:00")]
    public void CountsFromNow(string to, string now, string moment) => Assert.Equal(moment, Of(to, now, "2026-11-23T14:00", "America/Sao_Paulo"));

    [Theory]
    [InlineData("TenMinutes", "2027-03-14T01:55", "2027-03-14T01:55", "2027-03-14T03:05")]
    [InlineData("Hour", "2027-03-14T01:30", "2027-03-14T01:30", "2027-03-14T03:30")]
    [InlineData("Hour", "2027-11-07T00:30", "2027-11-07T00:30", "2027-11-07T01:30")]
    [InlineData("Hour", "2027-11-07T01:30", "2027-11-07T01:30", "2027-11-07T01:30-05:00")]
    [InlineData("Tomorrow", "2027-03-13T20:00", "2027-03-13T02:30", "2027-03-14T03:30")]
    [InlineData("Evening", "2027-03-13T21:00", "2027-03-13T14:00", "2027-03-14T20:00")]
    public void HoldsWhereTheClocksChange(string to, string now, string due, string moment) => Assert.Equal(moment, Of(to, now, due, "America/New_York"));

    [Fact]
    public void TheMomentIsTheInstantThatWasMeant()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        var now = At("2027-11-07T01:30", zone.Id);

        var moment = PutOff.Of(PutOffTo.Hour, now, now, zone);

        Assert.Equal(now + Duration.FromHours(1), Instant.FromDateTimeOffset(moment.In(zone).At));
    }

    private static string Of(string to, string now, string due, string zone) =>
        PutOff.Of(Enum.Parse<PutOffTo>(to), At(now, zone), At(due, zone), DateTimeZoneProviders.Tzdb[zone]).ToString();
}
