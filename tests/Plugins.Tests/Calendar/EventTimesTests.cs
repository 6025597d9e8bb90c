using NodaTime;
using TbPersonalOs.Data.Calendar;
using TbPersonalOs.Plugins.Calendar;

namespace TbPersonalOs.Plugins.Tests.Calendar;

public sealed class EventTimesTests
{
    private static readonly DateTimeZone SaoPaulo = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Theory]
    [InlineData("2026-11-26T12:30", null, null, "2026-11-26T12:30 2026-11-26T13:30")]
    [InlineData("2026-11-26T12:30", null, 90, "2026-11-26T12:30 2026-11-26T14:00")]
    [InlineData("2026-11-26T12:30", "2026-11-26T15:00", null, "2026-11-26T12:30 2026-11-26T15:00")]
    [InlineData("2026-11-26T23:30", null, null, "2026-11-26T23:30 2026-11-27T00:30")]
    [InlineData("2026-11-26", null, null, "2026-11-26 2026-11-27")]
    [InlineData("2026-11-26", "2026-11-28", null, "2026-11-26 2026-11-29")]
    public void AnHourUnlessSaidAndADayIsAllDay(string start, string? end, int? minutes, string times) =>
        Assert.Equal(times, Said(EventTimes.Of(Read(start), end is null ? null : Read(end), minutes, SaoPaulo)));

    [Theory]
    [InlineData("2026-11-26T12:30", "2026-11-26T12:00", null, "end")]
    [InlineData("2026-11-26T12:30", "2026-11-26T12:30", null, "end")]
    [InlineData("2026-11-26", "2026-11-25", null, "end")]
    [InlineData("2026-11-26T12:30", "2026-11-27", null, "end")]
    [InlineData("2026-11-26", null, 60, "start")]
    [InlineData("2026-11-26T12:30", null, 0, "minutes")]
    public void RefusesWhatCannotBe(string start, string? end, int? minutes, string parameter)
    {
        using var language = Speaking.Portuguese();
        var error = Assert.Throws<ToolException>(() => EventTimes.Of(Read(start), end is null ? null : Read(end), minutes, SaoPaulo));
        Assert.Equal((ErrorCode.Invalid, parameter), (error.Code, error.Parameter));
    }

    [Theory]
    [InlineData("2026-11-27T09:00", null, null, "2026-11-27T09:00 2026-11-27T10:30")]
    [InlineData("2026-11-27", null, null, "2026-11-27T14:00 2026-11-27T15:30")]
    [InlineData(null, null, 30, "2026-11-26T14:00 2026-11-26T14:30")]
    [InlineData(null, "2026-11-26T17:00", null, "2026-11-26T14:00 2026-11-26T17:00")]
    [InlineData("2026-11-27T09:00", null, 30, "2026-11-27T09:00 2026-11-27T09:30")]
    public void AMovedEventKeepsItsLengthAndHour(string? start, string? end, int? minutes, string times) =>
        Assert.Equal(times, Moved("2026-11-26T14:00", "2026-11-26T15:30", start, end, minutes));

    [Theory]
    [InlineData("2026-12-01", null, "2026-12-01 2026-12-04")]
    [InlineData("2026-12-01", "2026-12-01", "2026-12-01 2026-12-02")]
    [InlineData("2026-12-01T10:00", null, "2026-12-01T10:00 2026-12-01T11:00")]
    public void AMovedAllDayEventKeepsItsDays(string start, string? end, string times) =>
        Assert.Equal(times, Moved("2026-11-26", "2026-11-28", start, end, null));

    [Fact]
    public void AnHourIsSixtyMinutesAlsoWhenTheClocksChange()
    {
        var (start, end) = EventTimes.Of(Read("2027-03-14T01:30"), null, null, NewYork);
        Assert.Equal((TimeSpan.FromHours(1), new DateTime(2027, 3, 14, 3, 30, 0)), (end.At - start.At, end.Local));
    }

    private static string Moved(string from, string to, string? start, string? end, int? minutes)
    {
        var (begins, ends) = EventTimes.Of(Read(from), Read(to), null, SaoPaulo);
        var item = new CalendarEvent { Title = "x", Start = begins, End = ends };
        return Said(EventTimes.Moved(item, start is null ? null : Read(start), end is null ? null : Read(end), minutes, SaoPaulo));
    }

    private static string Said((Data.SpokenTime Start, Data.SpokenTime End) times) => $"{Moment.Of(times.Start)} {Moment.Of(times.End)}";

    private static Moment Read(string text) => Moment.TryParse(text, out var moment) ? moment : throw new FormatException(text);
}
