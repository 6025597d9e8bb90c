using System.Text.Json;
using TbPersonalOs.Data.Actions;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>A card that asks the owner.</summary>
/// <param name="Id">Its id.</param>
/// <param name="ActionId">The action that waits.</param>
/// <param name="Function"><c>plugin.function</c>.</param>
/// <param name="Text">What would be done, in words.</param>
/// <param name="Arguments">Exactly with what.</param>
/// <param name="Hash">Hash of function and arguments: a decision names it.</param>
/// <param name="ExpiresAt">After this the answer is no.</param>
/// <param name="State">Where it stands.</param>
public sealed record ApprovalView(
    Guid Id, Guid ActionId, string Function, string Text, JsonElement Arguments, string Hash, DateTimeOffset ExpiresAt, ApprovalState State)
{
    /// <summary>What the owner types instead of the id and the hash: how the hash begins.</summary>
    public required string Code { get; init; }

    /// <summary>What the act does to the world.</summary>
    public required Effect Effect { get; init; }

    /// <summary>The arguments one by one, with whose words each is.</summary>
    public required IReadOnlyList<CardValue> Values { get; init; }

    /// <summary>What others wrote is in context and may have steered it: which, in words; else none.</summary>
    public string? Foreign { get; init; }

    /// <summary>The one recipient for which it may be allowed for good, or none.</summary>
    public string? Always { get; init; }

    /// <summary>Whether another card asks it again by now.</summary>
    public bool AskedAgain { get; init; }

    /// <summary>The turn that carries it out, once it has one.</summary>
    public Guid? TurnId { get; init; }
}

/// <summary>One argument on a card.</summary>
/// <param name="Argument">Its name.</param>
/// <param name="Label">What it is called in the person's words.</param>
/// <param name="Value">What it is: text as it is, anything else as JSON.</param>
/// <param name="Origin">Whose words: <c>owner</c>, <c>own</c>, <c>untrusted:kind:reference</c> or <c>composed</c>.</param>
/// <param name="Words">Whose words, in words.</param>
public sealed record CardValue(string Argument, string Label, string Value, string Origin, string Words);
