using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Channels.OpenApi;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>A made-up week to look around in. Every piece comes by the catalogue and goes by its undo.</summary>
internal sealed class SampleData(IServiceScopeFactory scopes, PluginCatalog catalog)
{
    private const string Prefix = "demo-";
    private static readonly Texts Text = new(typeof(SampleData));

    /// <summary>Adds what is not there yet; says each piece in words.</summary>
    public async IAsyncEnumerable<string> AddAsync()
    {
        foreach (var (key, plugin, function, arguments) in await PiecesAsync())
        {
            yield return await CallAsync(plugin, function, arguments, key);
        }
    }

    /// <summary>Takes it all back, newest first. What was changed since then stays, and is said.</summary>
    public async IAsyncEnumerable<string> RemoveAsync()
    {
        foreach (var action in await AddedAsync())
        {
            yield return await CallAsync("actions", "undo", new JsonObject { ["action"] = action.ToString() }, null);
        }
    }

    private async Task<List<Guid>> AddedAsync()
    {
        await using var scope = await PersonScopeAsync();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var prefix = $"openapi:{Prefix}";
        return await db.Actions.Where(row => row.Key.StartsWith(prefix) && row.State == ActionState.Done)
            .OrderByDescending(row => row.Id).Select(row => row.Id).ToListAsync();
    }

    private async Task<string> CallAsync(string plugin, string function, JsonObject arguments, string? key)
    {
        await using var scope = await PersonScopeAsync();
        scope.ServiceProvider.GetRequiredService<Person>().Speak();
        try
        {
            var receipt = await scope.ServiceProvider.GetRequiredService<FunctionCaller>().CallAsync(
                catalog.Find(plugin, function)!, arguments, Doors.OpenApi, key, CancellationToken.None);
            return receipt.Text;
        }
        catch (ToolException stays)
        {
            return stays.Message;
        }
    }

    private async Task<AsyncServiceScope> PersonScopeAsync()
    {
        var scope = scopes.CreateAsyncScope();
        var owner = await scope.ServiceProvider.GetRequiredService<Owner>().IdAsync(CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(owner);
        await scope.ServiceProvider.GetRequiredService<PersonLoader>().LoadAsync(owner, CancellationToken.None);
        return scope;
    }

    private async Task<List<(string Key, string Plugin, string Function, JsonObject Arguments)>> PiecesAsync()
    {
        await using var scope = await PersonScopeAsync();
        var person = scope.ServiceProvider.GetRequiredService<Person>();
        person.Speak();
        // A second round of samples, after a removal, has keys of its own.
        var round = await scope.ServiceProvider.GetRequiredService<AppDbContext>().Actions
            .CountAsync(row => row.Key.StartsWith("openapi:" + Prefix) && row.State == ActionState.Undone);
        string Day(int days, string time = "") => $"{person.Today.PlusDays(days):uuuu-MM-dd}{time}";
        List<(string Plugin, string Function, JsonObject Arguments)> pieces =
        [
            ("tasks", "create_task", new() { ["title"] = Text["DemoRent"], ["due"] = Day(3), ["priority"] = "high" }),
            ("tasks", "create_task", new() { ["title"] = Text["DemoReport"], ["due"] = Day(0) }),
            ("tasks", "create_task", new() { ["title"] = Text["DemoBooks"] }),
            ("reminders", "set_reminder", new() { ["text"] = Text["DemoDentist"], ["at"] = Day(1, "T09:00") }),
            ("reminders", "set_reminder", new() { ["text"] = Text["DemoPlants"], ["at"] = Day(1, "T08:00"), ["repeat"] = "FREQ=WEEKLY" }),
            ("calendar", "create_event", new() { ["title"] = Text["DemoLunch"], ["start"] = Day(1, "T12:30") }),
            ("calendar", "create_event", new() { ["title"] = Text["DemoClass"], ["start"] = Day(2, "T19:00"), ["minutes"] = 90 }),
            ("notes", "save_note", new() { ["title"] = Text["DemoNoteTitle"], ["text"] = Text["DemoNote"] }),
            ("health", "check_in", new() { ["date"] = Day(-1), ["sleepHours"] = 6.5, ["energy"] = 3, ["mood"] = 4 }),
            ("profile", "set_goal", new() { ["title"] = Text["DemoGoal"] }),
        ];
        return [.. pieces.Select((piece, place) => ($"{Prefix}{round}-{place}", piece.Plugin, piece.Function, piece.Arguments))];
    }
}
