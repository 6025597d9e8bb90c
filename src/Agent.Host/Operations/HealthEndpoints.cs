using TbPersonalOs.Data;

namespace TbPersonalOs.Agent.Host.Operations;

/// <summary>Whether the process lives, and whether it can serve. Open to all on this machine; they tell nothing else.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok")).ExcludeFromDescription();
        routes.MapGet("/readyz", async (RoleCheck roles, CancellationToken cancellationToken) =>
        {
            try
            {
                return (await roles.FaultsAsync(cancellationToken)).Count == 0
                    ? Results.Text("ok")
                    : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
            catch (Npgsql.NpgsqlException)
            {
                return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }).ExcludeFromDescription();
    }
}
