using TbPersonalOs.Data;
using TbPersonalOs.Data.Actions;

namespace TbPersonalOs.Plugins.Actions;

/// <summary>Says why a call ran, was asked for or was denied, and what the owner decided, in the person's words.</summary>
public static class WhyWords
{
    private static readonly Texts Text = new(typeof(WhyWords));

    /// <summary>Why a call came to what it came to.</summary>
    public static string Of(ActionRow row) => OfRule(row.Rule)
        ?? (row.Verdict is null ? Text["Why_unknown"] : Text.Find($"Why_{row.Effect}") ?? Text["Why_unknown"]);

    /// <summary>What a rule of the policy is about; null where it has no words, or there is none.</summary>
    public static string? OfRule(string? rule) => rule is null ? null : Text.Find($"Rule_{rule}") ?? rule;

    /// <summary>What became of a card: who decided it and when, or until when it waits.</summary>
    public static string Of(Approval card, Words words) => card.State == ApprovalState.Open
        ? Text["Card_open", words.When(card.ExpiresAt)]
        : Text[$"Card_{Code.Of(card.State)}", words.When(card.DecidedAt ?? card.ExpiresAt), card.DecidedBy is null ? Text["Card_you"] : Door(card.DecidedBy)];

    /// <summary>A door in words.</summary>
    public static string Door(string door) => Text.Find($"Door_{door}") ?? door;

    /// <summary>A planner in words.</summary>
    public static string Planner(string planner) => Text.Find($"Planner_{planner}") ?? planner;

    /// <summary>What models cost.</summary>
    public static string Cost(long tokens, decimal money, string currency) => Text["Cost", tokens, MoneyWords.Of(money, currency)];
}
