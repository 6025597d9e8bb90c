namespace TbPersonalOs.Data;

/// <summary>A row that belongs to one person. Keys lead with <see cref="UserId"/>; row-level security is forced on its table.</summary>
public abstract class PersonalRow
{
    /// <summary>Whose row it is. Filled by <see cref="AppDbContext"/> from <see cref="CurrentUser"/>.</summary>
    public Guid UserId { get; set; }

    /// <summary>A UUIDv7, made in code.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();
}

/// <summary>
/// A row of the person's life (a task, a note, an event…), which actions change and undo takes back:
/// its table carries the undo trigger.
/// </summary>
public abstract class DomainRow : PersonalRow, ILabelled
{
    /// <summary>Where its content comes from: <c>owner</c>, <c>own</c> or <c>untrusted:kind:reference</c>.</summary>
    [NoWords("kind and reference")]
    public string Origin { get; set; } = Data.Origin.Owner;

    /// <summary>When it was made (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was last changed (UTC).</summary>
    public DateTimeOffset UpdatedAt { get; set; }
}
