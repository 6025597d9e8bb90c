using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Accounts;

namespace TbPersonalOs.Agent.Host.Accounts;

/// <summary>Who lives in the house.</summary>
internal static class People
{
    /// <summary>Everybody's id, the longest known first.</summary>
    public static async Task<IReadOnlyList<Guid>> AllAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDbContext>().Set<User>().OrderBy(user => user.Id).Select(user => user.Id).ToListAsync(cancellationToken);
    }
}
