using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace TbPersonalOs.Agent.Host.Operations.Settings;

/// <summary>
/// Settings that <c>./tbos set</c> keeps: a file of the data directory, each value encrypted by Data Protection. The environment and the
/// command line win over them.
/// </summary>
internal sealed class KeptSettings(string directory)
{
    /// <summary>The file.</summary>
    public const string FileName = "settings.json";

    private readonly Lazy<IDataProtector> _protector = new(() => DataProtectionProvider
        .Create(Directory.CreateDirectory(Path.Combine(directory, "keys"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute), builder => builder.SetApplicationName("TbPersonalOs"))
        .CreateProtector("settings"));

    /// <summary>All of them in clear, by name with colons. One that cannot be read any more is left out.</summary>
    public Dictionary<string, string?> Read()
    {
        var clear = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, kept) in Stored())
        {
            try
            {
                clear[name] = _protector.Value.Unprotect(kept);
            }
            catch (CryptographicException)
            {
                // The keys were lost: the setting counts as not set, and doctor says so.
            }
        }

        return clear;
    }

    /// <summary>Names of settings whose value cannot be read any more.</summary>
    public IReadOnlyList<string> Unreadable() => [.. Stored().Keys.Except(Read().Keys)];

    /// <summary>Keeps a value; null takes it out.</summary>
    public void Set(string name, string? value, DataDirectory files)
    {
        var stored = Stored();
        if (value is null)
        {
            stored.Remove(name);
        }
        else
        {
            stored[name] = _protector.Value.Protect(value);
        }

        files.Replace(FileName, JsonSerializer.Serialize(stored));
    }

    private SortedDictionary<string, string> Stored()
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<SortedDictionary<string, string>>(File.ReadAllText(path))! : [];
        }
        catch (JsonException broken)
        {
            throw new InvalidOperationException($"{path} cannot be read. Delete it, and set each setting again: ./tbos set KEY", broken);
        }
    }
}
