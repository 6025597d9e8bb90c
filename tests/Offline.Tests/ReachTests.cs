namespace TbPersonalOs.Offline.Tests;

public sealed class ReachTests
{
    public static TheoryData<string, string, string> Rows => [.. Utterances.All.Select(row => new TheoryDataRow<string, string, string>(row.Language, row.Said, row.Calls))];

    [Theory, MemberData(nameof(Rows))]
    public void APlainWordingBecomesExactlyItsCalls(string language, string said, string calls)
    {
        Assert.Equal(calls, new Talk(language: language == "pt" ? "pt-BR" : "en").Say(said).Calls);
    }

    [Theory, MemberData(nameof(Functions))]
    public void EveryFunctionIsReachedByTwoWordingsInEachLanguage(string function)
    {
        var rows = Utterances.All.Where(row => row.Calls.StartsWith(function + "{", StringComparison.Ordinal)).ToList();
        Assert.True(rows.Count(row => row.Language == "pt") >= 2, $"{function} needs two wordings in pt-BR");
        Assert.True(rows.Count(row => row.Language == "en") >= 2, $"{function} needs two wordings in English");
    }

    [Fact]
    public void NoRowCallsAFunctionOutsideTheCatalogue() =>
        Assert.All(Utterances.All, row => Assert.Contains(row.Calls.Split('{')[0], Catalogue.Functions));

    public static TheoryData<string> Functions => [.. Catalogue.Functions];
}
