using System.Text.Json;
using NodaTime;

namespace TbPersonalOs.Plugins.Tests;

public sealed class MomentTests
{
    private static readonly DateTimeZone SaoPaulo = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Theory]
    [InlineData("2026-12-05", false, "2026-12-05")]
    [InlineData(" 2026-12-05 ", false, "2026-12-05")]
    [InlineData("2026-11-24T09:00", true, "2026-11-24T09:00")]
    [InlineData("2026-11-24T09:00:00", true, "2026-11-24T09:00")]
    [InlineData("2026-11-24T09:00-03:00", true, "2026-11-24T09:00-03:00")]
    [InlineData("2026-11-24T12:00Z", true, "2026-11-24T12:00+00:00")]
    public void IsReadAndWrittenInItsIsoForm(string text, bool hasTime, string written)
    {
        Assert.True(Moment.TryParse(text, out var moment));
        Assert.Equal((hasTime, written), (moment.HasTime, moment.ToString()));
        Assert.Equal($"\"{written}\"", JsonSerializer.Serialize(moment, ToolJson.Options));
        Assert.Equal(moment, JsonSerializer.Deserialize<Moment>($"\"{written}\"", ToolJson.Options));
    }

    [Theory]
    [InlineData("")]
    [InlineData("amanhã")]
    [InlineData("2026-02-30")]
    [InlineData("2026-11-24T25:00")]
    [InlineData("24/11/2026")]
    public void AnythingElseIsNoMoment(string text)
    {
        Assert.False(Moment.TryParse(text, out _));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Moment>(JsonSerializer.Serialize(text), ToolJson.Options));
    }

    [Theory]
    [InlineData("2018-11-04", "2018-11-04T03:00:00Z", "2018-11-04T01:00:00")] // midnight was skipped
    [InlineData("2018-11-04T00:30", "2018-11-04T03:30:00Z", "2018-11-04T01:30:00")]
    [InlineData("2019-02-16T23:30", "2019-02-17T01:30:00Z", "2019-02-16T23:30:00")] // twice: the first counts
    [InlineData("2026-11-24T09:00", "2026-11-24T12:00:00Z", "2026-11-24T09:00:00")]
    public void SaoPauloSkipsAndRepeatsHours(string said, string instant, string local) => Check(SaoPaulo, said, instant, local);

    [Theory]
    [InlineData("2027-03-14T02:30", "2027-03-14T07:30:00Z", "2027-03-14T03:30:00")]
    [InlineData("2027-03-14T03:00", "2027-03-14T07:00:00Z", "2027-03-14T03:00:00")]
    [InlineData("2027-11-07T01:30", "2027-11-07T05:30:00Z", "2027-11-07T01:30:00")]
    [InlineData("2027-11-07T02:00", "2027-11-07T07:00:00Z", "2027-11-07T02:00:00")]
    public void NewYorkSkipsAndRepeatsHours(string said, string instant, string local) => Check(NewYork, said, instant, local);

    [Fact]
    public void AnOffsetMeansAnInstantWhereverThePersonIs()
    {
        Assert.True(Moment.TryParse("2026-11-24T09:00+00:00", out var moment));
        var time = moment.In(SaoPaulo);
        Assert.Equal((new DateTime(2026, 11, 24, 6, 0, 0), false), (time.Local, time.Floats));
    }

    [Fact]
    public void AWallTimeFollowsThePerson()
    {
        Assert.True(Moment.TryParse("2026-11-24T09:00", out var moment));
        Assert.True(moment.In(SaoPaulo).Floats);
    }

    private static void Check(DateTimeZone zone, string said, string instant, string local)
    {
        Assert.True(Moment.TryParse(said, out var moment));
        var time = moment.In(zone);
        Assert.Equal((instant, local), ($"{time.At.UtcDateTime:s}Z", $"{time.Local:s}"));
        Assert.Equal(zone.Id, time.Zone);
    }
}
