namespace TbPersonalOs.Plugins.Tests.Reminders;

public sealed class RemindAtTests
{
    [Fact]
    public void ADayWithoutAnHourRingsAtNine() => Assert.Equal("2026-11-24T09:00:00", Local("2026-11-24", Speaking.Person("2026-11-23T10:00")));

    [Theory]
    [InlineData("2026-11-23T10:00")]
    [InlineData("2026-11-23T09:58")]
    public void ALittleLateIsAsGoodAsNow(string at) => Assert.StartsWith(at, Local(at, Speaking.Person("2026-11-23T10:00")), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-23T09:57", "Hoje, seg 23/11 09:57 (São Paulo) já passou. Para quando fica?")]
    [InlineData("2026-11-23", "Hoje, seg 23/11 09:00 (São Paulo) já passou. Para quando fica?")]
    public void WhatHadPassedWhenItWasSaidIsInvalid(string at, string words)
    {
        using var language = Speaking.Portuguese();
        var error = Assert.Throws<ToolException>(() => Local(at, Speaking.Person("2026-11-23T10:00")));
        Assert.Equal((ErrorCode.Invalid, words, "at"), (error.Code, error.Message, error.Parameter));
        Assert.Null(error.Suggestion);
    }

    [Theory]
    [InlineData("2026-11-23T23:40", "2026-11-24T07:31", "2026-11-24T00:00", "Você pediu às 23:40; eu estava desligado. Lembro agora?", "2026-11-24T07:31")]
    [InlineData("2026-11-20T23:40", "2026-11-24T07:31", "2026-11-21T00:00", "Você pediu em sex 20/11 23:40; eu estava desligado. Lembro agora?", "2026-11-24T07:31")]
    public void WhatPassedWhileNobodyListenedIsOfferedNow(string said, string heard, string at, string words, string offered)
    {
        using var language = Speaking.Portuguese();
        var error = Assert.Throws<ToolException>(() => Local(at, Speaking.Person(said, heard)));
        Assert.Equal((ErrorCode.Conflict, words), (error.Code, error.Message));
        Assert.Equal(offered, error.Suggestion!["at"]!.GetValue<string>());
    }

    private static string Local(string at, Person person) => Moment.TryParse(at, out var moment)
        ? $"{RemindAt.Of(moment, person, "at", now => new System.Text.Json.Nodes.JsonObject { ["at"] = now.ToString() }).Local:s}"
        : throw new FormatException(at);
}
