using System.Text.Json;
using Microsoft.Extensions.AI;

namespace TbPersonalOs.Google.Gemini;

/// <summary>
/// An answer as it comes: text is handed on at once, calls only when the answer has ended well. An answer cut in the middle of a call, or
/// blocked after one, so never makes anything happen.
/// </summary>
internal sealed class GeminiAnswer(string model, TimeProvider clock)
{
    private readonly List<AIContent> _calls = [];
    private readonly HashSet<string> _ids = [];
    private readonly string _messageId = Guid.CreateVersion7().ToString("N");
    private string? _finish, _blocked, _responseId, _model;
    private bool _any, _candidate, _text;

    /// <summary>What it has cost so far.</summary>
    public UsageDetails? Usage { get; private set; }

    /// <summary>Whether Gemini has said how it ended; only usage may follow.</summary>
    public bool Ended => _finish is not null || _blocked is not null;

    /// <summary>Takes a chunk and gives what of it can be handed on.</summary>
    public List<AIContent> Take(GeminiChunk chunk)
    {
        if (chunk.Error is { } error)
        {
            throw With(GeminiErrors.InStream(error));
        }

        _any = true;
        _model = chunk.ModelVersion ?? _model;
        _responseId = chunk.ResponseId ?? _responseId;
        _blocked = chunk.PromptFeedback?.BlockReason ?? _blocked;
        Usage = chunk.UsageMetadata is { } usage ? Details(usage) : Usage;
        var contents = new List<AIContent>();
        if (chunk.Candidates is { Count: > 0 } candidates)
        {
            _candidate = true;
            _finish = candidates[0].FinishReason ?? _finish;
            foreach (var part in candidates[0].Content?.Parts ?? [])
            {
                Take(part, contents);
            }
        }

        return contents;
    }

    /// <summary>Content of the answer, ready to be handed on.</summary>
    public ChatResponseUpdate Update(IList<AIContent> contents) => new(ChatRole.Assistant, contents)
    {
        MessageId = _messageId,
        ResponseId = _responseId ?? _messageId,
        ModelId = _model ?? model,
        CreatedAt = clock.GetUtcNow(),
    };

    /// <summary>The calls, the usage and how it ended.</summary>
    /// <exception cref="GeminiException">It did not end well.</exception>
    public ChatResponseUpdate End()
    {
        var (finish, fault) = _blocked is not null ? (default, GeminiFault.Blocked)
            : _finish is not null ? GeminiOutcome.Of(_finish, _calls.Count > 0, _text)
            : (default, _any && !_candidate ? GeminiFault.Empty : GeminiFault.BrokenStream);
        if (fault is { } wrong)
        {
            throw With(new GeminiException(wrong, CodeWord(_blocked ?? _finish)));
        }

        if (Usage is not null)
        {
            _calls.Add(new UsageContent(Usage));
        }

        var end = Update(_calls);
        end.FinishReason = finish;
        return end;
    }

    /// <summary>A fault, with what it had cost by then.</summary>
    public GeminiException With(GeminiException fault)
    {
        fault.Usage ??= Usage;
        return fault;
    }

    private void Take(GeminiPart part, List<AIContent> contents)
    {
        if (part.FunctionCall is { } call)
        {
            _calls.Add(Call(call, part.ThoughtSignature));
            return;
        }

        if (part.InlineData is { MimeType: { } type, Data: { } data })
        {
            contents.Add(new DataContent(data, type));
            _text = true;
        }

        if (part.Text is { Length: > 0 } text)
        {
            contents.Add(part.Thought ? new TextReasoningContent(text) : new TextContent(text));
            _text |= !part.Thought && !string.IsNullOrWhiteSpace(text);
        }

        if (part.ThoughtSignature is { Length: > 0 } signature)
        {
            contents.Add(GeminiMarks.SignedText(signature, part.Thought ? 0 : part.Text?.Length ?? 0));
        }
    }

    private FunctionCallContent Call(GeminiCall call, string? signature)
    {
        var arguments = call.Args ?? default;
        if (string.IsNullOrEmpty(call.Name)
            || arguments.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null))
        {
            throw With(new GeminiException(GeminiFault.Malformed, "functionCall"));
        }

        var id = call.Id is { Length: > 0 } given && _ids.Add(given) ? given : $"gemini-{Guid.CreateVersion7():N}";
        var named = arguments.ValueKind == JsonValueKind.Object
            ? arguments.EnumerateObject().ToDictionary(argument => argument.Name, argument => (object?)argument.Value)
            : [];
        return GeminiMarks.Mark(new FunctionCallContent(id, call.Name, named), call.Id, signature);
    }

    private static UsageDetails Details(GeminiUsage usage) => new()
    {
        InputTokenCount = (usage.PromptTokenCount ?? 0) + (usage.ToolUsePromptTokenCount ?? 0),
        OutputTokenCount = (usage.CandidatesTokenCount ?? 0) + (usage.ThoughtsTokenCount ?? 0),
        TotalTokenCount = usage.TotalTokenCount,
        CachedInputTokenCount = usage.CachedContentTokenCount,
        ReasoningTokenCount = usage.ThoughtsTokenCount,
    };

    private static string? CodeWord(string? word) =>
        word is { Length: > 0 and <= 60 } && word.All(letter => char.IsAsciiLetterUpper(letter) || letter == '_') ? word : null;
}
