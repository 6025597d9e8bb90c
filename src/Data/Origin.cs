namespace TbPersonalOs.Data;

/// <summary>Where a value comes from, as it is stored: on messages, results and domain rows.</summary>
public static class Origin
{
    /// <summary>The owner said it.</summary>
    public const string Owner = "owner";

    /// <summary>It comes from the owner's own data.</summary>
    public const string Own = "own";

    /// <summary>Somebody else wrote it; <paramref name="kind"/> and <paramref name="reference"/> say which mail, file, event or agent.</summary>
    public static string Untrusted(string kind, string reference) => $"untrusted:{kind}:{reference}";

    /// <summary>Whether a stored origin is somebody else's.</summary>
    public static bool IsUntrusted(string origin) => origin.StartsWith("untrusted:", StringComparison.Ordinal);
}
