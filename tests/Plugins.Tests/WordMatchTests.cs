namespace TbPersonalOs.Plugins.Tests;

public sealed class WordMatchTests
{
    private static readonly (Guid Id, string Text)[] Things =
    [
        (Guid.CreateVersion7(), "Pagar o aluguel"),
        (Guid.CreateVersion7(), "Pagar a luz"),
        (Guid.CreateVersion7(), "Reunião com a Ana"),
        (Guid.CreateVersion7(), "Reunião com a Ana e o João"),
        (Guid.CreateVersion7(), "Ligar pra dentista"),
    ];

    [Theory]
    [InlineData("aluguel", "Pagar o aluguel")]
    [InlineData("o ALUGUEL", "Pagar o aluguel")]
    [InlineData("tarefa de pagar a luz", "Pagar a luz")]
    [InlineData("reuniao ana joao", "Reunião com a Ana e o João")]
    [InlineData("ligar para a dentista", "Ligar pra dentista")]
    [InlineData("dentistas", "Ligar pra dentista")]
    public void FindsTheOnlyThingThatHasAllWords(string words, string text) => Assert.Equal(text, Find(words).Text);

    [Fact]
    public void FindsByItsId() => Assert.Equal("Pagar a luz", Find(Things[1].Id.ToString()).Text);

    [Fact]
    public void SeveralMatchesComeBackAsCandidates()
    {
        using var language = Speaking.Portuguese();
        var error = Assert.Throws<ToolException>(() => Find("pagar"));
        Assert.Equal((ErrorCode.Ambiguous, "task"), (error.Code, error.Parameter));
        Assert.Equal(["Pagar o aluguel", "Pagar a luz"], error.Candidates.Select(candidate => candidate.Text));
    }

    [Fact]
    public void ExactlyTheWordsBeatMoreOfThem() => Assert.Equal("Reunião com a Ana", Find("ana").Text);

    [Theory]
    [InlineData("reunião", "Reunião")]
    [InlineData("a reunião", "Reunião")]
    public void AFillerCountsWhereThereIsNothingElse(string words, string text) => Assert.Equal(text, Of(words, "Reunião", "Almoço", "Dentista").Text);

    [Fact]
    public void TheOnlyThingIsMeantByItsKind() => Assert.Equal("Pagar a luz", Of("a tarefa", "Pagar a luz").Text);

    [Fact]
    public void AKindAloneDoesNotSayWhichOfSeveral()
    {
        using var language = Speaking.Portuguese();
        Assert.Equal(ErrorCode.Ambiguous, Assert.Throws<ToolException>(() => Of("a tarefa", "Pagar a luz", "Ler")).Code);
        Assert.Equal(ErrorCode.NotFound, Assert.Throws<ToolException>(() => Of("a tarefa")).Code);
    }

    [Theory]
    [InlineData("Reunião com a Ana", "reunião", true)]
    [InlineData("Almoço", "reunião", false)]
    [InlineData("Almoço com a Ana", "ana almoço", true)]
    [InlineData("Almoço com a Ana", "almoço joão", false)]
    public void SaysWhetherATextHasAllWords(string text, string words, bool has) => Assert.Equal(has, WordMatch.Has(text, words));

    [Fact]
    public void NoMatchNamesWhatComesNear()
    {
        using var language = Speaking.Portuguese();
        var error = Assert.Throws<ToolException>(() => Find("pagar o gás"));
        Assert.Equal(ErrorCode.NotFound, error.Code);
        Assert.Contains("“Pagar a luz”", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownIdIsNotFound() =>
        Assert.Equal(ErrorCode.NotFound, Assert.Throws<ToolException>(() => Find(Guid.CreateVersion7().ToString())).Code);

    [Fact]
    public void CandidatesShowWhatTellsThemApart()
    {
        var error = Assert.Throws<ToolException>(() => WordMatch.Find(
            Things, "pagar", "task", thing => thing.Id, thing => thing.Text, thing => $"{thing.Text}!"));
        Assert.All(error.Candidates, candidate => Assert.EndsWith("!", candidate.Text, StringComparison.Ordinal));
    }

    private static (Guid Id, string Text) Of(string words, params string[] texts) => WordMatch.Find(
        [.. texts.Select(text => (Id: Guid.CreateVersion7(), Text: text))], words, "task", thing => thing.Id, thing => thing.Text);

    private static (Guid Id, string Text) Find(string words) => WordMatch.Find(Things, words, "task", thing => thing.Id, thing => thing.Text);
}
