using TbPersonalOs.Data.Permissions;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>What the owner allowed for good.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Function"><c>plugin.function</c>.</param>
/// <param name="Recipient">Towards whom alone.</param>
/// <param name="Since">Since when.</param>
/// <param name="Revoked">Whether it was just taken back.</param>
public sealed record PermissionView(Guid Id, string Function, string Recipient, DateTimeOffset Since, bool Revoked = false) : IView
{
    private static readonly Texts Text = new(typeof(PermissionView));

    /// <inheritdoc />
    public string InWords(Words words) => Text[Revoked ? "NoLongerAlways" : "Always", Recipient, Function];

    internal static PermissionView Of(StandingPermission row) => new(row.Id, row.Function, row.Recipient, row.CreatedAt);
}

/// <summary>A page of what is allowed for good.</summary>
/// <param name="Permissions">The permissions, the newest first.</param>
/// <param name="More">Whether there is another page.</param>
public sealed record PermissionListView(IReadOnlyList<PermissionView> Permissions, bool More) : IView
{
    private static readonly Texts Text = new(typeof(PermissionListView));

    /// <inheritdoc />
    public string InWords(Words words) => Permissions.Count == 0
        ? Text["NoPermissions"]
        : Paging.Lines(Text["Permissions"], Permissions.Select(permission => Words.Line(permission.InWords(words), words.When(permission.Since))), More);
}
