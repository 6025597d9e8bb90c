using System.Text.Json.Nodes;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Costs;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>
/// What a running turn has to store with its next commit: answers of the planner and receipts of reads. Both ride on the first row
/// that they cause.
/// </summary>
internal sealed class TurnRecord(Guid turnId, Guid conversationId, long fence, CancellationToken cancellationToken) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
    private int _savedReads;

    public Guid TurnId => turnId;

    public Guid ConversationId => conversationId;

    /// <summary>Every transaction of the turn checks that it still has this one.</summary>
    public long Fence => fence;

    /// <summary>Whether another process, or this one before, ran it already: some of it may be stored.</summary>
    public bool Resumed => fence > 1;

    /// <summary>How many messages the planner was shown.</summary>
    public int Joined { get; set; }

    /// <summary>Which planner and model answer, and what they were shown.</summary>
    public required PlannerRun Planner { get; set; }

    /// <summary>What was in context when it began; null where it ends without having begun.</summary>
    public TurnGiven? Given { get; set; }

    /// <summary>Whether the first answer is stored: then nothing joins any more.</summary>
    public bool Answered { get; set; }

    /// <summary>Answers by round: those stored, and those still to be stored.</summary>
    public SortedDictionary<int, string> Answers { get; } = [];

    /// <summary>Rounds whose answers are not stored yet.</summary>
    public SortedSet<int> Unsaved { get; } = [];

    /// <summary>Reads so far.</summary>
    public List<ActionEntry> Reads { get; } = [];

    /// <summary>Reads that are not stored yet.</summary>
    public IReadOnlyList<ActionEntry> UnsavedReads => Reads[_savedReads..];

    /// <summary>What came of calls of models, to be counted with the turn's end.</summary>
    public List<Settlement> Settlements { get; } = [];

    /// <summary>The call that the owner approved: runs without asking again.</summary>
    public ApprovedCall? Approved { get; set; }

    /// <summary>Ends when the turn must go no further.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Why it must go no further.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Stops the turn: the function loop swallows what a filter throws, so a fault is kept here.</summary>
    public void Fail(Exception fault)
    {
        Fault ??= fault;
        _stop.Cancel();
    }

    /// <summary>All that was waiting is committed.</summary>
    public void Saved()
    {
        Answered |= Unsaved.Count > 0;
        Unsaved.Clear();
        _savedReads = Reads.Count;
    }

    public void Dispose() => _stop.Dispose();
}

/// <summary>What was in context when a turn began.</summary>
/// <param name="Shown">The earlier turns that its planner was shown; null where no planner was asked.</param>
/// <param name="Origin">The most foreign origin of it all.</param>
/// <param name="Zone">The zone in which the time was told.</param>
/// <param name="Language">The language of the answer.</param>
internal sealed record TurnGiven(Guid[]? Shown, string Origin, string Zone, string Language);

/// <summary>A call that the owner approved, by the hash that was on the card.</summary>
internal sealed record ApprovedCall(Guid ActionId, string Hash, string Function, JsonObject Arguments);

/// <summary>Who answers a turn, and what it was shown.</summary>
internal sealed record PlannerRun(string Name, string? Model, string CatalogueHash, string? PromptHash)
{
    /// <summary>The name of the planner that needs no model.</summary>
    public const string Offline = "offline";

    /// <summary>The same, where a stored answer says whose it is.</summary>
    public PlannerRun AnsweredBy(string? planner, string? model) => planner is null ? this : this with { Name = planner, Model = model };

    /// <summary>The same, once the offline planner goes on.</summary>
    public PlannerRun GoneOffline() => this with { Name = Offline, Model = null };
}

/// <summary>A message joined after the planner had been asked: it has to be asked again. Nothing was done yet.</summary>
internal sealed class MessageJoinedException() : Exception("A message joined the turn.");

/// <summary>Another process has taken the turn over.</summary>
internal sealed class FenceLostException() : Exception("Another process has taken this turn over.");
