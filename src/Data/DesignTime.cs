using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace TbPersonalOs.Data;

/// <summary>Lets dotnet-ef write migrations without a running database.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<AppDbContext>
{
    public AppDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AppDbContext>();
        DataExtensions.Configure(options).UseNpgsql("Host=localhost");
        return new AppDbContext(options.Options);
    }
}
