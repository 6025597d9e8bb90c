namespace TbPersonalOs.Agent.Host.Actions;

/// <summary>
/// Whether a recipient is one that the owner knows: only then may an act towards it be allowed for good. Saved contacts will answer this; until
/// there are any, the owner has to have typed the recipient themselves in the message of this turn.
/// </summary>
internal sealed class SavedRecipients(CallContext call)
{
    public bool Knows(string recipient) => call.Said.Any(message => Recipient.StandsIn(message, recipient));
}
