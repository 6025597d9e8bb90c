using System.Security.Cryptography;

namespace TbPersonalOs.Agent.Host.Operations.Backups;

/// <summary>
/// The key that seals this house's backups: <c>Backup:Key</c> where it is set, else one made once and kept in the data directory. It is in no
/// backup: whoever restores elsewhere needs it written down.
/// </summary>
internal sealed class BackupKey(IConfiguration configuration, DataDirectory directory)
{
    private const string FileName = "backup.key";
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Groups = 8;
    private const int GroupLength = 4;

    /// <summary>The key, made now where there is none.</summary>
    public string Required()
    {
        if (Known() is { } known)
        {
            return known;
        }

        Keep(string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength))));
        return Known()!;
    }

    /// <summary>The key, or null where none was made yet.</summary>
    public string? Known() => configuration["Backup:Key"] is { Length: > 0 } set ? set.Trim() : directory.Read(FileName)?.Trim();

    /// <summary>Keeps the key of a backup that was restored where the house has none: its next backups open with the same.</summary>
    public void KeepIfNone(string key)
    {
        if (directory.Read(FileName) is null)
        {
            Keep(key);
        }
    }

    private void Keep(string key) => directory.Replace(FileName, key + "\n");
}
