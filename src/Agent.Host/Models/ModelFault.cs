using TbPersonalOs.Google.Gemini;

namespace TbPersonalOs.Agent.Host.Models;

/// <summary>Why a model did not answer.</summary>
internal enum ModelFault
{
    /// <summary>The key is refused.</summary>
    Key,

    /// <summary>Too many requests for the moment.</summary>
    Busy,

    /// <summary>The day's free quota is used up, by the provider's word.</summary>
    DailyQuota,

    /// <summary>The day's requests that we allow ourselves are used up.</summary>
    RequestsUsedUp,

    /// <summary>The day's money is used up.</summary>
    CapReached,

    /// <summary>The provider has a fault.</summary>
    Down,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>It could not be reached.</summary>
    Network,

    /// <summary>The answer broke off.</summary>
    Broken,

    /// <summary>The answer cannot be read, or says nothing.</summary>
    Malformed,

    /// <summary>The provider's safety filter held the answer back.</summary>
    Blocked,

    /// <summary>The answer grew too long and was cut.</summary>
    TooLong,

    /// <summary>The provider refuses the request.</summary>
    Rejected,

    /// <summary>It failed again and again and rests for a while.</summary>
    Resting,
}
