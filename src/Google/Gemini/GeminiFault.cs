namespace TbPersonalOs.Google.Gemini;

/// <summary>In what way Gemini gave no answer that can be used.</summary>
public enum GeminiFault
{
    /// <summary>No key, or one that Gemini does not take (401, 403, API_KEY_INVALID).</summary>
    Key,

    /// <summary>Too many requests for the moment (429).</summary>
    Quota,

    /// <summary>The day's requests are used up (429 whose quota id says PerDay): asking again today is no use.</summary>
    DailyQuota,

    /// <summary>Gemini has a problem of its own (5xx).</summary>
    Unavailable,

    /// <summary>No answer in the time allowed.</summary>
    Timeout,

    /// <summary>Gemini could not be reached.</summary>
    Network,

    /// <summary>The answer broke off before its end.</summary>
    BrokenStream,

    /// <summary>The answer is not what the contract says: no JSON, arguments that are no object, a call that Gemini itself calls malformed.</summary>
    Malformed,

    /// <summary>An answer without content.</summary>
    Empty,

    /// <summary>Gemini will not answer this: safety, prohibited content, recitation, personal data.</summary>
    Blocked,

    /// <summary>The answer was cut at its longest, with a call in it or before it said anything.</summary>
    TooLong,

    /// <summary>The request was refused (400, 404 and other 4xx): a bug of ours or a wrong setting.</summary>
    Rejected,

    /// <summary>Gemini stopped for a reason that it does not tell.</summary>
    Stopped,
}
