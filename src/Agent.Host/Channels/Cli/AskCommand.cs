using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels.Web;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Cli;

/// <summary>One turn as the local owner: by the running server, else in this process.</summary>
internal static class AskCommand
{
    private const string MainChat = "main";

    public static async Task<int> RunAsync(string[] args)
    {
        var (text, json, conversation) = Read(args);
        using var host = LocalHost.Build();
        var fixedClock = host.Services.GetRequiredService<TimeProvider>() is FixedClock;
        using var client = fixedClock ? null : await host.Services.GetRequiredService<RunningServer>().ConnectAsync(CancellationToken.None);
        var turn = client is null
            ? await HereAsync(host, text, conversation)
            : await ThereAsync(client, text, conversation);
        Console.WriteLine(json ? JsonSerializer.Serialize(new Answer(turn), Pretty) : turn.Reply);
        return 0;
    }

    private static JsonSerializerOptions Pretty { get; } = new(WireJson.Options) { WriteIndented = true };

    private static (string Text, bool Json, string Conversation) Read(string[] args)
    {
        string? text = null;
        var (json, conversation) = (false, MainChat);
        for (var place = 0; place < args.Length; place++)
        {
            switch (args[place])
            {
                case "--json":
                    json = true;
                    break;
                case "--conversation" when place + 1 < args.Length:
                    conversation = args[++place];
                    break;
                default:
                    text = text is null ? args[place] : $"{text} {args[place]}";
                    break;
            }
        }

        return (text ?? "", json, conversation);
    }

    private static async Task<TurnView> HereAsync(IHost host, string text, string conversation)
    {
        await host.StartAsync();
        try
        {
            await using var scope = host.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var owner = await services.GetRequiredService<Owner>().IdAsync(CancellationToken.None);
            services.GetRequiredService<CurrentUser>().Set(owner);
            await services.GetRequiredService<PersonLoader>().LoadAsync(owner, CancellationToken.None);
            services.GetRequiredService<Person>().Speak();
            var receiver = services.GetRequiredService<MessageReceiver>();
            var received = await receiver.ReceiveAsync(
                new NewMessage("cli", conversation, "cli", Guid.CreateVersion7().ToString(), text, services.GetRequiredService<TimeProvider>().GetUtcNow()),
                CancellationToken.None);
            Guid? turnId = null;
            await foreach (var told in receiver.WatchAsync(received, CancellationToken.None))
            {
                turnId = told.Event is RunStarted started ? started.RunId : turnId;
            }

            var (stored, cards) = (services.GetRequiredService<StoredTurns>(), services.GetRequiredService<ApprovalCards>());
            return await CarriedOut.WithAsync(
                (await stored.FindAsync(turnId!.Value, CancellationToken.None))!,
                id => cards.FindAsync(id, CancellationToken.None), id => stored.FindAsync(id, CancellationToken.None));
        }
        finally
        {
            await host.StopAsync();
        }
    }

    private static async Task<TurnView> ThereAsync(HttpClient client, string text, string conversation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/turns")
        {
            Content = JsonContent.Create(new NewTurn(text, Guid.CreateVersion7().ToString(), null, conversation), options: WireJson.Options),
        };
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await ThrowIfRefusedAsync(answer);
        Guid? turnId = null;
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync())
        {
            var told = JsonSerializer.Deserialize<ChatEvent>(item.Data, WireJson.Options);
            turnId = told is RunStarted started ? started.RunId : turnId;
        }

        Task<TurnView?> FindAsync(Guid id) => client.GetFromJsonAsync<TurnView>($"/api/v1/turns/{id}", WireJson.Options);
        return await CarriedOut.WithAsync(
            (await FindAsync(turnId!.Value))!, id => client.GetFromJsonAsync<ApprovalView>($"/api/v1/approvals/{id}", WireJson.Options), FindAsync);
    }

    private static async Task ThrowIfRefusedAsync(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
        {
            var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
            throw new InvalidOperationException(problem.TryGetProperty("detail", out var detail) ? detail.GetString() : answer.ReasonPhrase);
        }
    }

    /// <summary>What <c>--json</c> prints.</summary>
    private sealed record Answer(
        Guid TurnId, string? Planner, string Reply, string? Question, IEnumerable<ReceiptView> Receipts)
    {
        public Answer(TurnView turn)
            : this(turn.Id, turn.Planner, turn.Reply, turn.Question, turn.Receipts)
        {
        }
    }
}
