using TbPersonalOs.Data.Sharing;

namespace TbPersonalOs.Agent.Host.Models.Privacy;

/// <summary>What may leave for a model: what the person chose, else on for a paid tier and off where the provider may use the content.</summary>
internal static class SharingSwitches
{
    /// <summary>Kinds that are kept back.</summary>
    public static IReadOnlySet<DataKind> Kept(IReadOnlyDictionary<DataKind, bool> chosen, bool allowedUnlessChosen) =>
        Enum.GetValues<DataKind>().Where(kind => !chosen.GetValueOrDefault(kind, allowedUnlessChosen)).ToHashSet();
}
