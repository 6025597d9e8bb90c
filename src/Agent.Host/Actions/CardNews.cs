using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>
/// Tells every channel at which a person can be asked that a card of theirs was opened, decided or expired, after that is committed: open pages
/// close it, a chat takes its buttons away. It says which card and no more; whoever hears it looks how the card stands. Only of this process:
/// a page that comes back looks anew.
/// </summary>
internal sealed class CardNews
{
    private const int Kept = 64;
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Channel<Guid>, bool>> _listeners = new();
    private readonly ConcurrentDictionary<Channel<(Guid Person, Guid Card)>, bool> _toAll = new();

    /// <summary>A card of that person changed.</summary>
    public void Tell(Guid person, Guid card)
    {
        foreach (var listener in _listeners.GetValueOrDefault(person)?.Keys ?? [])
        {
            listener.Writer.TryWrite(card);
        }

        foreach (var listener in _toAll.Keys)
        {
            listener.Writer.TryWrite((person, card));
        }
    }

    /// <summary>Everybody's cards as they change, from the call on: for a channel that serves all of them.</summary>
    public IAsyncEnumerable<(Guid Person, Guid Card)> ListenToAll(CancellationToken cancellationToken)
    {
        var listener = Channel.CreateUnbounded<(Guid, Guid)>();
        _toAll[listener] = true;
        return listener.Reader.ReadAllAsync(cancellationToken);
    }

    /// <summary>The cards of that person as they change, from the call on.</summary>
    public IAsyncEnumerable<Guid> Listen(Guid person, CancellationToken cancellationToken)
    {
        // Who reads too slowly misses the oldest: to look once at the cards is enough.
        var listener = Channel.CreateBounded<Guid>(new BoundedChannelOptions(Kept) { FullMode = BoundedChannelFullMode.DropOldest });
        var listeners = _listeners.GetOrAdd(person, _ => new());
        listeners[listener] = true;
        return ReadAsync(listener, listeners, cancellationToken);
    }

    private static async IAsyncEnumerable<Guid> ReadAsync(
        Channel<Guid> listener, ConcurrentDictionary<Channel<Guid>, bool> listeners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var card in listener.Reader.ReadAllAsync(cancellationToken))
            {
                yield return card;
            }
        }
        finally
        {
            listeners.TryRemove(listener, out _);
        }
    }
}
