namespace TbPersonalOs.Plugins;

/// <summary>The newest backup, as a certificate names it; the host says so.</summary>
/// <param name="keptUntil">Until when it is kept; null where there is none.</param>
public sealed class LastBackup(Func<DateTimeOffset?> keptUntil)
{
    /// <summary>Without backups, for what runs outside of a host.</summary>
    public LastBackup()
        : this(() => null)
    {
    }

    /// <summary>Until when it is kept; null where there is none.</summary>
    public DateTimeOffset? KeptUntil => keptUntil();
}
