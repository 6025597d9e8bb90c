using System.Text;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>The folder for what must not stand in the database: tokens, keys, heads of the log. Only the owner can read it.</summary>
internal sealed class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnersFolder = OwnerOnly | UnixFileMode.UserExecute;

    public DataDirectory(IConfiguration configuration)
    {
        Root = RootOf(configuration);
        Directory.CreateDirectory(Root);
    }

    /// <summary>Where the settings say that it is.</summary>
    public static string RootOf(IConfiguration configuration) => Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } set ? set : ".data");

    /// <summary>Its absolute path.</summary>
    public string Root { get; }

    /// <summary>The absolute path of a file in it.</summary>
    public string PathOf(string name) => Path.Combine(Root, name);

    /// <summary>The text of a file, or null where there is none.</summary>
    public string? Read(string name) => File.Exists(PathOf(name)) ? File.ReadAllText(PathOf(name)) : null;

    /// <summary>Whether nobody but the owner can read or write a file.</summary>
    public bool IsOwnersOnly(string name) => (File.GetUnixFileMode(PathOf(name)) & ~OwnerOnly) == UnixFileMode.None;

    /// <summary>Writes a file so that others never see half of it, readable by the owner alone.</summary>
    public void Replace(string name, string text)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = $"{path}.{Environment.ProcessId}.new";
        using (var stream = new FileStream(half, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
            BufferSize = 0,
        }))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        File.Move(half, path, true);
    }

    /// <summary>Makes a folder that only the owner can enter.</summary>
    public void MakeFolder(string name) => Directory.CreateDirectory(PathOf(name), OwnersFolder);

    /// <summary>The names of the files of a folder; none where there is no such folder.</summary>
    public IReadOnlyList<string> FilesOf(string folder) =>
        Directory.Exists(PathOf(folder)) ? [.. Directory.EnumerateFiles(PathOf(folder)).Select(path => Path.GetFileName(path))] : [];

    /// <summary>Deletes the files of a folder.</summary>
    public void Clear(string folder)
    {
        foreach (var name in FilesOf(folder))
        {
            File.Delete(Path.Combine(PathOf(folder), name));
        }
    }

    /// <summary>Copies a file, or a folder with all that is in it, to a name in here, over what stands there. Nothing where there is none.</summary>
    public void Copy(string from, string to)
    {
        if (File.Exists(from))
        {
            MakeFolder(Path.GetDirectoryName(to)!);
            File.Copy(from, PathOf(to), overwrite: true);
            File.SetUnixFileMode(PathOf(to), OwnerOnly);
            return;
        }

        foreach (var path in Directory.Exists(from) ? Directory.EnumerateFileSystemEntries(from) : [])
        {
            Copy(path, Path.Combine(to, Path.GetFileName(path)));
        }
    }
}
