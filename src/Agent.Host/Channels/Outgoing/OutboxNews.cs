using System.Threading.Channels;

namespace TbPersonalOs.Agent.Host.Channels.Outgoing;

/// <summary>
/// Tells the channels of this process that something is leaving for a person, after that is committed. Who misses it finds it by its work row:
/// see <see cref="Outbox"/>.
/// </summary>
internal sealed class OutboxNews
{
    private readonly Channel<Guid> _people = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Something is leaving for that person.</summary>
    public void Tell(Guid person) => _people.Writer.TryWrite(person);

    /// <summary>The people for whom something is leaving, as it comes. One reader.</summary>
    public IAsyncEnumerable<Guid> ReadAsync(CancellationToken cancellationToken) => _people.Reader.ReadAllAsync(cancellationToken);
}
