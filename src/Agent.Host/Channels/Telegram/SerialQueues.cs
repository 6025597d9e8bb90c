using System.Collections.Concurrent;

namespace TbPersonalOs.Agent.Host.Channels.Telegram;

/// <summary>Work of one key is done one after another, in the order in which it came; of several keys side by side.</summary>
internal sealed class SerialQueues<TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Task> _last = new();

    /// <summary>Puts work behind what waits under the key. It must not throw.</summary>
    public void Add(TKey key, Func<Task> work)
    {
        var done = _last.AddOrUpdate(key, _ => Task.Run(work), (_, before) => before.ContinueWith(_ => work(), TaskScheduler.Default).Unwrap());
        _ = done.ContinueWith(_ => ((ICollection<KeyValuePair<TKey, Task>>)_last).Remove(new(key, done)), TaskScheduler.Default);
    }

    /// <summary>All that waits or is under way.</summary>
    public Task IdleAsync() => Task.WhenAll(_last.Values);
}
