namespace TbPersonalOs.Common.Gemini;

/// <summary>A moment of a request to the fake.</summary>
public enum GeminiMoment
{
    /// <summary>It has come.</summary>
    Asked,

    /// <summary>A chunk of the answer leaves.</summary>
    Sent,

    /// <summary>The answer has ended.</summary>
    Ended,
}
