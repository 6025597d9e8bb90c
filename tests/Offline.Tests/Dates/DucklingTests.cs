using NodaTime;

namespace TbPersonalOs.Offline.Tests.Dates;

public sealed class DucklingTests(ITestOutputHelper output)
{
    private static readonly string[] QuartersAndSeasons = ["trimestre", "verão", "verao", "inverno"];

    [Fact, Trait("Shows", "offline:1")]
    public void PortugueseExpressionsAreTheMomentsThatTheCorpusExpects() =>
        AtLeast(0.97, [.. Corpus.Lines<CorpusLine>("duckling_pt.jsonl").Where(line => !QuartersAndSeasons.Any(word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))]);

    [Fact, Trait("Shows", "offline:1")]
    public void EnglishExpressionsAreTheMomentsThatTheCorpusExpects() => AtLeast(0.80, Corpus.Lines<CorpusLine>("duckling_en.jsonl"));

    private void AtLeast(double share, List<CorpusLine> lines)
    {
        var zone = DateTimeZone.ForOffset(Offset.FromHours(-2));
        var missed = lines.Where(line => !CorpusRules.IsRight(line, Corpus.At(line.Ref, zone, line.Lang == "en"))).ToList();
        var rate = 1 - (double)missed.Count / lines.Count;
        output.WriteLine($"{lines.Count - missed.Count} of {lines.Count} right ({rate:P1}); missed:");
        missed.ForEach(line => output.WriteLine($"  {line.Text} | {line.Kind} {line.Grain} {line.Start} {line.End} {line.Dir} | {Corpus.Said(line.Text, Corpus.At(line.Ref, zone, line.Lang == "en"))}"));
        Assert.True(rate >= share, $"{rate:P1} of {lines.Count} are right, want {share:P0}");
    }
}
