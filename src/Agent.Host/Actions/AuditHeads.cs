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
internal sealed class AuditHeads(DataDirectory directory)
{
    private readonly ConcurrentDictionary<Guid, (Lock Gate, long Seq)> _kept = new();

    public void Keep(Guid person, LogHead? head)
    {
        if (head is null)
        {
            return;
        }

        var gate = _kept.GetOrAdd(person, _ => (new Lock(), 0)).Gate;
        lock (gate)
        {
            if (_kept[person].Seq < head.Seq)
            {
                _kept[person] = (gate, head.Seq);
                directory.Replace(
                    Path.Combine("audit", person.ToString("N")), string.Create(CultureInfo.InvariantCulture, $"{head.Seq} {head.Hash}\n"));
            }
        }
    }
}
