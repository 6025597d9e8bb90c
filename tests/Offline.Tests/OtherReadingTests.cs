namespace TbPersonalOs.Offline.Tests;

public sealed class OtherReadingTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-3));

    [Theory]
    [InlineData("ligar amanhã às 5", "2026-11-24T17:00", "05:00")]
    [InlineData("entregar sexta que vem", "2026-12-04", "27/11")]
    [InlineData("ligar hoje às 5", "2026-11-23T17:00", null)]
    [InlineData("ligar hoje às 5, a reunião é hoje às 17h", "2026-11-23T17:00", null)]
    [InlineData("ligar amanhã às 5 da tarde", "2026-11-24T17:00", null)]
    [InlineData("ligar amanhã às 5", "2026-11-24T18:00", null)]
    [InlineData("", "2026-11-24T18:00", null)]
    public void ItIsWhatTheWordsLeaveOpenAndCanStillBe(string said, string taken, string? other) =>
        Assert.Equal(other, OtherReading.Of(said, Nine, "America/Sao_Paulo", taken));

    [Theory]
    [InlineData("calendar.create_event", "start")]
    [InlineData("reminders.snooze_reminder", "until")]
    [InlineData("profile.set_goal", null)]
    [InlineData("notes.save_note", null)]
    public void OnlyWhatTheNextMessageCanMoveHasATime(string function, string? argument) => Assert.Equal(argument, OtherReading.TimeArgument(function));
}
