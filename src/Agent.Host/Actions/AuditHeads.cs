using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using TbPersonalOs.Agent.Host.Operations;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>The end of a person's log chain.</summary>
/// <param name="Seq">Last place.</param>
/// <param name="Hash">Last hash, in hex.</param>
internal sealed record LogHead(long Seq, string Hash)
{
    public static async Task<LogHead> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        await reader.ReadAsync(cancellationToken);
        return new LogHead(reader.GetInt64(0), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(1)));
    }
}

/// <summary>
/// Keeps the heads of the log chains outside the database too, so that a log that was cut short or written anew shows.
/// One line a person: <c>seq hash</c>, replaced as a whole.
/// </summary>
internal sealed partial class AuditHeads(DataDirectory directory, ILogger<AuditHeads> logger)
{
    private const string Folder = "audit";

    private readonly ConcurrentDictionary<Guid, (Lock Gate, long Seq)> _kept = new();

    public void Keep(Guid person, LogHead? head)
    {
        if (head is null)
        {
            return;
        }

        var gate = _kept.GetOrAdd(person, _ => (new Lock(), Read(person)?.Seq ?? 0)).Gate;
        lock (gate)
        {
            if (_kept[person].Seq < head.Seq)
            {
                _kept[person] = (gate, head.Seq);
                Write(person, head);
            }
        }
    }

    /// <summary>The head that was kept for a person, or null.</summary>
    public LogHead? Read(Guid person) =>
        directory.Read(NameOf(person))?.Split(' ', StringSplitOptions.TrimEntries) is [var seq, var hash]
            && long.TryParse(seq, CultureInfo.InvariantCulture, out var place)
            ? new LogHead(place, hash)
            : null;

    /// <summary>All that were kept, as they were written, by the name of the person's file; not the halves that a killed process left.</summary>
    public IReadOnlyDictionary<string, string> All() => directory.FilesOf(Folder).Where(name => Guid.TryParseExact(name, "N", out _)).ToDictionary(name => name, name => directory.Read(Path.Combine(Folder, name))!.Trim());

    private void Write(Guid person, LogHead head)
    {
        try
        {
            directory.Replace(NameOf(person), string.Create(CultureInfo.InvariantCulture, $"{head.Seq} {head.Hash}\n"));
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            // What was done is committed: a full disk must not turn it into a failure.
            LogNotKept(denied, head.Seq);
        }
    }

    private static string NameOf(Guid person) => Path.Combine(Folder, person.ToString("N"));

    [LoggerMessage(Level = LogLevel.Error, Message = "The head {Seq} of a log chain could not be kept outside the database")]
    private partial void LogNotKept(Exception denied, long seq);
}
