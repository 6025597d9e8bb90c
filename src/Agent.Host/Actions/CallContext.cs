using System.Text.Json;
using Microsoft.Extensions.AI;
using TbPersonalOs.Agent.Host.Turns;
using TbPersonalOs.Agent.Host.Turns.Traces;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>By which door, in which turn and with which taint the calls of this scope come. Set by the door.</summary>
internal sealed class CallContext
{
    /// <summary>The door.</summary>
    public Doors Door { get; set; } = Doors.OpenApi;

    /// <summary>The running turn, where the calls come from one.</summary>
    public TurnRecord? Turn { get; set; }

    /// <summary>Where a turn is replayed: what was recorded of it. Then calls are decided, and nothing of them runs.</summary>
    public Replay? Replay { get; set; }

    /// <summary>The caller's own key of the one call at a door without turns.</summary>
    public string? IdempotencyKey { get; set; }

    /// <summary>The most foreign origin of what is in context.</summary>
    public string Origin { get; set; } = Data.Origin.Owner;

    /// <summary>What the owner says in this turn: arguments that stand there are the owner's, whatever else is in context.</summary>
    public IReadOnlyList<string> Said { get; set; } = [];

    /// <summary>What was said and shown in the turns before.</summary>
    public IReadOnlyList<ChatMessage> History { get; set; } = [];

    /// <summary>What calls have shown so far, with the most foreign origin of each.</summary>
    public List<(string Origin, JsonElement Result)> Shown { get; } = [];

    /// <summary>A turn begins.</summary>
    public void Begin(TurnContext context, TurnRecord turn, Doors door)
    {
        (Door, Turn) = (door, turn);
        // What a command does is matched by code from the owner's own words: nothing else that is in context steers it.
        Origin = door == Doors.Command ? Data.Origin.Owner : context.Origin;
        History = context.History;
        Said = [.. context.Messages.Where(message => !Data.Origin.IsUntrusted(message.Origin)).Select(message => message.Text)];
        Shown.Clear();
        Receipts.Clear();
    }

    /// <summary>A call showed something.</summary>
    public void Show(string? foreign, JsonElement? result)
    {
        if (result is { } found)
        {
            Shown.Add((foreign ?? Data.Origin.Own, found));
        }
    }

    /// <summary>Others' words have come into context: from here on all that is composed carries their label.</summary>
    public void Taint(string? origin)
    {
        if (origin is not null && Data.Origin.IsUntrusted(origin) && !Data.Origin.IsUntrusted(Origin))
        {
            Origin = origin;
        }
    }

    /// <summary>Receipts of the calls so far, in order.</summary>
    public List<ReceiptView> Receipts { get; } = [];

    /// <summary>The error of the last call, or none.</summary>
    public ToolException? Error { get; set; }

    /// <summary>Told of each receipt once it is committed.</summary>
    public Action<ReceiptView, string?>? Announce { get; set; }

    /// <summary>Keeps a receipt, in place of what was known of its action before, and tells of it.</summary>
    public void Tell(ReceiptView receipt, string? callId)
    {
        Receipts.RemoveAll(earlier => earlier.Id == receipt.Id);
        Receipts.Add(receipt);
        Announce?.Invoke(receipt, callId);
    }
}
