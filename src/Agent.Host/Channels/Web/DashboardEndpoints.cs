using TbPersonalOs.Data;
using TbPersonalOs.Plugins;
using TbPersonalOs.Plugins.Tasks;

namespace TbPersonalOs.Agent.Host.Channels.Web;

/// <summary>What the dashboard shows. It looks directly; every change goes through a function.</summary>
internal static class DashboardEndpoints
{
    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1").WithTags("dashboard");
        group.MapGet("/tasks", (AppDbContext db, Person person, CancellationToken cancellationToken, TaskFilter status = TaskFilter.Open, int page = 1) =>
            new TasksPlugin().ListTasks(db, person, status: status, page: page, cancellationToken: cancellationToken)).WithName("GetTasks");
    }
}
