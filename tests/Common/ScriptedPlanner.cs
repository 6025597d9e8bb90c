using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Common;

/// <summary>What the planner was shown.</summary>
public sealed record Asked(IReadOnlyList<ChatMessage> Messages, ChatOptions Options)
{
    private int LastSaid => Messages.ToList().FindLastIndex(message => message.Role == ChatRole.User);

    /// <summary>What was said in this turn, in one line.</summary>
    public string Said => string.Join(
        " | ", Messages.Take(LastSaid + 1).Reverse().TakeWhile(message => message.Role == ChatRole.User).Select(message => message.Text).Reverse());

    /// <summary>How often it was asked in this turn before.</summary>
    public int Round => Messages.Skip(LastSaid + 1).Count(message => message.Role == ChatRole.Assistant);

    /// <summary>What came back from the calls of this turn, as JSON.</summary>
    public IReadOnlyList<string> Results => [.. Messages.Skip(LastSaid + 1).SelectMany(message => message.Contents)
        .OfType<FunctionResultContent>().Select(result => JsonSerializer.Serialize(result.Result, ToolJson.Options))];

    /// <summary>The functions that it may call.</summary>
    public IReadOnlyList<string> Offered => [.. (Options.Tools ?? []).Select(tool => tool.Name)];
}

/// <summary>A planner whose answers a test writes: the message to be said names them, so that tests of one host stay apart.</summary>
public sealed class ScriptedPlanner : IChatClient
{
    private readonly ConcurrentDictionary<string, Func<Asked, Task<ChatMessage>>> _scripts = new();

    /// <summary>Who answers what no script does; else it says so.</summary>
    public IChatClient? Otherwise { get; init; }

    /// <summary>All that it was asked.</summary>
    public ConcurrentQueue<Asked> Log { get; } = new();

    /// <summary>Keeps the answers; returns the words of a message that they answer.</summary>
    public string Script(Func<Asked, Task<ChatMessage>> answer)
    {
        var words = $"script {Guid.CreateVersion7():N}";
        _scripts[words] = answer;
        return words;
    }

    /// <summary>The answers round by round, from 0.</summary>
    public string Script(params ChatMessage[] rounds) => Script(asked => Task.FromResult(rounds[asked.Round]));

    /// <summary>An answer that calls functions.</summary>
    public static ChatMessage Calls(params (string Function, object Arguments)[] calls) => new(
        ChatRole.Assistant,
        [.. calls.Select((call, place) => (AIContent)new FunctionCallContent(
            $"call-{place}-{Guid.CreateVersion7():N}", call.Function.Replace('.', '_'),
            JsonSerializer.SerializeToElement(call.Arguments, ToolJson.Options).EnumerateObject()
                .ToDictionary(argument => argument.Name, argument => (object?)argument.Value)))]);

    /// <summary>An answer that calls one function.</summary>
    public static ChatMessage Call(string function, object arguments) => Calls((function, arguments));

    /// <summary>An answer in words.</summary>
    public static ChatMessage Say(string words) => new(ChatRole.Assistant, words);

    /// <inheritdoc />
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = new Asked([.. messages], options ?? new ChatOptions());
        Log.Enqueue(asked);
        var script = _scripts.FirstOrDefault(pair => asked.Said.Contains(pair.Key, StringComparison.Ordinal)).Value;
        return script is not null ? new ChatResponse(await script(asked).WaitAsync(cancellationToken))
            : Otherwise is { } other ? await other.GetResponseAsync(asked.Messages, options, cancellationToken)
            : new ChatResponse(Say("no script"));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc />
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
