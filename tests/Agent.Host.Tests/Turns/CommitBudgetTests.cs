using System.Diagnostics;
using Npgsql;
using TbPersonalOs.Common;

namespace TbPersonalOs.Agent.Host.Tests.Turns;

/// <summary>A message with n writes costs n + 2 commits: received, each write with the answer that caused it, reply and end.</summary>
public sealed class CommitBudgetTests : IAsyncLifetime
{
    private readonly TestHost _host = new() { Configure = ScriptedHost.WithoutSweep };

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.Database.ExecuteAsync("""
            create table commits (id xid8 primary key);
            create function count_commit() returns trigger language plpgsql security definer as $$
            begin
                insert into commits values (pg_current_xact_id()) on conflict do nothing;
                return null;
            end $$;
            do $$
            declare target record;
            begin
                for target in select oid::regclass as name from pg_class
                    where relkind = 'r' and relnamespace in ('public'::regnamespace, 'accounts'::regnamespace) and relname <> 'commits'
                loop
                    execute format('create trigger count_commit after insert or update or delete on %s for each row execute function count_commit()', target.name);
                end loop;
            end $$;
            """);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("oi", 2)]
    [InlineData("quais tarefas tenho hoje?", 2)]
    [InlineData("preciso comprar pão amanhã", 3)]
    [InlineData("preciso pagar o aluguel dia 5 e me lembra amanhã às 9 de ligar pra dentista", 4)]
    public async Task AMessageCostsTwoCommitsAndOneForEachWrite(string text, long commits)
    {
        var person = await _host.NewPersonAsync();
        var before = await CommitsAsync();

        await person.SayAsync(text);

        Assert.Equal(commits, await CommitsAsync() - before);
    }

    [Fact]
    public async Task AWriteCostsAtMostEightRoundTrips()
    {
        var person = await _host.NewPersonAsync();
        await person.SayAsync("preciso comprar pão amanhã");

        var none = await RoundTripsAsync(() => person.SayAsync("oi"));
        var one = await RoundTripsAsync(() => person.SayAsync("preciso comprar leite amanhã"));

        Assert.InRange(one - none, 1, 8);
    }

    private async Task<long> CommitsAsync()
    {
        await using var source = NpgsqlDataSource.Create(_host.Database.Owner);
        await using var command = source.CreateCommand("select count(*) from commits");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Commands and batches that a message sends to the database, and its commits.</summary>
    private async Task<long> RoundTripsAsync(Func<Task> act)
    {
        var sent = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.GetTagItem("db.query.text") is not null && Equals(activity.GetTagItem("db.namespace"), _host.Database.Name))
                {
                    Interlocked.Increment(ref sent);
                }
            },
        };
        var before = await CommitsAsync();
        ActivitySource.AddActivityListener(listener);
        await act();
        listener.Dispose();
        return sent + await CommitsAsync() - before;
    }
}
