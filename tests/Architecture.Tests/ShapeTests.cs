using System.Text.RegularExpressions;

namespace TbPersonalOs.Architecture.Tests;

/// <summary>What must not creep in.</summary>
public sealed class ShapeTests
{
    private const int MostLines = 300;
    private static readonly string[] Drawers = ["Common", "Core", "Shared", "Helpers", "Utils", "Utilities", "Services", "Infrastructure", "Managers"];

    [Fact]
    public void NoFolderUnderSrcIsADrawerForAnything()
    {
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
            .Select(folder => Path.GetRelativePath(Repository.Root, folder)).Where(folder => !folder.Contains("obj", StringComparison.Ordinal));

        Assert.DoesNotContain(folders, folder => Drawers.Contains(Path.GetFileName(folder), StringComparer.OrdinalIgnoreCase));
    }

    [Fact]
    public void EveryInterfaceHasMoreThanOneImplementation()
    {
        var text = string.Join('\n', Repository.Sources("src", ".cs").Select(source => source.Text));
        var lonely = Regex.Matches(text, @"\binterface (I[A-Z]\w+)").Select(found => found.Groups[1].Value)
            .Where(name => Regex.Count(text, $@"\b(?:class|record|struct)\b[^;{{]*?[:,]\s*(?:\w+(?:<[^>]*>)?(?:\([^{{;]*\))?\s*,\s*)*{name}\b") < 2);

        Assert.Empty(lonely);
    }

    [Fact]
    public void NoTypeIsARepositoryAMediatorOrACopyForTheWire()
    {
        var names = Repository.Sources("src", ".cs")
            .SelectMany(source => Regex.Matches(source.Text, @"\b(?:class|record|struct|interface)\s+(?:struct\s+)?(\w+)").Select(found => found.Groups[1].Value));

        Assert.DoesNotContain(names, name => Regex.IsMatch(name, "(Repository|UnitOfWork|Mediator|Dto|DTO|Model|Manager|Helper|Util|Utils)$"));
    }

    [Fact]
    public void NoFileIsLongerThanOneCanRead()
    {
        var files = Repository.Sources("src", ".cs").Concat(Repository.Sources("tests", ".cs")).Concat(Repository.Sources("web/src", ".ts", ".tsx", ".css"));

        Assert.Empty(files.Where(file => file.Text.Count(letter => letter == '\n') > MostLines).Select(file => file.Path));
    }
}
