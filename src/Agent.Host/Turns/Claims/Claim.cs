namespace TbPersonalOs.Agent.Host.Turns.Claims;

/// <summary>How a sentence claims.</summary>
internal enum Manner
{
    /// <summary>It happened: "criei", "foi criada".</summary>
    Past,

    /// <summary>It happened, and who did it is not said: "o pedido foi cancelado". Right also where something that tells of others' deeds was read.</summary>
    Told,

    /// <summary>So it stands: "está marcada". Right also where it was read in this turn.</summary>
    State,

    /// <summary>It will happen or is happening: "vou te lembrar", "enviando".</summary>
    Promise,

    /// <summary>Only that something was done: "prontinho".</summary>
    Bare,
}

/// <summary>What a sentence says to be done.</summary>
/// <param name="Kinds">One of these was done.</param>
/// <param name="Things">To one of these; none where it does not say.</param>
/// <param name="Count">So many times.</param>
/// <param name="Manner">In which way it says so.</param>
internal sealed record Claim(Kinds Kinds, Things Things, int Count, Manner Manner);
