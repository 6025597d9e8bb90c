using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace TbPersonalOs.Architecture.Tests;

/// <summary>The source as it stands.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    /// <summary>Project files under <c>src</c>, by project.</summary>
    public static IReadOnlyDictionary<string, XDocument> Projects { get; } = Directory
        .GetDirectories(Path.Combine(Root, "src")).Select(folder => Path.Combine(folder, $"{Path.GetFileName(folder)}.csproj")).Where(File.Exists)
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => XDocument.Load(file));

    /// <summary>Source files below a folder that people write: path from the root, and text.</summary>
    public static IEnumerable<(string Path, string Text)> Sources(string folder, params string[] endings) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        where endings.Contains(Path.GetExtension(file))
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(part => part is "obj" or "bin" or "Migrations" or "node_modules" or "dist" or "generated")
        select (path, File.ReadAllText(file));

    public static IEnumerable<string> Names(this XDocument project, string element) =>
        project.Descendants(element).Select(reference => (string)reference.Attribute("Include")!);

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
