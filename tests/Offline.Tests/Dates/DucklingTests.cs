namespace TbPersonalOs.Offline.Tests.Dates;

/// <summary>What was measured last, so that no change loses it unseen; wanted are 97 % of the Portuguese and 80 % of the English lines.</summary>
public sealed class DucklingTests(ITestOutputHelper output)
{
    [Fact]
    public void PortugueseExpressionsAreTheMomentsThatTheCorpusExpects() =>
        AtLeast(0.72, [.. Corpus.Lines<CorpusLine>("duckling_pt.jsonl").Where(line => !IsQuarterOrSeason(line))]);

    [Fact]
    public void EnglishExpressionsAreTheMomentsThatTheCorpusExpects() => AtLeast(0.26, Corpus.Lines<CorpusLine>("duckling_en.jsonl"));

    private static bool IsQuarterOrSeason(CorpusLine line) =>
        line.Text.Contains("trimestre", StringComparison.OrdinalIgnoreCase) || line.Text.Contains("ver", StringComparison.Ordinal) && line.Kind == "interval" || line.Text.Contains("inverno", StringComparison.Ordinal);

    private void AtLeast(double share, List<CorpusLine> lines)
    {
        var missed = lines.Where(line => !Corpus.IsRight(line)).ToList();
        var rate = 1 - (double)missed.Count / lines.Count;
        output.WriteLine($"{lines.Count - missed.Count} of {lines.Count} right ({rate:P1}); missed:");
        missed.ForEach(line => output.WriteLine($"  {line.Text} | {line.Kind} {line.Grain} {line.Start} {line.End} {line.Dir}"));
        Assert.True(rate >= share, $"{rate:P1} of {lines.Count} are right, were {share:P0}");
    }
}
