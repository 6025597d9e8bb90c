namespace TbPersonalOs.Data;

/// <summary>All that goes when one thing is forgotten.</summary>
/// <param name="Kind">What is forgotten.</param>
/// <param name="Id">Which.</param>
public sealed record ForgottenThings(string Kind, Guid Id)
{
    /// <summary>Rows of the person's life, by table.</summary>
    public HashSet<(string Table, Guid Id)> Records { get; } = [];

    /// <summary>Messages that lose their words.</summary>
    public HashSet<Guid> Messages { get; } = [];

    /// <summary>Turns that lose what was answered.</summary>
    public HashSet<Guid> Turns { get; } = [];

    /// <summary>Calls that lose their arguments and results.</summary>
    public HashSet<Guid> Actions { get; } = [];

    /// <summary>Texts that must be found no more.</summary>
    public HashSet<string> Texts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The ids behind a source.</summary>
    public Guid[] Of(Source source) => source switch
    {
        Source.Record => [.. Records.Select(record => record.Id)],
        Source.Message => [.. Messages],
        Source.Turn => [.. Turns],
        _ => [.. Actions],
    };
}

/// <summary>What looking again for something forgotten found.</summary>
/// <param name="Columns">How many columns were searched.</param>
/// <param name="Found">Places that still hold it: there must be none.</param>
/// <param name="Others">Places where other things of the person have the same words.</param>
public sealed record LookAgain(int Columns, long Found, long Others);
