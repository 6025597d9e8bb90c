using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Bcpg;
using Org.BouncyCastle.Bcpg.OpenPgp;
using Org.BouncyCastle.Security;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>
/// A file sealed with a key in words, in the format of OpenPGP (RFC 4880: AES-256, with an integrity code): <c>gpg -d</c> opens it too.
/// </summary>
internal static class SealedFile
{
    private const int Buffer = 1 << 16;

    /// <summary>Writes one, readable by the owner alone. Returns the SHA-256 (hex) of its bytes.</summary>
    public static async Task<string> WriteAsync(string path, string key, Func<Stream, Task> write)
    {
        await using (var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        {
            var sealing = new PgpEncryptedDataGenerator(SymmetricKeyAlgorithmTag.Aes256, withIntegrityPacket: true, new SecureRandom());
            sealing.AddMethodUtf8(key.ToCharArray(), HashAlgorithmTag.Sha256);
            await using (var sealedData = sealing.Open(file, new byte[Buffer]))
            await using (var literal = new PgpLiteralDataGenerator().Open(sealedData, PgpLiteralData.Binary, "", DateTime.UnixEpoch, new byte[Buffer]))
            {
                await write(literal);
            }

            file.Flush(flushToDisk: true);
        }

        return await HashAsync(path);
    }

    /// <summary>Opens one, and checks it to its end.</summary>
    /// <exception cref="InvalidOperationException">The key is another, or the file was changed.</exception>
    public static async Task ReadAsync(string path, string key, Func<Stream, Task> read)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var list = (PgpEncryptedDataList)new PgpObjectFactory(file).NextPgpObject();
            var data = (PgpPbeEncryptedData)list[0];
            var literal = (PgpLiteralData)new PgpObjectFactory(data.GetDataStreamUtf8(key.ToCharArray())).NextPgpObject();
            await using var content = literal.GetInputStream();
            await read(content);
            await content.CopyToAsync(Stream.Null);
            if (!data.Verify())
            {
                throw Changed(path, null);
            }
        }
        catch (PgpDataValidationException other)
        {
            throw new InvalidOperationException(
                $"{path} was not sealed with this key. Give the key of the house that made it: Backup__Key=… (./tbos backup key shows it there).", other);
        }
        catch (Exception broken) when (broken is not (InvalidOperationException or OperationCanceledException or UnauthorizedAccessException or FileNotFoundException))
        {
            throw Changed(path, broken);
        }
    }

    /// <summary>A whole small file.</summary>
    public static async Task<string> ReadTextAsync(string path, string key)
    {
        using var text = new MemoryStream();
        await ReadAsync(path, key, content => content.CopyToAsync(text));
        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <summary>The SHA-256 (hex) of a file's bytes.</summary>
    public static async Task<string> HashAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
    }

    /// <summary>What is said of a file that does not hold.</summary>
    public static InvalidOperationException Changed(string path, Exception? why) =>
        new($"{path} is damaged or was changed{(why is null ? "" : $" ({why.Message})")}. Take another backup.", why);
}
