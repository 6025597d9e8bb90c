using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace TbPersonalOs.Agent.Host.Models.Context;

/// <summary>One prompt of the folder <c>prompts/</c>: its front matter, and its text with <c>{{inputs}}</c>.</summary>
internal sealed partial class Prompt
{
    private readonly string _text;

    /// <summary>Reads it; throws where front matter and text do not fit each other.</summary>
    /// <exception cref="InvalidOperationException">Names the prompt and the fault.</exception>
    public Prompt(string name, string file)
    {
        var parts = FrontMatter().Match(file.ReplaceLineEndings("\n"));
        if (!parts.Success)
        {
            throw new InvalidOperationException($"prompts/{name} does not begin with front matter between two lines of ---.");
        }

        var fields = parts.Groups["fields"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(':', 2, StringSplitOptions.TrimEntries)).ToDictionary(field => field[0], field => field[^1]);
        foreach (var wanted in new[] { "purpose", "version", "inputs" })
        {
            if (!fields.ContainsKey(wanted))
            {
                throw new InvalidOperationException($"prompts/{name} has no “{wanted}” in its front matter.");
            }
        }

        Name = name;
        Version = fields["version"];
        Inputs = fields["inputs"].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        _text = parts.Groups["text"].Value.Trim();
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file)));
        var used = Input().Matches(_text).Select(input => input.Groups["name"].Value).ToHashSet();
        if (!used.SetEquals(Inputs))
        {
            throw new InvalidOperationException(
                $"prompts/{name} declares the inputs {string.Join(", ", Inputs.Order())} and uses {string.Join(", ", used.Order())}.");
        }
    }

    /// <summary>File name.</summary>
    public string Name { get; }

    /// <summary>Version, by who wrote it.</summary>
    public string Version { get; }

    /// <summary>Names of what has to be filled in.</summary>
    public IReadOnlySet<string> Inputs { get; }

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; }

    /// <summary>The text with its inputs filled in.</summary>
    public string Fill(IReadOnlyDictionary<string, string> inputs)
    {
        if (!Inputs.SetEquals(inputs.Keys))
        {
            throw new InvalidOperationException($"prompts/{Name} wants {string.Join(", ", Inputs.Order())}, not {string.Join(", ", inputs.Keys.Order())}.");
        }

        return Input().Replace(_text, input => inputs[input.Groups["name"].Value]);
    }

    /// <summary>The prompts that the program carries.</summary>
    public static IReadOnlyDictionary<string, Prompt> LoadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith("prompts/", StringComparison.Ordinal))
            .Select(name => Read(assembly, name)).ToDictionary(prompt => prompt.Name);
    }

    private static Prompt Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return new Prompt(resource["prompts/".Length..], reader.ReadToEnd());
    }

    [GeneratedRegex(@"^---\n(?<fields>.*?)\n---\n(?<text>.*)$", RegexOptions.Singleline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\{\{(?<name>\w+)\}\}")]
    private static partial Regex Input();
}
