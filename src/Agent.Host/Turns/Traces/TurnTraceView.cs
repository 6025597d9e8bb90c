using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns.Traces;

/// <summary>How a turn came to its answer: what was said, what was in context, each call with what was decided of it, and what it cost.</summary>
/// <param name="Id">The turn.</param>
/// <param name="ConversationId">Its conversation.</param>
/// <param name="Channel">By which channel it was spoken to.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Planner">Which planner answered; none where it was not asked: the owner's own command, or an approved call.</param>
/// <param name="Model">The model that answered.</param>
/// <param name="PromptHash">SHA-256 of the system prompt.</param>
/// <param name="CatalogueHash">SHA-256 of the catalogue of functions.</param>
/// <param name="Messages">What was said, oldest first.</param>
/// <param name="Context">What was in context; none where that was not kept yet.</param>
/// <param name="Calls">The calls, in order.</param>
/// <param name="ModelCalls">What left for a model.</param>
/// <param name="Cost">What models cost it; none where none was asked.</param>
/// <param name="Forgotten">Whether what was said in it is forgotten: then this is what is left.</param>
public sealed record TurnTraceView(
    Guid Id, Guid ConversationId, string Channel, TurnState State, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Planner, string? Model,
    string? PromptHash, string? CatalogueHash, IReadOnlyList<TracedMessage> Messages, TracedContext? Context, IReadOnlyList<TracedCall> Calls,
    IReadOnlyList<ModelCallView> ModelCalls, TracedCost? Cost, bool Forgotten);

/// <summary>One message.</summary>
/// <param name="Text">What was said; empty where it is forgotten.</param>
/// <param name="SaidAt">When.</param>
/// <param name="Origin">Whose words: <c>owner</c>, <c>own</c> or <c>untrusted:kind:reference</c>.</param>
/// <param name="Words">Whose words, in words.</param>
public sealed record TracedMessage(string Text, DateTimeOffset SaidAt, string Origin, string Words);

/// <summary>What was in context when the turn began, beside its messages. What left for a model stands with each call of it.</summary>
/// <param name="Earlier">The earlier turns that the planner was shown, oldest first; none where no planner was asked.</param>
/// <param name="Origin">The most foreign origin of it all.</param>
/// <param name="Words">Whose words that is, in words.</param>
/// <param name="Zone">The zone in which the planner was told the time.</param>
/// <param name="Language">The language of the answer.</param>
public sealed record TracedContext(IReadOnlyList<EarlierTurn> Earlier, string Origin, string Words, string Zone, string Language);

/// <summary>An earlier turn in context.</summary>
/// <param name="Id">Which.</param>
/// <param name="SaidAt">When its first message was said; none where it is gone.</param>
/// <param name="Begins">How that message begins; empty where it is forgotten by now.</param>
public sealed record EarlierTurn(Guid Id, DateTimeOffset? SaidAt, string Begins);

/// <summary>One call of a function.</summary>
/// <param name="ActionId">Its action; none where it was not carried out as a call of its own.</param>
/// <param name="Round">Round of the function loop.</param>
/// <param name="Position">Place in that round.</param>
/// <param name="Function"><c>plugin.function</c>.</param>
/// <param name="Effect">What it does to the world.</param>
/// <param name="Door">By which door.</param>
/// <param name="Arguments">Its arguments, with whose words each is.</param>
/// <param name="Origin">The most foreign origin of its arguments and of what it showed.</param>
/// <param name="Words">Whose words that is, in words.</param>
/// <param name="Verdict">What the policy said: run, ask, deny; none where it was not asked, or that was not kept yet.</param>
/// <param name="Rule">The policy's rule that said so; none where no rule concerned it, so that it ran.</param>
/// <param name="Why">Why it ran, was asked for or was denied, in words.</param>
/// <param name="Permission">The standing permission by which it ran unasked.</param>
/// <param name="Approval">The card that asked for it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Text">What was done, or why not, in words.</param>
/// <param name="Undo">Whether it can be taken back, or was.</param>
/// <param name="At">When it was called.</param>
/// <param name="Log">Its entries in the log, oldest first.</param>
public sealed record TracedCall(
    Guid? ActionId, int? Round, int? Position, string Function, Effect? Effect, string? Door, IReadOnlyList<CardValue> Arguments, string? Origin, string? Words,
    string? Verdict, string? Rule, string Why, Guid? Permission, TracedApproval? Approval, ActionState? State, string Text, TracedUndo? Undo,
    DateTimeOffset? At, IReadOnlyList<LogEntry> Log);

/// <summary>The card that asked for a call.</summary>
/// <param name="Id">Which.</param>
/// <param name="State">What was decided.</param>
/// <param name="ExpiresAt">After this the answer is no.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="DecidedBy">By which door the owner's hand decided it; none where nobody did.</param>
/// <param name="Words">All of this in words.</param>
public sealed record TracedApproval(Guid Id, ApprovalState State, DateTimeOffset ExpiresAt, DateTimeOffset? DecidedAt, string? DecidedBy, string Words);

/// <summary>Whether a call can be taken back.</summary>
/// <param name="Undoable">Whether now.</param>
/// <param name="Until">Until when.</param>
/// <param name="UndoneBy">The action that took it back.</param>
public sealed record TracedUndo(bool Undoable, DateTimeOffset? Until, Guid? UndoneBy);

/// <summary>An entry of the log.</summary>
/// <param name="Seq">Its place in the chain.</param>
/// <param name="Kind">What happened: <c>pending_approval</c>, <c>done</c>, <c>failed</c>, <c>undone</c>, …</param>
/// <param name="At">When.</param>
public sealed record LogEntry(long Seq, string Kind, DateTimeOffset At);

/// <summary>What models cost a turn.</summary>
/// <param name="Tokens">Tokens of all requests and answers.</param>
/// <param name="Money">What they cost; what they may cost, while one is not settled.</param>
/// <param name="Currency">Code of the currency.</param>
/// <param name="Words">All of this in words.</param>
public sealed record TracedCost(long Tokens, decimal Money, string Currency, string Words);
