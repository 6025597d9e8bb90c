using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Notes;

namespace TbPersonalOs.Data.Tests;

/// <summary>The database as the host registers it, without the host: with as many physical connections as a test wants.</summary>
internal sealed class Scopes : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public Scopes(TestDatabase database, int connections = 10, string more = "", string setting = "ConnectionStrings:Default")
    {
        Settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [setting] = new NpgsqlConnectionStringBuilder($"{database.Owner};{more}") { MaxPoolSize = connections }.ConnectionString,
        }).Build();
        _services = new ServiceCollection().AddSingleton(Settings).AddSingleton(TimeProvider.System).AddData(Settings).BuildServiceProvider();
    }

    public IConfiguration Settings { get; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A scope of that person, or of nobody.</summary>
    public AsyncServiceScope Open(Guid? person)
    {
        var scope = _services.CreateAsyncScope();
        if (person is { } id)
        {
            scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(id);
        }

        return scope;
    }

    public async Task<T> AsAsync<T>(Guid? person, Func<AppDbContext, Task<T>> work)
    {
        await using var scope = Open(person);
        return await work(scope.ServiceProvider.GetRequiredService<AppDbContext>());
    }

    public Task<int> NoteAsync(Guid person, string text) => AsAsync(person, db =>
    {
        db.Notes.Add(new Note { Text = text });
        return db.SaveChangesAsync();
    });

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
