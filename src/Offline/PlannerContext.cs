namespace TbPersonalOs.Offline;

/// <summary>
/// What a turn tells the planner beside the messages, as strings in <c>ChatOptions.AdditionalProperties</c>,
/// and what the planner leaves on its own messages. The planner reads no clock and no ambient culture: everything is here.
/// </summary>
public static class PlannerContext
{
    /// <summary>The moment at which the person spoke, in their zone: ISO 8601 date and time with offset.</summary>
    public const string Now = "tb.now";

    /// <summary>The person's IANA zone, such as <c>America/Sao_Paulo</c>.</summary>
    public const string Zone = "tb.zone";

    /// <summary>The language of questions and refusals: <c>pt-BR</c> or <c>en</c>. Wishes are understood in both.</summary>
    public const string Language = "tb.language";

    /// <summary>
    /// On an assistant message: the call that waits for an answer,
    /// <c>{function, arguments, missing, candidates?: [{id, text}]}</c>. Missing is a parameter's name, or
    /// <c>confirmation</c> where a yes is enough.
    /// </summary>
    public const string Question = "tb.question";

    /// <summary>On a response: all of the words were understood, and each wish is a call; of such calls at least 95 in 100 are right (docs/evals.md).</summary>
    public const string Sure = "tb.sure";
}
