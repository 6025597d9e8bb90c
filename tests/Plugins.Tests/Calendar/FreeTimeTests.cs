using NodaTime;
using TbPersonalOs.Plugins.Calendar;

namespace TbPersonalOs.Plugins.Tests.Calendar;

public sealed class FreeTimeTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["America/Sao_Paulo"];
    private static readonly Interval Hours = Between("09:00", "18:00");

    [Fact]
    public void ADayWithoutEventsIsFreeFromEndToEnd() => Assert.Equal(["09:00–18:00"], Free(60));

    [Fact]
    public void EventsAreTakenAwayWhateverTheirOrder() =>
        Assert.Equal(["09:00–10:00", "11:00–14:00", "15:30–18:00"], Free(60, ("14:00", "15:30"), ("10:00", "11:00")));

    [Fact]
    public void OverlappingAndEnclosedEventsCountOnce() =>
        Assert.Equal(["09:00–10:00", "14:00–18:00"], Free(60, ("10:00", "14:00"), ("11:00", "12:00"), ("13:00", "14:00")));

    [Fact]
    public void EventsReachingOverTheHoursCutThem() => Assert.Equal(["10:00–17:00"], Free(60, ("07:00", "10:00"), ("17:00", "20:00")));

    [Fact]
    public void GapsThatAreTooShortAreLeftOut()
    {
        Assert.Equal(["11:00–18:00"], Free(60, ("09:30", "11:00")));
        Assert.Equal(["09:00–09:30", "11:00–18:00"], Free(30, ("09:30", "11:00")));
        Assert.Empty(Free(60, ("09:30", "17:30")));
    }

    [Fact]
    public void AtMostFiveOfADay() =>
        Assert.Equal(5, Free(15, ("09:30", "10:00"), ("10:30", "11:00"), ("11:30", "12:00"), ("12:30", "13:00"), ("13:30", "14:00"), ("15:00", "16:00")).Count);

    [Theory]
    [InlineData("2026-11-24T08:00", "09:00–18:00")]
    [InlineData("2026-11-24T10:01", "10:15–18:00")]
    [InlineData("2026-11-24T10:15", "10:15–18:00")]
    [InlineData("2026-11-24T17:50", null)]
    [InlineData("2026-11-24T19:00", null)]
    public void OnlyHoursStillToComeCount(string now, string? hours) => Assert.Equal(
        hours,
        FreeTime.Hours(new LocalDate(2026, 11, 24), new TimeOnly(9, 0), new TimeOnly(18, 0), Zone, Speaking.At(now, Zone)) is { } left ? Said(left) : null);

    [Fact]
    public void AnHourThatIsSkippedIsNotFree()
    {
        var zone = DateTimeZoneProviders.Tzdb["America/New_York"];
        var night = FreeTime.Hours(new LocalDate(2027, 3, 14), new TimeOnly(1, 0), new TimeOnly(4, 0), zone, Instant.MinValue)!.Value;
        Assert.Equal(Duration.FromHours(2), night.Duration);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-29", false, 5)] // a plain week
    [InlineData("2026-11-23", "2026-11-29", true, 5)] // "this week"
    [InlineData("2026-11-28", "2026-11-28", true, 1)] // "Saturday"
    [InlineData("2026-11-28", "2026-11-29", true, 2)] // "the weekend"
    [InlineData("2026-11-27", "2026-11-29", true, 3)] // "Friday to Sunday"
    [InlineData("2026-11-26", "2026-11-30", true, 3)] // "Thursday to Monday"
    [InlineData("2026-11-28", "2026-12-04", false, 5)] // today is a Saturday
    public void WeekendsCountOnlyWhenTheyAreNamed(string first, string last, bool named, int days)
    {
        Assert.True(Moment.TryParse(first, out var from));
        Assert.True(Moment.TryParse(last, out var to));
        Assert.Equal(days, FreeTime.WorkDays(from.Date, to.Date, named).Count());
    }

    private static List<string> Free(int minutes, params (string Start, string End)[] busy) =>
        [.. FreeTime.In(Hours, busy.Select(taken => Between(taken.Start, taken.End)), Duration.FromMinutes(minutes)).Select(Said)];

    private static Interval Between(string start, string end) => new(Speaking.At($"2026-11-24T{start}", Zone), Speaking.At($"2026-11-24T{end}", Zone));

    private static string Said(Interval free) =>
        $"{Words.Hour(free.Start.InZone(Zone).TimeOfDay)}–{Words.Hour(free.End.InZone(Zone).TimeOfDay)}";
}
