using System.Runtime.CompilerServices;
using TbPersonalOs.Agent.Host.Accounts;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Agent.Host.Turns.Traces;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>A message to the assistant.</summary>
/// <param name="Text">What is said.</param>
/// <param name="Id">The sender's own id of the message: the same one twice is one message.</param>
/// <param name="SaidAt">When it was said; now unless given.</param>
/// <param name="Conversation">Name of the chat, where the sender has several.</param>
public sealed record NewTurn(string Text, string? Id = null, DateTimeOffset? SaidAt = null, string? Conversation = null);

/// <summary>A page of a conversation.</summary>
/// <param name="ConversationId">The conversation, once something was said in it.</param>
/// <param name="Turns">Its turns, oldest first.</param>
/// <param name="More">Whether there are older ones.</param>
public sealed record ConversationView(Guid? ConversationId, IReadOnlyList<TurnView> Turns, bool More);

/// <summary>Talking to the assistant over HTTP: the browser's chat, and the owner's programs.</summary>
internal static class TurnEndpoints
{
    /// <summary>Where messages are left.</summary>
    public const string Path = "/api/v1/turns";

    private const string MainChat = "main";
    private const int MostTurns = 200;
    private static readonly Texts Text = new(typeof(TurnEndpoints));

    public static void MapTurns(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("turns");
        group.MapPost("/turns", PostAsync).WithName("PostTurn").Produces<ChatEvent>(200, "text/event-stream");
        group.MapGet("/turns/{id:guid}", FindAsync).WithName("GetTurn");
        group.MapGet("/turns/{id:guid}/events", EventsAsync).WithName("GetTurnEvents").Produces<ChatEvent>(200, "text/event-stream");
        group.MapPost("/turns/{id:guid}/cancel", CancelAsync).WithName("CancelTurn");
        group.MapGet("/turns/{id:guid}/trace", TraceAsync).WithName("GetTurnTrace");
        group.MapPost("/turns/{id:guid}/replay", ReplayAsync).WithName("ReplayTurn");
        group.MapGet("/conversation", ConversationAsync).WithName("GetConversation");
    }

    private static async Task<IResult> PostAsync(
        NewTurn turn, HttpContext context, MessageReceiver receiver, PersonLoader people, Person person, CurrentUser user, TimeProvider clock)
    {
        Received received;
        try
        {
            received = await ReceiveAsync(turn, context, receiver, clock);
        }
        catch (ToolException) when (person.Profile is null)
        {
            // Refused, and nothing was stored: the same refusal in the person's own words.
            await people.LoadAsync(user.Required, context.RequestAborted);
            person.Speak();
            received = await ReceiveAsync(turn, context, receiver, clock);
        }

        // The reader may wait for long, and holds no connection meanwhile: the turn needs one.
        return EventStream.Of(receiver.WatchAsync(received, context.RequestAborted));
    }

    private static Task<Received> ReceiveAsync(NewTurn turn, HttpContext context, MessageReceiver receiver, TimeProvider clock)
    {
        var channel = ChannelOf(context);
        var id = IdempotencyKey.Of(context, turn.Id) ?? Guid.CreateVersion7().ToString();
        return receiver.ReceiveAsync(
            new NewMessage(channel, turn.Conversation ?? MainChat, channel, id, turn.Text, turn.SaidAt ?? clock.GetUtcNow()), context.RequestAborted);
    }

    private static async Task<IResult> FindAsync(Guid id, StoredTurns stored, CancellationToken cancellationToken) =>
        await stored.FindAsync(id, cancellationToken) is { } turn ? TypedResults.Ok(turn) : throw NotFound(id);

    private static async Task<IResult> EventsAsync(
        Guid id, HttpContext context, StoredTurns stored, MessageReceiver receiver)
    {
        // Row-level security decides whether it is theirs; only then may the one in memory be read.
        _ = await stored.FindAsync(id, context.RequestAborted) ?? throw NotFound(id);
        return EventStream.Of(receiver.WatchTurnAsync(id, context.Request.Headers["Last-Event-ID"].FirstOrDefault(), context.RequestAborted));
    }

    private static async Task<IResult> CancelAsync(Guid id, StoredTurns stored, TurnRunner runner, CancellationToken cancellationToken)
    {
        var turn = await stored.FindAsync(id, cancellationToken) ?? throw NotFound(id);
        return turn.State != TurnState.Running || runner.Cancel(id)
            ? TypedResults.Accepted((string?)null)
            : throw new ToolException(ErrorCode.Conflict, Text["RunsElsewhere"]);
    }

    private static async Task<TurnTraceView> TraceAsync(Guid id, TurnTraces traces, CancellationToken cancellationToken) =>
        await traces.FindAsync(id, cancellationToken) ?? throw NotFound(id);

    private static async Task<TurnReplayView> ReplayAsync(Guid id, TurnReplays replays, CancellationToken cancellationToken) =>
        await replays.ReplayAsync(id, cancellationToken) ?? throw NotFound(id);

    private static async Task<ConversationView> ConversationAsync(
        HttpContext context, StoredTurns stored, CancellationToken cancellationToken, Guid? before = null, int limit = 50, string? conversation = null)
    {
        var (id, turns, more) = await stored.PageAsync(
            ChannelOf(context), SafeText.Of(conversation ?? MainChat), before, Math.Clamp(limit, 1, MostTurns), cancellationToken);
        return new ConversationView(id, turns, more);
    }

    /// <summary>A browser signs in by cookie, a program of the owner by token.</summary>
    private static string ChannelOf(HttpContext context) => context.User.Identity?.AuthenticationType == OwnerToken.Name ? "cli" : "web";

    private static ToolException NotFound(Guid id) => new(ErrorCode.NotFound, Text["NoSuchTurn", id]);
}
