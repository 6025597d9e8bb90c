using Microsoft.EntityFrameworkCore;

namespace TbPersonalOs.Data;

/// <summary>A time as a person said it, beside the instant that it means.</summary>
public sealed class SpokenTime
{
    /// <summary>Wall time in <see cref="Zone"/>; midnight for a whole day.</summary>
    public required DateTime Local { get; set; }

    /// <summary>IANA zone, such as <c>America/Sao_Paulo</c>.</summary>
    [NoWords("IANA zone")]
    public required string Zone { get; set; }

    /// <summary>False when only the day was said.</summary>
    public required bool HasTime { get; set; }

    /// <summary>Whether it follows the person into another zone.</summary>
    public required bool Floats { get; set; }

    /// <summary>The instant (UTC).</summary>
    public required DateTimeOffset At { get; set; }
}
