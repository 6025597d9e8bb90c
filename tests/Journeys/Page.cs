using System.Text.RegularExpressions;

namespace TbPersonalOs.Journeys;

/// <summary>A block of code of a page.</summary>
/// <param name="File">The file that it is about: named in backticks on the line before, or none.</param>
/// <param name="Language">What it is written in.</param>
/// <param name="Text">The code.</param>
internal sealed record Block(string? File, string Language, string Text)
{
    /// <summary>Its lines, without empty ones.</summary>
    public IEnumerable<string> Lines => Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A page of docs/ as somebody reads it who follows it word by word.</summary>
internal static partial class Page
{
    /// <summary>Its blocks, in order.</summary>
    public static IReadOnlyList<Block> Blocks(string markdown) =>
    [
        .. Fenced().Matches(markdown).Select(match => new Block(
            match.Groups["file"] is { Success: true } file ? file.Value : null, match.Groups["language"].Value, match.Groups["text"].Value)),
    ];

    /// <summary>A file with the added lines of a diff, each after the line that stands before it there.</summary>
    public static string Apply(string file, Block diff)
    {
        string? before = null;
        foreach (var line in diff.Lines)
        {
            if (line[0] == '+')
            {
                Assert.Equal(2, file.Split(before + "\n").Length);
                file = file.Replace(before + "\n", $"{before}\n{line[1..]}\n", StringComparison.Ordinal);
            }

            before = line[1..];
        }

        return file;
    }

    [GeneratedRegex(@"(?:^`(?<file>[^`\n]+)`\n\n)?^```(?<language>\w+)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
