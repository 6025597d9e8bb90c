namespace TbPersonalOs.Data;

/// <summary>
/// The person for whom this scope works. Set once, at a door (HTTP, turn, job), and nowhere else;
/// every connection that the scope opens carries it to row-level security.
/// </summary>
public sealed class CurrentUser
{
    private Guid? _id;

    /// <summary>The person's id, or none: then the database shows no personal row at all.</summary>
    public Guid? Id => _id;

    /// <summary>The person's id; throws when no door has set one.</summary>
    public Guid Required => _id ?? throw new InvalidOperationException("No door has set the current user of this scope.");

    /// <summary>Says who it is. A scope serves one person: a second, different one is a bug.</summary>
    public void Set(Guid id)
    {
        if (_id is { } already && already != id)
        {
            throw new InvalidOperationException("This scope already serves another person.");
        }

        _id = id;
    }
}
