using NodaTime;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Tests.Dates;

/// <summary>The 74 everyday expressions of <c>own_ptbr.jsonl</c>, each with the day, hour, part, stretch, length or repetition that it is.</summary>
public sealed class EverydayTests(ITestOutputHelper output)
{
    private sealed record Line(string Ref, string Text, string Expect);

    [Fact, Trait("Shows", "offline:1")]
    public void EveryEverydayExpressionIsUnderstood()
    {
        var missed = Corpus.Lines<Line>("own_ptbr.jsonl").Where(line => !line.Expect.Split('|').Any(expected => IsRight(line, expected))).ToList();
        missed.ForEach(line => output.WriteLine($"MISS {line.Text} | {line.Expect}"));
        Assert.Empty(missed);
    }

    private static bool IsRight(Line line, string expected)
    {
        var context = Corpus.At(line.Ref, DateTimeZone.ForOffset(Offset.FromHours(-3)), false) with { BareLengths = expected.StartsWith("dur=", StringComparison.Ordinal) };
        var times = TimeScanner.Scan(Tokenizer.Cut(line.Text), context);
        return expected == "none" ? times.Count == 0 : times.Exists(time => Said(time, context).Contains(expected));
    }

    /// <summary>Everything that a reading says, in the corpus' own notation.</summary>
    private static IEnumerable<string> Said(TimeExpression when, TimeContext context)
    {
        var hour = Resolve.Hour(when, out _);
        if (when.Minutes is { } minutes)
        {
            yield return "dur=PT" + (minutes >= 60 ? $"{minutes / 60}H" : "") + (minutes % 60 > 0 ? $"{minutes % 60}M" : "");
        }

        if (when.Recurrence is { } repeat)
        {
            yield return "rec=" + repeat.Rule.Replace("FREQ=", "").Replace("BYDAY=", "").Replace("BYMONTHDAY=", "") + (hour is { } at ? ";" + Moments.Of(at) : "");
        }

        if (Window.Of(when, context) is not { } window)
        {
            yield break;
        }

        yield return $"dt={Moments.Of(window.From)}";
        yield return $"d={Moments.Of(window.From.Date)}";
        yield return $"t={Moments.Of(window.From.TimeOfDay)}";
        if (when is { Part: { } part, Day: { } day, Clock: null })
        {
            yield return $"p={Moments.Of(day)} {part.ToString()[..2].ToUpperInvariant()}";
        }

        if (window.To is { } end)
        {
            yield return $"dd={Moments.Of(window.From.Date)}..{Moments.Of(end.Date)}";
            yield return when.Day is null ? $"tt={Moments.Of(window.From.TimeOfDay)}..{Moments.Of(end.TimeOfDay)}" : $"tt={Moments.Of(window.From)}..{Moments.Of(end)}";
        }
    }
}
