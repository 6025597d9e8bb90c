using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Tests.Costs;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.AtTheDoors;

/// <summary>Two people share a house and nothing else. Ana's things all hold two words: Bia asks for the one and must never see the other.</summary>
public sealed class TwoPeopleTests(TestHost host)
{
    private const string Known = "girassol";
    private const string Secret = "cofre";

    /// <summary>Health is nobody's; changes of cards are told as they come, and never end: <see cref="Actions.CardTests"/> listens to them.</summary>
    private static readonly string[] Private = ["/healthz", "/readyz", "/api/v1/approvals/changes"];

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task NoReadShowsWhatIsAnothers()
    {
        var (ana, ids) = await AnaAsync();
        var bia = await (await host.NewPersonAsync()).BrowserAsync();
        var before = await Snapshot.TakeAsync(host.Database, ana.Id);
        var tried = 0;

        foreach (var path in Routes("GET").Where(path => !Private.Contains(path) && !path.Contains("{code}", StringComparison.Ordinal)))
        {
            var mine = path.Contains("{id", StringComparison.Ordinal);
            string[] queries = ["", $"?text={Known}", $"?query={Known}", "?status=all", "?limit=200", $"?conversation={Secret}", $"?user={ana.Id}", .. ids.Select(id => $"?before={id}")];
            foreach (var (id, query) in mine ? ids.Select(id => (id, "")) : queries.Select(query => (ids[0], query)))
            {
                using var answer = await bia.GetAsync(path.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal) + query);
                await NothingOfHersAsync(answer, ids, except: [id]);
                Assert.True(!mine || (int)answer.StatusCode == 404, $"{path}: {answer.StatusCode}");
                tried++;
            }
        }

        Assert.True(tried > 300, $"Only {tried} reads.");
        Assert.Equal(before, await Snapshot.TakeAsync(host.Database, ana.Id));
    }

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task NoFunctionFindsChangesOrUndoesWhatIsAnothers()
    {
        var (ana, ids) = await AnaAsync();
        var bia = await (await host.NewPersonAsync()).BrowserAsync();
        var before = await Snapshot.TakeAsync(host.Database, ana.Id);
        var catalog = host.Services.GetRequiredService<PluginCatalog>();

        await Parallel.ForEachAsync(catalog.Functions, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (function, _) =>
        {
            foreach (var arguments in Tries(function, ids))
            {
                using var answer = await bia.PostAsJsonAsync($"/plugins/{function.Kernel.PluginName}/{function.Kernel.Name}", arguments, CancellationToken.None);
                Assert.True((int)answer.StatusCode < 500 || function.Kernel.Name == "stumble", $"{function.FullName} {arguments.ToJsonString()}: {await answer.Content.ReadAsStringAsync(CancellationToken.None)}");
                // Ids that Bia wrote herself may come back to her.
                await NothingOfHersAsync(answer, ids: [], except: []);
            }
        });

        Assert.Equal(before, await Snapshot.TakeAsync(host.Database, ana.Id));
    }

    [Fact]
    [Trait("Shows", "main-job:5")]
    public async Task NoOtherWriteTouchesWhatIsAnothers()
    {
        var (ana, ids) = await AnaAsync();
        var biaHerself = await host.NewPersonAsync();
        var bia = await biaHerself.BrowserAsync();
        var card = await ana.SeeAsync(db => db.Approvals.SingleAsync(row => row.State == ApprovalState.Open));
        var message = await ana.SeeAsync(db => db.Set<IncomingMessage>().OrderBy(row => row.Id).FirstAsync());
        var before = await Snapshot.TakeAsync(host.Database, ana.Id);

        var bodies = new Dictionary<string, JsonNode?>
        {
            ["/api/v1/turns"] = new JsonObject { ["text"] = $"quais tarefas de {Known} tenho?", ["id"] = message.ExternalId },
            ["/api/v1/turns/{id:guid}/cancel"] = null,
            ["/api/v1/turns/{id:guid}/replay"] = null,
            ["/api/v1/approvals/{id:guid}/decision"] = new JsonObject { ["decision"] = "approve", ["hash"] = card.Hash },
            ["/api/v1/approvals/{id:guid}/again"] = new JsonObject { ["hash"] = card.Hash },
            ["/api/v1/reminders/{id:guid}/put-off"] = new JsonObject { ["to"] = "hour" },
            ["/api/v1/auth/links"] = null,
            ["/api/v1/auth/sign-out"] = null,
            ["/api/v1/telegram/pairings"] = new JsonObject { ["code"] = "AAAABBBB" },
            ["/api/v1/telegram/codes"] = null,
            ["/plugins/{plugin}/{function}"] = null,
        };
        Assert.Equal(bodies.Keys.Order(StringComparer.Ordinal), Routes("POST").Order(StringComparer.Ordinal));
        Assert.Empty(Routes("PUT").Concat(Routes("PATCH")));
        Assert.Equal(["/api/v1/telegram/chats/{id:long}"], Routes("DELETE"));
        var chat = Random.Shared.NextInt64(1L << 40, 1L << 41);
        await host.Database.ExecuteAsync("insert into accounts.telegram_chats (bot_id, chat_id, user_id, is_group) values (1, $1, $2, false)", chat, ana.Id);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await bia.DeleteAsync($"/api/v1/telegram/chats/{chat}")).StatusCode);
        Assert.Equal(1L, await host.Database.AskAsync<long>("select count(*) from accounts.telegram_chats where chat_id = $1", chat));

        foreach (var (path, body) in bodies.Where(body => !body.Key.StartsWith("/plugins", StringComparison.Ordinal)))
        {
            foreach (var id in path.Contains("{id", StringComparison.Ordinal) ? ids : [ids[0]])
            {
                using var answer = await bia.PostAsync(path.Replace("{id:guid}", id.ToString(), StringComparison.Ordinal), body is null ? null : JsonContent.Create(body));
                await NothingOfHersAsync(answer, ids, except: [id]);
                Assert.True(!path.Contains("{id", StringComparison.Ordinal) || (int)answer.StatusCode == 404, $"{path}: {answer.StatusCode}");
            }
        }

        Assert.Equal(before, await Snapshot.TakeAsync(host.Database, ana.Id));
        Assert.Equal(ApprovalState.Open, await ana.SeeAsync(db => db.Approvals.Where(row => row.Id == card.Id).Select(row => row.State).SingleAsync()));
        Assert.Equal(1, await biaHerself.SeeAsync(db => db.Set<Turn>().CountAsync()));
    }

    [Theory]
    [Trait("Shows", "main-job:5")]
    [InlineData("desfaz isso")]
    [InlineData("desfaz a tarefa do girassol")]
    [InlineData("quais tarefas tenho hoje?")]
    [InlineData("apaga a nota do girassol")]
    [InlineData("por que você fez isso?")]
    [InlineData("sim")]
    [InlineData("/tasks.list_tasks")]
    public async Task TheChatKnowsOnlyWhoTalks(string words)
    {
        var (ana, _) = await AnaAsync();
        var bia = await host.NewPersonAsync();
        var before = await Snapshot.TakeAsync(host.Database, ana.Id);

        var turn = await bia.SayAsync(words);

        Assert.DoesNotContain(Secret, JsonSerializer.Serialize(turn), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before, await Snapshot.TakeAsync(host.Database, ana.Id));
    }

    /// <summary>Every text of the function as each of her ids and as her word; one that takes no id, as one of them.</summary>
    private static IEnumerable<JsonObject> Tries(CatalogFunction function, List<Guid> ids)
    {
        foreach (var parameter in Samples.Parameters(function).Where(parameter => Samples.IsText(function, parameter)))
        {
            var takesIds = Samples.SchemaOf(function, parameter)["description"]?.ToString().Contains("its id", StringComparison.Ordinal) == true;
            foreach (var words in (takesIds ? ids : ids.Take(1)).Select(id => id.ToString()).Append(Known))
            {
                var arguments = Samples.Arguments(function, Known);
                arguments[parameter] = words;
                yield return arguments;
            }
        }

        yield return Samples.Arguments(function, Known);
    }

    /// <summary>A person with something of every kind, and the ids of all of it.</summary>
    private async Task<(TestPerson Ana, List<Guid> Ids)> AnaAsync()
    {
        var ana = await host.NewPersonAsync();
        const string Words = $"{Known} {Secret}";
        await ana.CallAsync("tasks.create_task", new { title = Words, due = "2026-11-23" });
        await ana.CallAsync("reminders.set_reminder", new { text = Words, at = "2026-11-23T20:00" });
        await ana.CallAsync("calendar.create_event", new { title = Words, start = "2026-11-23T15:00" });
        await ana.CallAsync("notes.save_note", new { text = Words });
        await ana.CallAsync("health.check_in", new { energy = 3, note = Words });
        await ana.CallAsync("profile.update_profile", new { name = Words, about = Words });
        await ana.CallAsync("profile.set_goal", new { title = Words });
        await ana.CallAsync("inbox.capture", new { text = Words });
        await ana.CallAsync("probe.send", new { text = Words });
        await ana.SayAsync($"cria uma tarefa: {Words} amanhã");
        await ana.ApproveAsync($"/probe mail to=ana@{Known}.example text={Words}");
        var approved = await ana.SeeAsync(db => db.Approvals.SingleAsync(row => row.State == ApprovalState.Approved));
        await ana.CallAsync("actions.allow_always", new { approval = approved.Id, hash = approved.Hash }, door: Doors.Web);
        await ana.CallAsync("sharing.set_sharing", new { kind = "health", allowed = true }, door: Doors.Web);
        await ana.SeeAsync(db => db.Database.ExecuteSqlAsync($"insert into forgotten (user_id, id, kind) values ({ana.Id}, {Guid.CreateVersion7()}, 'note')"));
        await CostHost.ReserveAsync(ana, CostHost.Call(model: Words));
        await ana.SeeAsync(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into telegram_updates (user_id, id, bot_id, update_id, chat_id, kind, body, state) values ({ana.Id}, {Guid.CreateVersion7()}, 1, 1, 1, 'edited_message', to_json({Words}::text), 'waiting');
            insert into reminder_deliveries (user_id, id, reminder_id, due_at, repetition, "end", minutes_late, claimed_at)
                select user_id, gen_random_uuid(), id, due_at, 0, 'on_time', 0, now() from reminders;
            insert into unasked_messages (user_id, id, day, kind, message_id) values ({ana.Id}, {Guid.CreateVersion7()}, '2026-11-23', 'brief', {Guid.CreateVersion7()});
            insert into attachments (user_id, id, message_id, kind, channel_file, file_name, state)
                select user_id, gen_random_uuid(), id, 'document', 'f', {Words}, 'kept' from incoming_messages limit 1
            """));
        return (ana, await ana.SeeAsync(async db =>
        {
            var ids = new List<Guid>();
            foreach (var type in db.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(PersonalRow))))
            {
                var sql = $"select id as \"Value\" from {type.GetTableName()}";
                var found = await db.Database.SqlQueryRaw<Guid>(sql).ToListAsync();
                Assert.True(found.Count > 0, $"Ana has nothing in {type.GetTableName()}: give her something.");
                ids.AddRange(found.Take(2));
            }

            return ids;
        }));
    }

    private static async Task NothingOfHersAsync(HttpResponseMessage answer, IEnumerable<Guid> ids, IEnumerable<Guid> except)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(Secret, body, StringComparison.OrdinalIgnoreCase);
        Assert.All(ids.Except(except), id => Assert.DoesNotContain(id.ToString(), body, StringComparison.OrdinalIgnoreCase));
    }

    private IEnumerable<string> Routes(string method) =>
        from endpoint in host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) ?? method == "GET"
        select "/" + endpoint.RoutePattern.RawText!.Trim('/');
}
