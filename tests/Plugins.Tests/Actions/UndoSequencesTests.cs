using Microsoft.EntityFrameworkCore;
using Npgsql;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Common;

namespace TbPersonalOs.Plugins.Tests.Actions;

/// <summary>
/// Whatever was done in whatever order, taken back from its end it leaves every domain table as it was before each step. The tables are those
/// that the database has, but for these.
/// </summary>
public sealed class UndoSequencesTests(TestHost host, ITestOutputHelper output)
{
    private const int Calls = 14;

    /// <summary>Tables that undo does not concern, and why.</summary>
    private static readonly Dictionary<string, string> NotDomain = new(StringComparer.Ordinal)
    {
        ["actions"] = "the ledger of what was done",
        ["approvals"] = "cards that were shown",
        ["assistant_logs"] = "the log: only appended to",
        ["assistant_log_payloads"] = "the log: only appended to",
        ["assistant_log_heads"] = "the end of the log",
        ["undo_images"] = "what undo is made from",
        ["incoming_messages"] = "what was said",
        ["turns"] = "what was answered",
        ["turn_answers"] = "what planners answered",
        ["outbox_messages"] = "what was sent to a channel",
        ["model_calls"] = "a counter of what models cost",
    };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("TBOS_LONG") is { Length: > 0 } ? 300 : 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    [Trait("Shows", "trust:3")]
    public async Task IsTakenBackStepByStep(int seed)
    {
        var person = await host.NewPersonAsync();
        var functions = CatalogueTests.Functions.Where(function => function != "assistant.allow_spending").ToList();
        var plan = new RandomCalls(seed);
        var done = new Stack<(ReceiptView Receipt, string Before)>();
        for (var call = 0; call < Calls; call++)
        {
            var next = await person.SeeAsync(db => plan.NextAsync(db, functions));
            var before = await DomainAsync(person);
            try
            {
                var receipt = await person.CallAsync(next.Function, next.Arguments, door: Doors.Web);
                output.WriteLine($"{next.Function} {next.Arguments.ToJsonString()}");
                if (receipt.Undoable)
                {
                    done.Push((receipt, before));
                }
                else
                {
                    Assert.True(receipt.Effect == Effect.Read || before == await DomainAsync(person), $"{next.Function} changed something and cannot be undone.");
                }
            }
            catch (ToolException refused)
            {
                output.WriteLine($"{next.Function} {next.Arguments.ToJsonString()}: {refused.Message}");
                Assert.Equal(before, await DomainAsync(person));
            }
        }

        Assert.NotEmpty(done);
        foreach (var (receipt, before) in done)
        {
            await person.UndoAsync(receipt);
            Assert.Equal(before, await DomainAsync(person));
        }

        Assert.Null(await person.SeeAsync(db => db.Database.SqlQuery<long?>($"""select verify_log() as "Value" """).SingleAsync()));
    }

    [Fact]
    [Trait("Shows", "trust:3")]
    public void EveryFunctionHasItsGenerator() => Assert.Equal(CatalogueTests.Functions.Order(StringComparer.Ordinal), RandomCalls.Known.Order(StringComparer.Ordinal));

    /// <summary>Every row of the person in every domain table, as the database lists them.</summary>
    private async Task<string> DomainAsync(TestPerson person)
    {
        await using var connection = new NpgsqlConnection(host.Database.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var become = new NpgsqlCommand("select set_config('app.user_id', $1, false)", connection) { Parameters = { new() { Value = person.Id.ToString() } } };
        await become.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var look = new NpgsqlCommand(
            """
            select string_agg(relname || ' ' || query_to_xml(format('select to_jsonb(t) as row from %I t order by to_jsonb(t)::text', relname), true, false, '')::text, '' order by relname)
            from pg_class where relkind in ('r', 'p') and relrowsecurity and relnamespace = 'public'::regnamespace and relname <> all ($1)
            """,
            connection) { Parameters = { new() { Value = NotDomain.Keys.ToArray() } } };
        return (string)(await look.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
