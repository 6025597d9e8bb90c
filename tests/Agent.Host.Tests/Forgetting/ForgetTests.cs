using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Operations.Backups;
using TbPersonalOs.Agent.Host.Tests.Actions;
using TbPersonalOs.Agent.Host.Tests.Backups;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Common;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Tests.Forgetting;

/// <summary>What is forgotten is gone, wherever its words had come, and can be shown to be gone.</summary>
public sealed class ForgetTests(TestHost host)
{
    private const string Secret = "azulão42";

    [Fact]
    public async Task ARecordGoesWithAllThatEverSpokeOfIt()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync($"anota: o cofre abre com {Secret}");
        await person.SayAsync("minhas notas");
        await person.CallAsync("notes.update_note", new { note = "cofre", title = $"cofre {Secret}" });
        Assert.Equal("notes.search_notes", (await person.SayAsync($"procura nas notas {Secret}")).Receipts.Single().Function);
        await person.SayAsync("preciso comprar pão hoje");
        Assert.NotEmpty(await WhereAsync(person, Secret));

        var certificate = await ForgetAsync(person, "esquece de vez a nota do cofre");

        Assert.Empty(await WhereAsync(person, Secret));
        Assert.StartsWith("Esquecido de vez: 1 nota.", certificate.Text, StringComparison.Ordinal);
        Assert.Contains("O registro do que fiz continua íntegro.\nNenhum backup o contém.", certificate.Text, StringComparison.Ordinal);
        var view = certificate.Result!.Value;
        Assert.Equal((0, Lineage.Columns.Values.Sum(columns => columns.Count)), (view.GetProperty("found").GetInt32(), view.GetProperty("columns").GetInt32()));
        Assert.False(certificate.Undoable);
        Assert.Equal(["comprar pão"], await person.SeeAsync(db => db.Set<Data.Tasks.TaskItem>().Select(task => task.Title).ToListAsync()));
        await LogHoldsAsync(person);
        Assert.Single(await person.LogAsync(), kind => kind == "forgotten");
    }

    [Fact]
    public async Task TheCardSaysWhatWouldGoAndWithoutAYesNothingGoes()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync($"anota: o cofre abre com {Secret}");

        var asked = await person.SayAsync("/esquecer cofre");

        Assert.Contains($"Esquecer de vez: 1 nota (“o cofre abre com {Secret}”). Com isso vão: 1 mensagem, 1 resposta, 1 entrada do que fiz.", asked.Receipts.Single().Text, StringComparison.Ordinal);
        Assert.Equal(ActionState.PendingApproval, asked.Receipts.Single().State);
        Assert.NotEmpty(await WhereAsync(person, Secret));
    }

    [Fact]
    public async Task AMessageGoesWithWhatItMade()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync($"anota: o cofre abre com {Secret} e preciso ligar pro chaveiro amanhã");
        await person.SayAsync("minhas tarefas");

        var certificate = await ForgetAsync(person, $"/esquecer mensagem cofre");

        Assert.Empty(await WhereAsync(person, Secret));
        Assert.Empty(await WhereAsync(person, "chaveiro"));
        Assert.Contains("Esquecido de vez: 1 mensagem.", certificate.Text, StringComparison.Ordinal);
        await LogHoldsAsync(person);
    }

    [Fact]
    public async Task OfAnotherThingTheSameWordsStay()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("preciso regar as samambaias amanhã");
        await person.SayAsync("anota: regar as samambaias");

        var certificate = await ForgetAsync(person, "/esquecer nota samambaias");

        Assert.Empty(await person.NotesAsync());
        Assert.Equal(["regar as samambaias"], await person.SeeAsync(db => db.Set<Data.Tasks.TaskItem>().Select(task => task.Title).ToListAsync()));
        Assert.Contains("As mesmas palavras estão em", certificate.Text, StringComparison.Ordinal);
        await LogHoldsAsync(person);
    }

    [Fact]
    public async Task EverythingGoesAndTheLogStillHolds()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync($"anota: o cofre abre com {Secret}");
        await person.SayAsync("preciso comprar pão hoje e me lembra amanhã às 9 de ligar pra Zuleica");
        await person.SayAsync("meu nome é Hermenegildo");
        var other = await host.NewPersonAsync();
        await other.SayAsync($"anota: {Secret}");

        var certificate = await ForgetAsync(person, "/esquecer tudo");

        Assert.StartsWith("Esquecido de vez: tudo.", certificate.Text, StringComparison.Ordinal);
        foreach (var words in new[] { Secret, "pão", "Zuleica", "Hermenegildo" })
        {
            Assert.Empty(await WhereAsync(person, words));
        }

        Assert.NotEmpty(await WhereAsync(other, Secret));
        Assert.Equal(1, await person.SeeAsync(db => db.Set<Turn>().CountAsync()));
        Assert.Equal(1, await person.SeeAsync(db => db.Actions.CountAsync()));
        await LogHoldsAsync(person);
        Assert.Equal(TurnState.Done, (await person.SayAsync("preciso comprar leite hoje")).State);
    }

    [Fact]
    public async Task AForgottenTurnShowsThatItWasAndIsNoHistory()
    {
        var person = await host.NewPersonAsync();
        var said = await person.SayAsync($"anota: o cofre abre com {Secret}");

        await ForgetAsync(person, "/esquecer cofre");

        var turn = await person.InScopeAsync(services => services.GetRequiredService<StoredTurns>().FindAsync(said.Id, CancellationToken.None));
        Assert.Equal(("(esquecido)", "(esquecido)", false), (turn!.Messages.Single().Text, turn.Receipts.Single().Text, turn.Receipts.Single().Undoable));
        Assert.Equal(TurnState.Done, (await person.SayAsync("desfaz isso")).State);
    }

    [Fact]
    public async Task ATypedYesForgetsAndTheForgottenCardCanStillBeLookedAt()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync($"anota: o cofre abre com {Secret}");
        var asked = await person.SayAsync("esquece de vez a nota do cofre");

        await person.SayAsync("sim");
        await Eventually.SeeAsync(() => person.NotesAsync(), notes => notes.Count == 0);
        await Eventually.SeeAsync(() => person.SeeAsync(db => db.Set<Turn>().CountAsync(turn => turn.State == TurnState.Running)), running => running == 0);

        var id = await person.SeeAsync(db => db.Approvals.Where(card => card.ActionId == asked.Receipts[0].Id).Select(card => card.Id).SingleAsync());
        var card = (await person.InScopeAsync(services => services.GetRequiredService<ApprovalCards>().FindAsync(id, CancellationToken.None)))!;
        Assert.Equal(("", ApprovalState.Approved), (card.Text, card.State));
        var turn = await person.InScopeAsync(services => services.GetRequiredService<StoredTurns>().FindAsync(card.TurnId!.Value, CancellationToken.None));
        Assert.StartsWith("Esquecido de vez: 1 nota.", turn!.Reply, StringComparison.Ordinal);
        Assert.Empty(await WhereAsync(person, Secret));
    }

    [Theory]
    [InlineData("""{"item":"x","kind":"dream"}""", ErrorCode.Invalid, "kind")]
    [InlineData("""{"kind":"note"}""", ErrorCode.Invalid, "item")]
    [InlineData("""{"item":"nada disso"}""", ErrorCode.NotFound, "item")]
    public async Task WhatCannotBeMeantIsSaid(string arguments, ErrorCode code, string parameter)
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("anota: qualquer coisa");

        var error = await Assert.ThrowsAsync<ToolException>(() => person.CallAsync("memory.forget", JsonSerializer.Deserialize<JsonElement>(arguments)));

        Assert.Equal((code, parameter), (error.Code, error.Parameter));
    }

    [Fact]
    public async Task AnOlderBackupForgetsItAgainWhenItIsRestored()
    {
        await using var house = new TestHost();
        await house.InitializeAsync();
        var person = await house.NewPersonAsync();
        await person.SayAsync($"anota: o cofre abre com {Secret}");
        await person.SayAsync("anota: fica");
        using var services = BackedUpHouse.ServicesOver(house.Database, house.DataDirectory);
        var folder = await services.Services.GetRequiredService<BackupMaker>().MakeAsync(new Progress<string>());
        var key = services.Services.GetRequiredService<BackupKey>().Required();

        var certificate = await ForgetAsync(house, person, "/esquecer nota cofre");
        Assert.Contains("O último backup que ainda o contém fica até", certificate.Text, StringComparison.Ordinal);

        await using var restored = new TestHost();
        restored.BeforeStart = async () =>
        {
            Directory.CreateDirectory(Path.Combine(restored.DataDirectory, "forgotten"));
            var name = Path.Combine("forgotten", person.Id.ToString("N"));
            File.Copy(Path.Combine(house.DataDirectory, name), Path.Combine(restored.DataDirectory, name));
            using var there = BackedUpHouse.ServicesOver(restored.Database, restored.DataDirectory);
            await there.Services.GetRequiredService<BackupRestore>().RestoreAsync(folder, key, new Progress<string>());
        };
        await restored.InitializeAsync();
        var again = new TestPerson(restored, person.Id);

        Assert.Empty(await WhereAsync(restored, again, Secret));
        Assert.Equal(["fica"], await again.NotesAsync());
        Assert.Null(await again.FirstFaultOfLogAsync());
    }

    [Fact]
    [Trait("Shows", "trust:5")]
    public async Task APayloadThatIsMissingWithoutHavingBeenForgottenIsFound()
    {
        var person = await host.NewPersonAsync();
        await person.SayAsync("anota: primeira");
        await person.SayAsync("anota: segunda");
        await ForgetAsync(person, "/esquecer nota primeira");
        Assert.Null(await person.FirstFaultOfLogAsync());

        await using var connection = new NpgsqlConnection(host.Database.Backup);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var cut = new NpgsqlCommand($"delete from assistant_log_payloads where user_id = '{person.Id}' and seq = 2", connection);
        Assert.Equal(1, await cut.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));

        Assert.Equal(2, await person.FirstFaultOfLogAsync());
    }

    private Task<ReceiptView> ForgetAsync(TestPerson person, string words) => ForgetAsync(host, person, words);

    /// <summary>Asks to forget, and says yes on the card as a browser does. Returns the certificate.</summary>
    private static async Task<ReceiptView> ForgetAsync(TestHost host, TestPerson person, string words)
    {
        var asked = await person.SayAsync(words);
        Assert.True(asked.Receipts is [{ State: ActionState.PendingApproval, Function: "memory.forget" }], asked.Reply);
        var card = await person.SeeAsync(db => db.Approvals.AsNoTracking().SingleAsync(card => card.ActionId == asked.Receipts[0].Id));
        using var browser = await person.BrowserAsync();
        using var answer = await browser.PostAsJsonAsync($"/api/v1/approvals/{card.Id}/decision", new { decision = "approve", hash = card.Hash }, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        await Eventually.SeeAsync(() => person.SeeAsync(db => db.Set<Turn>().CountAsync(turn => turn.State == TurnState.Running)), running => running == 0);
        var action = await person.SeeAsync(db => db.Actions.AsNoTracking().SingleAsync(row => row.Id == asked.Receipts[0].Id));
        Assert.True(action.State == ActionState.Done, action.Text);
        return ReceiptView.Of(action, host.Clock.Now);
    }

    private async Task LogHoldsAsync(TestPerson person) => Assert.Null((await host.Services.GetRequiredService<LogVerifier>().VerifyAsync(person.Id, CancellationToken.None)).Fault);

    private Task<List<string>> WhereAsync(TestPerson person, string words) => WhereAsync(host, person, words);

    /// <summary>Every table in which a row of the person has the words, whatever the column: read by a role that no policy binds.</summary>
    private static async Task<List<string>> WhereAsync(TestHost host, TestPerson person, string words)
    {
        await using var connection = new NpgsqlConnection(host.Database.Backup);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand("select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'user_id' where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace", connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var look = new NpgsqlCommand($"select count(*) from {table} t where user_id = $1 and (t::text ilike '%' || $2 || '%' or t::text ilike '%' || $3 || '%')", connection);
            foreach (var value in new object[] { person.Id, words, JsonEncodedText.Encode(words).ToString().Replace("\\", "\\\\\\\\", StringComparison.Ordinal) })
            {
                look.Parameters.Add(new NpgsqlParameter { Value = value });
            }

            if ((long)(await look.ExecuteScalarAsync())! > 0)
            {
                found.Add(table);
            }
        }

        return found;
    }
}
