namespace TbPersonalOs.Plugins.Actions;

/// <summary>What the owner decided.</summary>
/// <param name="ApprovalId">The card.</param>
/// <param name="ActionId">The call that waited.</param>
/// <param name="Approved">Whether it may be carried out.</param>
/// <param name="Text">What the card asked for, in words.</param>
/// <param name="TurnId">The turn that carries it out; none after a no, or while another turn of the conversation runs.</param>
public sealed record DecidedView(Guid ApprovalId, Guid ActionId, bool Approved, string Text, Guid? TurnId) : IView
{
    private static readonly Texts Texts = new(typeof(DecidedView));

    /// <inheritdoc />
    public string InWords(Words words) => Texts[Approved ? "Approved" : "Rejected", Text];
}

/// <summary>A card that stands in place of one that expired.</summary>
/// <param name="ApprovalId">The new card.</param>
/// <param name="Earlier">The one that expired.</param>
public sealed record AskedAgainView(Guid ApprovalId, Guid Earlier) : IView
{
    private static readonly Texts Text = new(typeof(AskedAgainView));

    /// <inheritdoc />
    public string InWords(Words words) => Text["AskedAgain"];
}
