using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.OpenApi;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Common;

/// <summary>One person of a test, who talks, calls functions and looks at their own rows.</summary>
public sealed class TestPerson(TestHost host, Guid id)
{
    /// <summary>The person's id.</summary>
    public Guid Id => id;

    /// <summary>The chat in which this person talks.</summary>
    public string Chat { get; init; } = "main";

    /// <summary>Says something and waits for the turn that answers.</summary>
    public Task<TurnView> SayAsync(string text, string? messageId = null, DateTimeOffset? saidAt = null, CancellationToken cancellationToken = default) =>
        InScopeAsync(async services =>
        {
            var receiver = services.GetRequiredService<MessageReceiver>();
            var received = await receiver.ReceiveAsync(
                new NewMessage("web", Chat, "web", messageId ?? Guid.CreateVersion7().ToString(), text, saidAt ?? host.Clock.Now), cancellationToken);
            Guid? turn = null;
            await foreach (var told in receiver.WatchAsync(received, cancellationToken))
            {
                turn = told.Event is RunStarted started ? started.RunId : turn;
            }

            return (await services.GetRequiredService<StoredTurns>().FindAsync(turn!.Value, cancellationToken))!;
        });

    /// <summary>Calls a function through the pipeline: <c>tasks.create_task</c> with an anonymous object of arguments.</summary>
    /// <exception cref="ToolException">What the caller can mend.</exception>
    public Task<ReceiptView> CallAsync(
        string function, object? arguments = null, string? idempotencyKey = null, Doors door = Doors.OpenApi, CancellationToken cancellationToken = default) =>
        InScopeAsync(services =>
        {
            var (plugin, name) = FunctionName.Split(function);
            var found = services.GetRequiredService<PluginCatalog>().Find(plugin, name) ?? throw new ArgumentException($"No function {function}.");
            var json = JsonSerializer.SerializeToNode(arguments ?? new { }, ToolJson.Options)!.AsObject();
            return services.GetRequiredService<FunctionCaller>().CallAsync(found, json, door, idempotencyKey, cancellationToken);
        });

    /// <summary>Takes one action back.</summary>
    public Task<ReceiptView> UndoAsync(ReceiptView receipt) => CallAsync("actions.undo", new { action = receipt.Id });

    /// <summary>Says what has to be approved, approves it by a button, and waits for the turn that carries it out.</summary>
    public async Task<TurnView> ApproveAsync(string text)
    {
        var asked = (await SayAsync(text)).Receipts.Single(receipt => receipt.Approval is not null).Approval!;
        var decided = await CallAsync("actions.approve", new { approval = asked.Id, hash = asked.Hash }, door: Doors.Web);
        return await InScopeAsync(async services =>
        {
            var turn = decided.Result!.Value.GetProperty("turnId").GetGuid();
            await foreach (var _ in services.GetRequiredService<MessageReceiver>().WatchTurnAsync(turn, null, CancellationToken.None))
            {
                // Until it has ended.
            }

            return (await services.GetRequiredService<StoredTurns>().FindAsync(turn, CancellationToken.None))!;
        });
    }

    /// <summary>Looks at this person's rows.</summary>
    public Task<T> SeeAsync<T>(Func<AppDbContext, Task<T>> look) =>
        InScopeAsync(services => look(services.GetRequiredService<AppDbContext>()));

    /// <summary>Does something in a scope of this person, as a door would open it.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Set(id);
        await scope.ServiceProvider.GetRequiredService<PersonLoader>().LoadAsync(id, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<Person>().Speak();
        return await work(scope.ServiceProvider);
    }

    /// <summary>This person's browser: signed in by a one-time link, over real HTTP.</summary>
    public async Task<HttpClient> BrowserAsync()
    {
        var code = await InScopeAsync(services => services.GetRequiredService<LoginLinks>().NewAsync(id, CancellationToken.None));
        var browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = host.Address };
        using var answer = await browser.GetAsync($"{AccountEndpoints.LinkPath}/{code}");
        return answer.StatusCode == HttpStatusCode.Redirect ? browser : throw new InvalidOperationException($"The link was refused: {answer.StatusCode}.");
    }
}
