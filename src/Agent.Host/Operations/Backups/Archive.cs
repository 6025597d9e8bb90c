using System.Formats.Tar;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>Files of the data directory as one stream, and back.</summary>
internal static class Archive
{
    private const int EmptyArchive = 1024;

    /// <summary>Writes down files and whole folders of a root, by their names in it; what is not there is left out.</summary>
    public static async Task WriteAsync(string root, IEnumerable<string> names, Stream to)
    {
        var paths = names.Select(name => Path.Combine(root, name)).SelectMany(FilesIn).Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
        {
            // The writer leaves nothing at all for an archive without entries, which no reader takes.
            await to.WriteAsync(new byte[EmptyArchive]);
            return;
        }

        await using var archive = new TarWriter(to, TarEntryFormat.Pax, leaveOpen: true);
        foreach (var path in paths)
        {
            await archive.WriteEntryAsync(path, Path.GetRelativePath(root, path));
        }
    }

    /// <summary>Writes the files of an archive under a root. One that would land elsewhere is refused.</summary>
    public static async Task ReadAsync(Stream from, string root)
    {
        Directory.CreateDirectory(root);
        await TarFile.ExtractToDirectoryAsync(from, root, overwriteFiles: true);
    }

    private static IEnumerable<string> FilesIn(string path) => File.Exists(path)
        ? [path]
        : Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [];
}
