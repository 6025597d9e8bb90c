namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>A sentence and what it claims.</summary>
/// <param name="Text">As the planner wrote it, with what parts it from the next.</param>
/// <param name="Claims">None where it claims nothing.</param>
internal sealed record JudgedSentence(string Text, List<Claim> Claims);
