using Microsoft.EntityFrameworkCore;
using TbPersonalOs.Data;
using TbPersonalOs.Data.ModelCalls;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Costs;

/// <summary>What left the house towards models: each request with the kinds of data that it held.</summary>
internal static class ModelCallEndpoints
{
    public static void MapModelCalls(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/api/v1").WithTags("dashboard").MapGet("/model-calls", ListAsync).WithName("GetModelCalls");

    private static async Task<ModelCallListView> ListAsync(AppDbContext db, Spending spending, CancellationToken cancellationToken, int page = 1)
    {
        var terms = await spending.TermsAsync(cancellationToken);
        var (calls, more) = await db.Set<ModelCall>().AsNoTracking().OrderByDescending(call => call.Id).PageAsync(page, cancellationToken);
        return new ModelCallListView([.. calls.Select(call => ModelCallView.Of(call, terms))], more);
    }
}
