using System.Diagnostics;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Tests.Dates;

public sealed class SpeedTests(ITestOutputHelper output)
{
    private static readonly TimeContext Now = TimeContext.Read("2026-11-23T09:00:00-03:00", "America/Sao_Paulo")!;

    [Fact]
    public void AnUtteranceIsScannedInAFractionOfAMillisecond()
    {
        var tokens = Tokenizer.Cut("me lembra de ligar pro dentista sexta que vem às 10 e meia e comprar pão amanhã cedo");
        for (var warm = 0; warm < 3; warm++)
        {
            Measure(200);
            Thread.Sleep(150);
        }

        var best = Enumerable.Range(0, 5).Min(_ => Measure(100));
        output.WriteLine($"{best:N1} µs");
        Assert.True(best < 1_000, $"{best:N1} µs");

        double Measure(int times)
        {
            var watch = Stopwatch.StartNew();
            for (var at = 0; at < times; at++)
            {
                TimeScanner.Scan(tokens, Now);
            }

            return watch.Elapsed.TotalMicroseconds / times;
        }
    }
}
