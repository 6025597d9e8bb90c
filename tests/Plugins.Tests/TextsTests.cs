using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Plugins.Tests;

public sealed partial class TextsTests
{
    public static TheoryData<string> Features => new(typeof(Texts).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith("Texts.resources", StringComparison.Ordinal)).Select(name => name[..^".resources".Length]));

    [Theory]
    [MemberData(nameof(Features))]
    public void EveryTextStandsInBothLanguagesWithTheSamePlaces(string feature)
    {
        var portuguese = All(feature, CultureInfo.InvariantCulture);
        var english = All(feature, Languages.English);
        Assert.NotEmpty(portuguese);
        Assert.Equal(portuguese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
        Assert.All(portuguese, text => Assert.Equal(Places(text.Value), Places(english[text.Key])));
        Assert.All(portuguese.Values.Concat(english.Values), text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    [Fact]
    public void EveryPluginHasItsTexts() => Assert.Equal(
        typeof(Texts).Assembly.GetTypes().Where(type => type.Name == type.Namespace?.Split('.')[^1] + "Plugin")
            .Select(type => type.Name[..^"Plugin".Length]).Order(StringComparer.Ordinal),
        Features.Select(feature => feature.Data.Split('.')[^2]).Where(name => name != "Plugins").Order(StringComparer.Ordinal));

    private static Dictionary<string, string> All(string feature, CultureInfo language)
    {
        var texts = new ResourceManager(feature, typeof(Texts).Assembly).GetResourceSet(language, true, false);
        Assert.NotNull(texts);
        return texts.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Place();
}
