namespace TbPersonalOs.Offline.Tests;

public sealed class OtherReadingFuzzTests
{
    private static readonly string[] Pieces =
        ["às 5", "sexta que vem", "dia 31", "30/02", "29/02", "às 25h", "0h", "24:00", "amanhã", "ontem", "todo dia", "de 3 em 3", "até", "…", "🎂", "\u0301", "99999999999999999999", "12/12/9999", "next friday", "noon", "meia-noite", ":", "não,"];

    /// <summary>It reads what people typed after their deed is done: whatever stands there, the deed's receipt has to be shown.</summary>
    [Fact]
    public void NoWordsMakeItFail()
    {
        var random = new Random(7);
        for (var time = 0; time < 2_000; time++)
        {
            var said = string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var other = OtherReading.Of(said, new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(-3)), "America/Sao_Paulo", time % 2 == 0 ? "2026-11-24T17:00" : "2026-12-04");
            Assert.True(other is null || other.Length is 5 or 11, $"{said} → {other}");
        }
    }
}
