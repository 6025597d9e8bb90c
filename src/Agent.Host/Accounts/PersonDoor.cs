using System.Security.Claims;
using TbPersonalOs.Agent.Host.Channels.Web;
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
        if (IsPersonal(path) && !LeavesAMessage(context.Request))
        {
            await LoadAsync();
        }

        try
        {
            await next(context);
        }
        catch (Exception) when (person.Profile is null && IsPersonal(path))
        {
            // The words of an error are the person's.
            await LoadAsync();
            throw;
        }

        async Task LoadAsync()
        {
            await people.LoadAsync(id, context.RequestAborted);
            person.Speak();
        }
    }

    /// <summary>A message is taken in without a look at who it is from: the turn reads that itself.</summary>
    private static bool LeavesAMessage(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Equals(TurnEndpoints.Path, StringComparison.Ordinal);
}
