using TbPersonalOs.Common;
using TbPersonalOs.Data.Tests;

[assembly: AssemblyFixture(typeof(SharedDatabase))]

namespace TbPersonalOs.Data.Tests;

/// <summary>One migrated database for the tests that do not change its shape; each takes people of its own.</summary>
public sealed class SharedDatabase : IAsyncLifetime
{
    private TestDatabase? _database;

    public TestDatabase Database => _database ?? throw new InvalidOperationException("The database is not there yet.");

    public async ValueTask InitializeAsync() => _database = await TestDatabase.NewAsync();

    public ValueTask DisposeAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
