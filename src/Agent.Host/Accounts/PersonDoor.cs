using System.Security.Claims;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Accounts;

/// <summary>
/// Lets in only whom the cookie or the token names, and says to the request's scope who it is. No header, query or setting does.
/// </summary>
internal sealed class PersonDoor(RequestDelegate next)
{
    private static readonly string[] Open = ["/healthz", "/readyz"];
    private static readonly string[] Personal = ["/api", "/plugins", "/openapi"];

    /// <summary>Whether a path speaks of a person's things, and is no page.</summary>
    public static bool IsPersonal(PathString path) => Personal.Any(prefix => path.StartsWithSegments(prefix));

    public async Task InvokeAsync(HttpContext context, CurrentUser user, PersonLoader people, Person person)
    {
        var path = context.Request.Path;
        if (Open.Any(open => path.Equals(open, StringComparison.Ordinal)) || path.StartsWithSegments(AccountEndpoints.LinkPath))
        {
            await next(context);
            return;
        }

        if (!Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            await Problems.WriteAsync(context, StatusCodes.Status401Unauthorized, ErrorCode.Denied, "SignedOut");
            return;
        }

        user.Set(id);
        if (IsPersonal(path))
        {
            await people.LoadAsync(id, context.RequestAborted);
            person.Speak();
        }

        await next(context);
    }
}
