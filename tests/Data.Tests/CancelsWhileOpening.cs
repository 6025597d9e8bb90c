using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace TbPersonalOs.Data.Tests;

/// <summary>A caller who leaves at the moment between the connection's opening and its being told for whom it works.</summary>
internal sealed class CancelsWhileOpening(CancellationTokenSource leaving) : DbConnectionInterceptor
{
    /// <summary>The options with this interceptor before all others.</summary>
    public static DbContextOptions<AppDbContext> Before(DbContextOptions<AppDbContext> options, CancellationTokenSource leaving)
    {
        var core = options.FindExtension<CoreOptionsExtension>()!;
        var others = core.Interceptors!.ToList();
        var without = new CoreOptionsExtension();
        return (DbContextOptions<AppDbContext>)options.WithExtension(without.WithInterceptors([new CancelsWhileOpening(leaving), .. others]));
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        await leaving.CancelAsync();
}
