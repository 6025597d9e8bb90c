using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using TbPersonalOs.Offline.Dates;
using TbPersonalOs.Offline.Questions;
using TbPersonalOs.Offline.Turn;
using TbPersonalOs.Offline.Wishes;

namespace TbPersonalOs.Offline;

/// <summary>
/// Understands pt-BR and English without a model and answers as a model would: with function calls, a question or words.
/// It holds no state and reads no clock: all it needs stands in the messages and in <see cref="PlannerContext"/>.
/// </summary>
public sealed class OfflinePlanner : IChatClient
{
    private static readonly ChatClientMetadata Metadata = new("offline", null, Reply.Model);

    /// <inheritdoc />
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Respond(new Conversation(messages, options)));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? Metadata
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static ChatResponse Respond(Conversation conversation)
    {
        var phrasing = new Phrasing(conversation.Language);
        if (conversation.Context is not { } context)
        {
            return Reply.Words([new Say("NoTime")], phrasing);
        }

        var outcomes = Understand(conversation, context);
        if (conversation.After.Any(message => message.Contents.Any(content => content is FunctionResultContent)))
        {
            return Reply.Words([.. FollowUp.Read(conversation.After), .. outcomes.Where(outcome => outcome is not Call)], phrasing);
        }

        var calls = outcomes.OfType<Call>().ToList();
        if (calls.Count == 0)
        {
            return Reply.Words(outcomes, phrasing);
        }

        var response = Reply.Calls(calls);
        if (calls.Count == outcomes.Count)
        {
            response.AdditionalProperties = new AdditionalPropertiesDictionary { [PlannerContext.Sure] = true };
        }

        return response;
    }

    /// <summary>All messages of the turn in the order in which they were said; the first may answer an open question.</summary>
    private static List<Outcome> Understand(Conversation conversation, TimeContext context)
    {
        var references = new References(conversation.Before);
        var outcomes = new List<Outcome>();
        var open = conversation.Open(context);
        foreach (var message in conversation.Said)
        {
            var when = conversation.Said.Count > 1 && message.CreatedAt is { } said ? context.Saying(said) : context;
            var speech = Speech.Read(message.Text ?? "", when);
            var answer = DirectCall.Read(message.Text ?? "", conversation.Tools) ?? (open is null ? null : Answers.Read(open, message.Text ?? "", when));
            open = null;
            outcomes.AddRange(answer is not null ? [answer] : NextPage.Read(speech, conversation.Before) is { } next ? [next] : Amendments.Read(speech, conversation.Before) ?? WishReader.Read(speech));
        }

        return [.. outcomes.Select(outcome => Available(outcome is Call call ? references.Resolve(call) : outcome, conversation.Offered))];
    }

    private static Outcome Available(Outcome outcome, IReadOnlySet<string> offered) => outcome switch
    {
        Call call when !offered.Contains(call.Function) => new Say("NotOffered"),
        Ask { Missing: Ask.Confirmation, Pending.Function: "inbox_capture" } ask when !offered.Contains(ask.Pending.Function) => new Say("OutOfScope"),
        Ask ask when !offered.Contains(ask.Pending.Function) => new Say("NotOffered"),
        _ => outcome,
    };
}
