using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Turns;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>
/// One turn's planner: a model where one may be asked, else the offline planner. A model that fails is not asked again in that turn: the
/// offline planner goes on, and one line says so; not where the model has already done something, which could then be done twice.
/// </summary>
internal sealed class DecidingChatClient(IChatClient offline, ModelDesk desk, TurnContext context, TurnRecord turn) : IChatClient
{
    private ModelSession? _model;
    private int? _offlineFrom;
    private bool _began;
    private string? _costNotice;

    /// <inheritdoc />
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    /// <inheritdoc />
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        options ??= new ChatOptions();
        IReadOnlyList<ChatMessage> all = [.. messages];
        var talk = new Talk(all);
        if (!_began)
        {
            _began = true;
            (_model, _offlineFrom) = desk.Begin(context, turn, talk);
        }

        if (_model is not null && _offlineFrom is null)
        {
            await foreach (var update in AskModelAsync(all, talk, options, cancellationToken))
            {
                yield return update;
            }

            yield break;
        }

        await foreach (var update in offline.GetStreamingResponseAsync(OwnPart(all, talk), options, cancellationToken))
        {
            yield return update;
        }
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) => offline.GetService(serviceType, serviceKey);

    /// <summary>Nothing of its own to let go.</summary>
    public void Dispose()
    {
    }

    private async IAsyncEnumerable<ChatResponseUpdate> AskModelAsync(
        IReadOnlyList<ChatMessage> all, Talk talk, ChatOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ChatResponse? own = null;
        if (talk.Rounds.Count == 0 && _model!.WantsOwnReading(talk))
        {
            own = await offline.GetResponseAsync(all, options, cancellationToken);
            if (_model.StaysAtHome(own, talk))
            {
                GoOffline(all.Count);
                foreach (var update in own.ToChatResponseUpdates())
                {
                    yield return update;
                }

                yield break;
            }
        }

        var call = await _model!.OpenAsync(talk, own, cancellationToken);
        var (said, calls) = (false, false);
        await foreach (var update in call.AskAsync(cancellationToken))
        {
            said |= update.Text.Length > 0;
            calls |= update.Contents.Any(content => content is FunctionCallContent);
            yield return update;
        }

        _costNotice = call.Notice ?? _costNotice;
        if (call.Fault is not { } fault)
        {
            if (!calls && _costNotice is not null)
            {
                yield return Notice($"\n\n{_costNotice}");
            }

            yield break;
        }

        GoOffline(all.Count);
        var goesOn = !desk.HasActed(talk);
        var notice = string.Join(' ', new[] { _costNotice, desk.NoticeOf(fault, said, goesOn) }.OfType<string>());
        if (goesOn)
        {
            own ??= await offline.GetResponseAsync(OwnPart(all, talk), options, cancellationToken);
            // Words of the offline planner alone would only say that it cannot: something was said or shown already.
            goesOn = ModelDesk.CallsOf(own).Count > 0 || !(said || talk.Rounds.Count > 0);
        }

        if (notice.Length > 0)
        {
            yield return Notice($"{(said ? "\n\n" : "")}{notice}{(goesOn && own!.Text.Length > 0 ? "\n\n" : "")}");
        }

        // What a model did in this turn stands in the receipts; to plan the rest anew could do it twice.
        foreach (var update in goesOn ? own!.ToChatResponseUpdates() : [])
        {
            yield return update;
        }
    }

    /// <summary>A line of ours, a message of its own: a question that follows is kept without it.</summary>
    private static ChatResponseUpdate Notice(string text) => new(ChatRole.Assistant, text) { MessageId = $"notice-{Guid.CreateVersion7():N}", ModelId = PlannerRun.Offline };

    private void GoOffline(int from)
    {
        _offlineFrom = from;
        turn.Planner = turn.Planner.GoneOffline();
    }

    /// <summary>The conversation without what a model planned in this turn.</summary>
    private IReadOnlyList<ChatMessage> OwnPart(IReadOnlyList<ChatMessage> all, Talk talk) => _offlineFrom is { } from
        ? [.. talk.Before, .. talk.Said, .. all.Skip(Math.Max(from, talk.Before.Count + talk.Said.Count))]
        : all;
}
