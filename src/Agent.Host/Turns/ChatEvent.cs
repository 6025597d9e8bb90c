using System.Text.Json;
using System.Text.Json.Serialization;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>An AG-UI event of a turn (https://docs.ag-ui.com): <c>threadId</c> is our conversation, <c>runId</c> our turn.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RunStarted), "RUN_STARTED")]
[JsonDerivedType(typeof(TextMessageStart), "TEXT_MESSAGE_START")]
[JsonDerivedType(typeof(TextMessageContent), "TEXT_MESSAGE_CONTENT")]
[JsonDerivedType(typeof(TextMessageEnd), "TEXT_MESSAGE_END")]
[JsonDerivedType(typeof(ToolCallStart), "TOOL_CALL_START")]
[JsonDerivedType(typeof(ToolCallArgs), "TOOL_CALL_ARGS")]
[JsonDerivedType(typeof(ToolCallEnd), "TOOL_CALL_END")]
[JsonDerivedType(typeof(ToolCallResult), "TOOL_CALL_RESULT")]
[JsonDerivedType(typeof(Custom), "CUSTOM")]
[JsonDerivedType(typeof(RunFinished), "RUN_FINISHED")]
[JsonDerivedType(typeof(RunError), "RUN_ERROR")]
public abstract record ChatEvent;

/// <summary>The turn begins, or begins again: what was shown of it no longer holds.</summary>
public sealed record RunStarted(Guid ThreadId, Guid RunId) : ChatEvent;

/// <summary>The assistant begins to say something.</summary>
public sealed record TextMessageStart(string MessageId, string Role = "assistant") : ChatEvent;

/// <summary>More of what it says.</summary>
public sealed record TextMessageContent(string MessageId, string Delta) : ChatEvent;

/// <summary>It has said it.</summary>
public sealed record TextMessageEnd(string MessageId) : ChatEvent;

/// <summary>A function is called; the name is <c>plugin.function</c>.</summary>
public sealed record ToolCallStart(string ToolCallId, string ToolCallName) : ChatEvent;

/// <summary>Its arguments, as JSON.</summary>
public sealed record ToolCallArgs(string ToolCallId, string Delta) : ChatEvent;

/// <summary>The call is complete.</summary>
public sealed record ToolCallEnd(string ToolCallId) : ChatEvent;

/// <summary>What came back, as JSON.</summary>
public sealed record ToolCallResult(string MessageId, string ToolCallId, string Content, string Role = "tool") : ChatEvent;

/// <summary>Ours: <c>tb.receipt</c>, <c>tb.approval.requested</c>.</summary>
public sealed record Custom(string Name, JsonElement Value) : ChatEvent;

/// <summary>The turn has ended.</summary>
public sealed record RunFinished(Guid ThreadId, Guid RunId, RunResult Result) : ChatEvent;

/// <summary>How it ended.</summary>
/// <param name="Question">What it asks, or none.</param>
/// <param name="Planner">Who answered.</param>
public sealed record RunResult(string? Question, string? Planner);

/// <summary>The turn ended by an error, in words.</summary>
public sealed record RunError(string Message, string Code) : ChatEvent;
