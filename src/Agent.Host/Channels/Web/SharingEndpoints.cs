using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Agent.Host.Costs;
using TbPersonalOs.Agent.Host.Models;
using TbPersonalOs.Agent.Host.Models.Privacy;
using TbPersonalOs.Data;
using TbPersonalOs.Data.Sharing;
using TbPersonalOs.Plugins.Sharing;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>What may leave for a model.</summary>
/// <param name="Provider">Who would get it; null without a model.</param>
/// <param name="Free">Whether it is a free tier, whose content the provider may use.</param>
/// <param name="Kinds">The switches.</param>
public sealed record SharingPage(string? Provider, bool Free, IReadOnlyList<SharingView> Kinds);

/// <summary>The switches as they stand; they are set by <c>sharing.set_sharing</c>.</summary>
internal static class SharingEndpoints
{
    public static void MapSharing(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").WithTags("dashboard").MapGet("/sharing", GetAsync).WithName("GetSharing");

    private static async Task<SharingPage> GetAsync(AppDbContext db, ModelClients models, LastGood<GeminiTerms> terms, CancellationToken cancellationToken)
    {
        var chosen = await db.SharingChoices.AsNoTracking().ToDictionaryAsync(row => row.Kind, row => row.Allowed, cancellationToken);
        var provider = models.Current?.Provider;
        var free = provider is null or CostTerms.Gemini && terms.Value.Tier == GeminiTier.Free;
        var kept = SharingSwitches.Kept(chosen, allowedUnlessChosen: !free);
        return new SharingPage(provider, free, [.. Enum.GetValues<DataKind>().Select(kind => new SharingView(kind, !kept.Contains(kind)))]);
    }
}
