using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TbPersonalOs.Common;
using TbPersonalOs.Data.Notes;

namespace TbPersonalOs.Data.Tests;

/// <summary>The database itself keeps people apart, whatever the code forgets.</summary>
public sealed class OwnRowsTests(SharedDatabase shared) : IAsyncLifetime
{
    private readonly Guid _ana = Guid.CreateVersion7();
    private readonly Guid _bia = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        await using var scopes = new Scopes(shared.Database);
        await scopes.NoteAsync(_ana, "Ana's");
        await scopes.NoteAsync(_bia, "Bia's");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task AQueryWithoutAWhereSeesOnlyOwnRows()
    {
        await using var scopes = new Scopes(shared.Database);

        Assert.Equal(["Ana's"], await TextsAsync(scopes, _ana));
        Assert.Equal(["Bia's"], await TextsAsync(scopes, _bia));
    }

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task AContextFromThePoolKeepsNothingOfThePersonBefore()
    {
        await using var scopes = new Scopes(shared.Database);
        AppDbContext leased;
        await using (var scope = scopes.Open(_ana))
        {
            // Left as untidy as a failed turn may leave it: the connection open, a transaction begun, a change not saved.
            leased = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            await leased.Database.OpenConnectionAsync();
            await leased.Database.BeginTransactionAsync();
            leased.Notes.Add(new Note { Text = "Ana's second" });
        }

        await using var next = scopes.Open(_bia);
        var again = next.ServiceProvider.GetRequiredService<AppDbContext>();

        Assert.Same(leased, again);
        Assert.Equal(_bia, again.User.Id);
        Assert.Equal(["Bia's"], await again.Notes.Select(note => note.Text).ToListAsync());
        await again.SaveChangesAsync();
        Assert.Equal(["Ana's"], await TextsAsync(scopes, _ana));
    }

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task AChangeWithoutAWhereChangesOnlyOwnRows()
    {
        await using var scopes = new Scopes(shared.Database);

        Assert.Equal(1, await scopes.AsAsync(_ana, db => db.Database.ExecuteSqlAsync($"update notes set text = 'taken'")));
        Assert.Equal(1, await scopes.AsAsync(_ana, db => db.Database.ExecuteSqlAsync($"delete from notes")));
        Assert.Equal(["Bia's"], await TextsAsync(scopes, _bia));
    }

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task ARowOfSomebodyElseCannotBeMade()
    {
        await using var scopes = new Scopes(shared.Database);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => scopes.AsAsync(_ana, db => db.Database.ExecuteSqlAsync(
            $"update notes set user_id = {_bia}")));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        Assert.Equal(["Bia's"], await TextsAsync(scopes, _bia));
    }

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task AScopeOfNobodySeesNothing()
    {
        await using var scopes = new Scopes(shared.Database, connections: 1);
        await TextsAsync(scopes, _ana);

        Assert.Empty(await TextsAsync(scopes, null));
    }

    [Theory]
    [Trait("Shows", "main-job:5")]
    [InlineData("")]
    [InlineData("No Reset On Close=true")]
    public async Task AfterAnErrorTheSameConnectionServesTheNextPersonOnly(string more)
    {
        await using var scopes = new Scopes(shared.Database, connections: 1, more);

        var first = await scopes.AsAsync(_ana, async db =>
        {
            await Assert.ThrowsAsync<PostgresException>(() => db.Database.ExecuteSqlAsync($"select 1 / 0"));
            return await BackendAsync(db);
        });
        var (second, texts) = await scopes.AsAsync(_bia, async db => (await BackendAsync(db), await db.Notes.Select(note => note.Text).ToListAsync()));

        Assert.Equal(first, second);
        Assert.Equal(["Bia's"], texts);
        Assert.Empty(await TextsAsync(scopes, null));
    }

    [Theory]
    [Trait("Shows", "main-job:5")]
    [InlineData("")]
    [InlineData("No Reset On Close=true")]
    public async Task AfterACancelledQueryTheSameConnectionServesTheNextPersonOnly(string more)
    {
        await using var scopes = new Scopes(shared.Database, connections: 1, more);

        var first = await scopes.AsAsync(_ana, async db =>
        {
            var backend = await BackendAsync(db);
            using var leaving = new CancellationTokenSource();
            var slow = db.Database.ExecuteSqlAsync($"select pg_sleep(60)", leaving.Token);
            await UntilItSleepsAsync(backend);
            await leaving.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);
            return backend;
        });
        var (second, texts) = await scopes.AsAsync(_bia, async db => (await BackendAsync(db), await db.Notes.Select(note => note.Text).ToListAsync()));

        Assert.Equal(first, second);
        Assert.Equal(["Bia's"], texts);
        Assert.Empty(await TextsAsync(scopes, null));
    }

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task AScopeThatIsCancelledWhileItConnectsNeverWorksAsTheOwner()
    {
        await using var scopes = new Scopes(shared.Database, connections: 1);
        await using var scope = scopes.Open(_ana);
        using var leaving = new CancellationTokenSource();
        await using var db = Cancelled(scope.ServiceProvider, leaving);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Notes.ToListAsync(leaving.Token));

        var role = await db.Database.SqlQuery<string>($"""select current_user::text as "Value" """).SingleAsync(CancellationToken.None);
        Assert.Equal("tbos_app", role);
        Assert.Equal(["Ana's"], await db.Notes.Select(note => note.Text).ToListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task AnUnclosedTransactionOfOnePersonIsGoneForTheNext()
    {
        await using var scopes = new Scopes(shared.Database, connections: 1);
        await scopes.AsAsync(_ana, async db =>
        {
            await db.Database.BeginTransactionAsync();
            db.Notes.Add(new Note { Text = "half" });
            await db.SaveChangesAsync();
            await db.Database.ExecuteSqlAsync($"select set_config('app.action_id', {Guid.CreateVersion7().ToString()}, true)");
            return 0;
        });

        var left = await scopes.AsAsync(_bia, db => db.Database.SqlQuery<string>($"""select coalesce(current_setting('app.action_id', true), '') as "Value" """).SingleAsync());

        Assert.Empty(left);
        Assert.Equal(["Ana's"], await TextsAsync(scopes, _ana));
    }

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task AContextWhoseConnectionBrokeComesBackFromThePoolAsNew()
    {
        await using var scopes = new Scopes(shared.Database);
        AppDbContext leased;
        await using (var scope = scopes.Open(_ana))
        {
            leased = scope.ServiceProvider.GetRequiredService<AppDbContext>();
            await leased.Database.OpenConnectionAsync();
            var server = await leased.Database.SqlQuery<int>($"""select pg_backend_pid() as "Value" """).SingleAsync();
            await shared.Database.ExecuteAsync("select pg_terminate_backend($1)", server);
            await Assert.ThrowsAnyAsync<Exception>(() => leased.Notes.CountAsync());
        }

        await using var next = scopes.Open(_bia);
        var again = next.ServiceProvider.GetRequiredService<AppDbContext>();
        var seen = await again.AskOnceAsync(
            batch => batch.Add("select text from notes"), async reader => await reader.ReadAsync() ? reader.GetString(0) : null, CancellationToken.None);

        Assert.Same(leased, again);
        Assert.Equal("Bia's", seen);
        Assert.Equal(System.Data.ConnectionState.Closed, again.Database.GetDbConnection().State);
    }

    private static AppDbContext Cancelled(IServiceProvider services, CancellationTokenSource leaving)
    {
        var options = services.GetRequiredService<DbContextOptions<AppDbContext>>();
        return new AppDbContext(CancelsWhileOpening.Before(options, leaving)).For(services.GetRequiredService<CurrentUser>(), TimeProvider.System);
    }

    private static Task<List<string>> TextsAsync(Scopes scopes, Guid? person) =>
        scopes.AsAsync(person, db => db.Database.SqlQuery<string>($"""select text as "Value" from notes""").ToListAsync());

    private static async Task<int> BackendAsync(AppDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        return await db.Database.SqlQuery<int>($"""select pg_backend_pid() as "Value" """).SingleAsync();
    }

    private async Task UntilItSleepsAsync(int backend)
    {
        await using var source = NpgsqlDataSource.Create(shared.Database.Owner);
        await using var look = source.CreateCommand("select count(*) from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'");
        look.Parameters.Add(new NpgsqlParameter { Value = backend });
        while (await look.ExecuteScalarAsync() is not 1L)
        {
        }
    }
}
