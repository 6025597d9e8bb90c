using System.Text.Json.Serialization;
using NodaTime;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Text;

namespace TbPersonalOs.Offline.Tests.Dates;

/// <summary>
/// Where times stand in English sentences of HWU64. A span is found where one of our expressions overlaps it; lengths ("five minutes") are
/// annotated as times there, so ours count too. A false alarm is a sentence without any annotation of time in which a day, an hour or a
/// repetition is found nevertheless; "now", which is hardly ever annotated there, is none.
/// </summary>
public sealed class SpanTests(ITestOutputHelper output)
{
    private sealed record Entity(int Start, int End, string Value, [property: JsonPropertyName("entity")] string Kind);

    private sealed record Sentence(string Text, List<Entity> Entities);

    private static readonly string[] Times = ["date", "time", "timeofday", "general_frequency", "time_zone"];

    [Fact, Trait("Shows", "offline:1")]
    public void DatesAndTimesAreFoundAndLittleElse()
    {
        var sentences = Corpus.Lines<Sentence>("hwu64-dev.jsonl");
        var context = Corpus.At("2026-11-23T09:00:00", DateTimeZone.Utc, false) with { BareLengths = true };
        var read = sentences.Select(sentence => (Sentence: sentence, Found: Spans(sentence.Text, context))).ToList();
        double Share(string kind, out int all)
        {
            var spans = read.SelectMany(one => one.Sentence.Entities.Where(entity => entity.Kind == kind).Select(entity => (entity, one))).ToList();
            var missed = spans.Where(span => !span.one.Found.Exists(found => found.From < span.entity.End && found.To > span.entity.Start)).ToList();
            missed.Take(400).ToList().ForEach(span => output.WriteLine($"{kind}: {span.entity.Value} | {span.one.Sentence.Text}"));
            all = spans.Count;
            return 1 - (double)missed.Count / spans.Count;
        }

        var (dates, times) = (Share("date", out var allDates), Share("time", out var allTimes));
        var without = read.Where(one => !one.Sentence.Entities.Exists(entity => Times.Contains(entity.Kind))).ToList();
        var alarms = without.Where(one => one.Found.Exists(found => found.Point)).ToList();
        alarms.ForEach(one => output.WriteLine($"alarm: {string.Join(" / ", one.Found.Select(span => one.Sentence.Text[span.From..span.To]))} | {one.Sentence.Text}"));
        output.WriteLine($"dates {dates:P1} of {allDates}, times {times:P1} of {allTimes}, false alarms {alarms.Count} of {without.Count} ({(double)alarms.Count / without.Count:P1})");
        Assert.True(dates >= 0.95 && times >= 0.92 && (double)alarms.Count / without.Count <= 0.02);
    }

    private static List<(int From, int To, bool Point)> Spans(string text, TimeContext context)
    {
        var tokens = Tokenizer.Cut(text);
        return [.. TimeScanner.Scan(tokens, context).Select(time => (tokens[time.From].Start, tokens[time.To - 1].End, time is { IsPoint: true, Now: false }))];
    }
}
