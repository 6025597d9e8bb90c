using NodaTime;

namespace TbPersonalOs.Plugins.Tests;

public sealed class WordsTests
{
    private static readonly Words Words = new(DateTimeZoneProviders.Tzdb["America/Sao_Paulo"], new LocalDate(2026, 11, 23));

    [Theory]
    [InlineData("2026-11-23", "hoje, seg 23/11")]
    [InlineData("2026-11-24T09:00", "amanhã, ter 24/11 09:00 (São Paulo)")]
    [InlineData("2026-11-22", "ontem, dom 22/11")]
    [InlineData("2026-12-05", "sáb 05/12")]
    [InlineData("2027-01-01T00:05", "sex 01/01/2027 00:05 (São Paulo)")]
    public void SaysTimesInPortuguese(string moment, string words)
    {
        using var language = Speaking.Portuguese();
        Assert.Equal(words, Words.When(Read(moment)));
    }

    [Theory]
    [InlineData("2026-11-23", "today, Mon 23/11")]
    [InlineData("2026-11-24T21:00", "tomorrow, Tue 24/11 21:00 (São Paulo)")]
    [InlineData("2026-11-22", "yesterday, Sun 22/11")]
    public void SaysTimesInEnglish(string moment, string words)
    {
        using var language = Speaking.English();
        Assert.Equal(words, Words.When(Read(moment)));
    }

    [Theory]
    [InlineData("2026-11-26T12:30", "2026-11-26T13:30", "qui 26/11 12:30–13:30 (São Paulo)")]
    [InlineData("2026-11-26T22:00", "2026-11-27T01:00", "qui 26/11 22:00 – sex 27/11 01:00 (São Paulo)")]
    [InlineData("2026-11-26", "2026-11-27", "qui 26/11")]
    [InlineData("2026-11-26", "2026-11-29", "qui 26/11 – sáb 28/11")]
    public void SaysStretchesOfTime(string start, string end, string words)
    {
        using var language = Speaking.Portuguese();
        Assert.Equal(words, Words.Span(Read(start), Read(end)));
    }

    [Theory]
    [InlineData("America/Sao_Paulo", "São Paulo")]
    [InlineData("America/New_York", "New York")]
    [InlineData("America/Argentina/Buenos_Aires", "Buenos Aires")]
    [InlineData("Europe/Lisbon", "Lisbon")]
    public void CallsAZoneByItsCity(string zone, string city) => Assert.Equal(city, Words.City(DateTimeZoneProviders.Tzdb[zone]));

    [Fact]
    public void ShortensATextWithoutBreakingALetter()
    {
        Assert.Equal("abc", Words.Start("abc", 3));
        Assert.Equal("ab…", Words.Start("abcd", 3));
        Assert.Equal("a…", Words.Start("a\U0001F600bc", 3));
    }

    private static Moment Read(string text) => Moment.TryParse(text, out var moment) ? moment : throw new FormatException(text);
}
