using TbPersonalOs.Plugins.Notes;

namespace TbPersonalOs.Plugins.Tests.Notes;

public sealed class SnippetTests
{
    private static readonly string Long = string.Join(' ', Enumerable.Range(0, 100).Select(number => $"palavra{number}"));

    [Fact]
    public void AShortTextIsShownWholeInOneLine() => Assert.Equal("senha do portão 4821", Snippet.Of("senha do portão\n  4821", [], 200));

    [Theory]
    [InlineData("palavra0", "palavra0 ")]
    [InlineData("palavra50", " palavra50 ")]
    [InlineData("PALAVRA99", "palavra99")]
    public void ALongTextIsShownWhereItSpeaksOfTheWords(string word, string shown)
    {
        var snippet = Snippet.Of(Long, [word], 200);
        Assert.True(snippet.Length <= 200);
        Assert.Contains(shown, snippet, StringComparison.Ordinal);
    }

    [Fact]
    public void SurrogatesAreNotBroken()
    {
        var emoji = string.Concat(Enumerable.Repeat("\U0001F600", 300));
        Assert.All(Enumerable.Range(40, 20), most =>
        {
            var snippet = Snippet.Of(emoji, [], most);
            Assert.True(snippet.Length <= most);
            Assert.Equal(snippet, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(snippet)));
        });
    }

    [Theory]
    [InlineData("o que anotei sobre o portão?", "que|anotei|sobre|portão")]
    [InlineData("a' | b:* & !c <-> dé)", "dé")]
    [InlineData("what about the gate", "gate")]
    [InlineData("???", "")]
    public void AQueryIsReducedToItsWords(string query, string words) => Assert.Equal(words, string.Join('|', NoteSearch.WordsOf(query)));
}
