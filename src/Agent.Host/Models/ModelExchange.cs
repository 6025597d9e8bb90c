using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>One request to a model, from reserving its cost to settling it.</summary>
/// <param name="choice">The model; null where it is not asked.</param>
/// <param name="request">What leaves.</param>
/// <param name="meter">Counts it.</param>
/// <param name="patience">How long it may take.</param>
/// <param name="notice">A line about the cost that has to be told.</param>
internal sealed class ModelExchange(ModelChoice? choice, ModelRequest? request, ModelMeter? meter, TimeSpan patience, string? notice)
{
    /// <summary>Why there is no answer, or no whole one; null while all is well.</summary>
    public ModelFault? Fault { get; private set; }

    /// <summary>A line about the cost that has to be told with this turn.</summary>
    public string? Notice { get; private set; } = notice;

    /// <summary>A request that is not made.</summary>
    public static ModelExchange Refused(ModelFault fault, string? notice) => new(null, null, null, TimeSpan.Zero, notice) { Fault = fault };

    /// <summary>The answer as it comes. It ends early where <see cref="Fault"/> is set then.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> AskAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            yield break;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience > TimeSpan.Zero ? patience : TimeSpan.Zero);
        await using var answer = choice!.Client.GetStreamingResponseAsync(request!.Messages, request.Options, limit.Token).GetAsyncEnumerator(limit.Token);
        var said = false;
        ChatFinishReason? finish = null;
        var calls = new List<ChatResponseUpdate>();
        using var open = meter!;
        while (await NextAsync(answer, cancellationToken))
        {
            var update = answer.Current;
            finish = update.FinishReason ?? finish;
            meter!.Count(update.Contents);
            if (update.Contents.OfType<FunctionCallContent>().Any(call => call.Exception is not null))
            {
                Fail(ModelFault.Malformed);
                yield break;
            }

            request.Bounds.Trim(update.Contents);
            request.Answer.Restore(update);
            said |= update.Contents.Any(content => content is FunctionCallContent or TextContent { Text.Length: > 0 });
            if (update.Contents.Any(content => content is FunctionCallContent))
            {
                // Nothing runs of an answer that may still turn out to be cut.
                calls.Add(update);
                continue;
            }

            yield return update;
        }

        if (Fault is null && request.Answer.Rest() is { Length: > 0 } rest)
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, rest) { MessageId = null };
        }

        Conclude(said, finish);
        foreach (var update in Fault is null ? calls : [])
        {
            yield return update;
        }
    }

    private async Task<bool> NextAsync(IAsyncEnumerator<ChatResponseUpdate> answer, CancellationToken cancellationToken)
    {
        try
        {
            return await answer.MoveNextAsync();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever a client throws over an answer that it did not expect is the answer's fault.
            var fault = ModelFaults.Of(exception) ?? ModelFault.Malformed;
            Fault = fault;
            Notice = await meter!.FailedAsync(fault, exception, cancellationToken) ?? Notice;
            return false;
        }
    }

    private void Conclude(bool said, ChatFinishReason? finish)
    {
        if (Fault is not null)
        {
            return;
        }

        if (finish is null)
        {
            Fail(ModelFault.Broken);
        }
        else if (finish == ChatFinishReason.Length)
        {
            Fail(ModelFault.TooLong);
        }
        else if (finish == ChatFinishReason.ContentFilter)
        {
            Fail(ModelFault.Blocked);
        }
        else if (!said)
        {
            Fail(ModelFault.Malformed);
        }
        else
        {
            meter!.Succeeded();
        }
    }

    private void Fail(ModelFault fault)
    {
        Fault = fault;
        meter!.Failed(fault);
    }
}
