using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;

namespace TbPersonalOs.Agent.Host.Channels.Files;

/// <summary>
/// The people's files under the data directory: <c>files/PERSON/SHA-256</c>. The content is the name, so that nothing that a sender calls a file
/// becomes a path, and the same file twice is one.
/// </summary>
internal sealed class FileStore(DataDirectory directory)
{
    /// <summary>Most bytes of one file: what a bot can fetch from Telegram.</summary>
    public const long MostBytes = 20 * 1024 * 1024;

    private const string Folder = "files";

    /// <summary>Keeps a file. Returns its hash (hex).</summary>
    public async Task<string> KeepAsync(Guid person, byte[] content, CancellationToken cancellationToken)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var path = PathOf(person, hash);
        if (!File.Exists(path))
        {
            directory.MakeFolder(Folder);
            directory.MakeFolder(FolderOf(person));
            var half = $"{path}.{Guid.CreateVersion7():N}.new";
            await using (var file = new FileStream(half, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
            {
                await file.WriteAsync(content, cancellationToken);
            }

            File.Move(half, path, true);
        }

        return hash;
    }

    /// <summary>A file's bytes; null where it is gone.</summary>
    public async Task<byte[]?> ReadAsync(Guid person, string hash, CancellationToken cancellationToken) =>
        File.Exists(PathOf(person, hash)) ? await File.ReadAllBytesAsync(PathOf(person, hash), cancellationToken) : null;

    /// <summary>Deletes what no row of the person names any more: what was forgotten is gone here too.</summary>
    public async Task SweepAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var person = db.User.Required;
        var there = directory.FilesOf(FolderOf(person));
        if (there.Count == 0)
        {
            return;
        }

        var named = await db.Set<Attachment>().Where(row => row.Hash != null).Select(row => row.Hash!).Distinct().ToListAsync(cancellationToken);
        foreach (var name in there.Except(named))
        {
            File.Delete(PathOf(person, name));
        }
    }

    private string PathOf(Guid person, string name) => Path.Combine(directory.PathOf(FolderOf(person)), name);

    private static string FolderOf(Guid person) => Path.Combine(Folder, person.ToString("N"));
}
