using TbPersonalOs.Offline.Dates.Stretches;

namespace TbPersonalOs.Offline.Dates;

/// <summary>What was read at each place of the text that is being scanned, so that ranges, offsets and edges need not read the same day again.</summary>
internal sealed class ScanMemo
{
    public Dictionary<int, TimeExpression?> Days { get; } = [];
    public Dictionary<int, (Stretch Stretch, int To)?> Stretches { get; } = [];
}
