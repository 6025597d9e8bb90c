using NodaTime;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>The zone of the owner, by whose days money counts, for whomever a call is made. Looked up again every few minutes.</summary>
internal sealed class OwnersZone(IServiceScopeFactory scopes, Owner owner, TimeProvider clock)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private Known? _known;

    public async Task<DateTimeZone> GetAsync(CancellationToken cancellationToken)
    {
        if (_known is { } known && clock.GetElapsedTime(known.ReadAt) < KeptFor)
        {
            return known.Zone;
        }

        var id = await owner.IdAsync(cancellationToken);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(id);
        await scope.ServiceProvider.GetRequiredService<PersonLoader>().LoadAsync(id, cancellationToken);
        var zone = scope.ServiceProvider.GetRequiredService<Person>().Zone;
        _known = new Known(zone, clock.GetTimestamp());
        return zone;
    }

    private sealed record Known(DateTimeZone Zone, long ReadAt);
}
