using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using TbPersonalOs.Agent.Host.Operations;
using TbPersonalOs.Data;
using TbPersonalOs.Plugins;

namespace TbPersonalOs.Agent.Host.Accounts;

/// <summary>A fresh one-time link.</summary>
/// <param name="Path">Its path, to be opened on this host.</param>
public sealed record LinkView(string Path);

/// <summary>Signing in and out.</summary>
internal static class AccountEndpoints
{
    /// <summary>Where one-time links live: the only personal path that is open.</summary>
    public const string LinkPath = "/api/v1/auth/link";

    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/auth").WithTags("auth");
        group.MapGet("/link/{code}", (Delegate)UseLinkAsync).WithName("UseLink").ExcludeFromDescription();
        group.MapPost("/links", NewLinkAsync).WithName("NewLink");
        group.MapPost("/sign-out", (Delegate)SignOutAsync).WithName("SignOut");
    }

    private static async Task UseLinkAsync(HttpContext context, string code, LoginLinks links)
    {
        if (await links.UseAsync(code, context.RequestAborted) is not { } user)
        {
            await Problems.WriteAsync(context, StatusCodes.Status410Gone, ErrorCode.Denied, "LinkUsed");
            return;
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, user.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true });
        context.Response.Redirect("/");
    }

    private static async Task<LinkView> NewLinkAsync(LoginLinks links, CurrentUser user, CancellationToken cancellationToken) =>
        new($"{LinkPath}/{await links.NewAsync(user.Required, cancellationToken)}");

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.NoContent();
    }
}
