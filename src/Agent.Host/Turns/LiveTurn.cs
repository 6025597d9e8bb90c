using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using TbPersonalOs.Agent.Host.Actions;
using TbPersonalOs.Agent.Host.Channels;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Data.Turns;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Turns;

/// <summary>An event with the id by which a reader that was cut off goes on.</summary>
internal sealed record NumberedEvent(string Id, ChatEvent Event);

/// <summary>
/// What a running turn tells those who watch. Kept in memory only: whoever comes later gets the stored turn in one piece.
/// </summary>
internal sealed class LiveTurn(Guid turnId)
{
    private readonly Lock _gate = new();

    // A turn that runs again elsewhere tells its events anew: an id of this telling must not be found in that one.
    private readonly string _telling = Guid.NewGuid().ToString("N")[..8];
    private readonly List<NumberedEvent> _events = [];
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _run;
    private bool _ended;

    public Guid TurnId => turnId;

    /// <summary>Whether its end was told.</summary>
    public bool Finished { get; private set; }

    /// <summary>What was said so far, apart from receipts of writes.</summary>
    public string Text => _text.ToString();

    private string MessageId => $"{turnId:N}-{_run}";

    /// <summary>The turn begins, or begins again after a message joined.</summary>
    public void Begin(Guid conversationId)
    {
        _run++;
        _text.Clear();
        Tell(new RunStarted(conversationId, turnId));
    }

    /// <summary>Says more. <paramref name="paragraph"/> stands on lines of its own.</summary>
    public void Say(string delta, bool paragraph = false)
    {
        if (_text.Length == 0)
        {
            Tell(new TextMessageStart(MessageId));
        }
        else if (paragraph)
        {
            delta = "\n\n" + delta;
        }

        _text.Append(delta);
        Tell(new TextMessageContent(MessageId, delta));
    }

    /// <summary>Shows a call and its receipt.</summary>
    public void Show(ReceiptView receipt, string? callId)
    {
        var id = callId ?? receipt.Id.ToString("N");
        Tell(new ToolCallStart(id, receipt.Function));
        Tell(new ToolCallArgs(id, receipt.Arguments.GetRawText()));
        Tell(new ToolCallEnd(id));
        if (receipt.State != ActionState.InFlight)
        {
            Tell(new ToolCallResult($"{id}-result", id, receipt.Result?.GetRawText() ?? "null"));
        }

        Retell(receipt);
        if (receipt is { State: ActionState.PendingApproval, Approval: { } card })
        {
            Tell(new Custom("tb.approval.requested", JsonSerializer.SerializeToElement(card, WireJson.Options)));
        }
    }

    /// <summary>Shows a receipt, or again with what is known of it by now.</summary>
    public void Retell(ReceiptView receipt) => Tell(new Custom("tb.receipt", JsonSerializer.SerializeToElement(receipt, WireJson.Options)));

    /// <summary>The turn has ended. A failed one says so by an error, in the words that stand in its text.</summary>
    public void End(Guid conversationId, TurnState state, RunResult result)
    {
        if (_text.Length > 0)
        {
            Tell(new TextMessageEnd(MessageId));
        }

        Tell(state == TurnState.Failed
            ? new RunError(Text, Code.Of(ErrorCode.Unavailable))
            : new RunFinished(conversationId, turnId, result), last: true);
    }

    /// <summary>The events after the one with that id, as they come, until the turn ends or is let go. An unknown id begins from the start.</summary>
    public async IAsyncEnumerable<NumberedEvent> ReadAsync(string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = 0;
        lock (_gate)
        {
            next = _events.FindIndex(told => told.Id == after) + 1;
        }

        while (true)
        {
            List<NumberedEvent> fresh;
            Task more;
            bool ended;
            lock (_gate)
            {
                fresh = _events[next..];
                more = _more.Task;
                ended = _ended;
            }

            foreach (var told in fresh)
            {
                yield return told;
            }

            next += fresh.Count;
            if (ended)
            {
                yield break;
            }

            await more.WaitAsync(cancellationToken);
        }
    }

    /// <summary>This process runs it no more, and its end was not told here: readers have to look elsewhere.</summary>
    public void LetGo()
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            _ended = true;
            waiting = _more;
        }

        waiting.TrySetResult();
    }

    /// <summary>All events until now.</summary>
    public IReadOnlyList<NumberedEvent> ToldSoFar()
    {
        lock (_gate)
        {
            return [.. _events];
        }
    }

    private void Tell(ChatEvent told, bool last = false)
    {
        TaskCompletionSource waiting;
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _events.Add(new NumberedEvent(string.Create(CultureInfo.InvariantCulture, $"{_telling}-{_run}-{_events.Count}"), told));
            _ended = Finished = last;
            waiting = _more;
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        waiting.SetResult();
    }
}

/// <summary>The turns that this process is running, or has just run.</summary>
internal sealed class LiveTurns
{
    private const int Kept = 64;
    private readonly Lock _gate = new();
    private readonly LinkedList<LiveTurn> _turns = [];

    /// <summary>The turn, or null where another process runs it or it is long over.</summary>
    public LiveTurn? Find(Guid turnId)
    {
        lock (_gate)
        {
            return _turns.FirstOrDefault(turn => turn.TurnId == turnId);
        }
    }

    /// <summary>The turn, made where it is not there yet.</summary>
    public LiveTurn Open(Guid turnId)
    {
        lock (_gate)
        {
            if (_turns.FirstOrDefault(turn => turn.TurnId == turnId) is { } known)
            {
                return known;
            }

            var live = new LiveTurn(turnId);
            _turns.AddLast(live);
            if (_turns.Count > Kept && _turns.FirstOrDefault(turn => turn.Finished) is { } oldest)
            {
                _turns.Remove(oldest);
            }

            return live;
        }
    }

    /// <summary>This process no longer runs the turn. One whose end was not told here is forgotten, and its readers are sent away.</summary>
    public void LetGo(Guid turnId)
    {
        lock (_gate)
        {
            if (_turns.FirstOrDefault(turn => turn.TurnId == turnId) is { Finished: false } left)
            {
                _turns.Remove(left);
                left.LetGo();
            }
        }
    }
}
