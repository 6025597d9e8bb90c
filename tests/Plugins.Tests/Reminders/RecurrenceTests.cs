using NodaTime;
using TbPersonalOs.Plugins.Reminders;

namespace TbPersonalOs.Plugins.Tests.Reminders;

public sealed class RecurrenceTests
{
    [Theory, Trait("Shows", "offline:3")]
    [InlineData("FREQ=DAILY", "2026-11-23T09:00", "2026-11-23T09:00", "2026-11-24T09:00")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE", "2026-11-23T09:00", "2026-11-23T09:00", "2026-11-25T09:00")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "2026-11-23T09:00", "2026-11-24T09:00", "2026-12-07T09:00")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31", "2026-12-31T09:00", "2027-01-31T10:00", "2027-03-31T09:00")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "2026-12-31T09:00", "2027-01-31T10:00", "2027-02-28T09:00")]
    [InlineData("FREQ=YEARLY", "2028-02-29T09:00", "2028-02-29T09:00", "2032-02-29T09:00")]
    [InlineData("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30T09:00", "2026-12-01T00:00", "2026-12-31T09:00")]
    [InlineData("FREQ=HOURLY;INTERVAL=6", "2026-11-23T09:00", "2026-11-23T10:00", "2026-11-23T15:00")]
    [InlineData("FREQ=DAILY", "2001-01-01T09:00", "2026-11-23T10:00", "2026-11-24T09:00")]
    public void CountsInWallTime(string rule, string anchor, string after, string next) =>
        Assert.Equal(next, Next(rule, anchor, after, "America/Sao_Paulo"));

    [Theory, Trait("Shows", "offline:3")]
    [InlineData("2027-03-13T09:00", "2027-03-14T09:00")]
    [InlineData("2027-11-06T09:00", "2027-11-07T09:00")]
    public void NineStaysNineWhenTheClocksChange(string after, string next) =>
        Assert.Equal(next, Next("FREQ=DAILY", "2027-01-01T09:00", after, "America/New_York"));

    [Fact, Trait("Shows", "offline:3")]
    public void AnHourThatIsSkippedIsOnlyShiftedThatDay()
    {
        Assert.Equal("2027-03-14T02:30", Next("FREQ=DAILY", "2027-03-01T02:30", "2027-03-13T02:30", "America/New_York"));
        Assert.Equal("2027-03-15T02:30", Next("FREQ=DAILY", "2027-03-01T02:30", "2027-03-14T03:30", "America/New_York"));
    }

    [Theory]
    [InlineData("FREQ=DAILY;UNTIL=20261126", "2026-11-25T09:00", "2026-11-26T09:00")]
    [InlineData("FREQ=DAILY;UNTIL=20261126", "2026-11-26T09:00", null)]
    [InlineData("FREQ=DAILY;UNTIL=20261126T120000Z", "2026-11-25T09:00", "2026-11-26T09:00")]
    [InlineData("FREQ=DAILY;UNTIL=20261126T115959Z", "2026-11-25T09:00", null)]
    [InlineData("FREQ=DAILY;COUNT=2", "2026-11-23T09:00", "2026-11-24T09:00")]
    [InlineData("FREQ=DAILY;COUNT=2", "2026-11-24T09:00", null)]
    [InlineData("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-11-23T09:00", null)]
    public void ComesToItsEnd(string rule, string after, string? next) =>
        Assert.Equal(next, Next(rule, "2026-11-23T09:00", after, "America/Sao_Paulo"));

    [Theory]
    [InlineData("rrule:freq=weekly;byday=mo", "FREQ=WEEKLY;BYDAY=MO")]
    [InlineData(" FREQ=DAILY ", "FREQ=DAILY")]
    public void IsStoredInOneForm(string given, string stored) => Assert.Equal(stored, Recurrence.Read(given));

    [Theory]
    [InlineData("todo dia")]
    [InlineData("FREQ=SOMETIMES")]
    [InlineData("FREQ=DAILY;INTERVAL=0")]
    [InlineData("BYDAY=MO")]
    [InlineData("FREQ=MINUTELY")]
    [InlineData("FREQ=SECONDLY")]
    public void RefusesWhatIsNoRuleOrTooOften(string rule)
    {
        var error = Assert.Throws<ToolException>(() => Recurrence.Read(rule));
        Assert.Equal((ErrorCode.Invalid, "repeat"), (error.Code, error.Parameter));
    }

    [Theory]
    [InlineData("FREQ=DAILY", "todo dia", "every day")]
    [InlineData("FREQ=DAILY;INTERVAL=3", "a cada 3 dias", "every 3 days")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,WE", "toda semana, seg e qua", "every week, Mon and Wed")]
    [InlineData("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "toda semana, de segunda a sexta", "every week, Monday to Friday")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=5", "todo mês, dia 5", "every month, day 5")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1", "todo mês, no último dia", "every month, on the last day")]
    [InlineData("FREQ=MONTHLY;BYDAY=1MO", "todo mês, 1ª seg", "every month, no. 1 Mon")]
    [InlineData("FREQ=YEARLY;COUNT=2", "todo ano, 2 vezes", "every year, 2 times")]
    [InlineData("FREQ=DAILY;UNTIL=20261231", "todo dia, até 31/12/2026", "every day, until 31/12/2026")]
    public void SaysTheRuleInBothLanguages(string rule, string portuguese, string english)
    {
        using (Speaking.Portuguese())
        {
            Assert.Equal(portuguese, RepeatWords.Of(rule));
        }

        using (Speaking.English())
        {
            Assert.Equal(english, RepeatWords.Of(rule));
        }
    }

    private static string? Next(string rule, string anchor, string after, string zone)
    {
        var there = DateTimeZoneProviders.Tzdb[zone];
        return Recurrence.Next(rule, Speaking.At(anchor, DateTimeZone.Utc).InUtc().LocalDateTime, there, Speaking.At(after, there))
            ?.ToString("uuuu-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }
}
