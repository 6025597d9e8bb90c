namespace TbPersonalOs.Agent.Host.Models;

/// <summary>
/// Lets a provider rest that failed twice in a row: a minute, then twice as long each time, at most a quarter of an hour. Then one
/// request tries it again.
/// </summary>
internal sealed class CircuitBreaker(TimeProvider clock)
{
    private const int FailuresToOpen = 2;
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private readonly Lock _gate = new();
    private int _failures;
    private TimeSpan _rest;
    private DateTimeOffset _openUntil;
    private bool _trying;
    private string? _of;

    /// <summary>Whether it may be asked now. Where it rested, only the first who asks may.</summary>
    /// <param name="of">Which model by which key: what another one did says nothing of this one.</param>
    public bool TryEnter(string of)
    {
        lock (_gate)
        {
            if (_of != of)
            {
                (_of, _failures, _trying, _rest) = (of, 0, false, TimeSpan.Zero);
            }

            if (_failures < FailuresToOpen)
            {
                return true;
            }

            if (_trying || clock.GetUtcNow() < _openUntil)
            {
                return false;
            }

            return _trying = true;
        }
    }

    /// <summary>It answered.</summary>
    public void Succeeded()
    {
        lock (_gate)
        {
            (_failures, _trying, _rest) = (0, false, TimeSpan.Zero);
        }
    }

    /// <summary>It failed in a way that it will likely fail again.</summary>
    /// <param name="retryAfter">When the provider wants to be asked again.</param>
    public void Failed(TimeSpan? retryAfter = null)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            var rests = _failures >= FailuresToOpen && !_trying && now < _openUntil;
            _trying = false;
            if (rests)
            {
                // Asked before it began to rest: nothing new, but for when to ask again.
                _openUntil = now + (retryAfter ?? TimeSpan.Zero) is var later && later > _openUntil ? later : _openUntil;
                return;
            }

            if (++_failures < FailuresToOpen)
            {
                return;
            }

            _rest = _rest == TimeSpan.Zero ? First : _rest * 2;
            _rest = _rest > Longest ? Longest : _rest;
            _openUntil = now + (retryAfter > _rest ? retryAfter.Value : _rest);
        }
    }

    /// <summary>Whoever had entered asked nothing after all, or learnt nothing of its health.</summary>
    public void Left()
    {
        lock (_gate)
        {
            _trying = false;
        }
    }
}
