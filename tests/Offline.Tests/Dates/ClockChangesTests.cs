using NodaTime;
using NodaTime.TimeZones;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline.Tests.Dates;

/// <summary>Days that lose or repeat an hour, leap days, and the turn of the year.</summary>
public sealed class ClockChangesTests
{
    [Theory, Trait("Shows", "offline:3")]
    [InlineData("2018-11-03T23:50:00-03:00", "America/Sao_Paulo", "daqui a 20 minutos", "2018-11-04T01:10")]
    [InlineData("2019-02-16T23:50:00-02:00", "America/Sao_Paulo", "daqui a 20 minutos", "2019-02-16T23:10-03:00")]
    [InlineData("2019-02-16T22:50:00-02:00", "America/Sao_Paulo", "daqui a 2 horas", "2019-02-16T23:50-03:00")]
    [InlineData("2027-03-14T01:50:00-05:00", "America/New_York", "in 20 minutes", "2027-03-14T03:10")]
    [InlineData("2027-11-07T01:50:00-04:00", "America/New_York", "in 20 minutes", "2027-11-07T01:10-05:00")]
    [InlineData("2027-03-28T00:50:00+00:00", "Europe/Lisbon", "daqui a 20 minutos", "2027-03-28T02:10")]
    [InlineData("2027-10-31T01:50:00+01:00", "Europe/Lisbon", "daqui a 20 minutos", "2027-10-31T01:10+00:00")]
    [InlineData("2027-03-13T20:00:00-05:00", "America/New_York", "in a day", "2027-03-14")]
    [InlineData("2027-03-13T20:00:00-05:00", "America/New_York", "in 24 hours", "2027-03-14T21:00")]
    public void WhatIsCountedFromNowIsCountedInTimeThatPasses(string now, string zone, string text, string moment) =>
        Assert.Equal(moment, Read(text, TimeContext.Read(now, zone)!));

    [Fact, Trait("Shows", "offline:3")]
    public void AZoneThatTakesUpSummerTimeAgainIsFollowed()
    {
        var zone = new SummerAgain();
        Assert.Equal("2027-11-07T01:10", Read("daqui a 20 minutos", new TimeContext(Instant.FromUtc(2027, 11, 7, 2, 50).InZone(zone))));
        Assert.Equal("2028-02-19T23:10-03:00", Read("daqui a 20 minutos", new TimeContext(Instant.FromUtc(2028, 2, 20, 1, 50).InZone(zone))));
    }

    [Theory, Trait("Shows", "offline:3")]
    [InlineData("amanhã", "2027-01-01")]
    [InlineData("amanhã às 9", "2027-01-01T09:00")]
    [InlineData("semana que vem", "2027-01-04")]
    [InlineData("mês que vem", "2027-01-01")]
    [InlineData("ano que vem", "2027-01-01")]
    [InlineData("dia 5", "2027-01-05")]
    [InlineData("dia 31", "2026-12-31")]
    [InlineData("sexta", "2027-01-01")]
    [InlineData("31/12", "2026-12-31")]
    [InlineData("29 de fevereiro", "2028-02-29")]
    [InlineData("29/02/2028 às 10h", "2028-02-29T10:00")]
    [InlineData("daqui a 2 horas", "2027-01-01T00:00")]
    [InlineData("à meia-noite", "2027-01-01T00:00")]
    public void TheLastEveningOfTheYearLooksIntoTheNext(string text, string moment) =>
        Assert.Equal(moment, Read(text, TimeContext.Read("2026-12-31T22:00:00-03:00", "America/Sao_Paulo")!));

    [Theory, Trait("Shows", "offline:3")]
    [InlineData("todo dia 31 às 9", "2026-12-31T09:00", "FREQ=MONTHLY;BYMONTHDAY=31")]
    [InlineData("todo dia 30", "2027-01-30T09:00", "FREQ=MONTHLY;BYMONTHDAY=30")]
    public void ARepetitionBeginsAtItsFirstDayToCome(string text, string first, string rule)
    {
        var context = TimeContext.Read("2026-12-31T08:00:00-03:00", "America/Sao_Paulo")!;
        var when = new TimeChoice(Speech.Read(text, context).Times).When!;
        Assert.Equal((first, rule), (Resolve.Moment(when, context)!.Value.Moment, when.Recurrence!.Rule));
    }

    private static string Read(string text, TimeContext context) => Resolve.Moment(new TimeChoice(Speech.Read(text, context).Times).When!, context)!.Value.Moment;

    /// <summary>São Paulo with a summer time from November 2027 to February 2028, at midnight as it used to be.</summary>
    private sealed class SummerAgain() : DateTimeZone("Test/SummerAgain", false, Offset.FromHours(-3), Offset.FromHours(-2))
    {
        private static readonly Instant Begins = Instant.FromUtc(2027, 11, 7, 3, 0);
        private static readonly Instant Ends = Instant.FromUtc(2028, 2, 20, 2, 0);

        public override ZoneInterval GetZoneInterval(Instant instant) =>
            instant < Begins ? new ZoneInterval("-03", null, Begins, Offset.FromHours(-3), Offset.Zero)
            : instant < Ends ? new ZoneInterval("-02", Begins, Ends, Offset.FromHours(-2), Offset.FromHours(1))
            : new ZoneInterval("-03", Ends, null, Offset.FromHours(-3), Offset.Zero);
    }
}
