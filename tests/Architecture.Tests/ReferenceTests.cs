using System.Text.RegularExpressions;

namespace TbPersonalOs.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Plugins"] = ["Memory", "Insights", "Google", "Data"],
        ["Memory"] = ["Data"],
        ["Insights"] = ["Data"],
        ["Offline"] = [],
        ["Google"] = [],
        ["Data"] = [],
    };

    [Fact]
    public void ProjectsReferenceOnlyWhomTheyMay()
    {
        Assert.All(Repository.Projects.Where(project => project.Key != "Agent.Host"), project =>
        {
            Assert.True(Allowed.ContainsKey(project.Key), $"{project.Key} has no place in docs/architecture.md.");
            Assert.Subset(Allowed[project.Key].ToHashSet(), References(project.Key).ToHashSet());
        });
    }

    [Fact]
    public void TheHostReferencesEveryProjectAndNobodyTheHost()
    {
        Assert.Equal(Repository.Projects.Keys.Where(name => name != "Agent.Host").Order(), References("Agent.Host").Order());
    }

    [Fact]
    public void UnderstandingAndStorageKnowNoKernelAndNoModel()
    {
        var packages = Repository.Projects.Where(project => project.Key is "Offline" or "Memory" or "Insights" or "Data")
            .SelectMany(project => project.Value.Names("PackageReference"));

        Assert.DoesNotContain(packages, package =>
            package.Contains("SemanticKernel", StringComparison.Ordinal)
            || (package.StartsWith("Microsoft.Extensions.AI", StringComparison.Ordinal) && package != "Microsoft.Extensions.AI.Abstractions"));
    }

    [Fact]
    public void PluginsDoNotKnowEachOther()
    {
        var sources = Repository.Sources("src/Plugins", ".cs").Where(source => source.Path.Split('/').Length > 3).ToList();
        var typesOf = sources.GroupBy(source => source.Path.Split('/')[2], source => source.Text).ToDictionary(
            plugin => plugin.Key,
            plugin => Regex.Matches(string.Join('\n', plugin), @"\b(?:class|record|struct|enum)\s+(?:struct\s+)?(\w+)").Select(found => found.Groups[1].Value).ToHashSet());
        Assert.Contains("Tasks", typesOf.Keys);

        var crossings =
            from source in sources
            from other in typesOf.Keys
            where other != source.Path.Split('/')[2]
                && (Regex.IsMatch(source.Text, $@"Plugins\.{other}\b")
                    || Regex.Matches(source.Text, $@"(?<![\w.""]){other}\.(\w+)").Any(found => typesOf[other].Contains(found.Groups[1].Value)))
            select $"{source.Path} knows {other}";
        Assert.Empty(crossings);
    }

    [Fact]
    public void NamespacesAreTheProjects()
    {
        var strangers =
            from source in Repository.Sources("src", ".cs")
            let project = source.Path.Split('/')[1]
            let name = Regex.Match(source.Text, @"^namespace ([\w.]+)", RegexOptions.Multiline)
            where name.Success && !$"{name.Groups[1].Value}.".StartsWith($"TbPersonalOs.{project}.", StringComparison.Ordinal)
            select source.Path;
        Assert.Empty(strangers);
    }

    private static IEnumerable<string> References(string project) =>
        Repository.Projects[project].Names("ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path.Replace('\\', '/')));
}
